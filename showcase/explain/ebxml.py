"""SOAP bodies of XDS.b, for people: metadata by their names in the Technical Framework."""

from collections.abc import Iterable

import msgspec
from lxml import etree

from showcase.explain.ebrim_places import Stands
from showcase.explain.legible import legible
from showcase.explain.xml_places import NOWHERE, Places, Span
from showcase.model.node import Node
from showcase.protocols.soap import ebrim, metadata_reader, query, registry_response, vocabulary
from showcase.protocols.soap.metadata import (
    Association,
    Author,
    Code,
    DocumentEntry,
    Folder,
    SubmissionSet,
)
from showcase.protocols.soap.mtom import Package
from showcase.protocols.soap.vocabulary import LCM, QUERY, QUERY_NAMES, RS, XDS, XOP, Entry

_MOST_NODES = 5000

_NAMES = {
    "entry_uuid": "entryUUID",
    "facility_type": "healthcareFacilityTypeCode",
    "practice_setting": "practiceSettingCode",
    "confidentiality": "confidentialityCode",
    "event_codes": "eventCodeList",
    "authors": "author",
    "reference_ids": "referenceIdList",
    "status": "availabilityStatus",
    "home": "homeCommunityId",
    "uri": "URI",
    "content_type": "contentTypeCode",
    "intended_recipients": "intendedRecipient",
    "codes": "codeList",
    "kind": "type",
    "source": "sourceObject",
    "target": "targetObject",
    "member": "SubmissionSetStatus",
}
"""Attributes whose name in the Technical Framework is not ours in camel case."""

_OBJECT_TYPES = {Entry.STABLE: "Stable", Entry.ON_DEMAND: "On-Demand"}

_Noun = DocumentEntry | SubmissionSet | Folder | Association


def explain_body(
    body: etree._Element, package: Package | None = None, where: Places = NOWHERE
) -> tuple[Node, ...]:
    """The first child of a SOAP body as a tree.

    Args:
        body: The element.
        package: The parts that came with it, to say where its documents are.
        where: Where the elements stand among the recorded bytes.
    """
    name = etree.QName(body).localname
    children = [
        *_query(body, where),
        *_response(body, where),
        *_metadata(body, where),
        *_retrieval(body, where),
        *_documents(body, package, where),
    ]
    if not children:
        children = list(_tree(body, [_MOST_NODES], where))
    return (_node(name, "", where.of(body), path=f"Body/{name}", children=tuple(children)),)


def _node(
    label: str, value: str, span: Span, *, path: str = "", children: tuple[Node, ...] = ()
) -> Node:
    start, end = span
    return Node(label=label, value=value, start=start, end=end, path=path, children=children)


def _query(body: etree._Element, where: Places) -> Iterable[Node]:
    asked = query.read(body)
    if asked is None:
        return
    holder = body.find(ebrim.tag("AdhocQuery"))
    stands = Stands(holder if holder is not None else body, where)
    title = QUERY_NAMES.get(asked.id, legible(asked.id))
    yield _node("Query", title, where.attribute(holder, "id"), path="@id")
    for name, slots in asked.parameters.items():
        for nth, values in enumerate(slots):
            span = stands.place(name, nth)
            yield _node(legible(name), legible(", ".join(values)), span, path=legible(name))
    option = where.attribute(body.find(f"{{{QUERY}}}ResponseOption"), "returnType")
    yield _node("returnType", legible(asked.returns), option, path="ResponseOption@returnType")


def _response(body: etree._Element, where: Places) -> Iterable[Node]:
    response = registry_response.read(body)
    if response is None:
        return
    holder = next(body.iter(f"{{{RS}}}RegistryResponse"), body)
    yield _node(
        "status", _short(response.status), where.attribute(holder, "status"), path="@status"
    )
    found = list(body.iter(f"{{{RS}}}RegistryError"))
    for each, element in zip(response.errors, found, strict=False):
        yield _node(
            f"{_short(each.severity)} {legible(each.code)}",
            legible(each.context),
            where.of(element),
            path="RegistryErrorList/RegistryError",
        )


def _metadata(body: etree._Element, where: Places) -> Iterable[Node]:
    submitted = f"{{{LCM}}}SubmitObjectsRequest"
    holder = body if body.find(submitted) is None else body.find(submitted)
    objects = holder.find(ebrim.tag("RegistryObjectList")) if holder is not None else None
    if objects is None:
        return
    for element, thing in _things(objects):
        yield _noun(thing, element, where)
    for ref in objects.iterchildren(ebrim.tag("ObjectRef")):
        yield _node("ObjectRef", legible(ref.get("id", "")), where.of(ref))


def _things(objects: etree._Element) -> Iterable[tuple[etree._Element, _Noun]]:
    """Documents, sets, folders, associations: as they stand there, and as they are read."""
    for element in objects.iterchildren(ebrim.tag("ExtrinsicObject")):
        yield element, metadata_reader.document_entry(element)
    for element in metadata_reader.packages(objects, vocabulary.Set.NODE):
        yield element, metadata_reader.submission_set(element)
    for element in metadata_reader.packages(objects, vocabulary.Folder.NODE):
        yield element, metadata_reader.folder(element)
    for element in objects.iterchildren(ebrim.tag("Association")):
        yield element, metadata_reader.association(element)


def _noun(thing: _Noun, element: etree._Element, where: Places) -> Node:
    title = "" if isinstance(thing, Association) else thing.title
    stands = Stands(element, where)
    children = (
        _node(label, text, stands.place(label, nth), path=label)
        for name, value in msgspec.structs.asdict(thing).items()
        for label in (_NAMES.get(name) or _camel(name),)
        for nth, text in enumerate(_texts(value))
    )
    name = type(thing).__name__
    return _node(name, legible(title), where.of(element), path=name, children=tuple(children))


def _texts(value: object) -> Iterable[str]:
    """What an attribute says, each of its values; nothing where it is not stated."""
    for each in value if isinstance(value, tuple) else (value,):
        match each:
            case Code():
                yield legible(f"{each.display} ({each.code}, {each.scheme})")
            case Author():
                yield legible(_author(each))
            case str() if each:
                yield legible(_short(each))
            case _:
                continue


def _author(author: Author) -> str:
    groups = (author.institutions, author.roles, author.specialties, author.telecommunications)
    parts = [author.person, *(text for group in groups for text in group)]
    return ", ".join(part for part in parts if part)


def _retrieval(body: etree._Element, where: Places) -> Iterable[Node]:
    for name in ("DocumentRequest", "DocumentResponse"):
        for each in body.iterchildren(f"{{{XDS}}}{name}"):
            children = tuple(
                _node(local, legible((child.text or "").strip()), where.of(child), path=local)
                for child in each.iterchildren("*")
                for local in (etree.QName(child).localname,)
                if local != "Document"
            )
            yield _node(name, "", where.of(each), path=name, children=children)


def _documents(body: etree._Element, package: Package | None, where: Places) -> Iterable[Node]:
    for each in body.iter(f"{{{XDS}}}Document"):
        included = each.find(f"{{{XOP}}}Include")
        if included is None:
            stands = f"inline, {len(each.text or '')} characters of base64"
        else:
            stands = f"{included.get('href', '')}{'' if package else ', outside MTOM'}"
        name = " ".join(part for part in ("Document", each.get("id", "")) if part)
        yield _node(legible(name), legible(stands), where.of(each), path="Document")


def _tree(element: etree._Element, left: list[int], where: Places) -> Iterable[Node]:
    """Any XML, element by element, up to so many."""
    left[0] -= 1
    if left[0] < 0:
        return
    attributes = tuple(
        _node(
            f"@{etree.QName(name).localname}",
            legible(str(value)),
            where.attribute(element, str(name)),
        )
        for name, value in element.items()
    )
    children = (node for child in element.iterchildren("*") for node in _tree(child, left, where))
    yield _node(
        etree.QName(element).localname,
        legible((element.text or "").strip()),
        where.of(element),
        children=(*attributes, *children),
    )


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def _short(urn: str) -> str:
    """The last word of the long URNs that are vocabulary; anything else as it is."""
    if urn in _OBJECT_TYPES:
        return _OBJECT_TYPES[urn]
    long = urn.startswith(("urn:oasis:names:tc:ebxml-regrep:", "urn:ihe:iti:20"))
    return urn.rpartition(":")[2] if long else urn
