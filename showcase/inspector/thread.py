"""The patient's identifiers, one colour each, from hop to hop."""

import msgspec

from showcase.inspector.markup import Element, element
from showcase.inspector.recording import Recording
from showcase.model.events import HopEnded
from showcase.model.fact import Fact, FactKind, Side

MOST = 12
"""Strands that are drawn, and colours for them; a run of one patient has half as many."""

_FOLLOWED = {
    FactKind.PATIENT_ID: "Patient identifier",
    FactKind.PLACER_ORDER: "Placer order number",
    FactKind.ACCESSION: "Accession number",
    FactKind.STUDY: "Study Instance UID",
    FactKind.DOCUMENT: "Document unique id",
}
"""Kinds that lead from hop to hop; two dozen image UIDs would hide them."""

_LETTERS = 34

_LEFT, _STEP, _ROW, _TOP = 12.0, 34.0, 38.0, 30.0


class Strand(msgspec.Struct, frozen=True):
    """One identifier, wherever it occurs.

    Attributes:
        number: 0, 1, 2 … in the order of appearance; it is the colour, too.
        title: What it is, and whose.
        hops: Who said it, by hop: the request, the response or both.
    """

    number: int
    title: str
    value: str
    hops: dict[str, frozenset[Side]]

    @property
    def colour(self) -> str:
        """The class that gives it its colour."""
        return f"c{self.number}"


def strands(run: Recording) -> tuple[Strand, ...]:
    """The identifiers of a run, in the order of appearance."""
    found: dict[tuple[FactKind, str, str], dict[str, frozenset[Side]]] = {}
    for hop in run.hops:
        for fact in hop.event.facts:
            if fact.kind in _FOLLOWED and fact.value:
                sides = found.setdefault((fact.kind, fact.value, fact.authority), {})
                sides[hop.event.hop] = sides.get(hop.event.hop, frozenset()) | {fact.side}
    places = {p.authority_oid: p.title for p in run.start.programme.places if p.authority_oid}
    kept = list(found.items())[:MOST]
    return tuple(
        Strand(number, _title(kind, authority, places), value, hops)
        for number, ((kind, value, authority), hops) in enumerate(kept)
    )


def classes(all_strands: tuple[Strand, ...], *hops: HopEnded) -> str:
    """Classes for what shows those hops: one for each identifier that runs through any of them."""
    names = {hop.hop for hop in hops}
    return " ".join(f"v{each.number}" for each in all_strands if names & each.hops.keys())


def told(all_strands: tuple[Strand, ...], fact: Fact, hop: HopEnded) -> str:
    """The colour of a value that an exchange states; empty when it has none."""
    same = (each for each in all_strands if each.value == fact.value and hop.hop in each.hops)
    return next((each.colour for each in same), "")


def thread(run: Recording, all_strands: tuple[Strand, ...]) -> Element | None:
    """Every identifier as a line through the hops in which it occurs; None when there is none."""
    if not all_strands:
        return None
    return element(
        "div",
        element("div", [_legend(each) for each in all_strands], class_="legend"),
        element("div", _lines(run, all_strands), class_="lines"),
        class_="thread",
    )


def _legend(strand: Strand) -> Element:
    return element(
        "label",
        element("span", strand.title, class_="what"),
        element("span", _short(strand.value), class_="value"),
        class_=f"strand {strand.colour} s{strand.number}",
        for_=f"follow-{strand.number}",
        title=strand.value,
    )


def _short(value: str) -> str:
    """A long UID by both its ends: those of one run begin alike."""
    return value if len(value) <= _LETTERS else f"{value[:12]}…{value[-(_LETTERS - 13) :]}"


def _lines(run: Recording, all_strands: tuple[Strand, ...]) -> Element:
    width = 2 * _LEFT + max(1, len(run.hops)) * _STEP
    height = _TOP + _ROW * len(all_strands)
    places = {hop.event.hop: _LEFT + (nth + 0.5) * _STEP for nth, hop in enumerate(run.hops)}
    numbers = [
        element("text", str(hop.number), x=places[hop.event.hop], y=16, class_="count")
        for hop in run.hops
    ]
    rails = [
        element("path", d=f"M{x:.1f} {_TOP - 6:.1f} V{height:.1f}", class_="rail")
        for x in places.values()
    ]
    return element(
        "svg",
        element("title", "In which hops each identifier occurs"),
        rails,
        numbers,
        [_line(each, places) for each in all_strands],
        viewBox=f"0 0 {width:.0f} {height:.0f}",
        width=width,
        height=height,
        role="img",
    )


def _line(strand: Strand, places: dict[str, float]) -> Element:
    y = _TOP + _ROW * (strand.number + 0.5)
    xs = {hop: places[hop] for hop in strand.hops if hop in places}
    ends = f"M{min(xs.values()):.1f} {y:.1f} H{max(xs.values()):.1f}"
    return element(
        "g",
        element("path", d=ends, class_="yarn"),
        [_knot(x, y, strand.hops[hop]) for hop, x in xs.items()],
        class_=f"strand {strand.colour} s{strand.number}",
    )


def _knot(x: float, y: float, sides: frozenset[Side]) -> Element:
    asked = Side.REQUEST in sides
    return element(
        "circle",
        element("title", " and ".join(sorted(sides))),
        cx=x,
        cy=y,
        r=7 if asked else 6,
        class_="knot" if asked else "knot answered",
    )


def _title(kind: FactKind, authority: str, places: dict[str, str]) -> str:
    whose = places.get(authority, "")
    return f"{_FOLLOWED[kind]}, {whose}" if whose else _FOLLOWED[kind]
