import pytest

from showcase.model.exchange import Outcome
from showcase.protocols.hl7v2.ack import Fault, accept, judge_ack, missing, refuse
from showcase.protocols.hl7v2.codec import Message, decode
from tests.showcase.protocols.hl7v2.samples import A04, AT

NEW = decode(A04)
OLD = decode(A04.replace(b"|2.5\r", b"|2.3.1\r"))


def wire(message: Message, segment: str) -> list[str]:
    return [each.wire for each in message.all(segment)]


def test_acceptance_names_the_message() -> None:
    assert wire(accept(NEW, AT), "MSA") == ["MSA|AA|C1"]


@pytest.mark.parametrize(("request_", "kind"), [(NEW, "ACK^A04^ACK"), (OLD, "ACK")])
def test_answer_is_in_the_version_of_the_request(request_: Message, kind: str) -> None:
    answer = accept(request_, AT)
    assert answer.version == request_.version
    assert answer.get("MSH-9") == kind


def test_error_is_located_from_2_5_on() -> None:
    answer = refuse(NEW, (Fault("101", "PID-3.1", "PID-3.1 is required"),), AT)
    assert wire(answer, "MSA") == ["MSA|AE|C1"]
    assert wire(answer, "ERR") == [
        "ERR||PID^1^3^1^1|101^Required field missing^HL70357|E||||PID-3.1 is required"
    ]


def test_error_is_one_field_before_2_5() -> None:
    answer = refuse(OLD, (Fault("101", "PID-3.1"), Fault("101", "PID-5")), AT)
    assert wire(answer, "ERR") == [
        "ERR|PID^1^3^101&Required field missing&HL70357~PID^1^5^101&Required field missing&HL70357"
    ]


@pytest.mark.parametrize(
    ("condition", "at", "err"),
    [("200", "MSH-9.1", "ERR||MSH^1^9^1^1|200^"), ("201", "MSH-9.2", "ERR||MSH^1^9^1^2|201^")],
)
def test_message_nobody_takes_is_rejected(condition: str, at: str, err: str) -> None:
    answer = refuse(NEW, (Fault(condition, at),), AT)
    assert answer.get("MSA-1") == "AR"
    assert wire(answer, "ERR")[0].startswith(err)


def test_repetition_is_located() -> None:
    answer = refuse(NEW, (Fault("204", "QPD-4[2]"),), AT)
    assert answer.get("ERR-2") == "QPD^1^4^2"


def test_deleted_value_is_missing() -> None:
    message = decode(A04.replace(b"|F\r", b'|""\r'))
    assert [fault.at for fault in missing(message, "PID-8", "PID-7", "PID-30")] == [
        "PID-8",
        "PID-30",
    ]


@pytest.mark.parametrize("code", ["AA", "CA"])
def test_acceptance_is_acknowledged(code: str) -> None:
    assert judge_ack(answer(f"MSA|{code}|C1\r")).outcome is Outcome.ACKNOWLEDGED


@pytest.mark.parametrize("request_", [NEW, OLD])
def test_our_own_refusal_is_understood(request_: Message) -> None:
    verdict = judge_ack(refuse(request_, (Fault("101", "PID-3"),), AT))
    assert verdict.outcome is Outcome.REFUSED
    assert verdict.status == "AE 101 Required field missing (PID-3)"
    assert verdict.words == (
        "RIS refused the message: it lacks a field that the receiver requires (PID-3)."
    )
    assert verdict.remedy


@pytest.mark.parametrize(
    ("tail", "status"),
    [
        ("MSA|AE|C1|no such bed\r", "AE no such bed"),
        ("MSA|AR|C1\r", "AR"),
        ("MSA|AR|C1||||207^Disk full\r", "AR 207 Disk full"),
        ("MSA|AE|C1\rERR||PID^1^3|204^Unknown^HL70357|E||||never heard\r",
         "AE 204 never heard (PID-3)"),
        ("MSA|AE|C1|in short\rERR|||204|E|||at length\r", "AE 204 at length"),
        ("MSA|AE|C1|in short\rERR|||204|E|||at length|for people\r", "AE 204 for people"),
        ("MSA|AE|C1\rERR|No such bed\r", "AE No such bed"),
        ("MSA|AE|C1\rERR|PID^1^3^204&No such patient\r", "AE 204 No such patient (PID-3)"),
        ("MSA|AE|C1|no such bed\rERR|PV1^1^3\r", "AE no such bed (PV1-3)"),
        ("MSA|AE|C1\rERR|||0|W||||odd\rERR|||101|E||||no sex\r", "AE 101 no sex"),
        ("MSA|AE|C1|two\\.br\\lines\x1b[2J\r", "AE two lines [2J"),
        ("MSA|CR|C1\rERR\r", "CR"),
        ("MSA|??|C1\rERR|||777\r", "?? 777"),
    ],
)  # fmt: skip
def test_peers_own_words_are_kept(tail: str, status: str) -> None:
    verdict = judge_ack(answer(tail))
    assert verdict.outcome is Outcome.REFUSED
    assert verdict.status == status
    assert verdict.words.startswith("RIS refused the message")


@pytest.mark.parametrize(
    ("tail", "words"),
    [
        ("MSA|AE|C1|no such bed\r", "RIS refused the message: “no such bed”."),
        ("MSA|AE|C1\rERR||PV1^1^3|999|E||||no such bed\r",
         "RIS refused the message: “no such bed” (PV1-3)."),
        ("MSA|AE|C1\rERR||PID^1^3|204|E|||4711 unknown\r",
         "RIS refused the message: it does not know an identifier in it (PID-3)."
         " It says: “4711 unknown”."),
        ("MSA|AE|C1||||207^application internal error\r",
         "RIS refused the message: it failed inside."),
        ("MSA|AE|C1\r",
         "RIS refused the message: it does not say why in a way that we know."),
    ],
)  # fmt: skip
def test_peers_own_words_are_quoted(tail: str, words: str) -> None:
    assert judge_ack(answer(tail)).words == words


def test_a_trace_in_place_of_words_is_cut() -> None:
    assert len(judge_ack(answer(f"MSA|AE|C1|{'at line 1 ' * 100}\r")).status) < 160


def answer(tail: str) -> Message:
    return decode(f"MSH|^~\\&|RIS|ALBA|DESK|ALBA|20261124||ACK|X|T|2.5\r{tail}".encode())


@pytest.mark.parametrize("name", ["A~1", "A^1", "A&1", "A\\1", "A\\T\\1", " A1 ", "#7/ä"])
def test_message_is_named_to_the_letter(name: str) -> None:
    request = decode(A04.replace(b"|C1|", f"|{name}|".encode()))
    assert wire(accept(request, AT), "MSA") == [f"MSA|AA|{name}"]


def test_name_between_other_separators_means_the_same() -> None:
    raw = A04.replace(b"|C1|", b"|C%1^2|").replace(b"^~\\&", b"%~\\&").replace(b"|", b"#")
    assert wire(accept(decode(raw), AT), "MSA") == ["MSA|AA|C^1\\S\\2"]
