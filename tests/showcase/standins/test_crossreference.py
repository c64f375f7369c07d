import msgspec
import pytest

from showcase.protocols.hl7v2.person import Identifier
from showcase.standins.crossreference import CrossReference
from showcase.standins.memory import Memory, Person

REGION = Identifier(value="", authority="REGION", authority_oid="1.9")
ALBA = Person(
    id="40213", authority="ALBA", authority_oid="1.1", family="Quill", given="Rosa",
    born="19610402", sex="F",
)  # fmt: skip
RIVER = msgspec.structs.replace(ALBA, id="77", authority="RIVER", authority_oid="1.2")


@pytest.fixture
def memory() -> Memory:
    return Memory()


@pytest.fixture
def reference(memory: Memory) -> CrossReference:
    return CrossReference(memory, REGION)


def ids(people: tuple[Person, ...]) -> set[str]:
    return {person.id for person in people}


def test_first_feed_mints_a_master_identifier(reference: CrossReference) -> None:
    master = reference.feed(ALBA)
    assert (master.authority, master.authority_oid, master.name) == ("REGION", "1.9", "Rosa Quill")
    assert master.id not in ("", "40213")


def test_two_domains_share_one_master(reference: CrossReference) -> None:
    master = reference.feed(ALBA)
    assert reference.feed(RIVER) == master
    assert ids(reference.others(ALBA)) == {"77", master.id}
    assert ids(reference.others(RIVER)) == {"40213", master.id}


def test_duplicate_feed_changes_nothing(reference: CrossReference, memory: Memory) -> None:
    master = reference.feed(ALBA)
    assert reference.feed(ALBA) == master
    assert len(memory.people) == 2


def test_strangers_are_not_linked(reference: CrossReference) -> None:
    reference.feed(ALBA)
    other = msgspec.structs.replace(RIVER, born="19900101")
    reference.feed(other)
    assert "40213" not in ids(reference.others(other))


def test_correction_takes_the_master_along(reference: CrossReference) -> None:
    master = reference.feed(ALBA)
    corrected = reference.feed(msgspec.structs.replace(ALBA, family="Quill-Hart"))
    assert (corrected.id, corrected.family) == (master.id, "Quill-Hart")


def test_correction_of_one_of_two_parts_them(reference: CrossReference) -> None:
    master = reference.feed(ALBA)
    reference.feed(RIVER)
    corrected = reference.feed(msgspec.structs.replace(ALBA, family="Hart"))
    assert corrected.id != master.id
    assert ids(reference.others(RIVER)) == {master.id}


def test_correction_can_bring_two_together(reference: CrossReference) -> None:
    reference.feed(ALBA)
    reference.feed(msgspec.structs.replace(RIVER, family="Quil"))
    reference.feed(RIVER)
    assert "40213" in ids(reference.others(RIVER))


def test_merge_drops_identifier_and_orphaned_master(
    reference: CrossReference, memory: Memory
) -> None:
    master = reference.feed(ALBA)
    twin = msgspec.structs.replace(ALBA, id="99", family="Quil")
    orphan = reference.feed(twin)
    survivor, gone = reference.merge(ALBA, Identifier(value="99", authority_oid="1.1"))
    assert survivor == master
    assert gone == orphan
    assert {key[1] for key in memory.people} == {"40213", master.id}


def test_merge_keeps_a_master_that_others_need(reference: CrossReference) -> None:
    reference.feed(ALBA)
    twin = msgspec.structs.replace(ALBA, id="99", family="Quil")
    reference.feed(twin)
    reference.feed(msgspec.structs.replace(RIVER, family="Quil"))
    _, gone = reference.merge(ALBA, Identifier(value="99", authority_oid="1.1"))
    assert gone is None


def test_merge_of_an_unknown_identifier_feeds_the_survivor(reference: CrossReference) -> None:
    survivor, gone = reference.merge(ALBA, Identifier(value="99", authority_oid="1.1"))
    assert gone is None
    assert reference.master(ALBA) == survivor


def test_feed_in_the_own_domain_is_its_own_master(
    reference: CrossReference, memory: Memory
) -> None:
    mine = msgspec.structs.replace(ALBA, id="8001", authority="REGION", authority_oid="1.9")
    assert reference.feed(mine) == mine
    assert len(memory.people) == 1
