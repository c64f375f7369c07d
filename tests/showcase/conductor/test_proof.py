from showcase.conductor.audit_proof import Repositories
from showcase.conductor.proof import prove
from showcase.model.events import HopEnded, Proof
from showcase.model.exchange import Outcome, Verdict
from showcase.model.fact import Fact, FactKind, Side
from tests.showcase.conductor.players import hop_ended

OURS = Repositories(ours=lambda _role, _transaction: True)
ALBA, PRACTICE, REGION = "1.2.1", "1.2.2", "1.2.3"


def patient(value: str, authority: str, path: str = "PID-3.1", side: Side = Side.REQUEST) -> Fact:
    return Fact(kind=FactKind.PATIENT_ID, value=value, authority=authority, path=path, side=side)


def proofs(*hops: HopEnded) -> dict[str, Proof]:
    return {proof.claim: proof for proof in prove(hops, OURS)}


def only(found: dict[str, Proof], words: str) -> Proof:
    (proof,) = [proof for claim, proof in found.items() if words in claim]
    return proof


def test_same_identifier_holds() -> None:
    found = proofs(
        hop_ended("ITI-31", "desk", "ehr", facts=(patient("A1", ALBA),)),
        hop_ended("RAD-2", "ehr", "ris", facts=(patient("A1", ALBA),)),
    )
    assert only(found, "order names the patient").holds


def test_other_identifier_breaks_the_chain_and_is_named() -> None:
    found = proofs(
        hop_ended("ITI-31", "desk", "ehr", facts=(patient("A1", ALBA),)),
        hop_ended("RAD-2", "ehr", "ris", facts=(patient("A2", ALBA),)),
    )
    proof = only(found, "order names the patient")
    assert not proof.holds
    assert "A2" in proof.evidence


def test_same_number_of_another_authority_is_another_patient() -> None:
    found = proofs(
        hop_ended("ITI-31", "desk", "ehr", facts=(patient("A1", ALBA),)),
        hop_ended("RAD-2", "ehr", "ris", facts=(patient("A1", PRACTICE),)),
    )
    assert not only(found, "order names the patient").holds


def test_system_that_was_never_told_owes_nothing() -> None:
    told = hop_ended("ITI-31", "desk", "ehr", facts=(patient("A1", ALBA),))
    gp = hop_ended("RAD-2", "gp", "ris", facts=(patient("P1", PRACTICE),))
    assert not proofs(told, gp)
    ehr = hop_ended("RAD-2", "ehr", "ris", facts=(patient("A1", ALBA),))
    assert only(proofs(told, gp, ehr), "order names the patient").holds


def test_caller_that_nobody_cast_is_held_to_the_claim() -> None:
    told = hop_ended("ITI-31", "desk", "ehr", facts=(patient("A1", ALBA),))
    guest = hop_ended("RAD-2", "10.4.0.2:4711", "ris", facts=(patient("A2", ALBA),))
    assert not only(proofs(told, guest), "order names the patient").holds


def test_house_may_share_under_its_own_number_where_that_is_the_regions() -> None:
    def shared(source: str, value: str) -> HopEnded:
        entry = patient(value, REGION, "XDSDocumentEntry.patientId")
        return hop_ended("ITI-41", source, "repository", facts=(entry,))

    answer = patient("R9", REGION, side=Side.RESPONSE)
    asked = hop_ended("ITI-9", "gp", "index", facts=(patient("G7", PRACTICE, "QPD-3.1"), answer))
    found = proofs(asked, shared("hub", "R9"), shared("gp", "R9"))
    assert only(found, "shared under the regional identifier").holds
    found = proofs(asked, shared("hub", "R9"), shared("gp", "R8"))
    assert not only(found, "shared under the regional identifier").holds


def test_nothing_is_claimed_of_what_was_not_performed() -> None:
    assert not proofs(hop_ended("ITI-31", "desk", "ehr", facts=(patient("A1", ALBA),)))


def document(value: str) -> Fact:
    return Fact(kind=FactKind.DOCUMENT_HASH, value=value, path="hash")


def test_what_was_sent_and_not_answered_was_sent_all_the_same() -> None:
    lost = Verdict(outcome=Outcome.FAILED, status="no answer in 2 s")
    sent = hop_ended("ITI-41", "ehr", "repository", facts=(document("a"),))
    late = hop_ended("ITI-41", "ehr", "repository", facts=(document("b"),), verdict=lost)
    listed = hop_ended("ITI-42", "repository", "registry", facts=(document("a"), document("b")))
    assert only(proofs(sent, late, listed), "lists the document that was sent").holds
    assert not only(proofs(sent, listed), "lists the document that was sent").holds
    assert not proofs(late, listed)  # nobody has acknowledged that anything was shared


def test_missing_identifier_does_not_hold() -> None:
    found = proofs(
        hop_ended("ITI-31", "desk", "ehr", facts=(patient("A1", ALBA),)),
        hop_ended("RAD-2", "ehr", "ris"),
    )
    assert not only(found, "order names the patient").holds


def _two_domains() -> list[HopEnded]:
    answer = patient("R9", REGION, side=Side.RESPONSE)
    return [
        hop_ended("ITI-8", "desk", "index", facts=(patient("A1", ALBA),)),
        hop_ended("ITI-8", "gp", "index", facts=(patient("G7", PRACTICE),)),
        hop_ended("ITI-9", "ehr", "index", facts=(patient("A1", ALBA, "QPD-3.1"), answer)),
        hop_ended("ITI-9", "gp", "index", facts=(patient("G7", PRACTICE, "QPD-3.1"), answer)),
    ]


def test_two_domains_meet_only_at_the_index() -> None:
    assert only(proofs(*_two_domains()), "linked only by the index").holds


def test_identifiers_of_both_domains_in_one_message_are_a_leak() -> None:
    leak = hop_ended("RAD-2", "ehr", "ris", facts=(patient("A1", ALBA), patient("G7", PRACTICE)))
    assert not only(proofs(*_two_domains(), leak), "linked only by the index").holds


def test_documents_of_two_houses_in_one_answer_are_no_leak() -> None:
    ids = (patient("A1", ALBA, side=Side.RESPONSE), patient("G7", PRACTICE, side=Side.RESPONSE))
    found = hop_ended("ITI-18", "gp", "registry", facts=ids)
    opened = hop_ended("ITI-43", "gp", "repository", facts=ids)
    assert only(proofs(*_two_domains(), found, opened), "linked only by the index").holds
    asked = (patient("A1", ALBA), patient("G7", PRACTICE))
    leak = hop_ended("ITI-18", "gp", "registry", facts=asked)
    assert not only(proofs(*_two_domains(), leak), "linked only by the index").holds


def test_different_answers_are_two_patients() -> None:
    *hops, _ = _two_domains()
    other = patient("R8", REGION, side=Side.RESPONSE)
    hops.append(hop_ended("ITI-9", "gp", "index", facts=(patient("G7", PRACTICE), other)))
    assert not only(proofs(*hops), "linked only by the index").holds
