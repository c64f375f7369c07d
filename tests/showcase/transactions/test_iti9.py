import pytest
from hypothesis import given

from showcase.model.exchange import Outcome
from showcase.model.fact import Side
from showcase.protocols.hl7v2.codec import decode
from showcase.protocols.hl7v2.frame import framed
from showcase.protocols.hl7v2.person import Identifier
from showcase.transactions import iti9
from tests.showcase.protocols.hl7v2.samples import AT, ROSA, almost_hl7, envelope

HERS = ROSA.identifiers[0]
REGION = Identifier(value="", authority="REGION", authority_oid="1.2.9")
REGIONAL = Identifier(value="8001", authority="REGION", authority_oid="1.2.9")
QUESTION = decode(iti9.query(envelope(), HERS, (REGION,)).raw)


def test_question_is_read_as_written() -> None:
    assert iti9.read_query(QUESTION) == iti9.Query(patient=HERS, domains=(REGION,))
    assert iti9.faults(QUESTION) == ()


def test_question_is_written_as_ihe_says() -> None:
    assert QUESTION.get("MSH-9") == "QBP^Q23^QBP_Q21"
    assert QUESTION.get("QPD-1") == "IHE PIX Query"
    assert QUESTION.get("QPD-3") == "40213^^^ALBA&1.2.3&ISO"
    assert QUESTION.get("QPD-4") == "^^^REGION&1.2.9&ISO"
    assert QUESTION.get("RCP-1") == "I"


def test_answer_echoes_the_question() -> None:
    answer = decode(iti9.answer(QUESTION, (REGIONAL,), AT).raw)
    assert [each.id for each in answer.segments] == ["MSH", "MSA", "QAK", "QPD", "PID"]
    assert answer.get("QAK-1") == QUESTION.get("QPD-2")
    assert answer.all("QPD") == QUESTION.all("QPD")
    assert answer.all("PID")[0].field(5) == "~^^^^^^S"


def test_answer_names_the_query_as_the_question_does() -> None:
    head, _, rest = QUESTION.raw.decode().partition("QPD|IHE PIX Query|")
    theirs = decode(f"{head}QPD|Q23^Get Corresponding IDs^HL7nnn|{rest}".encode())
    answer = decode(iti9.answer(theirs, (REGIONAL,), AT).raw)
    assert answer.get("QAK-3") == "Q23^Get Corresponding IDs^HL7nnn"
    assert decode(iti9.answer(QUESTION, (), AT).raw).get("QAK-3") == "IHE PIX Query"


def test_answer_is_read_as_written() -> None:
    answer = decode(iti9.answer(QUESTION, (REGIONAL, HERS), AT).raw)
    assert iti9.read_answer(answer) == (REGIONAL, HERS)
    verdict = iti9.judge(answer)
    assert (verdict.outcome, verdict.status) == (Outcome.ACKNOWLEDGED, "AA OK")


def test_nobody_found_is_an_answer_too() -> None:
    answer = decode(iti9.answer(QUESTION, (), AT).raw)
    assert [each.id for each in answer.segments] == ["MSH", "MSA", "QAK", "QPD"]
    assert iti9.read_answer(answer) == ()
    verdict = iti9.judge(answer)
    assert (verdict.outcome, verdict.status) == (Outcome.ACKNOWLEDGED, "AA NF")


def test_unknown_patient_is_refused() -> None:
    answer = decode(iti9.refuse_query(QUESTION, (iti9.UNKNOWN_PATIENT,), AT).raw)
    assert [each.id for each in answer.segments] == ["MSH", "MSA", "ERR", "QAK", "QPD"]
    assert (answer.get("MSA-1"), answer.get("QAK-2")) == ("AE", "AE")
    assert (answer.get("ERR-2"), answer.get("ERR-3.1")) == ("QPD^1^3^1^1", "204")
    assert iti9.judge(answer).outcome is Outcome.REFUSED


def test_echo_is_in_our_separators() -> None:
    odd = decode(
        b"MSH$:*!%$A$B$C$D$1$$QBP:Q23:QBP_Q21$7$T$2.5\rQPD$IHE PIX Query$T|1$4:::%1.2:PI\r"
    )
    answer = decode(iti9.answer(odd, (REGIONAL,), AT).raw)
    assert answer.get("QPD-2") == "T|1"
    assert answer.get("QPD-3.1") == "4"
    assert answer.get("QPD-3.4.2") == "1.2"


def test_incomplete_question_is_refused() -> None:
    bare = decode(b"MSH|^~\\&|A|B|C|D|1||QBP^Q23|7|T|2.5\rQPD|IHE PIX Query||5\r")
    assert [(fault.condition, fault.at) for fault in iti9.faults(bare)] == [
        ("101", "QPD-2"),
        ("204", "QPD-3.4"),
    ]
    assert iti9.faults(decode(b"MSH|^~\\&|A|B|C|D|1||QBP^Q23|7|T|2.5\r"))[0].condition == "100"


def test_facts_tell_question_from_answer() -> None:
    request = framed(QUESTION.raw)
    response = framed(iti9.answer(QUESTION, (REGIONAL,), AT).raw)
    assert [(f.side, f.value, f.authority, f.path) for f in iti9.facts(request, response)] == [
        (Side.REQUEST, "40213", "1.2.3", "QPD-3.1"),
        (Side.RESPONSE, "8001", "1.2.9", "PID-3.1"),
    ]


@given(almost_hl7)
def test_noise_breaks_nothing(noise: bytes) -> None:
    damaged = framed(b"MSH|^~\\&|" + noise)
    assert isinstance(iti9.facts(damaged, damaged), tuple)


def test_refusal_is_of_one_version_whatever_asks() -> None:
    old = decode(QUESTION.raw.replace(b"|2.5\r", b"|2.4\r"))
    answer = iti9.refuse_query(old, (iti9.UNKNOWN_PATIENT,), AT)
    assert (answer.version, answer.get("ERR-2")) == ("2.5", "QPD^1^3^1^1")


@pytest.mark.parametrize(
    ("qak", "words"), [(b"|AE", "QAK-2 AE"), (b"|AR", "QAK-2 AR"), (b"", "no QAK")]
)
def test_an_acknowledged_question_may_be_unanswered(qak: bytes, words: str) -> None:
    raw = iti9.answer(QUESTION, (), AT).raw
    raw = raw.replace(b"|NF", qak) if qak else raw[: raw.index(b"QAK")]
    verdict = iti9.judge(decode(raw))
    assert verdict.outcome is Outcome.REFUSED
    assert words in verdict.words


def test_an_answer_in_several_pids_is_read_whole() -> None:
    raw = iti9.answer(QUESTION, (REGIONAL,), AT).raw + b"PID|||9^^^&1.5&ISO\r"
    assert [each.value for each in iti9.read_answer(decode(raw))] == ["8001", "9"]
