"""A submission into the holdings, wholly or not at all (IHE ITI TF-2 3.42.4.1.3)."""

from collections.abc import Callable, Iterable
from copy import deepcopy
from uuid import uuid4

from lxml import etree

from showcase.protocols.soap import ebrim, metadata_reader, metadata_rules, metadata_writer
from showcase.protocols.soap.metadata import (
    Association,
    Cx,
    DocumentEntry,
    Folder,
    Submission,
    SubmissionSet,
)
from showcase.protocols.soap.registry_response import RegistryError
from showcase.protocols.soap.vocabulary import APPROVED, OBJECT_TYPE, Kind
from showcase.protocols.soap.vocabulary import Folder as FolderWords
from showcase.protocols.soap.vocabulary import Set as SetWords
from showcase.standins.xds.holdings import Held, HeldAssociation, Holdings, plain

_RELATING = {Kind.REPLACES, Kind.APPENDS, Kind.TRANSFORMS, Kind.TRANSFORMS_AND_REPLACES}
_REPLACING = {Kind.REPLACES, Kind.TRANSFORMS_AND_REPLACES}
_REFERRING = ("classifiedObject", "registryObject", "sourceObject", "targetObject")

Errors = Iterable[RegistryError]


def register(
    holdings: Holdings, objects: etree._Element, *, knows: Callable[[Cx], bool], now: str
) -> tuple[RegistryError, ...]:
    """Take a submission in, unless something is wrong with it.

    Args:
        holdings: Changed only when nothing is wrong.
        objects: The RegistryObjectList; left as it is.
        knows: Whether the identity feed (ITI-8) has made a patient known.
        now: UTC, ``YYYYMMDDhhmmss``.

    Returns:
        What is wrong; nothing when it has been registered.
    """
    submission = metadata_reader.submission(objects)
    faults = metadata_rules.faults(submission, registering=True)
    if faults:
        return tuple(
            RegistryError(code="XDSRegistryMetadataError", context=f.words) for f in faults
        )
    errors = (
        *_patients(submission, knows),
        *_unique_ids(submission, holdings),
        *_references(submission, holdings),
    )
    if not errors:
        _commit(holdings, deepcopy(objects), now)
    return errors


def _patients(submission: Submission, knows: Callable[[Cx], bool]) -> Errors:
    ids = {plain(each.patient_id) for each in _things(submission)}
    if len(ids) > 1:
        yield RegistryError(
            code="XDSPatientIdDoesNotMatch",
            context=f"patientId differs within the submission: {', '.join(sorted(ids))}",
        )
        return
    for text in ids:
        patient = Cx.parse(text)
        if patient is None or not knows(patient):
            yield RegistryError(
                code="XDSUnknownPatientId",
                context=f"{text} is not known here: no identity feed (ITI-8) has told of it",
            )


def _unique_ids(submission: Submission, holdings: Holdings) -> Errors:
    ids = [each.unique_id for each in _things(submission)]
    for unique_id in {each for each in ids if ids.count(each) > 1}:
        yield _error("XDSRegistryDuplicateUniqueIdInMessage", "stands twice", unique_id)
    packages: tuple[SubmissionSet | Folder, ...] = (*submission.sets, *submission.folders)
    for unique_id in (each.unique_id for each in packages):
        if holdings.knows(unique_id):
            yield _error("XDSDuplicateUniqueIdInRegistry", "is registered", unique_id)
    for document in submission.documents:
        yield from _same_content(document, holdings)
    for uuid in (each.entry_uuid for each in _things(submission)):
        if holdings.holds(uuid):
            yield _error("XDSRegistryMetadataError", "is taken", uuid)


def _same_content(document: DocumentEntry, holdings: Holdings) -> Errors:
    """A document may be registered again, but not another one under its uniqueId."""
    for held in holdings.documents.under(document.unique_id):
        if held.noun.hash.lower() != document.hash.lower():
            yield _error("XDSNonIdenticalHash", "has another hash here", document.unique_id)
        elif held.noun.size != document.size:
            yield _error("XDSNonIdenticalSize", "has another size here", document.unique_id)


def _references(submission: Submission, holdings: Holdings) -> Errors:
    inside = {each.entry_uuid for each in _things(submission)}
    inside |= {each.id for each in submission.associations}
    folders = {each.entry_uuid for each in submission.folders} | holdings.folders.by_uuid.keys()
    for link in submission.associations:
        if link.kind in _RELATING:
            yield from _related(link, submission, holdings)
            continue
        for end in (link.source, link.target):
            if end not in inside and not holdings.holds(end):
                yield _error("UnresolvedReferenceException", "is not here", end)
        if link.kind == Kind.HAS_MEMBER and link.source in folders:
            yield from _filed(link, submission, holdings)


def _related(link: Association, submission: Submission, holdings: Holdings) -> Errors:
    """A document of this submission and another one (TF-2 3.42.4.1.3.5)."""
    code = "UnresolvedReferenceException"
    inside = {each.entry_uuid for each in submission.documents}
    if link.source not in inside:
        yield _error(code, "is no document of this submission", link.source)
    held = holdings.documents.by_uuid.get(link.target)
    if held is None:
        if link.kind in _REPLACING or link.target not in inside:
            yield _error(code, "is no document that is registered", link.target)
        return
    yield from _deprecated(held)
    if plain(held.noun.patient_id) not in {plain(each.patient_id) for each in submission.sets}:
        yield _error("XDSPatientIdDoesNotMatch", "is another patient's", link.target)


def _filed(link: Association, submission: Submission, holdings: Holdings) -> Errors:
    """A document in a folder: approved, and the same patient's (TF-2 3.42.4.1.3.3.2, 3.4)."""
    patients = {each.entry_uuid: each.patient_id for each in _things(submission)}
    if folder := holdings.folders.by_uuid.get(link.source):
        patients[link.source] = folder.noun.patient_id
    if document := holdings.documents.by_uuid.get(link.target):
        patients[link.target] = document.noun.patient_id
        yield from _deprecated(document)
    if len({plain(patients[end]) for end in (link.source, link.target) if end in patients}) > 1:
        yield _error("XDSPatientIdDoesNotMatch", "is not of the folder's patient", link.target)


def _deprecated(held: Held[DocumentEntry]) -> Errors:
    if held.noun.status != APPROVED:
        code = "XDSRegistryDeprecatedDocumentError"
        yield _error(code, "is deprecated", held.noun.entry_uuid)


def _error(code: str, context: str, what: str) -> RegistryError:
    return RegistryError(code=code, context=f"{what} {context}", location=what)


def _things(submission: Submission) -> tuple[SubmissionSet | DocumentEntry | Folder, ...]:
    return (*submission.sets, *submission.documents, *submission.folders)


def _commit(holdings: Holdings, objects: etree._Element, now: str) -> None:
    _assign_ids(objects)
    _complete(objects)
    brought_by = metadata_reader.packages(objects, SetWords.NODE)[0].get("id", "")
    for element in objects.iterchildren(ebrim.tag("ExtrinsicObject")):
        holdings.documents.add(Held(element, metadata_reader.document_entry(element)))
    for element in metadata_reader.packages(objects, SetWords.NODE):
        holdings.sets.add(Held(element, metadata_reader.submission_set(element)))
    for element in metadata_reader.packages(objects, FolderWords.NODE):
        ebrim.set_slot(element, "lastUpdateTime", now)
        holdings.folders.add(Held(element, metadata_reader.folder(element)))
    for element in objects.iterchildren(ebrim.tag("Association")):
        link = metadata_reader.association(element)
        holdings.associate(HeldAssociation(element, link))
        if link.kind in _REPLACING and link.target in holdings.documents.by_uuid:
            _replace(holdings, link, brought_by, now)
        if link.kind == Kind.HAS_MEMBER and link.source in holdings.folders.by_uuid:
            _touch(holdings, link.source, now)


def _assign_ids(objects: etree._Element) -> None:
    """Symbolic ids become UUIDs, wherever they stand (TF-3 4.2.1.6)."""
    assigned = {
        old: uuid4().urn
        for element in objects.iter("*")
        if (old := element.get("id")) and not old.startswith("urn:uuid:")
    }
    for element in objects.iter("*"):
        for name in ("id", *_REFERRING):
            value = element.get(name)
            if value in assigned:
                element.set(name, assigned[value])


def _complete(objects: etree._Element) -> None:
    """What is optional in a submission and required in an answer (TF-3 4.2.5)."""
    for beside in list(objects.iterchildren(ebrim.tag("Classification"))):
        owner = next((e for e in objects if e.get("id") == beside.get("classifiedObject")), None)
        if owner is not None:
            _insert(owner, beside, before={"ExternalIdentifier"})
    for element in objects.iter("*"):
        name = etree.QName(element).localname
        if name in {"Classification", "ExternalIdentifier", "RegistryPackage", "Association"}:
            _default(element, "objectType", f"{OBJECT_TYPE}{name}")
            _default(element, "id", uuid4().urn)
    for element in objects.iterchildren("*"):
        element.set("status", APPROVED)
        _default(element, "lid", element.get("id", ""))
        if element.find(ebrim.tag("VersionInfo")) is None:
            version = etree.Element(ebrim.tag("VersionInfo"), {"versionName": "1"})
            _insert(element, version, before={"Classification", "ExternalIdentifier"})


def _default(element: etree._Element, name: str, value: str) -> None:
    if not element.get(name):
        element.set(name, value)


def _insert(parent: etree._Element, child: etree._Element, *, before: set[str]) -> None:
    """Put a child in its place in the schema's order."""
    names = [etree.QName(each).localname for each in parent.iterchildren("*")]
    at = next((i for i, name in enumerate(names) if name in before), len(names))
    parent.insert(at, child)


def _replace(holdings: Holdings, link: Association, submission_set: str, now: str) -> None:
    """A replaced document is deprecated, and what hangs on it, and its folders get the new one.

    That it is in them is a part of the submission that brought it.
    """
    below = holdings.to(link.target, Kind.APPENDS, Kind.TRANSFORMS)
    for uuid in (link.target, *below):
        if uuid in holdings.documents.by_uuid and uuid != link.source:
            holdings.deprecate(uuid)
    for folder in holdings.to(link.target, Kind.HAS_MEMBER):
        if folder in holdings.folders.by_uuid:
            member = _join(holdings, folder, link.source)
            _join(holdings, submission_set, member)
            _touch(holdings, folder, now)


def _join(holdings: Holdings, package: str, member: str) -> str:
    """Make something a member, and return the id of the association that says so."""
    link = Association(id=uuid4().urn, source=package, target=member)
    holdings.associate(HeldAssociation(metadata_writer.association(link), link))
    return link.id


def _touch(holdings: Holdings, folder: str, now: str) -> None:
    held = holdings.folders.by_uuid[folder]
    ebrim.set_slot(held.element, "lastUpdateTime", now)
    held.noun = metadata_reader.folder(held.element)
