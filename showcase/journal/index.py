"""What can be searched for: the passages of an event, and how a search is put to SQLite's FTS5.

Only runs and ended hops are indexed; whatever else happens belongs to one of them. The index
holds no text of its own (sqlite.org/fts5.html, 4.4.3 contentless tables): what it finds is read
again from the entry, so that it can never say anything that the record does not.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

import msgspec

from showcase.model.answers import Found
from showcase.model.events import Entry, Event, HopEnded, RunStarted
from showcase.model.fact import Side

AUDIT = "ITI-20"
"""Audit records repeat what exchanges have told, several times each: they are found last."""

TABLE = """
CREATE VIRTUAL TABLE search USING fts5 (
    told, audited,
    content = '', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2'
)
"""

_MOST = 64 * 1024
"""Characters indexed of one event; a longer report is found by its beginning."""

_MOST_WORDS = 12
_LONGEST_WORD = 200
_TOKEN = re.compile(r"[^\W_]+")


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """One text by which an event is found.

    Attributes:
        kind: What it means: ``accession number``, ``patient name``, ``label``.
        path: Where it stood, in the standard's words; empty when it stood in no message.
    """

    kind: str
    text: str
    path: str = ""
    side: Side | None = None
    authority: str = ""


def passages(event: Event) -> tuple[Passage, ...]:
    """Every text by which the event is found, the most telling first; none for most events."""
    match event:
        case HopEnded():
            return tuple(_of_hop(event))
        case RunStarted():
            return tuple(_of_run(event))
        case _:
            return ()


def columns(event: Event) -> tuple[str, str] | None:
    """The row of `TABLE` for an event; None for events that are not searched for."""
    text = "\n".join(dict.fromkeys(each.text for each in passages(event)))[:_MOST]
    if not text:
        return None
    return ("", text) if isinstance(event, HopEnded) and event.transaction == AUDIT else (text, "")


def expression(text: str, column: str) -> str:
    """What to ask FTS5: every word of `text` as the beginning of a word; empty: nothing to ask.

    A word with punctuation inside, such as a UID, is a phrase of its parts.
    """
    parts = _legal(text).replace("^", " ").split()  # of a person's name, in HL7 v2 and DICOM
    words = [word[:_LONGEST_WORD] for word in parts][:_MOST_WORDS]
    terms = " ".join('"' + word.replace('"', " ") + '" *' for word in words if _TOKEN.search(word))
    return f"{{{column}}} : ({terms})" if terms else ""


def best(event: Event, text: str) -> Passage:
    """The passage of a found event that the search meant: the one that has most of its words."""
    wanted = _tokens(text)

    def score(passage: Passage) -> int:
        there = _tokens(passage.text)
        return sum(any(each.startswith(word) for each in there) for word in wanted)

    return max(passages(event), key=score)


def found(entry: Entry, text: str, patient: str) -> Found:
    """What a search tells of an entry that it found."""
    event = entry.event
    passage = best(event, text)
    hop = event if isinstance(event, HopEnded) else None
    return Found(
        seq=entry.seq,
        at=entry.at,
        run=event.run,
        patient=patient,
        hop=hop.hop if hop else "",
        transaction=hop.transaction if hop else "",
        sender=hop.sender if hop else "",
        receiver=hop.receiver if hop else "",
        outcome=hop.verdict.outcome if hop else None,
        kind=passage.kind,
        value=passage.text,
        path=passage.path,
        side=passage.side,
        authority=passage.authority,
    )


def same(one: str, other: str) -> bool:
    """Whether two values are the same to people: ``Quill^Rosa`` is ``Rosa Quill``.

    Only values without digits are names; an identifier is the same when it is written alike.
    """
    if one.strip().casefold() == other.strip().casefold():
        return True
    named = not any(char.isdigit() for char in one + other)
    return named and bool(_tokens(one)) and sorted(_tokens(one)) == sorted(_tokens(other))


def _of_hop(hop: HopEnded) -> Iterator[Passage]:
    for fact in hop.facts:
        yield Passage(
            kind=fact.kind,
            text=fact.value,
            path=fact.path,
            side=fact.side,
            authority=fact.authority,
        )
    verdict, exchange = hop.verdict, hop.exchange
    yield from _plain(
        ("label", (hop.label,)),
        ("transaction", (hop.transaction,)),
        ("answer", (verdict.status, verdict.words)),
        ("role", (hop.sender, hop.receiver)),
        ("address", (exchange.initiator, exchange.responder)),
    )


def _of_run(event: RunStarted) -> Iterator[Passage]:
    programme, patient = event.programme, event.patient
    products = (f"{each.vendor} {each.product}".strip() for each in event.systems.values())
    yield from _plain(
        ("patient name", (patient.name,)),
        ("birth date", (patient.born,)),
        ("story", (programme.title, programme.key)),
        ("run", (event.run,)),
        ("system", products),
    )


def _plain(*texts: tuple[str, Iterable[str]]) -> Iterator[Passage]:
    for kind, several in texts:
        yield from (Passage(kind=kind, text=text) for text in several if text)


def _legal(text: str) -> str:
    """Without what SQLite takes for an end (NUL), and what cannot be encoded (lone surrogates)."""
    return "".join(" " if unicodedata.category(char) in {"Cc", "Cs"} else char for char in text)


def _tokens(text: str) -> list[str]:
    """As the index splits and folds: letters and digits, without case and accents."""
    bare = unicodedata.normalize("NFKD", text[:_MOST]).casefold()
    return _TOKEN.findall("".join(char for char in bare if not unicodedata.combining(char)))
