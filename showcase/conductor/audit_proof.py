"""What a run can prove of its audit trail (ITI-20).

Syslog has no acknowledgement. Of a repository of ours we know what it keeps, and that is proof.
Of a vendor's we know what was sent there, or that nobody took it; more is not claimed.
"""

from collections.abc import Callable, Collection, Iterable, Sequence

import msgspec

from showcase.model.events import HopEnded, Proof
from showcase.model.exchange import Outcome

AUDIT = "ITI-20"


class Repositories(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of who keeps the records.

    Attributes:
        ours: Whether a stand-in played (role, transaction); only those owe us a record.
        kept: SHA-256 of each message that a repository of ours keeps.
        called: What people call whoever plays a role.
    """

    ours: Callable[[str, str], bool]
    kept: Collection[str] = ()
    called: Callable[[str], str] = str


def audited(hops: Sequence[HopEnded], known: Repositories) -> Iterable[Proof]:
    """Whether every stand-in that took part has reported, as far as that can be said."""
    audits = [hop for hop in hops if hop.transaction == AUDIT]
    if not audits:
        return
    theirs = [hop for hop in audits if not known.ours(hop.receiver, AUDIT)]
    claim, reported, evidence = _sent(audits, theirs, known) if theirs else _kept(audits, known)
    parts = _parts(hops, known)
    silent = parts - {hop.sender for hop in reported}
    yield Proof(
        claim=claim,
        holds=not silent,
        evidence=(
            f"no {AUDIT} from {', '.join(sorted(silent))}"
            if silent
            else f"{evidence}, from {len(parts)} stand-ins"
        ),
        hops=tuple(hop.hop for hop in audits),
    )


def _parts(hops: Sequence[HopEnded], known: Repositories) -> set[str]:
    """Stand-ins that took part in an exchange that came about."""
    return {
        role
        for hop in hops
        if hop.transaction != AUDIT and hop.verdict.outcome is Outcome.ACKNOWLEDGED
        for role in (hop.sender, hop.receiver)
        if known.ours(role, hop.transaction)
    }


def _kept(audits: list[HopEnded], known: Repositories) -> tuple[str, list[HopEnded], str]:
    found = [hop for hop in audits if hop.exchange.request in known.kept]
    count = f"{len(found)} of {len(audits)}" if len(found) < len(audits) else f"{len(audits)}"
    claim = "Every stand-in that took part reported to the audit repository"
    return claim, found, f"it keeps {count} {AUDIT} records"


def _sent(
    audits: list[HopEnded], theirs: list[HopEnded], known: Repositories
) -> tuple[str, list[HopEnded], str]:
    lost = [hop for hop in theirs if hop.verdict.outcome is not Outcome.SENT]
    who = " and ".join(dict.fromkeys(known.called(hop.receiver) for hop in theirs))
    if lost:
        why = lost[0].verdict.words.rstrip(".")
        evidence = f"{len(audits)} {AUDIT} records, {len(lost)} not taken ({why})"
        return "Every stand-in that took part wrote its audit records", audits, evidence
    evidence = f"{len(audits)} {AUDIT} records, of which only {who} can show what was kept"
    return f"Every stand-in that took part sent its audit records to {who}", audits, evidence
