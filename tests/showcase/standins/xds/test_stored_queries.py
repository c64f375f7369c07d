from uuid import uuid4

import msgspec
import pytest
from lxml import etree

from showcase.protocols.soap import metadata_writer
from showcase.protocols.soap.metadata import Association, Author, Code, Folder
from showcase.protocols.soap.query import StoredQuery
from showcase.protocols.soap.vocabulary import APPROVED, DEPRECATED, Entry, Kind, Query
from showcase.standins.xds import registering, stored_queries
from showcase.standins.xds.holdings import Holdings
from tests.showcase.standins.xds.test_registering import (
    CODE,
    OTHER,
    ROSA,
    entry,
    folder,
    relation,
    submission,
)

FIRST = entry(
    "1",
    creation_time="20260101",
    type_code=Code("A", "9"),
    event_codes=(Code("x", "9"), Code("y", "9")),
    authors=(Author(person="^Lamb^Ida"),),
    reference_ids=("77^^^&1.3&ISO^urn:ihe:iti:xds:2013:accession",),
)
SECOND = entry("2", creation_time="20260201", type_code=Code("B", "9"))
ON_DEMAND = entry("3", object_type=Entry.ON_DEMAND, hash="", size="", creation_time="")
STRANGERS = entry("4", OTHER)
FOLDER = Folder(
    entry_uuid=uuid4().urn, unique_id="7", patient_id=str(ROSA), title="T", codes=(CODE,)
)
FILED = Association(id=uuid4().urn, source=FOLDER.entry_uuid, target=FIRST.entry_uuid)
REPLACES = relation(Kind.REPLACES, SECOND, FIRST.entry_uuid)
BROUGHT = submission(FIRST, folders=(FOLDER,), more=(FILED,), set_id="50")


@pytest.fixture
def holdings() -> Holdings:
    held = Holdings()
    for each in (
        BROUGHT,
        submission(SECOND),
        submission(ON_DEMAND),
        submission(STRANGERS, patient=OTHER),
    ):
        objects = metadata_writer.submission(each)
        assert not registering.register(held, objects, knows=lambda _: True, now="2026")
    return held


def ask(
    holdings: Holdings, query_id: str, returns: str = "LeafClass", /, **slots: object
) -> list[str]:
    """What is answered: error codes, or the short names of what was found."""
    parameters = {}
    for name, given in slots.items():
        repeated = given if isinstance(given, list) else [given]
        parameters[f"${name}"] = tuple(e if isinstance(e, tuple) else (e,) for e in repeated)
    asked = StoredQuery(id=query_id, parameters=parameters, returns=returns)
    response, found = stored_queries.answer(holdings, asked)
    assert response.succeeded is (not response.errors)
    return [error.code for error in response.errors] or sorted(map(_name, found))


def _name(element: etree._Element) -> str:
    names = {FIRST: "first", SECOND: "second", ON_DEMAND: "on demand", STRANGERS: "stranger's"}
    known = {each.entry_uuid: name for each, name in names.items()} | {FOLDER.entry_uuid: "folder"}
    return known.get(element.get("id", ""), etree.QName(element).localname)


PATIENT = {"XDSDocumentEntryPatientId": str(ROSA), "XDSDocumentEntryStatus": APPROVED}


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({}, ["first", "second"]),
        ({"XDSDocumentEntryTypeCode": "A^^9"}, ["first"]),
        ({"XDSDocumentEntryTypeCode": ("A^^9", "B^^9")}, ["first", "second"]),
        ({"XDSDocumentEntryTypeCode": "A^^8"}, []),
        ({"XDSDocumentEntryEventCodeList": ("x^^9", "z^^9")}, ["first"]),
        ({"XDSDocumentEntryEventCodeList": ["x^^9", "y^^9"]}, ["first"]),
        ({"XDSDocumentEntryEventCodeList": ["x^^9", "z^^9"]}, []),
        ({"XDSDocumentEntryCreationTimeFrom": "2026"}, ["first", "second"]),
        ({"XDSDocumentEntryCreationTimeFrom": "20260201"}, ["second"]),
        ({"XDSDocumentEntryCreationTimeTo": "20260201"}, ["first"]),
        ({"XDSDocumentEntryServiceStartTimeTo": "20270201"}, []),
        ({"XDSDocumentEntryAuthorPerson": "%lamb%"}, ["first"]),
        ({"XDSDocumentEntryAuthorPerson": "%Wolf%"}, []),
        ({"XDSDocumentEntryType": Entry.ON_DEMAND}, ["on demand"]),
        (
            {"XDSDocumentEntryType": (Entry.ON_DEMAND, Entry.STABLE)},
            ["first", "on demand", "second"],
        ),
        ({"XDSDocumentEntryStatus": DEPRECATED}, []),
        ({"XDSDocumentEntryStatus": ("urn:nonsense", APPROVED)}, ["first", "second"]),
        ({"XDSDocumentEntryPatientId": "RX-7^^^REGION&1.2.3.1&ISO"}, ["first", "second"]),
        ({"XDSDocumentEntryPatientId": "?^^^&1.2.3.1&ISO"}, []),
        ({"XDSDocumentEntryStatus": "urn:nonsense"}, ["XDSStoredQueryMissingParam"]),
        ({"XDSDocumentEntryStatus": ()}, ["XDSStoredQueryMissingParam"]),
    ],
)
def test_documents_are_found(
    holdings: Holdings, parameters: dict[str, object], found: list[str]
) -> None:
    assert ask(holdings, Query.FIND_DOCUMENTS, **(PATIENT | parameters)) == found


def test_references_are_found(holdings: Holdings) -> None:
    reference = {"XDSDocumentEntryReferenceIdList": FIRST.reference_ids}
    asked = Query.FIND_DOCUMENTS_BY_REFERENCE_ID
    assert ask(holdings, asked, **PATIENT, **reference) == ["first"]
    assert ask(holdings, asked, **PATIENT) == ["XDSStoredQueryMissingParam"]


def test_references_to_objects_hold_only_their_ids(holdings: Holdings) -> None:
    found = ask(holdings, Query.FIND_DOCUMENTS, "ObjectRef", **PATIENT)
    assert found == ["first", "second"]


def test_unknown_query_is_named(holdings: Holdings) -> None:
    assert ask(holdings, uuid4().urn) == ["XDSUnknownStoredQuery"]


def test_sets_and_folders_are_found(holdings: Holdings) -> None:
    sets = {"XDSSubmissionSetPatientId": str(ROSA), "XDSSubmissionSetStatus": APPROVED}
    assert ask(holdings, Query.FIND_SUBMISSION_SETS, **sets) == ["RegistryPackage"] * 3
    folders = {"XDSFolderPatientId": str(ROSA), "XDSFolderStatus": APPROVED}
    assert ask(holdings, Query.FIND_FOLDERS, **folders) == ["folder"]


def test_all_of_a_patient_is_answered(holdings: Holdings) -> None:
    found = ask(
        holdings,
        Query.GET_ALL,
        patientId=str(ROSA),
        XDSDocumentEntryStatus=APPROVED,
        XDSSubmissionSetStatus=APPROVED,
        XDSFolderStatus=APPROVED,
    )
    things = ["RegistryPackage"] * 3 + ["first", "folder", "second"]
    of_the_on_demand_one = 1  # its set is answered, and it is not (TF-2 3.18.4.1.2.3.7.4)
    assert found == sorted(["Association"] * (4 + of_the_on_demand_one) + things)


def test_documents_are_got_by_either_id(holdings: Holdings) -> None:
    by_uuid = {"XDSDocumentEntryEntryUUID": (FIRST.entry_uuid, uuid4().urn)}
    by_id = {"XDSDocumentEntryUniqueId": ("1", "2")}
    assert ask(holdings, Query.GET_DOCUMENTS, **by_uuid) == ["first"]
    assert ask(holdings, Query.GET_DOCUMENTS, **by_id) == ["first", "second"]
    assert ask(holdings, Query.GET_DOCUMENTS, **by_uuid, **by_id) == ["XDSStoredQueryParamNumber"]
    assert ask(holdings, Query.GET_DOCUMENTS) == ["XDSStoredQueryMissingParam"]


@pytest.mark.parametrize(
    ("query_id", "given"),
    [
        (Query.FIND_DOCUMENTS, PATIENT | {"XDSDocumentEntryPatientId": (str(ROSA), str(OTHER))}),
        (Query.FIND_DOCUMENTS, PATIENT | {"XDSDocumentEntryCreationTimeFrom": ["2026", "2027"]}),
        (Query.GET_FOLDER_AND_CONTENTS, {"XDSFolderUniqueId": ("7", "8")}),
        (Query.GET_SUBMISSION_SET_AND_CONTENTS, {"XDSSubmissionSetUniqueId": ("50", "51")}),
        (Query.GET_FOLDERS_FOR_DOCUMENT, {"XDSDocumentEntryUniqueId": ("1", "2")}),
    ],
)
def test_what_holds_one_value_holds_one(
    holdings: Holdings, query_id: str, given: dict[str, object]
) -> None:
    """TF-3 table 4.2.4.1-2, XDSStoredQueryParamNumber."""
    assert ask(holdings, query_id, **given) == ["XDSStoredQueryParamNumber"]
    assert ask(holdings, Query.GET_FOLDERS, XDSFolderUniqueId=("7", "8")) == ["folder"]


def test_patients_are_never_mixed(holdings: Holdings) -> None:
    two = {"XDSDocumentEntryUniqueId": ("1", "4")}
    assert ask(holdings, Query.GET_DOCUMENTS, **two) == ["XDSResultNotSinglePatient"]
    assert ask(holdings, Query.GET_DOCUMENTS, "ObjectRef", **two) == ["first", "stranger's"]


def test_associations_are_got(holdings: Holdings) -> None:
    assert ask(holdings, Query.GET_ASSOCIATIONS, uuid=FIRST.entry_uuid) == ["Association"] * 2
    one = {"XDSDocumentEntryUniqueId": "1"}
    found = ask(holdings, Query.GET_DOCUMENTS_AND_ASSOCIATIONS, **one)
    assert found == ["Association", "Association", "first"]


def test_set_is_got_with_its_contents(holdings: Holdings) -> None:
    found = ask(holdings, Query.GET_SUBMISSION_SET_AND_CONTENTS, XDSSubmissionSetUniqueId="50")
    assert found == ["Association"] * 3 + ["RegistryPackage", "first", "folder"]
    narrower = ask(
        holdings,
        Query.GET_SUBMISSION_SET_AND_CONTENTS,
        XDSSubmissionSetUniqueId="50",
        XDSDocumentEntryFormatCode="other^^9",
    )
    assert narrower == ["Association", "RegistryPackage", "folder"]


def test_set_is_got_with_the_associations_that_are_its_members(holdings: Holdings) -> None:
    """TF-2 3.18.4.1.2.3.7.10: and with the associations by which they are."""
    brought, filed, document = folder("8"), uuid4().urn, entry("6")
    inner = Association(id=filed, source=brought.entry_uuid, target=document.entry_uuid)
    whole = submission(document, folders=(brought,), more=(inner,), set_id="60")
    outer = Association(id=uuid4().urn, source=whole.sets[0].entry_uuid, target=filed)
    whole = msgspec.structs.replace(whole, associations=(*whole.associations, outer))
    objects = metadata_writer.submission(whole)
    assert not registering.register(holdings, objects, knows=lambda _: True, now="2026")
    found = ask(holdings, Query.GET_SUBMISSION_SET_AND_CONTENTS, XDSSubmissionSetUniqueId="60")
    assert found == ["Association"] * 4 + ["ExtrinsicObject"] + ["RegistryPackage"] * 2


def test_set_that_brought_a_document_is_got(holdings: Holdings) -> None:
    found = ask(holdings, Query.GET_SUBMISSION_SETS, uuid=FIRST.entry_uuid)
    assert found == ["Association", "RegistryPackage"]


def test_folders_are_got(holdings: Holdings) -> None:
    by_id = {"XDSFolderUniqueId": "7"}
    assert ask(holdings, Query.GET_FOLDERS, **by_id) == ["folder"]
    contents = ask(holdings, Query.GET_FOLDER_AND_CONTENTS, **by_id)
    assert contents == ["Association", "first", "folder"]
    holding = ask(holdings, Query.GET_FOLDERS_FOR_DOCUMENT, XDSDocumentEntryUniqueId="1")
    assert holding == ["folder"]


def test_related_documents_are_got(holdings: Holdings) -> None:
    third = entry("9")
    link = relation(Kind.REPLACES, third, FIRST.entry_uuid)
    objects = metadata_writer.submission(submission(third, more=(link,)))
    assert not registering.register(holdings, objects, knows=lambda _: True, now="2026")
    one = {"XDSDocumentEntryUniqueId": "1"}
    found = ask(holdings, Query.GET_RELATED_DOCUMENTS, AssociationTypes=Kind.REPLACES, **one)
    assert found == ["Association", "ExtrinsicObject", "first"]
    none = ask(holdings, Query.GET_RELATED_DOCUMENTS, AssociationTypes=Kind.SIGNS, **one)
    assert none == []


def test_answers_are_copies(holdings: Holdings) -> None:
    for _ in range(2):
        assert ask(holdings, Query.FIND_DOCUMENTS, **PATIENT) == ["first", "second"]
