"""What can be proved of an audit trail, whoever keeps it."""

import msgspec

from showcase.conductor.audit_proof import Repositories, audited
from showcase.model.events import HopEnded, Proof
from showcase.model.exchange import Outcome, Verdict
from tests.showcase.conductor.players import hop_ended

ADMISSION = hop_ended("ITI-31", "desk", "ehr")
SENT = Verdict(outcome=Outcome.SENT, status="sent")
LOST = Verdict(outcome=Outcome.FAILED, words="Nobody listens at 192.0.2.9:514.")


def record(sender: str, verdict: Verdict = SENT) -> HopEnded:
    hop = hop_ended("ITI-20", sender, "audit", verdict=verdict)
    exchange = msgspec.structs.replace(hop.exchange, request=f"record of {sender}")
    return msgspec.structs.replace(hop, exchange=exchange)


def proof(*hops: HopEnded, kept: tuple[str, ...] = (), vendor: bool = False) -> Proof:
    known = Repositories(
        ours=lambda role, _transaction: not (vendor and role == "audit"),
        kept=[f"record of {each}" for each in kept],
        called=lambda role: "Keepwell" if vendor and role == "audit" else role.title(),
    )
    (found,) = audited([ADMISSION, *hops], known)
    return found


def test_a_repository_of_ours_proves_it_by_what_it_keeps() -> None:
    found = proof(record("desk"), record("ehr"), kept=("desk", "ehr"))
    assert found.holds
    assert found.claim == "Every stand-in that took part reported to the audit repository"
    assert found.evidence == "it keeps 2 ITI-20 records, from 2 stand-ins"


def test_who_wrote_no_record_is_named() -> None:
    found = proof(record("desk"), kept=("desk",))
    assert not found.holds
    assert found.evidence == "no ITI-20 from ehr"


def test_what_was_sent_and_never_came_is_no_proof() -> None:
    found = proof(record("desk"), record("ehr"), kept=("desk",))
    assert not found.holds
    assert found.evidence == "no ITI-20 from ehr"


def test_one_record_lost_of_several_is_counted() -> None:
    lost = msgspec.structs.replace(record("ehr"), exchange=hop_ended("x", "a", "b").exchange)
    found = proof(record("desk"), record("ehr"), lost, kept=("desk", "ehr"))
    assert found.holds
    assert found.evidence == "it keeps 2 of 3 ITI-20 records, from 2 stand-ins"


def test_of_a_vendors_repository_only_the_sending_is_claimed() -> None:
    found = proof(record("desk"), record("ehr"), vendor=True)
    assert found.holds
    assert found.claim == "Every stand-in that took part sent its audit records to Keepwell"
    assert "of which only Keepwell can show what was kept" in found.evidence


def test_a_dead_repository_is_told_and_spoils_no_run() -> None:
    found = proof(record("desk", LOST), record("ehr", LOST), vendor=True)
    assert found.holds
    assert found.claim == "Every stand-in that took part wrote its audit records"
    assert "2 not taken (Nobody listens at 192.0.2.9:514)" in found.evidence


def test_who_wrote_nothing_for_a_vendors_repository_is_named() -> None:
    assert not proof(record("desk"), vendor=True).holds


def test_without_audits_nothing_is_claimed() -> None:
    assert not list(audited([ADMISSION], Repositories(ours=lambda _role, _transaction: True)))
