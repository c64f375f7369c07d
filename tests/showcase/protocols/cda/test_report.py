import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from showcase.protocols.cda import report as cda
from showcase.protocols.cda.report import ClinicalNote, Identifier, Loinc
from showcase.wire.failure import Garbled

REPORT = ClinicalNote(
    id="1.2.3",
    title="CT chest",
    patient_ids=(Identifier("1.2.4", "RX-7"), Identifier("1.2.5", "40213")),
    given="Rosa",
    family="Quill",
    born="19610402",
    sex="F",
    author="Lamb^Ida",
    written="20260301101500",
    custodian=(Identifier("1.2.6"), "St. Alba"),
    text="First.\nSecond <line> & more.",
    accession=Identifier("1.2.6", "A100"),
)

# HL7 CDA R2, ClinicalDocument, in the order of the schema
ORDER = (
    "realmCode typeId templateId id code title effectiveTime confidentialityCode languageCode "
    "setId versionNumber copyTime recordTarget author dataEnterer informant custodian "
    "informationRecipient legalAuthenticator authenticator participant inFulfillmentOf "
    "documentationOf relatedDocument authorization componentOf component"
)
MINIMUM = (
    "typeId id code title effectiveTime confidentialityCode languageCode recordTarget author "
    "custodian component"
)


def children(element: etree._Element) -> list[str]:
    return [etree.QName(each).localname for each in element]


def test_header_stands_in_the_schemas_order() -> None:
    order = ORDER.split()
    names = children(etree.fromstring(cda.build(REPORT)))
    assert names == sorted(names, key=order.index)
    assert set(MINIMUM.split()) <= set(names)


@pytest.mark.parametrize(
    ("path", "order"),
    [
        ("recordTarget/patientRole", ["id", "id", "patient"]),
        ("recordTarget/patientRole/patient", ["name", "administrativeGenderCode", "birthTime"]),
        ("author", ["time", "assignedAuthor"]),
        ("author/assignedAuthor", ["id", "assignedPerson"]),
        ("custodian/assignedCustodian/representedCustodianOrganization", ["id", "name"]),
        ("component/structuredBody/component/section", ["code", "title", "text"]),
        ("component/structuredBody/component/section/text", ["paragraph", "paragraph"]),
    ],
)
def test_parts_stand_in_the_schemas_order(path: str, order: list[str]) -> None:
    root = etree.fromstring(cda.build(REPORT))
    found = root.find("/".join(f"{{{cda.V3}}}{name}" for name in path.split("/")))
    assert found is not None
    assert children(found) == order


def test_report_is_read_back() -> None:
    read = cda.read(cda.build(REPORT))
    assert (read.title, read.name) == ("CT chest", "Rosa Quill")
    assert read.patient_ids == REPORT.patient_ids
    assert read.text == REPORT.text


def test_pdf_is_read_back() -> None:
    pdf = b"%PDF-1.7\r\n\x00\xff"
    document = cda.build(msgspec.structs.replace(REPORT, pdf=pdf))
    body = etree.fromstring(document).find("{*}component/{*}nonXMLBody/{*}text")
    assert body is not None
    assert sorted(body.items()) == [("mediaType", "application/pdf"), ("representation", "B64")]
    assert cda.read(document).pdf == pdf


def test_what_is_not_known_is_said_to_be_so() -> None:
    unknown = msgspec.structs.replace(REPORT, born="", sex="U")
    root = etree.fromstring(cda.build(unknown))
    birth, gender = root.find(".//{*}birthTime"), root.find(".//{*}administrativeGenderCode")
    assert birth is not None
    assert gender is not None
    assert (birth.get("nullFlavor"), gender.get("code")) == ("UNK", "UN")


lines = st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=20)


@given(st.lists(lines, min_size=1, max_size=5), lines, lines)
def test_any_text_is_read_back(text: list[str], family: str, title: str) -> None:
    report = msgspec.structs.replace(
        REPORT, text="\n".join(text), given="", family=family, title=title
    )
    read = cda.read(cda.build(report))
    assert read.text.split("\n") == text
    assert (read.name, read.title) == (family, title)


def test_narrative_of_strangers_is_read_as_lines() -> None:
    document = f"""<ClinicalDocument xmlns="{cda.V3}"><component>
      <structuredBody><component><section>
      <text>Before <content>bold</content><br/>after
        <list><item>one</item><item>two <sup>2</sup></item></list>
        <table><tbody><tr><td>a </td><td>b</td></tr></tbody></table>end</text>
      </section></component></structuredBody></component></ClinicalDocument>"""
    text = cda.read(document.encode()).text
    assert text.split("\n") == ["Before bold", "after", "one", "two 2", "a b", "end"]


@pytest.mark.parametrize("document", [b"", b"<x/>", b"<x", b"<!DOCTYPE x><x/>"])
def test_other_documents_are_garbled(document: bytes) -> None:
    with pytest.raises(Garbled):
        cda.read(document)


def test_note_says_what_it_is_and_in_which_language() -> None:
    note = msgspec.structs.replace(
        REPORT, type=Loinc("57133-1", "Referral note"), section=None, language="de-DE"
    )
    root = etree.fromstring(cda.build(note))
    code, language = root.find("{*}code"), root.find("{*}languageCode")
    assert code is not None
    assert language is not None
    assert (code.get("code"), language.get("code")) == ("57133-1", "de-DE")
    assert root.find(".//{*}section/{*}code") is None
    assert cda.read(cda.build(note)).text == cda.read(cda.build(REPORT)).text
