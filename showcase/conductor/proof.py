"""From the recorded bytes: one patient was one patient throughout.

Nothing here knows what the stand-ins remember. Each link says that every value of one kind in a
later transaction stood in an earlier one; a link is claimed only where a run performed both.

A story may send several numbers of one patient about: three houses, two sources of documents. So
a link may be *told*: it binds only a system that had a part in the earlier transaction. A practice
that orders a scan owes nothing to a front desk which never spoke to it.
"""

from collections.abc import Iterable, Sequence

import msgspec

from showcase.conductor.audit_proof import Repositories, audited
from showcase.model.events import HopEnded, Proof
from showcase.model.exchange import Outcome
from showcase.model.fact import Fact, FactKind, Side


class _End(msgspec.Struct, frozen=True, kw_only=True):
    """One end of a link: the facts of a kind in acknowledged hops of a transaction.

    Attributes:
        path: Only facts that stood at this path; empty: anywhere.
    """

    transaction: str
    side: Side = Side.REQUEST
    path: str = ""

    def __str__(self) -> str:
        """``RAD-5 response``."""
        where = f" {self.path}" if self.path else ""
        return f"{self.transaction}{' answer' if self.side is Side.RESPONSE else ''}{where}"


class _Link(msgspec.Struct, frozen=True, kw_only=True):
    """A claim.

    Attributes:
        told: It binds only later senders that sent or received the earlier transaction.
    """

    claim: str
    kind: FactKind
    earlier: _End
    later: _End
    told: bool = False


def _request(transaction: str, path: str = "") -> _End:
    return _End(transaction=transaction, path=path)


def _answer(transaction: str) -> _End:
    return _End(transaction=transaction, side=Side.RESPONSE)


_ID, _ACC, _STUDY = FactKind.PATIENT_ID, FactKind.ACCESSION, FactKind.STUDY

_DOCUMENTS = frozenset({"ITI-18", "ITI-43"})
"""Their answers hold what documents say."""

_LINKS = (
    _Link(
        claim="The order names the patient whom the front desk registered",
        kind=_ID,
        earlier=_request("ITI-31"),
        later=_request("RAD-2"),
        told=True,
    ),
    _Link(
        claim="The archive was told of the patient who was ordered for",
        kind=_ID,
        earlier=_request("RAD-2"),
        later=_request("RAD-4"),
        told=True,
    ),
    _Link(
        claim="The images name the patient whom the worklist answered",
        kind=_ID,
        earlier=_answer("RAD-5"),
        later=_request("RAD-8"),
        told=True,
    ),
    _Link(
        claim="The images name the patient who was ordered for",
        kind=_ID,
        earlier=_request("RAD-2"),
        later=_request("RAD-8"),
    ),
    _Link(
        claim="The images bear the accession number of the order",
        kind=_ACC,
        earlier=_request("RAD-4"),
        later=_request("RAD-8"),
    ),
    _Link(
        claim="The images bear the Study Instance UID that radiology minted",
        kind=_STUDY,
        earlier=_request("RAD-4"),
        later=_request("RAD-8"),
    ),
    _Link(
        claim="The procedure step belongs to the study that radiology minted",
        kind=_STUDY,
        earlier=_request("RAD-4"),
        later=_request("RAD-6"),
    ),
    _Link(
        claim="The reading room received the images that the scanner sent",
        kind=FactKind.INSTANCE,
        earlier=_request("RAD-8"),
        later=_request("RAD-16"),
    ),
    _Link(
        claim="The report names the patient of the images",
        kind=_ID,
        earlier=_request("RAD-8"),
        later=_request("RAD-28"),
    ),
    _Link(
        claim="The report answers the order",
        kind=_ACC,
        earlier=_request("RAD-8"),
        later=_request("RAD-28"),
    ),
    _Link(
        claim="The document's source patient is the patient of the report",
        kind=_ID,
        earlier=_request("RAD-28"),
        later=_request("ITI-41", "sourcePatientId"),
        told=True,
    ),
    _Link(
        claim="The document is shared under the regional identifier that the index answered",
        kind=_ID,
        earlier=_answer("ITI-9"),
        later=_request("ITI-41", "XDSDocumentEntry.patientId"),
        told=True,
    ),
    _Link(
        claim="The registry lists it under the same identifier",
        kind=_ID,
        earlier=_request("ITI-41", "XDSDocumentEntry.patientId"),
        later=_request("ITI-42", "XDSDocumentEntry.patientId"),
    ),
    _Link(
        claim="Documents are looked for under the identifier that the index answered",
        kind=_ID,
        earlier=_answer("ITI-9"),
        later=_request("ITI-18"),
        told=True,
    ),
    _Link(
        claim="The registry lists the document that was sent",
        kind=FactKind.DOCUMENT_HASH,
        earlier=_request("ITI-41"),
        later=_request("ITI-42"),
    ),
    _Link(
        claim="The document that arrived is the one that was sent, byte for byte",
        kind=FactKind.DOCUMENT_HASH,
        earlier=_request("ITI-41"),
        later=_answer("ITI-43"),
    ),
)


def prove(hops: Sequence[HopEnded], repositories: Repositories) -> tuple[Proof, ...]:
    """The proofs that a run's hops bear out, or fail to.

    Args:
        hops: Every hop of the run, in the order of their ends.
        repositories: Who owes audit records, and who keeps them.
    """
    good = [hop for hop in hops if hop.verdict.outcome.good]
    lost = [hop for hop in hops if hop.verdict.outcome is Outcome.FAILED]
    links = [proof for link in _LINKS if (proof := _prove(link, good, lost))]
    return (*links, *_only_by_index(good), *audited(hops, repositories))


def _prove(link: _Link, hops: Sequence[HopEnded], lost: Sequence[HopEnded]) -> Proof | None:
    """Whether a link holds.

    What was sent and not answered in time may have arrived: if its receiver went on with it, that
    was sent all the same.
    """
    first = [hop for hop in hops if hop.transaction == link.earlier.transaction]
    then = [hop for hop in hops if hop.transaction == link.later.transaction]
    if link.told:
        then = [hop for hop in then if _was_told(hop.sender, first)]
    if not first or not then:
        return None
    earlier, later = _facts(link.earlier, link.kind, first), _facts(link.later, link.kind, then)
    unanswered = [hop for hop in lost if hop.transaction == link.earlier.transaction]
    sent = earlier + _facts(link.earlier, link.kind, unanswered)
    strangers = {fact.value for _, fact in later if not _stood(fact, sent)}
    holds = bool(earlier) and bool(later) and not strangers
    return Proof(
        claim=link.claim,
        holds=holds,
        evidence=_evidence(link, strangers, later),
        hops=tuple(dict.fromkeys(hop.hop for hop, _ in (*earlier, *later))),
    )


def _was_told(system: str, hops: Iterable[HopEnded]) -> bool:
    """Whether a system had a part in any of the hops; a caller that nobody cast may have had."""
    return ":" in system or any(system in (hop.sender, hop.receiver) for hop in hops)


def _facts(end: _End, kind: FactKind, hops: Iterable[HopEnded]) -> list[tuple[HopEnded, Fact]]:
    return [
        (hop, fact)
        for hop in hops
        for fact in hop.facts
        if fact.kind is kind and fact.side is end.side and end.path in ("", fact.path)
    ]


def _stood(fact: Fact, earlier: list[tuple[HopEnded, Fact]]) -> bool:
    """Whether the value stood there; authorities are compared where both sides state one."""
    return any(
        fact.value == other.value
        and (not fact.authority or not other.authority or fact.authority == other.authority)
        for _, other in earlier
    )


def _evidence(link: _Link, strangers: set[str], later: list[tuple[HopEnded, Fact]]) -> str:
    if strangers:
        return f"{link.later} holds {', '.join(sorted(strangers))}, which {link.earlier} does not"
    if not later:
        return f"{link.later} states no {link.kind}"
    values = list(dict.fromkeys(fact.value for _, fact in later))
    shown = values[0] if len(values) == 1 else f"{len(values)} values"
    return f"{link.earlier} = {link.later} = {shown}"


def _only_by_index(hops: Sequence[HopEnded]) -> Iterable[Proof]:
    """Two domains met nowhere but at the index: no exchange holds identifiers of both.

    Documents of several houses may come in one answer; each names the house that wrote it.
    """
    feeds = [hop for hop in hops if hop.transaction == "ITI-8"]
    domains = {
        fact.authority: fact.value
        for hop in feeds
        for fact in hop.facts
        if fact.kind is _ID and fact.authority
    }
    queries = [hop for hop in hops if hop.transaction == "ITI-9"]
    asked = {f.authority for hop in queries for f in _ids(hop, Side.REQUEST)}
    if len(asked) < 2:
        return
    answered = {f.value for hop in queries for f in _ids(hop, Side.RESPONSE)}
    leaks = [
        hop
        for hop in hops
        if hop.transaction != "ITI-9"
        and len({f.authority for f in hop.facts if f.kind is _ID and _speaks(hop, f)} & asked) > 1
    ]
    known = all(authority in domains for authority in asked)
    yield Proof(
        claim="Each house knows the patient by its own identifier, linked only by the index",
        holds=known and not leaks and len(answered) == 1,
        evidence=(
            f"{' and '.join(domains.get(a, '?') for a in sorted(asked))}, "
            f"both answered by ITI-9 with {', '.join(sorted(answered)) or 'nothing'}"
        ),
        hops=tuple(hop.hop for hop in (*queries, *leaks)),
    )


def _speaks(hop: HopEnded, fact: Fact) -> bool:
    """Whether a system says so itself, rather than a document that it hands on."""
    return not (hop.transaction in _DOCUMENTS and fact.side is Side.RESPONSE)


def _ids(hop: HopEnded, side: Side) -> list[Fact]:
    return [f for f in hop.facts if f.kind is _ID and f.side is side and f.authority]
