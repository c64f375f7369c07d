"""A survey of chest pain with one cast, as tests need it."""

from showcase.model.readiness import Check, CheckState, ReadinessReport
from showcase.readiness.survey import survey
from showcase.story.cast import Cast, cast_from
from showcase.story.loader import load_story
from showcase.story.yaml_source import parse_source
from showcase.wire.clock import SystemClock
from showcase.wire.tls import Credentials

DICOM = """\
format: 1
systems:
  acme:
    vendor: Acme
    dicom: {{host: 127.0.0.1, port: {port}, ae_title: {title}}}
    takes: [{takes}]
    deadline: {deadline}
roles: {{{role}: acme}}
"""

HL7 = """\
format: 1
systems:
  acme:
    vendor: Acme
    hl7v2: {{host: {host}, port: {port}, application: ACME, facility: ALBA}}
    deadline: {deadline}
    takes: [ITI-31]
roles: {{ehr: acme}}
"""

SOAP = """\
format: 1
systems:
  acme:
    vendor: Acme
    soap: {{{transaction}: "{url}"}}
    takes: [{transaction}]
roles: {{{role}: acme}}
"""


def casting(text: str, file: str = "morning.yaml") -> Cast:
    found = cast_from(parse_source(text.encode(), file))
    assert found.check(load_story("chest-pain").programme()) == ()
    return found


async def morning(text: str, identity: Credentials | None = None) -> ReadinessReport:
    programme = load_story("chest-pain").programme()
    return await survey(programme, casting(text), identity=identity, clock=SystemClock())


def of(report: ReadinessReport, question: str, subject: str = "") -> list[Check]:
    return [
        check
        for check in report.checks
        if check.question == question and subject in ("", check.subject)
    ]


def states(report: ReadinessReport) -> list[tuple[str, CheckState]]:
    return [(check.question, check.state) for check in report.checks]
