"""A run as one self-contained HTML page: nothing is loaded from elsewhere, nothing runs in it.

The policy in its head allows pictures that it holds itself and its one style sheet, by its hash
(Content Security Policy Level 3, 8.3); no script, no font, no address. Following an identifier is
done by radio buttons and the style sheet alone.
"""

import asyncio
import base64
import hashlib
from collections.abc import Iterator

from showcase.explain.readers import explain
from showcase.inspector.diagram import diagram
from showcase.inspector.markup import Element, element, page_of
from showcase.inspector.reading import both_sides, kept
from showcase.inspector.recording import Hop, Recording
from showcase.inspector.story import OUTCOMES, Material, Teller, row, story
from showcase.inspector.style import style_of
from showcase.inspector.thread import Strand, strands, thread
from showcase.journal import Journal
from showcase.model.events import Proof
from showcase.model.exchange import Outcome
from showcase.model.node import as_text

_LARGEST_PICTURE = 400_000
"""Bytes; a page that is sent by mail must stay small."""


async def page(journal: Journal, run: Recording) -> bytes:
    """The page of a run, as UTF-8."""
    materials: dict[str, Material] = {}
    shown: set[str] = set()
    for hop in (*run.hops, *run.audits):
        materials[hop.event.hop] = await _material(journal, hop, shown)
    return await asyncio.to_thread(composed, run, materials)


def composed(run: Recording, materials: dict[str, Material]) -> bytes:
    """The page, of what has been read.

    Args:
        run: The run.
        materials: What was recorded of its hops, by their ids.
    """
    threads = strands(run)
    teller = Teller(run, threads, materials)
    style = style_of(len(threads))
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    title = f"{run.start.programme.title}, {run.start.patient.name}"
    return page_of(
        element(
            "html",
            element(
                "head",
                element("meta", charset="utf-8"),
                element("meta", http_equiv="Content-Security-Policy", content=policy),
                element("meta", name="viewport", content="width=device-width, initial-scale=1"),
                element("meta", name="referrer", content="no-referrer"),
                element("title", title),
                element("style", style),
            ),
            element("body", _follow(threads), list(_body(teller))),
            lang="en",
        )
    )


async def _material(journal: Journal, hop: Hop, shown: set[str]) -> Material:
    event = hop.event
    request, response = await both_sides(journal, event)
    transport = event.exchange.transport
    there, back = await asyncio.to_thread(
        lambda: (as_text(explain(transport, request)), as_text(explain(transport, response)))
    )
    digests = [d for d in (event.picture, *event.thumbnails) if d and d not in shown][:3]
    shown.update(digests)
    found = [await kept(journal, digest) for digest in digests]
    return Material(there, back, tuple(p for p in found if 0 < len(p) <= _LARGEST_PICTURE))


def _follow(threads: tuple[Strand, ...]) -> Iterator[Element]:
    """The switches behind the identifiers; the style sheet looks at which is on."""
    for key in ("all", *(str(each.number) for each in threads)):
        yield element(
            "input",
            type="radio",
            name="follow",
            id=f"follow-{key}",
            class_="switch",
            checked="checked" if key == "all" else None,
            aria_label="Show everything" if key == "all" else "Follow an identifier",
        )


def _body(teller: Teller) -> Iterator[Element]:
    run = teller.run
    yield element("header", list(_head(run)))
    yield _section("Who told whom", diagram(run, teller.strands))
    threads = thread(run, teller.strands)
    if threads is not None:
        hint = element(
            "p",
            "A filled dot: the request says it. A ring: the answer does. Choose an identifier to "
            "follow it; ",
            element("label", "show everything", for_="follow-all", class_="link"),
            " again.",
            class_="hint",
        )
        yield _section("The patient's thread", hint, threads)
    yield _section("The story, hop by hop", story(teller))
    if run.end and run.end.proofs:
        yield _section("What was proved from the recorded bytes", _proofs(run.end.proofs))
    yield _section("Who played", _cast(run))
    if run.audits:
        title = f"Audit records: {len(run.audits)}"
        rows = [row(teller, hop) for hop in run.audits]
        yield _section("Audit trail", element("details", element("summary", title), rows))
    yield element("footer", _colophon(run))


def _head(run: Recording) -> Iterator[Element]:
    programme, patient = run.start.programme, run.start.patient
    about = f", {patient.tell}" if patient.tell else ""
    yield element("p", "Showcase · recorded run", class_="brand")
    yield element("h1", programme.title)
    yield element("p", element("bdi", patient.name), about, class_="patient")
    yield element("p", _summary(run), class_="summary")
    yield element("p", "TEST · the patient is invented, the messages were real", class_="test")


def _summary(run: Recording) -> Iterator[Element]:
    counts = run.outcomes()
    for outcome, (mark, word) in OUTCOMES.items():
        if counts[outcome] or outcome is Outcome.ACKNOWLEDGED:
            text = f"{mark} {counts[outcome]} {word}"
            yield element("span", text, class_=f"pill {outcome.value}")
    end = run.end
    if end is None:
        yield element("span", "! was cut short", class_="pill failed")
        return
    holding = sum(proof.holds for proof in end.proofs)
    if end.proofs:
        mark, kind = ("✓", "acknowledged") if holding == len(end.proofs) else ("!", "failed")
        text = f"{mark} {holding} of {len(end.proofs)} proofs hold"
        yield element("span", text, class_=f"pill {kind}")
    if end.seconds:
        yield element("span", f"{end.seconds:,.1f} seconds", class_="pill plain")
    yield element("span", f"{run.began:%d %B %Y, %H:%M} UTC", class_="pill plain")


def _proofs(proofs: tuple[Proof, ...]) -> Element:
    return element(
        "ul",
        [
            element(
                "li",
                element("span", "✓" if proof.holds else "✕", class_="mark"),
                element("span", proof.claim, class_="claim"),
                element("span", proof.evidence, class_="evidence"),
                class_="proof" if proof.holds else "proof broken",
            )
            for proof in proofs
        ],
        class_="proofs",
    )


def _cast(run: Recording) -> Element:
    heads = ("Role", "Place", "Played by", "IHE actors")
    places = {place.key: place.title for place in run.start.programme.places}
    rows = [
        element(
            "tr",
            element("th", role.title, scope="row"),
            element("td", places.get(role.place, role.place)),
            element("td", _player(run, role.key)),
            element("td", ", ".join(role.plays)),
        )
        for role in run.start.programme.roles
    ]
    return element(
        "table",
        element("thead", element("tr", [element("th", head, scope="col") for head in heads])),
        element("tbody", rows),
    )


def _player(run: Recording, role: str) -> str:
    system = run.systems.get(role)
    if system is None or system.stand_in:
        return "stand-in"
    name = f"{system.vendor} {system.product}".strip() or system.key
    return f"{name}, with a stand-in" if system.assisted else name


def _colophon(run: Recording) -> str:
    version = f" {run.start.version}" if run.start.version else ""
    return f"Run {run.start.run}. Recorded and written by Showcase{version}; loads nothing."


def _section(title: str, *content: Element | list[Element] | None) -> Element:
    return element("section", element("h2", title), content, class_="part")
