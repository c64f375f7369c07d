"""Follow a value: every exchange of the run whose bytes state it."""

from dataclasses import dataclass

from showcase.model.events import HopEnded
from showcase.model.fact import Fact, FactKind
from ui.translations import translate
from ui.viewmodels.clinical import plain

_QUIET = {FactKind.INSTANCE, FactKind.STATUS, FactKind.REPORT}
"""Kinds that say little to people: two dozen image UIDs, a word, a page of text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    """A value that an exchange states.

    Attributes:
        key: Kind and value.
        kind: ``patient identifier``.
        path: Where it stood, in the standard's words.
        seen: ``in 6 exchanges: ITI-31, RAD-2 …``; empty when only here.
        spoken: The kind in a visitor's words: ``the patient's number``.
        plain: The value as people write it: ``Rosa Quill``.
        known: The same of `seen`: ``6 messages carry it``.
    """

    key: str
    kind: str
    value: str
    path: str
    seen: str
    spoken: str = ""
    known: str = ""
    plain: str = ""


class Threads:
    """Which exchanges of the run state which value."""

    def __init__(self) -> None:
        """Nothing stated yet."""
        self._hops: dict[tuple[FactKind, str], dict[str, str]] = {}

    def note(self, event: HopEnded) -> None:
        """Remember what an exchange states."""
        for fact in event.facts:
            self._hops.setdefault((fact.kind, fact.value), {})[event.hop] = event.transaction

    def rows(self, event: HopEnded) -> tuple[FactRow, ...]:
        """What that exchange states, each value once."""
        told: dict[tuple[FactKind, str], Fact] = {}
        for fact in event.facts:
            if fact.kind not in _QUIET and fact.value:
                told.setdefault((fact.kind, fact.value), fact)
        return tuple(self._row(fact) for fact in told.values())

    def _row(self, fact: Fact) -> FactRow:
        return FactRow(
            key=f"{fact.kind} {fact.value}",
            kind=fact.kind.value,
            value=fact.value,
            path=fact.path,
            seen=self._seen(fact),
            spoken=_spoken(fact.kind),
            known=self._known(fact),
            plain=plain(fact.value),
        )

    def _seen(self, fact: Fact) -> str:
        hops = self._hops.get((fact.kind, fact.value), {})
        if len(hops) < 2:
            return ""
        names = tuple(dict.fromkeys(hops.values()))
        return translate("Thread", "in {count} exchanges: {names}").format(
            count=len(hops), names=", ".join(names)
        )

    def _known(self, fact: Fact) -> str:
        count = len(self._hops.get((fact.kind, fact.value), {}))
        if count < 2:
            return translate("Thread", "said here for the first time")
        return translate("Thread", "{count} messages carry it").format(count=count)


def _spoken(kind: FactKind) -> str:
    """As one says it to somebody who waits at the front desk, too."""
    words = {
        FactKind.PATIENT_ID: translate("Thread", "the patient's number"),
        FactKind.PATIENT_NAME: translate("Thread", "the patient's name"),
        FactKind.PLACER_ORDER: translate("Thread", "the doctor's order"),
        FactKind.ACCESSION: translate("Thread", "the examination"),
        FactKind.STUDY: translate("Thread", "the set of images"),
        FactKind.DOCUMENT: translate("Thread", "the document"),
        FactKind.DOCUMENT_HASH: translate("Thread", "the document's seal"),
        FactKind.DOCUMENT_TITLE: translate("Thread", "its title"),
    }
    return words.get(kind, kind.value)
