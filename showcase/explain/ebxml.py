"""SOAP bodies of XDS.b, for people: metadata by their names in the Technical Framework."""

from collections.abc import Iterable

import msgspec
from lxml import etree

from showcase.explain.legible import legible
from showcase.model.node import Node
from showcase.protocols.soap import ebrim, metadata_reader, query, registry_response
from showcase.protocols.soap.metadata import (
    Association,
    Author,
    Code,
    DocumentEntry,
    Folder,
    SubmissionSet,
)
from showcase.protocols.soap.mtom import Package
from showcase.protocols.soap.vocabulary import LCM, QUERY_NAMES, XDS, XOP, Entry

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


def explain_body(body: etree._Element, package: Package | None = None) -> tuple[Node, ...]:
    """The first child of a SOAP body as a tree.

    Args:
        body: The element.
        package: The parts that came with it, to say where its documents are.
    """
    name = etree.QName(body).localname
    children = [
        *_query(body),
        *_response(body),
        *_metadata(body),
        *_retrieval(body),
        *_documents(body, package),
    ]
    if not children:
        children = list(_tree(body, [_MOST_NODES]))
    return (Node(label=name, path=f"Body/{name}", children=tuple(children)),)


def _query(body: etree._Element) -> Iterable[Node]:
    asked = query.read(body)
    if asked is None:
        return
    yield Node(label="Query", value=QUERY_NAMES.get(asked.id, legible(asked.id)), path="@id")
    for name, slots in asked.parameters.items():
        for values in slots:
            yield Node(label=legible(name), value=legible(", ".join(values)), path=legible(name))
    yield Node(label="returnType", value=legible(asked.returns), path="ResponseOption@returnType")


def _response(body: etree._Element) -> Iterable[Node]:
    response = registry_response.read(body)
    if response is None:
        return
    yield Node(label="status", value=_short(response.status), path="@status")
    for each in response.errors:
        yield Node(
            label=f"{_short(each.severity)} {legible(each.code)}",
            value=legible(each.context),
            path="RegistryErrorList/RegistryError",
        )


def _metadata(body: etree._Element) -> Iterable[Node]:
    submitted = f"{{{LCM}}}SubmitObjectsRequest"
    holder = body if body.find(submitted) is None else body.find(submitted)
    objects = holder.find(ebrim.tag("RegistryObjectList")) if holder is not None else None
    if objects is None:
        return
    read = metadata_reader.submission(objects)
    things: tuple[_Noun, ...] = (
        *read.documents,
        *read.sets,
        *read.folders,
        *read.associations,
    )
    for each in things:
        yield _noun(each)
    for ref in objects.iterchildren(ebrim.tag("ObjectRef")):
        yield Node(label="ObjectRef", value=legible(ref.get("id", "")))


def _noun(thing: _Noun) -> Node:
    title = "" if isinstance(thing, Association) else thing.title
    fields = msgspec.structs.asdict(thing)
    children = (node for name, value in fields.items() for node in _attribute(name, value))
    return Node(label=type(thing).__name__, value=legible(title), children=tuple(children))


def _attribute(name: str, value: object) -> Iterable[Node]:
    label = _NAMES.get(name) or _camel(name)
    values = value if isinstance(value, tuple) else (value,)
    for each in values:
        match each:
            case Code():
                text = f"{each.display} ({each.code}, {each.scheme})"
                yield Node(label=label, value=legible(text), path=label)
            case Author():
                yield Node(label=label, value=legible(_author(each)), path=label)
            case str() if each:
                yield Node(label=label, value=legible(_short(each)), path=label)
            case _:
                continue  # not stated


def _author(author: Author) -> str:
    groups = (author.institutions, author.roles, author.specialties, author.telecommunications)
    parts = [author.person, *(text for group in groups for text in group)]
    return ", ".join(part for part in parts if part)


def _retrieval(body: etree._Element) -> Iterable[Node]:
    for name in ("DocumentRequest", "DocumentResponse"):
        for each in body.iterchildren(f"{{{XDS}}}{name}"):
            children = tuple(
                Node(label=etree.QName(child).localname, value=legible((child.text or "").strip()))
                for child in each.iterchildren("*")
                if etree.QName(child).localname != "Document"
            )
            yield Node(label=name, children=children)


def _documents(body: etree._Element, package: Package | None) -> Iterable[Node]:
    for each in body.iter(f"{{{XDS}}}Document"):
        included = each.find(f"{{{XOP}}}Include")
        if included is None:
            where = f"inline, {len(each.text or '')} characters of base64"
        else:
            where = f"{included.get('href', '')}{'' if package else ', outside MTOM'}"
        name = " ".join(part for part in ("Document", each.get("id", "")) if part)
        yield Node(label=legible(name), value=legible(where), path="Document")


def _tree(element: etree._Element, left: list[int]) -> Iterable[Node]:
    """Any XML, element by element, up to so many."""
    left[0] -= 1
    if left[0] < 0:
        return
    attributes = tuple(
        Node(label=f"@{etree.QName(name).localname}", value=legible(str(value)))
        for name, value in element.items()
    )
    children = (node for child in element.iterchildren("*") for node in _tree(child, left))
    yield Node(
        label=etree.QName(element).localname,
        value=legible((element.text or "").strip()),
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
