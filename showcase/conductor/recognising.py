"""What the run's exchanges have stated of its patient and order; whether a vendor's hop is of them.

A vendor's system is told nothing behind its back, so a hop of its own is recognised by what its
bytes state, compared with what the bytes of this run have stated before.
"""

from collections.abc import Iterable

from showcase.model.events import HopEnded
from showcase.model.exchange import Outcome
from showcase.model.fact import Fact, FactKind, Side
from showcase.model.programme import Patient

_ID, _ACC, _STUDY = FactKind.PATIENT_ID, FactKind.ACCESSION, FactKind.STUDY

_STATES: dict[str, tuple[FactKind, ...]] = {
    "RAD-2": (_ID,),
    "RAD-4": (_ID,),
    "RAD-8": (_ID, _ACC, _STUDY),
    "RAD-28": (_ID, _ACC),
    "ITI-9": (_ID,),
    "ITI-18": (_ID,),
    "ITI-41": (_ID,),
    "ITI-42": (_ID,),
    "ITI-43": (FactKind.DOCUMENT,),
}
"""What a request must state to be recognised, where the run knows it; else, what it may state."""

_COMPARED = (_ACC, _STUDY, FactKind.DOCUMENT)

_WORDS = {
    _ID: "patient identifier",
    _ACC: "accession number",
    _STUDY: "Study Instance UID",
    FactKind.DOCUMENT: "document",
}


class Known:
    """Identifiers of one run."""

    def __init__(self, patient: Patient) -> None:
        """Nothing but whom the run is about: her name is what every human types first."""
        self.patient = patient
        self._values: dict[tuple[FactKind, str], list[str]] = {}

    def learn(self, hop: HopEnded) -> None:
        """Take in what an acknowledged hop of this run states.

        The answer to a question speaks of others, too; only the index answers about her alone.
        """
        if hop.verdict.outcome is not Outcome.ACKNOWLEDGED:
            return
        for fact in hop.facts:
            if fact.side is Side.RESPONSE and hop.transaction != "ITI-9":
                continue
            if fact.kind is _ID and not fact.path.startswith("MRG"):
                self._keep(_ID, fact.authority, fact.value)
            elif fact.kind in _COMPARED:
                self._keep(fact.kind, "", fact.value)

    def identifiers(self) -> dict[str, str]:
        """Her latest identifier by the OID of its authority; that may be empty."""
        return {oid: found[-1] for (kind, oid), found in self._values.items() if kind is _ID}

    def latest(self, kind: FactKind) -> str:
        """The value of a kind that was stated last; empty when none was."""
        return self._values.get((kind, ""), [""])[-1]

    def differences(self, hop: HopEnded) -> tuple[str, ...]:
        """In which identifiers a hop is not of this run: *accession number A1 instead of A2*."""
        stated = [fact for fact in hop.facts if fact.side is Side.REQUEST]
        found = [*self._patients(stated)]
        for kind in _COMPARED:
            known = self._values.get((kind, ""), [])
            strange = dict.fromkeys(f.value for f in stated if f.kind is kind) if known else ()
            found += (_instead(kind, value, known) for value in strange if value not in known)
        # a failed one may not have come so far; an audit record never says all
        whole = hop.verdict.outcome is not Outcome.FAILED and not _by_audit(hop)
        return (*found, *(self._missing(hop.transaction, stated) if whole else ()))

    def recognises(self, hop: HopEnded) -> bool:
        """Whether a hop is surely of this run: it states what we know, and nothing else."""
        stated = [fact for fact in hop.facts if fact.side is Side.REQUEST]
        shared = [f for f in stated if f.value in self._all(f.kind)]
        return bool(shared) and not self.differences(hop)

    def _patients(self, stated: list[Fact]) -> Iterable[str]:
        """Identifiers that are not hers; where none can be compared, a name that is not hers."""
        confirmed = False
        for fact in dict.fromkeys(f for f in stated if f.kind is _ID):
            if fact.path.startswith("MRG"):
                continue
            known = self._comparable(fact.authority)
            if known and fact.value not in known:
                yield _instead(_ID, fact.value, known)
            confirmed = confirmed or fact.value in known
        names = dict.fromkeys(f.value for f in stated if f.kind is FactKind.PATIENT_NAME)
        for name in names if not confirmed else ():
            if _folded(name) != _folded(self.patient.name):
                yield f"patient {name.replace('^', ' ').strip()} instead of {self.patient.name}"

    def _comparable(self, authority: str) -> list[str]:
        """Identifiers of hers that one of `authority` should be among."""
        if authority:
            return self._values.get((_ID, authority), [])
        return self._all(_ID)

    def _missing(self, transaction: str, stated: list[Fact]) -> Iterable[str]:
        kinds = {fact.kind for fact in stated}
        for kind in _STATES.get(transaction, ()):
            if kind not in kinds and (known := self._all(kind)):
                yield f"no {_WORDS[kind]} instead of {known[-1]}"

    def _all(self, kind: FactKind) -> list[str]:
        return [each for (k, _), found in self._values.items() if k is kind for each in found]

    def _keep(self, kind: FactKind, authority: str, value: str) -> None:
        known = self._values.setdefault((kind, authority), [])
        if value and value not in known:
            known.append(value)


def _by_audit(hop: HopEnded) -> bool:
    """Whether all that was seen of a hop are its audit records."""
    return hop.exchange.transport.startswith("syslog")


def _instead(kind: FactKind, value: str, known: list[str]) -> str:
    return f"{_WORDS[kind]} {value} instead of {known[-1]}"


def _folded(name: str) -> frozenset[str]:
    """The parts of a name, in whatever order and case a system writes them."""
    return frozenset(
        part.casefold() for part in name.split("=", maxsplit=1)[0].replace("^", " ").split()
    )
