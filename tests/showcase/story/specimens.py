"""A small story, its translation and a small cast, to break one thing at a time."""

from showcase.story.cast import Cast, cast_from
from showcase.story.loader import Story, story_from
from showcase.story.yaml_source import parse_source

STORY = """\
format: 1
title: Small
patient: {sex: F, born: 1961-04-02}
places: {hospital: St. Alba, region: Region}
roles:
  desk:
    title: Front desk
    plays: [Patient Identity Source]
    in: hospital
    at: [0, 0]
  index:
    title: Identity
    plays: [Patient Identifier Cross-reference Manager, Patient Identity Source]
    in: region
    at: [1, 0]
  registry:
    title: Registry
    plays: [Document Registry]
    in: region
    at: [1, 1]
scenes:
  - title: Arrival
    cues:
      - id: feed
        transaction: ITI-8
        from: desk
        to: index
        title: One
        with: {family: "{patient.family}"}
      - id: known
        transaction: ITI-8
        from: index
        to: [registry]
        title: Two
        caused_by: feed
        then: wait
cuts: {short: [feed], full: all}
"""

CAST = """\
format: 1
title: Small
systems:
  acme:
    vendor: Acme
    product: Acme PIX 3
    hl7v2: {host: 10.4.0.2, port: 2575, application: ACME, facility: REGION}
    takes: [ITI-8]
roles:
  index: acme
standins:
  host: 127.0.0.1
  roles:
    registry:
      hl7v2: {port: 2600, application: REG}
    desk:
      dicom: {ae_title: FRONT}
"""

GERMAN = """\
format: 1
title: Klein
places: {hospital: Klinik, region: Region}
roles: {desk: Empfang, index: Identität, registry: Register}
scenes:
  - title: Ankunft
cues:
  feed:
    title: Eins
  known:
    title: Zwei
"""


def story(text: str = STORY) -> Story:
    return story_from(parse_source(text.encode(), "story.yaml"), "small")


def cast(text: str = CAST) -> Cast:
    return cast_from(parse_source(text.encode(), "cast.yaml"))


def replaced(text: str, old: str, new: str) -> str:
    """`text` with one thing broken; fails when there is not exactly one such thing."""
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    return text.replace(old, new)
