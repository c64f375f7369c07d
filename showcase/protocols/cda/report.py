"""A report or a note as a CDA R2 document (HL7 CDA R2, schema POCD_MT000040).

The header's elements stand in the order of the schema. The body is text in a section, or a PDF.
"""

import binascii

import msgspec
from lxml import etree

from showcase.wire import safe_xml
from showcase.wire.failure import Garbled

V3 = "urn:hl7-org:v3"
LOINC = "2.16.840.1.113883.6.1"
DIAGNOSTIC_IMAGING_STUDY = "18748-4"
"""LOINC code of the document."""

_CONFIDENTIALITY = "2.16.840.1.113883.5.25"
_GENDER = "2.16.840.1.113883.5.1"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"


class Identifier(msgspec.Struct, frozen=True):
    """An instance identifier (II): the assigning authority's OID, and the value."""

    root: str
    extension: str = ""


class Loinc(msgspec.Struct, frozen=True):
    """A LOINC code, and what it means."""

    code: str
    display: str


class ClinicalNote(msgspec.Struct, frozen=True, kw_only=True):
    """What goes into the document: by default, an imaging report.

    Attributes:
        id: OID of this document; nobody else's.
        patient_ids: In every domain that matters to the reader.
        born: ``YYYYMMDD``.
        sex: ``F``, ``M``; all else becomes ``UN``.
        author: ``Family^Given`` of the reporting physician.
        written: ``YYYYMMDDHHMMSS``, with or without a zone.
        text: The report, lines separated by line feeds.
        pdf: A PDF instead of the text.
        accession: Order that it answers (inFulfillmentOf); empty: left out.
        custodian: Organisation that keeps it, and its identifier.
        type: What the document is.
        section: What its section is; None: not said.
        language: Of the text (RFC 5646).
    """

    id: str
    title: str
    patient_ids: tuple[Identifier, ...]
    given: str
    family: str
    born: str
    sex: str
    author: str
    written: str
    custodian: tuple[Identifier, str]
    text: str = ""
    pdf: bytes = b""
    accession: Identifier | None = None
    type: Loinc = Loinc(DIAGNOSTIC_IMAGING_STUDY, "Diagnostic imaging study")
    section: Loinc | None = Loinc("18782-3", "Radiology Study observation (narrative)")
    language: str = "en-US"


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader sees of any CDA document.

    Attributes:
        text: The narrative of all sections, as lines.
        pdf: The body, where it is not XML but a PDF; else empty.
    """

    title: str
    patient_ids: tuple[Identifier, ...]
    name: str
    text: str
    pdf: bytes = b""


def build(report: ClinicalNote) -> bytes:
    """The document, as UTF-8."""
    names: dict[str | None, str] = {None: V3, "xsi": _XSI}
    root = etree.Element(_v3("ClinicalDocument"), nsmap=names)  # type: ignore[arg-type] # lxml-stubs know no default namespace
    _add(root, "typeId", root="2.16.840.1.113883.1.3", extension="POCD_HD000040")
    _identify(root, "id", Identifier(report.id))
    _code(root, report.type)
    _add(root, "title", text=report.title)
    _add(root, "effectiveTime", value=report.written)
    _add(root, "confidentialityCode", code="N", codeSystem=_CONFIDENTIALITY)
    _add(root, "languageCode", code=report.language)
    _patient(root, report)
    _author(root, report)
    _custodian(root, *report.custodian)
    if report.accession:
        order = _add(_add(root, "inFulfillmentOf", typeCode="FLFS"), "order", classCode="ACT")
        _identify(order, "id", report.accession)
    _body(_add(root, "component"), report)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _patient(root: etree._Element, report: ClinicalNote) -> None:
    role = _add(_add(root, "recordTarget"), "patientRole", classCode="PAT")
    for each in report.patient_ids:
        _identify(role, "id", each)
    patient = _add(role, "patient")
    _name(patient, report.given, report.family)
    sex = report.sex if report.sex in {"F", "M"} else "UN"
    _add(patient, "administrativeGenderCode", code=sex, codeSystem=_GENDER)
    _value_or_unknown(patient, "birthTime", report.born)


def _author(root: etree._Element, report: ClinicalNote) -> None:
    author = _add(root, "author")
    _value_or_unknown(author, "time", report.written)
    assigned = _add(author, "assignedAuthor")
    _add(assigned, "id", nullFlavor="NI")
    family, _, given = report.author.partition("^")
    _name(_add(assigned, "assignedPerson"), given.partition("^")[0], family)


def _custodian(root: etree._Element, identifier: Identifier, name: str) -> None:
    assigned = _add(_add(root, "custodian"), "assignedCustodian")
    organisation = _add(assigned, "representedCustodianOrganization")
    _identify(organisation, "id", identifier)
    _add(organisation, "name", text=name)


def _body(component: etree._Element, report: ClinicalNote) -> None:
    if report.pdf:
        content = binascii.b2a_base64(report.pdf, newline=False).decode("ascii")
        body = _add(component, "nonXMLBody")
        _add(body, "text", text=content, mediaType="application/pdf", representation="B64")
        return
    section = _add(_add(_add(component, "structuredBody"), "component"), "section")
    if report.section:
        _code(section, report.section)
    _add(section, "title", text=report.title)
    narrative = _add(section, "text")
    for line in report.text.split("\n"):
        _add(narrative, "paragraph", text=line)


def read(document: bytes) -> Read:
    """What a reader sees of a CDA document.

    Raises:
        Garbled: It is none.
    """
    root = safe_xml.parse(document, what="The document")
    if root.tag != _v3("ClinicalDocument"):
        raise Garbled(
            "The document is XML, but no CDA document.",
            remedy="Show it as plain XML.",
            status=f"root element {root.tag}",
        )
    role = root.find(f"{_v3('recordTarget')}/{_v3('patientRole')}")
    ids = role.iterchildren(_v3("id")) if role is not None else ()
    name = role.find(f"{_v3('patient')}/{_v3('name')}") if role is not None else None
    words = " ".join(map(str, name.itertext())) if name is not None else ""
    return Read(
        title=root.findtext(_v3("title"), "").strip(),
        patient_ids=tuple(Identifier(i.get("root", ""), i.get("extension", "")) for i in ids),
        name=" ".join(words.split()),
        text="\n".join(_narrative(root)),
        pdf=_pdf(root),
    )


def _narrative(root: etree._Element) -> list[str]:
    """The text of every section, a line for each block of it (CDA R2 4.3.5)."""
    blocks = {_v3(name) for name in ("paragraph", "item", "tr", "caption", "text")}
    lines: list[str] = []
    for text in root.iterfind(f".//{_v3('section')}/{_v3('text')}"):
        current = ""
        for action, element in etree.iterwalk(text, events=("start", "end")):
            if action == "start":
                current = _ended(lines, current) if element.tag in blocks else current
                current += "\n" if element.tag == _v3("br") else element.text or ""
                continue
            current = _ended(lines, current) if element.tag in blocks else current
            current += element.tail or "" if element is not text else ""
    return lines


def _ended(lines: list[str], current: str) -> str:
    lines += [" ".join(line.split()) for line in current.split("\n") if line.strip()]
    return ""


def _pdf(root: etree._Element) -> bytes:
    text = root.find(f"{_v3('component')}/{_v3('nonXMLBody')}/{_v3('text')}")
    if text is None or text.get("representation") != "B64":
        return b""
    try:
        return binascii.a2b_base64("".join((text.text or "").split()))
    except ValueError as error:
        raise Garbled(
            "The document's body is no base64.", remedy="Store it again.", status=str(error)
        ) from error


def _v3(name: str) -> str:
    return f"{{{V3}}}{name}"


def _add(parent: etree._Element, name: str, *, text: str = "", **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, _v3(name), attributes)
    element.text = text or None
    return element


def _identify(parent: etree._Element, name: str, identifier: Identifier) -> None:
    extension = {"extension": identifier.extension} if identifier.extension else {}
    _add(parent, name, root=identifier.root, **extension)


def _code(parent: etree._Element, loinc: Loinc) -> None:
    _add(
        parent,
        "code",
        code=loinc.code,
        codeSystem=LOINC,
        codeSystemName="LOINC",
        displayName=loinc.display,
    )


def _name(parent: etree._Element, given: str, family: str) -> None:
    name = _add(parent, "name")
    if given:
        _add(name, "given", text=given)
    _add(name, "family", text=family)


def _value_or_unknown(parent: etree._Element, name: str, value: str) -> None:
    if value:
        _add(parent, name, value=value)
    else:
        _add(parent, name, nullFlavor="UNK")
