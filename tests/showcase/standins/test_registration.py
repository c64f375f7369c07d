from pathlib import Path

import msgspec
import pytest

from showcase.protocols.hl7v2.person import Identifier, PatientIdentification
from showcase.standins.behaviour import CannotAct, Prompt
from showcase.standins.memory import Memory, Order, Person, Report
from showcase.standins.registration import (
    identification,
    known,
    learn,
    merge,
    person_of,
    register,
    same_person,
    with_visit,
)
from tests.showcase.standins.hospital import HOSPITAL, REGION, ROSA, Hospital

PERSON = Person(
    id="1", authority="ALBA", authority_oid="1.2.3.1", family="Quill", given="Rosa",
    born="19610402", sex="F", visit="V1",
)  # fmt: skip
PROMPT = Prompt(transaction="ITI-31", receivers=("ehr",), typed=ROSA, cue="admit")


@pytest.fixture
def house(tmp_path: Path) -> Hospital:
    return Hospital(tmp_path)


def test_first_visit_gives_an_identifier_of_the_own_domain(house: Hospital) -> None:
    person = register(house["desk"], PROMPT)
    assert (person.authority, person.authority_oid) == HOSPITAL
    assert person.id
    assert house["desk"].memory.named("Rosa Quill") == person


def test_same_patient_keeps_her_identifier(house: Hospital) -> None:
    first = with_visit(house["desk"], register(house["desk"], PROMPT))
    assert register(house["desk"], PROMPT) == first
    assert with_visit(house["desk"], first) == first


def test_namesake_of_another_age_gets_her_own(house: Hospital) -> None:
    first = register(house["desk"], PROMPT)
    younger = msgspec.structs.replace(PROMPT, typed=ROSA | {"born": "19900101"})
    assert register(house["desk"], younger).id != first.id


def test_untyped_name_cannot_be_registered(house: Hospital) -> None:
    with pytest.raises(CannotAct, match="family"):
        register(house["desk"], Prompt(transaction="ITI-31", receivers=(), cue="admit"))


def test_unknown_patient_cannot_be_picked(house: Hospital) -> None:
    with pytest.raises(CannotAct, match="has not been told of a patient named Rosa Quill"):
        known(house["ehr"], "Rosa Quill")


def test_own_number_is_picked_before_one_that_images_brought(house: Hospital) -> None:
    gp = house["gp"]
    mine = register(gp, PROMPT)
    gp.memory.remember(msgspec.structs.replace(PERSON, id="40213"))
    assert known(gp, "Rosa Quill") == mine
    del gp.memory.people[mine.authority_oid, mine.id]
    assert known(gp, "Rosa Quill").id == "40213"


def test_patient_survives_identification(house: Hospital) -> None:
    assert person_of(identification(PERSON), house["ehr"]) == PERSON


def test_identifier_of_the_own_domain_is_preferred(house: Hospital) -> None:
    ids = (
        Identifier(value="9", authority_oid=REGION[1]),
        Identifier(value="1", authority_oid=HOSPITAL[1]),
    )
    patient = PatientIdentification(identifiers=ids, family="Quill", given="Rosa")
    assert person_of(patient, house["ehr"]).id == "1"
    assert person_of(patient, house["registry"]).id == "9"
    assert person_of(patient, house["gp"]).id == "9"


def test_an_identifier_of_a_known_domain_is_preferred(house: Hospital) -> None:
    ids = (
        Identifier(value="987", authority="SOCIAL"),
        Identifier(value="1", authority="ALBA"),
    )
    patient = PatientIdentification(identifiers=ids, family="Quill", given="Rosa")
    assert person_of(patient, house["registry"]).authority_oid == HOSPITAL[1]


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({"family": "QUILL"}, True),
        ({"sex": ""}, True),
        ({"sex": "M"}, False),
        ({"born": "19610403"}, False),
        ({"born": ""}, False),
        ({"given": "Rose"}, False),
    ],
)
def test_demographics_decide_who_is_the_same(change: dict[str, str], same: bool) -> None:
    assert same_person(PERSON, msgspec.structs.replace(PERSON, id="2", **change)) is same


def test_nobody_without_a_birth_date_is_anybody_else() -> None:
    unborn = msgspec.structs.replace(PERSON, born="")
    assert not same_person(unborn, unborn)


def test_update_keeps_what_it_leaves_out() -> None:
    memory = Memory()
    learn(memory, PERSON)
    learn(memory, msgspec.structs.replace(PERSON, family="Quill-Hart", born="", visit=""))
    assert memory.named("Rosa Quill-Hart") == msgspec.structs.replace(PERSON, family="Quill-Hart")


def test_merge_hands_everything_to_the_survivor() -> None:
    memory = Memory()
    old = msgspec.structs.replace(PERSON, id="2")
    learn(memory, old)
    memory.orders["A1"] = Order(person=old, placer_number="P1")
    memory.orders["A2"] = Order(person=msgspec.structs.replace(PERSON, id="3"), placer_number="P2")
    memory.reports["A1"] = Report(
        person=old, accession="A1", study="", title="", text="", author="", written=""
    )
    merge(memory, PERSON, Identifier(value="2", authority_oid="1.2.3.1"))
    assert list(memory.people) == [("1.2.3.1", "1")]
    assert memory.orders["A1"].person == PERSON
    assert memory.orders["A2"].person.id == "3"
    assert memory.reports["A1"].person == PERSON
    assert memory.linked["1.2.3.1", "1"] == (old,)


def test_merge_of_an_unknown_identifier_keeps_the_survivor() -> None:
    memory = Memory()
    merge(memory, PERSON, Identifier(value="2", authority_oid="1.2.3.1"))
    assert list(memory.people.values()) == [PERSON]


def test_merge_with_herself_changes_nothing() -> None:
    memory = Memory()
    learn(memory, PERSON)
    merge(memory, PERSON, Identifier(value="1", authority_oid="1.2.3.1"))
    assert list(memory.people.values()) == [PERSON]
