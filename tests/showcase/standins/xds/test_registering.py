from collections.abc import Callable
from uuid import uuid4

import msgspec
import pytest
from lxml import etree

from showcase.protocols.soap import metadata_reader, metadata_writer, query
from showcase.protocols.soap.metadata import (
    Association,
    Code,
    Cx,
    DocumentEntry,
    Folder,
    Submission,
    SubmissionSet,
)
from showcase.protocols.soap.vocabulary import APPROVED, DEPRECATED, Kind
from showcase.standins.xds import registering, stored_queries
from showcase.standins.xds.holdings import Holdings
from tests.showcase.standins.xds import by_hand

ROSA, OTHER = Cx("RX-7", "1.2.3.1"), Cx("RX-8", "1.2.3.1")
CODE = Code("c", "1.9", "C")


def entry(unique_id: str, patient: Cx = ROSA, **more: object) -> DocumentEntry:
    plain = DocumentEntry(
        entry_uuid=uuid4().urn,
        unique_id=unique_id,
        patient_id=str(patient),
        mime_type="text/plain",
        source_patient_id=str(patient),
        language_code="en",
        creation_time="2026",
        hash="da39a3ee5e6b4b0d3255bfef95601890afd80709",
        size="0",
        repository_unique_id="1.1",
        class_code=CODE,
        type_code=CODE,
        format_code=CODE,
        facility_type=CODE,
        practice_setting=CODE,
        confidentiality=(CODE,),
    )
    return msgspec.structs.replace(plain, **more)


def submission(
    *documents: DocumentEntry,
    patient: Cx = ROSA,
    folders: tuple[Folder, ...] = (),
    more: tuple[Association, ...] = (),
    set_id: str = "",
) -> Submission:
    package = SubmissionSet(
        entry_uuid=uuid4().urn,
        unique_id=set_id or f"9.{uuid4().int}",
        source_id="1.5",
        patient_id=str(patient),
        submission_time="2026",
        content_type=CODE,
    )
    targets = [each.entry_uuid for each in documents] + [each.entry_uuid for each in folders]
    members = (
        Association(id=uuid4().urn, source=package.entry_uuid, target=each, member="Original")
        for each in targets
    )
    return Submission(
        sets=(package,), documents=documents, folders=folders, associations=(*members, *more)
    )


def folder(unique_id: str, patient: Cx = ROSA) -> Folder:
    return Folder(
        entry_uuid=uuid4().urn,
        unique_id=unique_id,
        patient_id=str(patient),
        title="T",
        codes=(CODE,),
    )


def relation(kind: str, source: DocumentEntry, target: str) -> Association:
    return Association(id=uuid4().urn, source=source.entry_uuid, target=target, kind=kind)


Register = Callable[[Submission], list[str]]


@pytest.fixture
def holdings() -> Holdings:
    return Holdings()


@pytest.fixture
def register(holdings: Holdings) -> Register:
    """Registers a submission; the codes of what was wrong with it."""

    def do(what: Submission) -> list[str]:
        objects = metadata_writer.submission(what)
        before = etree.tostring(objects)
        known = {ROSA, OTHER}.__contains__
        errors = registering.register(holdings, objects, knows=known, now="20260301101500")
        assert etree.tostring(objects) == before, "a submission is left as it came"
        return [error.code for error in errors]

    return do


def status(holdings: Holdings, document: DocumentEntry) -> str:
    return holdings.documents.by_uuid[document.entry_uuid].noun.status


def test_good_submission_is_approved(register: Register, holdings: Holdings) -> None:
    document = entry("1")
    assert register(submission(document)) == []
    assert status(holdings, document) == APPROVED


def test_unknown_patient_is_refused(register: Register, holdings: Holdings) -> None:
    stranger = Cx("?", "1.2.3.1")
    assert register(submission(entry("1", stranger), patient=stranger)) == ["XDSUnknownPatientId"]
    assert holdings == Holdings()


def test_one_submission_has_one_patient(register: Register) -> None:
    assert register(submission(entry("1", OTHER))) == ["XDSPatientIdDoesNotMatch"]


def test_incomplete_metadata_are_refused(register: Register) -> None:
    assert register(submission(entry("1", class_code=None))) == ["XDSRegistryMetadataError"]


def test_unique_ids_stand_once(register: Register) -> None:
    errors = register(submission(entry("1"), entry("1")))
    assert errors == ["XDSRegistryDuplicateUniqueIdInMessage"]


def test_same_document_may_come_again(register: Register, holdings: Holdings) -> None:
    first, again = entry("1", hash="AB"), entry("1", hash="ab")
    assert register(submission(first)) == []
    assert register(submission(again)) == []
    assert len(holdings.documents.under("1")) == 2


def test_other_document_under_the_same_id_is_refused(register: Register) -> None:
    register(submission(entry("1")))
    assert register(submission(entry("1", hash="ff"))) == ["XDSNonIdenticalHash"]
    assert register(submission(entry("1", size="7"))) == ["XDSNonIdenticalSize"]


def test_submission_set_comes_once(register: Register) -> None:
    assert register(submission(entry("1"), set_id="5")) == []
    assert register(submission(entry("2"), set_id="5")) == ["XDSDuplicateUniqueIdInRegistry"]


def test_id_of_a_set_or_a_folder_is_no_other_things(register: Register) -> None:
    """TF-2 3.42.4.1.3.3.7: of no document's, no folder's, no other set's."""
    assert register(submission(entry("1"), folders=(folder("7"),), set_id="5")) == []
    taken = ["XDSDuplicateUniqueIdInRegistry"]
    assert register(submission(entry("2"), set_id="1")) == taken
    assert register(submission(entry("3"), set_id="7")) == taken
    assert register(submission(entry("4"), folders=(folder("5"),))) == taken


def test_entry_uuid_is_taken_once(register: Register) -> None:
    document = entry("1")
    register(submission(document))
    again = msgspec.structs.replace(document, unique_id="2")
    assert "XDSRegistryMetadataError" in register(submission(again))


def test_reference_to_nothing_is_unresolved(register: Register) -> None:
    document = entry("1")
    link = relation(Kind.APPENDS, document, uuid4().urn)
    assert register(submission(document, more=(link,))) == ["UnresolvedReferenceException"]


def test_only_documents_are_related_to_documents(register: Register) -> None:
    """TF-2 3.42.4.1.3.5: the source is new; what is replaced was there before."""
    old, new, beside, filed = entry("1"), entry("2"), entry("3"), folder("7")
    assert register(submission(old, folders=(filed,))) == []
    unresolved = ["UnresolvedReferenceException"]
    for kind, source, target, codes in (
        (Kind.REPLACES, new, filed.entry_uuid, unresolved),
        (Kind.REPLACES, new, beside.entry_uuid, unresolved),
        (Kind.APPENDS, old, old.entry_uuid, unresolved),
        (Kind.APPENDS, new, beside.entry_uuid, []),
    ):
        assert register(submission(new, beside, more=(relation(kind, source, target),))) == codes


def test_folder_holds_approved_documents_of_its_patient(register: Register) -> None:
    """TF-2 3.42.4.1.3.3.2 and 3.4."""
    old, new, others, filed = entry("1"), entry("2"), entry("3", OTHER), folder("7")
    assert register(submission(old, folders=(filed,))) == []
    assert register(submission(others, patient=OTHER)) == []
    assert register(submission(new, more=(relation(Kind.REPLACES, new, old.entry_uuid),))) == []

    def file(document: DocumentEntry) -> list[str]:
        link = Association(id=uuid4().urn, source=filed.entry_uuid, target=document.entry_uuid)
        return register(submission(more=(link,)))

    assert file(old) == ["XDSRegistryDeprecatedDocumentError"]
    assert file(others) == ["XDSPatientIdDoesNotMatch"]
    assert file(new) == []


def test_patient_is_the_same_with_and_without_a_namespace(register: Register) -> None:
    document = entry("1", patient_id="RX-7^^^REGION&1.2.3.1&ISO")
    assert register(submission(document)) == []


def test_replaced_document_is_deprecated_with_its_addenda(
    register: Register, holdings: Holdings
) -> None:
    old, addendum, new = entry("1"), entry("2"), entry("3")
    register(submission(old))
    register(submission(addendum, more=(relation(Kind.APPENDS, addendum, old.entry_uuid),)))
    assert register(submission(new, more=(relation(Kind.REPLACES, new, old.entry_uuid),))) == []
    assert [status(holdings, each) for each in (old, addendum, new)] == [
        DEPRECATED,
        DEPRECATED,
        APPROVED,
    ]


def test_document_is_replaced_once(register: Register) -> None:
    old, new, newer = entry("1"), entry("2"), entry("3")
    register(submission(old))
    register(submission(new, more=(relation(Kind.REPLACES, new, old.entry_uuid),)))
    late = submission(newer, more=(relation(Kind.REPLACES, newer, old.entry_uuid),))
    assert register(late) == ["XDSRegistryDeprecatedDocumentError"]


def test_other_patients_document_is_not_replaced(register: Register) -> None:
    old, new = entry("1", OTHER), entry("2")
    register(submission(old, patient=OTHER))
    mixed = submission(new, more=(relation(Kind.REPLACES, new, old.entry_uuid),))
    assert register(mixed) == ["XDSPatientIdDoesNotMatch"]


def test_replacement_joins_the_folder(register: Register, holdings: Holdings) -> None:
    old, new, binder = entry("1"), entry("2"), folder("7")
    filed = Association(id=uuid4().urn, source=binder.entry_uuid, target=old.entry_uuid)
    assert register(submission(old, folders=(binder,), more=(filed,))) == []
    submitted = submission(new, more=(relation(Kind.REPLACES, new, old.entry_uuid),))
    assert register(submitted) == []
    assert new.entry_uuid in holdings.from_(binder.entry_uuid, Kind.HAS_MEMBER)
    links = [held.noun for held in holdings.touching([new.entry_uuid])]
    (joined,) = (link.id for link in links if link.source == binder.entry_uuid)
    members = holdings.from_(submitted.sets[0].entry_uuid, Kind.HAS_MEMBER)
    assert joined in members, "its submission says so (TF-2 3.42.4.1.3.5)"
    assert holdings.folders.by_uuid[binder.entry_uuid].noun.last_update_time == "20260301101500"


def test_symbolic_ids_become_uuids_everywhere(holdings: Holdings) -> None:
    objects = etree.fromstring(by_hand.registry_objects(slots=by_hand.REGISTERED_SLOTS))
    assert registering.register(holdings, objects, knows=lambda _: True, now="2026") == ()
    (held,) = holdings.documents.by_uuid.values()
    text = etree.tostring(held.element).decode()
    assert "Document01" not in text
    (package,) = holdings.sets.by_uuid.values()
    (link,) = holdings.associations.values()
    assert link.noun.source == package.noun.entry_uuid
    assert link.noun.target == held.noun.entry_uuid
    names = [etree.QName(each).localname for each in package.element]
    order = ["Slot", "Name", "Description", "VersionInfo", "Classification", "ExternalIdentifier"]
    assert names == sorted(names, key=order.index)


def test_merged_patients_documents_are_one(register: Register, holdings: Holdings) -> None:
    register(submission(entry("1")))
    register(submission(entry("2", OTHER), patient=OTHER))
    holdings.merge(str(OTHER), str(ROSA))
    asked = query.find_documents(str(ROSA), statuses=[APPROVED])
    response, found = stored_queries.answer(holdings, asked)
    assert response.succeeded
    entries = [metadata_reader.document_entry(each) for each in found]
    assert [(each.unique_id, each.patient_id) for each in entries] == [
        ("1", str(ROSA)),
        ("2", str(ROSA)),
    ]
    gone = query.find_documents(str(OTHER), statuses=[APPROVED])
    assert stored_queries.answer(holdings, gone)[1] == []
