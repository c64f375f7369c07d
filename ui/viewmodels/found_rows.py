"""What search, *follow this value* and comparison have found, as rows."""

from dataclasses import dataclass

from showcase.model.answers import Change, Comparison, Difference, Found, Mention
from showcase.model.fact import Side
from showcase.model.programme import Programme
from ui.faults import piece
from ui.translations import day_and_hour, translate
from ui.viewmodels.failure import title_of
from ui.viewmodels.families import family_of


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRow:
    """An exchange, a run, or a line in which two exchanges differ.

    Attributes:
        key: Of the row.
        hop: To look into; empty: a run was found, or a difference.
        head: ``10:24:31 · CT scanner → Archive``; of a difference: what the line is.
        value: What was found; of a difference: what the first holds.
        other: Of a difference: what the second holds.
        note: Where it stood.
        order: Of a thread: number of the exchange in it, as on the stage; 0: an audit record.
    """

    key: str
    hop: str = ""
    run: str = ""
    transaction: str = ""
    family: str = ""
    head: str
    value: str
    other: str = ""
    note: str = ""
    order: int = 0


def found(number: int, hit: Found, programme: Programme | None) -> FoundRow:
    """What a search has hit."""
    when = day_and_hour(hit.at)
    who = f"{title_of(hit.sender, programme)} → {title_of(hit.receiver, programme)}"
    return FoundRow(
        key=f"{hit.seq}/{number}",
        hop=hit.hop,
        run=hit.run,
        transaction=hit.transaction,
        family=_family(hit.transaction),
        head=f"{when} · {who if hit.hop else hit.patient}",
        value=hit.value,
        note=" · ".join(each for each in (piece(hit.kind), hit.path, hit.patient) if each),
    )


def mention(number: int, order: int, place: Mention, programme: Programme | None) -> FoundRow:
    """Where the followed value stands once more; `order`: as `FoundRow.order`."""
    back = translate("Finder", "in the response")
    where = place.path or translate("Finder", "in the bytes, at {offset}").format(
        offset=place.offset
    )
    parts = (piece(place.kind), where, back if place.side is Side.RESPONSE else "")
    when = place.at.astimezone().strftime("%H:%M:%S")
    who = f"{title_of(place.sender, programme)} → {title_of(place.receiver, programme)}"
    return FoundRow(
        key=f"{place.hop}/{number}",
        order=order,
        hop=place.hop,
        transaction=place.transaction,
        family=_family(place.transaction),
        head=f"{when} · {who}",
        value=place.value,
        note=" · ".join(each for each in parts if each),
    )


def differences(comparison: Comparison) -> list[FoundRow]:
    """The lines in which two exchanges differ, the requests' first."""
    sides = (
        (translate("Finder", "request"), comparison.request),
        (translate("Finder", "response"), comparison.response),
    )
    return [
        _difference_row(f"{side}/{n}", side, each)
        for side, found in sides
        for n, each in enumerate(found)
    ]


def alike(comparison: Comparison) -> str:
    """What is said of two exchanges that differ in no line."""
    if comparison.same_request and comparison.same_response:
        return translate("Finder", "The same, to the last byte")
    return translate("Finder", "No line differs")


def _difference_row(key: str, side: str, difference: Difference) -> FoundRow:
    nothing = translate("Finder", "not there")
    added, removed = difference.change is Change.ADDED, difference.change is Change.REMOVED
    return FoundRow(
        key=key,
        head=difference.label,
        value=nothing if added else difference.before,
        other=nothing if removed else difference.after,
        note=" · ".join((side, *difference.within)),
    )


def _family(transaction: str) -> str:
    return family_of(transaction).value if transaction else ""
