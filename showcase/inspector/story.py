"""Scenes, sentences and hops: the story of a run as it was told, each hop to be unfolded."""

import base64
from collections.abc import Iterator

import msgspec

from showcase.inspector.diagram import family_class
from showcase.inspector.markup import Element, element
from showcase.inspector.recording import Hop, Recording
from showcase.inspector.thread import Strand, classes, told
from showcase.model.exchange import Exchange, Outcome
from showcase.model.fact import FactKind
from showcase.model.programme import Cue

_MOST_TEXT = 60_000
"""Characters shown of one direction; the raw files have all of it."""

_MOST_FACTS = 14

OUTCOMES = {
    Outcome.ACKNOWLEDGED: ("✓", "acknowledged"),
    Outcome.REFUSED: ("✕", "refused"),
    Outcome.FAILED: ("!", "no answer"),
    Outcome.SENT: ("→", "sent"),
}
"""A mark and a word: never the colour alone."""


class Material(msgspec.Struct, frozen=True):
    """What was recorded of a hop, made fit to be read.

    Attributes:
        pictures: PNG files.
    """

    request: str = ""
    response: str = ""
    pictures: tuple[bytes, ...] = ()


class Teller(msgspec.Struct, frozen=True):
    """Everything that telling a hop takes."""

    run: Recording
    strands: tuple[Strand, ...]
    materials: dict[str, Material]


def story(teller: Teller) -> list[Element]:
    """The scenes, each with its hops; last, what belongs to no cue."""
    by_cue: dict[str, list[Hop]] = {}
    for hop in teller.run.hops:
        by_cue.setdefault(hop.event.cue, []).append(hop)
    told_scenes = []
    for scene in teller.run.start.programme.scenes:
        cues = [_cue(teller, cue, by_cue.pop(cue.id, [])) for cue in scene.cues]
        told_scenes.append(
            element(
                "section",
                element("h3", scene.title),
                element("p", scene.tell, class_="scene-tell") if scene.tell else None,
                cues,
                class_="scene",
            )
        )
    beside = sorted((hop for hops in by_cue.values() for hop in hops), key=lambda hop: hop.number)
    if beside:
        told_scenes.append(
            element(
                "section",
                element("h3", "Beside the story"),
                element("p", "Traffic that belongs to no cue.", class_="scene-tell"),
                [row(teller, hop) for hop in beside],
                class_="scene",
            )
        )
    return told_scenes


def row(teller: Teller, hop: Hop) -> Element:
    """One hop: a line, and below it everything that is known."""
    event, run = hop.event, teller.run
    mark, word = OUTCOMES[event.verdict.outcome]
    objects = f"{event.count} objects" if event.count > 1 else ""
    between = " · " if event.label and objects else ""
    return element(
        "details",
        element(
            "summary",
            element("span", str(hop.number), class_="number"),
            element("span", event.transaction, class_=f"badge {family_class(hop.family)}"),
            element(
                "span",
                element("bdi", run.title(event.sender)),
                element("span", " → ", class_="arrow"),
                element("bdi", run.title(event.receiver)),
                class_="ends",
            ),
            element("span", element("bdi", event.label), between, objects, class_="label-text"),
            element("span", _milliseconds(event.exchange), class_="took"),
            element("span", f"{mark} {word}", class_=f"outcome {event.verdict.outcome.value}"),
        ),
        element("div", list(_inside(teller, hop)), class_="inside"),
        class_=f"hop {classes(teller.strands, event)}",
    )


def _cue(teller: Teller, cue: Cue, hops: list[Hop]) -> Element:
    return element(
        "div",
        element("p", cue.tell or cue.title, class_="sentence"),
        [row(teller, hop) for hop in hops],
        element("p", _unsent(cue), class_="unsent") if not hops else None,
        class_="cue" if hops else "cue idle",
    )


def _unsent(cue: Cue) -> str:
    return "Planned: its transaction is not simulated yet." if cue.planned else "Nothing was sent."


def _inside(teller: Teller, hop: Hop) -> Iterator[Element]:
    event = hop.event
    if event.verdict.words:
        yield element(
            "p",
            element("strong", event.verdict.words),
            f" {event.verdict.remedy}",
            class_=f"verdict {event.verdict.outcome.value}",
        )
    yield _about(hop)
    if facts := list(_facts(teller, hop)):
        yield element("ul", facts, class_="facts")
    material = teller.materials.get(event.hop, Material())
    if material.pictures:
        yield element("div", [_picture(each) for each in material.pictures], class_="pictures")
    yield element(
        "div",
        _side("Request", material.request, event.exchange.request_size),
        _side("Response", material.response, event.exchange.response_size),
        class_="sides",
    )


def _about(hop: Hop) -> Element:
    exchange = hop.event.exchange
    rows = (
        ("Transaction", f"{hop.event.transaction} {hop.name}".strip()),
        ("Answer", hop.event.verdict.status),
        (
            "Connection",
            f"{exchange.initiator} → {exchange.responder}, {exchange.transport}".strip(),
        ),
        (
            "First byte" if exchange.request_size else "Attempt",
            f"{exchange.started:%H:%M:%S.%f}"[:-3] + " UTC",
        ),
    )
    return element(
        "dl",
        [
            element("div", element("dt", name), element("dd", value))
            for name, value in rows
            if value
        ],
        class_="about",
    )


def _facts(teller: Teller, hop: Hop) -> Iterator[Element]:
    spoken = [
        fact
        for fact in dict.fromkeys(hop.event.facts)
        if fact.kind not in {FactKind.REPORT, FactKind.STATUS, FactKind.INSTANCE}
    ]
    images = {fact.value for fact in hop.event.facts if fact.kind is FactKind.INSTANCE}
    for fact in spoken[:_MOST_FACTS]:
        yield element(
            "li",
            element("span", fact.kind.value, class_="what"),
            element("span", fact.value, class_="value"),
            element("span", f"{fact.path}, {fact.side}", class_="where"),
            class_=f"fact {told(teller.strands, fact, hop.event)}",
        )
    if images:
        yield element(
            "li",
            f"{len(images)} SOP Instance UID{'s' if len(images) > 1 else ''}",
            class_="fact more",
        )
    if len(spoken) > _MOST_FACTS:
        yield element("li", f"and {len(spoken) - _MOST_FACTS} more", class_="fact more")


def _picture(png: bytes) -> Element:
    data = base64.b64encode(png).decode()
    return element("img", src=f"data:image/png;base64,{data}", alt="What was sent")


def _side(title: str, text: str, size: int) -> Element:
    if len(text) > _MOST_TEXT:
        text = f"{text[:_MOST_TEXT]}\n… the raw files have all of it"
    return element(
        "div",
        element("h4", title, element("span", f" {size:,} bytes", class_="size")),
        element("pre", text) if text else element("p", "Nothing was recorded.", class_="nothing"),
        class_="side",
    )


def _milliseconds(exchange: Exchange) -> str:
    return f"{exchange.milliseconds:,.1f} ms" if exchange.milliseconds else ""
