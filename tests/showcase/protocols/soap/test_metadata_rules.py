import msgspec
import pytest
from lxml import etree

from showcase.protocols.soap import metadata_reader, metadata_rules
from showcase.protocols.soap.metadata import Submission
from tests.showcase.standins.xds import by_hand


@pytest.fixture
def good() -> Submission:
    objects = etree.fromstring(by_hand.registry_objects(slots=by_hand.REGISTERED_SLOTS))
    return metadata_reader.submission(objects)


def test_good_metadata_has_no_faults(good: Submission) -> None:
    assert metadata_rules.faults(good, registering=True) == ()


@pytest.mark.parametrize(
    ("attribute", "value", "words"),
    [
        ("class_code", None, "classCode is missing"),
        ("confidentiality", (), "confidentialityCode is missing"),
        ("hash", "", "hash is missing"),
        ("repository_unique_id", "", "repositoryUniqueId is missing"),
        ("patient_id", "RX-7", "is not id^^^&OID&ISO"),
        ("size", "many", "is no number"),
        ("creation_time", "2026-03-01", "is not YYYY"),
        ("entry_uuid", "other", "no HasMember association"),
        ("object_type", "urn:uuid:another", "neither Stable nor On-Demand"),
        ("service_stop_time", "20260228", "serviceStopTime is before serviceStartTime"),
    ],
)
def test_fault_is_named(good: Submission, attribute: str, value: object, words: str) -> None:
    start = {"service_start_time": "202603010930"}
    entry = msgspec.structs.replace(good.documents[0], **(start | {attribute: value}))
    bad = msgspec.structs.replace(good, documents=(entry,))
    assert any(words in fault.words for fault in metadata_rules.faults(bad, registering=True))


@pytest.mark.parametrize("stop", ["", "2026", "20260301", "202603010930", "20260301093000"])
def test_times_are_compared_as_far_as_both_go(good: Submission, stop: str) -> None:
    times = {"service_start_time": "202603010930", "service_stop_time": stop}
    entry = msgspec.structs.replace(good.documents[0], **times)
    fine = msgspec.structs.replace(good, documents=(entry,))
    assert metadata_rules.faults(fine, registering=True) == ()


def test_source_need_not_know_hash_and_size(good: Submission) -> None:
    entry = msgspec.structs.replace(good.documents[0], hash="", size="", repository_unique_id="")
    provided = msgspec.structs.replace(good, documents=(entry,))
    assert metadata_rules.faults(provided, registering=False) == ()


def test_submission_holds_one_set(good: Submission) -> None:
    none = msgspec.structs.replace(good, sets=())
    assert any("not 0" in fault.words for fault in metadata_rules.faults(none, registering=False))


def test_ids_stand_for_one_object(good: Submission) -> None:
    twice = msgspec.structs.replace(good, documents=good.documents * 2)
    assert any(
        "two objects" in fault.words for fault in metadata_rules.faults(twice, registering=False)
    )
