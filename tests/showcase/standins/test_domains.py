"""Domains that are named by half."""

from pathlib import Path

import msgspec
import pytest

from showcase.model.system import Oids, System
from showcase.protocols.hl7v2.person import Identifier, PatientIdentification
from showcase.standins.domains import homeless, of_survivor, resolved
from showcase.standins.memory import Person
from showcase.standins.standin import StandIn
from tests.showcase.standins.hospital import Hospital

WHOLE = Identifier(value="1", authority="ALBA", authority_oid="1.2.3.1")
ELSEWHERE = Identifier(value="1", authority="ELSEWHERE")


@pytest.fixture
def me(tmp_path: Path) -> StandIn:
    return Hospital(tmp_path)["index"]


def hears(me: StandIn, authority: str, oid: str) -> None:
    me.memory.remember(
        Person(
            id="7", authority=authority, authority_oid=oid, family="Stone", given="Edna",
            born="19500101", sex="F",
        )
    )  # fmt: skip


def patient(*identifiers: Identifier) -> PatientIdentification:
    return PatientIdentification(identifiers=identifiers, family="Stone", given="Edna")


def test_either_half_names_a_domain_of_the_story(me: StandIn) -> None:
    assert resolved(Identifier(value="1", authority="ALBA"), me) == WHOLE
    assert resolved(Identifier(value="1", authority_oid="1.2.3.1"), me) == WHOLE
    assert resolved(WHOLE, me) == WHOLE


def test_a_vendors_domain_is_known_from_the_cast(me: StandIn) -> None:
    oids = Oids(authority="ELSEWHERE", authority_oid="1.2.99")
    me.book.vendors["ehr"] = System(key="acme", stand_in=False, oids=oids)
    assert resolved(ELSEWHERE, me).authority_oid == "1.2.99"
    me.book.relieved["ehr"] = me.book.vendors.pop("ehr")
    assert resolved(ELSEWHERE, me).authority_oid == "1.2.99"


def test_a_domain_is_known_once_the_wire_has_told_of_it(me: StandIn) -> None:
    assert resolved(ELSEWHERE, me) == ELSEWHERE
    hears(me, "ELSEWHERE", "1.2.99")
    assert resolved(ELSEWHERE, me).authority_oid == "1.2.99"


def test_a_name_that_two_claim_stands_for_neither(me: StandIn) -> None:
    hears(me, "ELSEWHERE", "1.2.98")
    hears(me, "ELSEWHERE", "1.2.99")
    assert resolved(ELSEWHERE, me) == ELSEWHERE
    (fault,) = homeless(patient(ELSEWHERE), me)
    assert fault.said == (
        "ELSEWHERE names several assigning authorities here: send the OID in PID-3.4.2"
    )


def test_a_stranger_does_not_take_a_name_away_from_the_story(me: StandIn) -> None:
    hears(me, "ALBA", "9.9.9")
    assert resolved(Identifier(value="1", authority="ALBA"), me) == WHOLE


def test_one_identifier_with_a_home_is_enough(me: StandIn) -> None:
    assert homeless(patient(ELSEWHERE, Identifier(value="1", authority="ALBA")), me) == ()
    (fault,) = homeless(patient(ELSEWHERE), me)
    assert (fault.condition, fault.at) == ("204", "PID-3.4")
    assert fault.said == "I know no assigning authority ELSEWHERE: send its OID in PID-3.4.2"
    (fault,) = homeless(patient(Identifier(value="1")), me)
    assert fault.said == "I do not know this assigning authority"


def test_a_subsumed_identifier_is_of_the_survivors_domain(me: StandIn) -> None:
    gone = msgspec.structs.replace(WHOLE, value="2")
    assert of_survivor(Identifier(value="2"), WHOLE, me) == gone
    assert of_survivor(Identifier(value="2", authority="ALBA"), WHOLE, me) == gone
    assert of_survivor(ELSEWHERE, WHOLE, me) == ELSEWHERE
