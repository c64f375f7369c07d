import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.model.fact import FactKind
from showcase.protocols.hl7v2.codec import decode
from showcase.protocols.hl7v2.frame import framed
from showcase.protocols.hl7v2.person import read_pid
from showcase.transactions import rad28
from tests.showcase.protocols.hl7v2.samples import ROSA, almost_hl7, envelope
from tests.showcase.transactions.samples import REPORT


def test_report_is_read_as_written() -> None:
    message = decode(rad28.export(envelope(), ROSA, REPORT).raw)
    assert rad28.read(message) == REPORT
    assert read_pid(message) == ROSA
    assert rad28.faults(message) == ()


lines = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n"), max_size=30)


@given(st.lists(lines, min_size=1, max_size=6).map("\n".join).filter(str.strip))
def test_every_text_survives(text: str) -> None:
    report = msgspec.structs.replace(REPORT, text=text)
    assert rad28.read(decode(rad28.export(envelope(), ROSA, report).raw)).text == text


def test_report_without_a_code_bears_loinc() -> None:
    report = msgspec.structs.replace(REPORT, code=("", ""))
    message = rad28.export(envelope(), ROSA, report)
    assert message.get("OBR-4") == "18748-4^CT of the chest^LN"


@pytest.mark.parametrize(
    "obx",
    [
        "OBX|1|TX|^SR Text||first~second||||||F",
        "OBX|1|TX|^SR Text||first||||||F\rOBX|2|TX|^SR Text||second||||||F",
        "OBX|1|FT|121070^Findings^DCM||first\\.br\\second||||||F",
    ],
)
@pytest.mark.parametrize("author", ["1&Moor&Ada", "1^Moor^Ada"])
def test_report_of_others_is_understood(obx: str, author: str) -> None:
    fields = {2: "P1", 4: "CT^Chest", 18: "A1", 25: "F", 32: author}
    obr = "|".join(fields.get(number, "") for number in range(1, 33))
    raw = (
        "MSH|^~\\&|A|B|C|D|20261124||ORU^R01|7|T|2.3.1\r"
        f"PID|||1^^^X||Quill^Rosa\rOBR|{obr}\r"
        f"OBX|9|HD|^Study Instance UID||2.25.1||||||F\r{obx}\r"
    )
    report = rad28.read(decode(raw.encode()))
    assert report.text == "first\nsecond"
    assert (report.study, report.accession, report.author) == ("2.25.1", "A1", "Moor^Ada")


def test_report_without_text_or_accession_is_a_fault() -> None:
    bare = msgspec.structs.replace(REPORT, text="", accession="")
    faults = rad28.faults(rad28.export(envelope(), ROSA, bare))
    assert [fault.at for fault in faults] == ["OBR-18", "OBX-5"]


def test_facts_state_the_report() -> None:
    facts = rad28.facts(framed(rad28.export(envelope(), ROSA, REPORT).raw), b"")
    stated = {f.kind: f.value for f in facts}
    assert stated[FactKind.REPORT] == REPORT.text
    assert stated[FactKind.STUDY] == "2.25.1"
    assert stated[FactKind.ACCESSION] == "A1"
    assert stated[FactKind.PLACER_ORDER] == "P1"


@given(almost_hl7)
def test_noise_breaks_nothing(noise: bytes) -> None:
    assert isinstance(rad28.facts(framed(b"MSH|^~\\&|" + noise), noise), tuple)


def test_every_report_of_a_message_needs_a_number() -> None:
    raw = rad28.export(envelope(), ROSA, REPORT).raw + b"OBR|2|P2||X^Y\rOBX|1|TX|^SR Text||more\r"
    message = decode(raw)
    assert [each.text for each in rad28.read_all(message)] == [REPORT.text, "more"]
    assert [fault.at for fault in rad28.faults(message)] == ["OBR[2]-18"]
