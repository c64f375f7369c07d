import msgspec
import pytest

from showcase.conductor.recognising import Known
from showcase.model.events import HopEnded
from showcase.model.exchange import Outcome, Verdict
from showcase.model.fact import Fact, FactKind, Side
from tests.showcase.conductor.players import PATIENT, hop_ended

ALBA, PRACTICE = "1.2.1", "1.2.2"
STUDY = Fact(kind=FactKind.STUDY, value="1.9", path="ZDS-1.1")


def patient(value: str, authority: str = ALBA, *, side: Side = Side.REQUEST) -> Fact:
    return Fact(kind=FactKind.PATIENT_ID, value=value, authority=authority, path="PID-3", side=side)


def name(value: str) -> Fact:
    return Fact(kind=FactKind.PATIENT_NAME, value=value, path="PID-5")


def accession(value: str) -> Fact:
    return Fact(kind=FactKind.ACCESSION, value=value, path="OBR-18")


def images(*facts: Fact) -> HopEnded:
    return hop_ended("RAD-8", "ct", "archive", facts=facts)


@pytest.fixture
def known() -> Known:
    found = Known(PATIENT)
    facts = (patient("40213"), name("Rosa Quill"), accession("A2"), STUDY)
    found.learn(hop_ended("RAD-4", "ris", "archive", facts=facts))
    return found


def test_images_of_the_run_agree(known: Known) -> None:
    hop = images(patient("40213"), accession("A2"), STUDY)
    assert known.differences(hop) == ()
    assert known.recognises(hop)


@pytest.mark.parametrize(
    ("facts", "difference"),
    [
        ((patient("40213"), accession("A1"), STUDY), "accession number A1 instead of A2"),
        ((patient("40213"), STUDY), "no accession number instead of A2"),
        (
            (patient("40214"), accession("A2"), STUDY),
            "patient identifier 40214 instead of 40213",
        ),
        (
            (patient("40213"), accession("A2"), Fact(kind=FactKind.STUDY, value="1.8", path="")),
            "Study Instance UID 1.8 instead of 1.9",
        ),
    ],
)
def test_difference_is_named(known: Known, facts: tuple[Fact, ...], difference: str) -> None:
    assert known.differences(images(*facts)) == (difference,)
    assert not known.recognises(images(*facts))


def test_every_difference_is_named(known: Known) -> None:
    assert len(known.differences(images(patient("9"), accession("A1"), STUDY))) == 2


def test_number_of_a_new_house_is_hers_by_her_name(known: Known) -> None:
    def feed(spoken: str) -> HopEnded:
        return hop_ended("ITI-8", "gp", "index", facts=(patient("G7", PRACTICE), name(spoken)))

    assert known.differences(feed("QUILL^ROSA")) == ()
    assert known.differences(feed("Oak^Jan")) == ("patient Oak Jan instead of Rosa Quill",)


def test_number_without_an_issuer_is_compared_with_all(known: Known) -> None:
    assert known.differences(images(patient("40213", ""), accession("A2"), STUDY)) == ()
    assert known.differences(images(patient("7", ""), accession("A2"), STUDY))


def test_name_does_not_matter_where_the_number_is_hers(known: Known) -> None:
    stated = (patient("40213"), name("Quill^R."), accession("A2"), STUDY)
    assert known.differences(images(*stated)) == ()


def test_first_message_is_recognised_by_the_name_alone() -> None:
    fresh = Known(PATIENT)
    admit = hop_ended("ITI-31", "desk", "ehr", facts=(patient("1"), name("Quill^Rosa")))
    assert fresh.differences(admit) == ()
    stranger = hop_ended("ITI-31", "desk", "ehr", facts=(patient("1"), name("Oak^Jan")))
    assert fresh.differences(stranger)


def test_transaction_that_states_nothing_is_accepted(known: Known) -> None:
    assert known.differences(hop_ended("RAD-7", "ct", "ris")) == ()
    assert not known.recognises(hop_ended("RAD-7", "ct", "ris"))


def test_images_that_never_came_are_no_near_miss(known: Known) -> None:
    broken = hop_ended("RAD-8", "ct", "archive", verdict=Verdict(outcome=Outcome.FAILED))
    assert known.differences(broken) == ()


def test_what_audit_records_leave_out_is_no_near_miss(known: Known) -> None:
    exchange = msgspec.structs.replace(images().exchange, transport="syslog-udp")
    seen = msgspec.structs.replace(images(patient("40213"), STUDY), exchange=exchange)
    assert known.differences(seen) == ()
    other = msgspec.structs.replace(images(patient("40214"), STUDY), exchange=exchange)
    assert known.differences(other) == ("patient identifier 40214 instead of 40213",)


def test_answer_to_a_question_teaches_nothing_but_the_indexs(known: Known) -> None:
    others = (patient("99", "1.2.9", side=Side.RESPONSE),)
    known.learn(hop_ended("RAD-5", "ct", "ris", facts=others))
    assert "1.2.9" not in known.identifiers()
    known.learn(hop_ended("ITI-9", "ehr", "index", facts=others))
    assert known.identifiers() == {ALBA: "40213", "1.2.9": "99"}


def test_refused_hop_teaches_nothing() -> None:
    fresh = Known(PATIENT)
    refused = Verdict(outcome=Outcome.REFUSED)
    fresh.learn(hop_ended("ITI-31", "desk", "ehr", facts=(patient("1"),), verdict=refused))
    assert fresh.identifiers() == {}
