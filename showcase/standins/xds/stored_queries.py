"""Questions to the holdings (IHE ITI TF-2 3.18.4.1.2.3.7)."""

from collections.abc import Callable, Iterable
from copy import deepcopy

import msgspec
from lxml import etree

from showcase.protocols.soap import metadata_writer, registry_response
from showcase.protocols.soap.metadata import DocumentEntry, Folder, SubmissionSet
from showcase.protocols.soap.query import LEAF_CLASS, OBJECT_REF, REQUIRED, StoredQuery
from showcase.protocols.soap.registry_response import RegistryError, RegistryResponse
from showcase.protocols.soap.vocabulary import APPROVED, DEPRECATED, Kind, Query
from showcase.standins.xds import matching
from showcase.standins.xds.holdings import Held, HeldAssociation, Holdings

_DE, _SS, _F = "$XDSDocumentEntry", "$XDSSubmissionSet", "$XDSFolder"
_SINGLE = (f"{_DE}PatientId", f"{_SS}PatientId", f"{_F}PatientId", "$patientId")
_KNOWN_STATUSES = {APPROVED, DEPRECATED}

Found = Iterable[Held[DocumentEntry] | Held[SubmissionSet] | Held[Folder] | HeldAssociation]


class _Question(msgspec.Struct, frozen=True):
    """One stored query.

    Attributes:
        ask: Finds the answer.
        one_of: Parameters of which exactly one must be there; empty: no such rule.
        single: Parameters that hold one value here, beside those that never hold more.
    """

    ask: Callable[[Holdings, StoredQuery], Found]
    one_of: tuple[str, ...] = ()
    single: tuple[str, ...] = ()


def answer(holdings: Holdings, query: StoredQuery) -> tuple[RegistryResponse, list[etree._Element]]:
    """What the registry answers: how it went, and copies of what was found."""
    question = _QUESTIONS.get(query.id)
    if question is None:
        return _refused("XDSUnknownStoredQuery", f"{query.id} is not known here")
    wrong = _parameters_wrong(question, query)
    if wrong:
        return registry_response.outcome([wrong]), []
    found = list(question.ask(holdings, query))
    patients = {held.noun.patient_id for held in found if not isinstance(held, HeldAssociation)}
    if query.returns == LEAF_CLASS and len(patients) > 1:
        return _refused("XDSResultNotSinglePatient", "the results are of several patients")
    if query.returns == OBJECT_REF:
        refs = [metadata_writer.object_ref(held.element.get("id", "")) for held in found]
        return registry_response.outcome(()), refs
    return registry_response.outcome(()), [deepcopy(held.element) for held in found]


def _refused(code: str, context: str) -> tuple[RegistryResponse, list[etree._Element]]:
    return registry_response.outcome([RegistryError(code=code, context=context)]), []


def _parameters_wrong(question: _Question, query: StoredQuery) -> RegistryError | None:
    if query.malformed:
        names = ", ".join(query.malformed)
        return RegistryError(code="XDSRegistryError", context=f"cannot read the value of {names}")
    if query.returns not in {LEAF_CLASS, OBJECT_REF}:
        context = f"returnType {query.returns} is not known here"
        return RegistryError(code="XDSRegistryError", context=context)
    missing = [name for name in REQUIRED.get(query.id, ()) if not _given(query, name)]
    if missing:
        context = f"{', '.join(missing)} is missing or holds nothing known"
        return RegistryError(code="XDSStoredQueryMissingParam", context=context)
    given = [name for name in question.one_of if query.values(name)]
    if question.one_of and not given:
        context = f"one of {', '.join(question.one_of)} is missing"
        return RegistryError(code="XDSStoredQueryMissingParam", context=context)
    several = [name for name in query.parameters if _too_many(question, query, name)]
    if len(given) > 1 or several:
        context = f"{' and '.join(given)} do not go together"
        if several:
            context = f"{' and '.join(several)} may hold one value only"
        return RegistryError(code="XDSStoredQueryParamNumber", context=context)
    return None


def _too_many(question: _Question, query: StoredQuery, name: str) -> bool:
    """Whether a parameter has several values, and may have one (TF-3 table 4.2.4.1-2)."""
    single = name in (*_SINGLE, *question.single) or name.endswith(("TimeFrom", "TimeTo"))
    return single and len(query.values(name)) > 1


def _given(query: StoredQuery, name: str) -> bool:
    """Whether a required parameter is there; unknown status values count for nothing."""
    values = query.values(name)
    return bool(_KNOWN_STATUSES & set(values) if name.endswith("Status") else values)


def _find_documents(holdings: Holdings, query: StoredQuery) -> Found:
    of_patient = holdings.documents.of_patient(query.value(f"{_DE}PatientId"))
    return [held for held in of_patient if matching.document(held.noun, query)]


def _find_sets(holdings: Holdings, query: StoredQuery) -> Found:
    of_patient = holdings.sets.of_patient(query.value(f"{_SS}PatientId"))
    return [held for held in of_patient if matching.submission_set(held.noun, query)]


def _find_folders(holdings: Holdings, query: StoredQuery) -> Found:
    of_patient = holdings.folders.of_patient(query.value(f"{_F}PatientId"))
    return [held for held in of_patient if matching.folder(held.noun, query)]


def _get_all(holdings: Holdings, query: StoredQuery) -> Found:
    patient = query.value("$patientId")
    things: list[Held[DocumentEntry] | Held[SubmissionSet] | Held[Folder]] = [
        *(d for d in holdings.documents.of_patient(patient) if matching.document(d.noun, query)),
        *(s for s in holdings.sets.of_patient(patient) if matching.submission_set(s.noun, query)),
        *(f for f in holdings.folders.of_patient(patient) if matching.folder(f.noun, query)),
    ]
    return (*things, *holdings.touching(held.noun.entry_uuid for held in things))


def _documents(holdings: Holdings, query: StoredQuery) -> list[Held[DocumentEntry]]:
    return holdings.documents.picked(
        query.values(f"{_DE}EntryUUID"), query.values(f"{_DE}UniqueId")
    )


def _get_documents_and_associations(holdings: Holdings, query: StoredQuery) -> Found:
    documents = _documents(holdings, query)
    return (*documents, *holdings.touching(held.noun.entry_uuid for held in documents))


def _get_folders(holdings: Holdings, query: StoredQuery) -> list[Held[Folder]]:
    return holdings.folders.picked(query.values(f"{_F}EntryUUID"), query.values(f"{_F}UniqueId"))


def _get_associations(holdings: Holdings, query: StoredQuery) -> Found:
    return holdings.touching(query.values("$uuid"))


def _get_sets(holdings: Holdings, query: StoredQuery) -> Found:
    """The submission sets that brought these objects, and the associations that say so."""
    wanted = set(query.values("$uuid"))
    links = [
        link
        for link in holdings.touching(wanted)
        if link.noun.target in wanted
        and link.noun.kind == Kind.HAS_MEMBER
        and link.noun.source in holdings.sets.by_uuid
    ]
    sets = holdings.sets.picked((link.noun.source for link in links), ())
    return (*sets, *links)


def _get_set_and_contents(holdings: Holdings, query: StoredQuery) -> Found:
    sets = holdings.sets.picked(query.values(f"{_SS}EntryUUID"), query.values(f"{_SS}UniqueId"))
    return [thing for held in sets for thing in (held, *_contents(holdings, held, query))]


def _get_folder_and_contents(holdings: Holdings, query: StoredQuery) -> Found:
    folders = _get_folders(holdings, query)
    return [thing for held in folders for thing in (held, *_contents(holdings, held, query))]


def _contents(
    holdings: Holdings, package: Held[SubmissionSet] | Held[Folder], query: StoredQuery
) -> Found:
    """Members that match, the associations among what is answered, and that these are members."""
    uuid = package.noun.entry_uuid
    members = holdings.from_(uuid, Kind.HAS_MEMBER)
    documents = [
        held
        for held in holdings.documents.picked(members, ())
        if matching.document(held.noun, query)
    ]
    folders = holdings.folders.picked(members, ())
    inside = {uuid, *(d.noun.entry_uuid for d in documents), *(f.noun.entry_uuid for f in folders)}
    links = [
        link
        for link in holdings.touching(inside)
        if link.noun.source in inside and link.noun.target in inside
    ]
    said = {link.noun.id for link in links}
    belonging = (link for link in holdings.touching([uuid]) if link.noun.target in said)
    return (*documents, *folders, *links, *belonging)


def _get_folders_for_document(holdings: Holdings, query: StoredQuery) -> Found:
    links = (holdings.to(d.noun.entry_uuid, Kind.HAS_MEMBER) for d in _documents(holdings, query))
    return holdings.folders.picked((uuid for sources in links for uuid in sources), ())


def _get_related(holdings: Holdings, query: StoredQuery) -> Found:
    """Documents related in the ways asked for, with the one asked about; or nothing."""
    kinds = set(query.values("$AssociationTypes"))
    own = {held.noun.entry_uuid for held in _documents(holdings, query)}
    links = [
        link
        for link in holdings.touching(own)
        if link.noun.kind in kinds
        and {link.noun.source, link.noun.target} <= set(holdings.documents.by_uuid)
    ]
    uuids = dict.fromkeys(end for link in links for end in (link.noun.source, link.noun.target))
    return (*holdings.documents.picked(uuids, ()), *links)


_DOCUMENT_IDS = (f"{_DE}EntryUUID", f"{_DE}UniqueId")
_SET_IDS = (f"{_SS}EntryUUID", f"{_SS}UniqueId")
_FOLDER_IDS = (f"{_F}EntryUUID", f"{_F}UniqueId")

_QUESTIONS = {
    Query.FIND_DOCUMENTS: _Question(_find_documents),
    Query.FIND_DOCUMENTS_BY_REFERENCE_ID: _Question(_find_documents),
    Query.FIND_SUBMISSION_SETS: _Question(_find_sets),
    Query.FIND_FOLDERS: _Question(_find_folders),
    Query.GET_ALL: _Question(_get_all),
    Query.GET_DOCUMENTS: _Question(_documents, one_of=_DOCUMENT_IDS),
    Query.GET_FOLDERS: _Question(_get_folders, one_of=_FOLDER_IDS),
    Query.GET_ASSOCIATIONS: _Question(_get_associations),
    Query.GET_DOCUMENTS_AND_ASSOCIATIONS: _Question(
        _get_documents_and_associations, one_of=_DOCUMENT_IDS
    ),
    Query.GET_SUBMISSION_SETS: _Question(_get_sets),
    Query.GET_SUBMISSION_SET_AND_CONTENTS: _Question(
        _get_set_and_contents, one_of=_SET_IDS, single=_SET_IDS
    ),
    Query.GET_FOLDER_AND_CONTENTS: _Question(
        _get_folder_and_contents, one_of=_FOLDER_IDS, single=_FOLDER_IDS
    ),
    Query.GET_FOLDERS_FOR_DOCUMENT: _Question(
        _get_folders_for_document, one_of=_DOCUMENT_IDS, single=_DOCUMENT_IDS
    ),
    Query.GET_RELATED_DOCUMENTS: _Question(
        _get_related, one_of=_DOCUMENT_IDS, single=_DOCUMENT_IDS
    ),
}
