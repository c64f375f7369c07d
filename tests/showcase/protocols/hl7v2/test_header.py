from showcase.protocols.hl7v2.ack import accept
from showcase.protocols.hl7v2.codec import decode
from showcase.protocols.hl7v2.compose import compose
from showcase.protocols.hl7v2.header import (
    Party,
    fresh_control_id,
    msh,
    reply_msh,
    sender_of,
    signed,
)
from tests.showcase.protocols.hl7v2.samples import A04, AT, envelope


def test_header_says_who_writes_to_whom() -> None:
    message = decode(compose((msh(envelope("C9"), ("ADT", "A04", "ADT_A01"), "2.5"),)).raw)
    assert sender_of(message) == Party("DESK", "ALBA")
    assert (message.get("MSH-5"), message.get("MSH-6")) == ("RIS", "ALBA")
    assert (message.control_id, message.version) == ("C9", "2.5")


def test_everything_is_marked_as_training() -> None:
    message = compose((msh(envelope(), ("ADT", "A04", "ADT_A01"), "2.5"),))
    assert message.get("MSH-11") == "T"


def test_fields_that_ihe_forbids_are_empty() -> None:
    message = compose((msh(envelope(), ("ADT", "A04", "ADT_A01"), "2.5"),))
    assert [message.get(f"MSH-{n}") for n in (8, 13, 14, 15, 16, 20)] == [""] * 6


def test_reply_turns_sender_and_receiver_round() -> None:
    request = decode(A04.replace(b"|DESK|", b"|DESK^1.2^ISO|").replace(b"|T|", b"|P|"))
    reply = compose((reply_msh(request, ("ACK",), "2.5", AT),))
    assert [reply.get(f"MSH-{n}") for n in (3, 4, 5, 6)] == ["RIS", "ALBA", "DESK^1.2^ISO", "ALBA"]
    assert reply.get("MSH-11") == "P"


def test_answer_to_nobody_in_particular_is_signed() -> None:
    request = decode(A04.replace(b"|RIS|ALBA|", b"|||"))
    reply = decode(signed(accept(request, AT), Party("RÖNTGEN", "A&B")).raw)
    assert [reply.get(f"MSH-{n}") for n in (3, 4, 5, 6)] == ["RÖNTGEN", "A&B", "DESK", "ALBA"]
    assert (reply.get("MSA-2"), reply.get("MSH-18")) == ("C1", "UNICODE UTF-8")


def test_answer_that_names_its_writer_stays_as_it_is() -> None:
    answer = accept(decode(A04), AT)
    assert signed(answer, Party("OTHER", "PLACE")) is answer


def test_control_ids_are_never_the_same() -> None:
    ids = {fresh_control_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert max(map(len, ids)) <= 20


def test_times_carry_their_offset() -> None:
    stamp = compose((msh(envelope(), ("ADT",), "2.5"),)).get("MSH-7")
    assert len(stamp) == len("20261124103015+0000")
