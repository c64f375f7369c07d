import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.protocols.dicom import acse
from showcase.protocols.dicom.acse import Request
from showcase.protocols.dicom.association import (
    Aborted,
    Accepted,
    Association,
    Event,
    Received,
    Refused,
    ReleaseAsked,
    Released,
    Requested,
    State,
)
from showcase.protocols.dicom.command import Field
from showcase.protocols.dicom.dimse import Message, encode
from showcase.protocols.dicom.messages import VERIFICATION, request
from showcase.protocols.dicom.negotiation import Support, offer
from showcase.wire.failure import Garbled
from tests.showcase.protocols.dicom.strategies import cuts, messages, streams


def pair() -> tuple[Association, Association]:
    """Two sides of an established association."""
    asks, answers = Association(requestor=True), Association(requestor=False)
    sent = asks.ask(Request(calling="A", called="B", contexts=offer(VERIFICATION)))
    (asked,) = answers.receive(sent)
    assert isinstance(asked, Requested)
    (accepted,) = asks.receive(answers.accept(lambda _uid: Support()))
    assert isinstance(accepted, Accepted)
    return asks, answers


def echo(asks: Association) -> Message:
    return request(Field.C_ECHO, asks.contexts[1], 1)


def read(machine: Association, pieces: list[bytes]) -> tuple[list[Event], str, State]:
    found: list[Event] = []
    try:
        for piece in pieces:
            for event in machine.receive(piece):
                found.append(event)  # noqa: PERF402 - those before a fault count
    except Garbled as fault:
        return found, fault.status, machine.state
    return found, "", machine.state


def test_an_association_is_asked_for_used_and_released() -> None:
    asks, answers = pair()
    message = echo(asks)
    assert list(answers.receive(b"".join(asks.send(message)))) == [Received(message)]
    assert list(answers.receive(asks.release())) == [ReleaseAsked()]
    assert list(asks.receive(answers.answer_release())) == [Released()]
    assert (asks.state, answers.state) == (State.IDLE, State.AWAITS_CLOSE)


def test_a_rejection_ends_it() -> None:
    asks, answers = Association(requestor=True), Association(requestor=False)
    sent = asks.ask(Request(calling="A", called="X", contexts=offer(VERIFICATION)))
    list(answers.receive(sent))
    found = list(asks.receive(answers.reject(acse.CALLED_UNKNOWN)))
    assert found == [Refused(acse.CALLED_UNKNOWN)]
    assert (asks.state, answers.state) == (State.IDLE, State.AWAITS_CLOSE)


def test_an_abort_is_heard_in_any_state() -> None:
    asks, answers = pair()
    assert list(asks.receive(answers.abort())) == [Aborted(acse.BY_USER)]
    assert asks.state is State.IDLE


def test_releases_that_collide_end_in_good_order() -> None:
    asks, answers = pair()
    ours, theirs = asks.release(), answers.release()
    assert list(asks.receive(theirs)) == [ReleaseAsked()]
    assert asks.state is State.COLLIDED_REQUESTOR
    assert list(answers.receive(ours)) == []
    assert list(answers.receive(asks.answer_release())) == [ReleaseAsked()]
    assert list(asks.receive(answers.answer_release())) == [Released()]


def test_data_that_crosses_a_release_is_still_read() -> None:
    asks, _ = pair()
    message = echo(asks)
    asks.release()
    assert list(asks.receive(b"".join(encode(message, 0)))) == [Received(message)]


@pytest.mark.parametrize(
    "early", [acse.RELEASE_RQ, acse.RELEASE_RP, b"\x04\0\0\0\0\x06" + b"\0" * 6]
)
def test_what_must_not_come_first_is_answered_by_an_abort(early: bytes) -> None:
    machine = Association(requestor=False)
    _, fault, _ = read(machine, [early])
    assert "in state Sta2" in fault
    assert machine.abort(machine.complaint) == acse.encode_abort(acse.UNEXPECTED)


def test_a_message_outside_what_was_agreed_is_garbage() -> None:
    asks, answers = pair()
    stray = Message(9, echo(asks).command)
    _, fault, _ = read(answers, [b"".join(encode(stray, 0))])
    assert "presentation context 9" in fault


def test_a_peer_that_takes_nothing_is_refused() -> None:
    machine = Association(requestor=False)
    asked = Request(calling="A", called="B", contexts=offer(VERIFICATION), maximum_length=7)
    assert "only 7 bytes" in read(machine, [acse.encode_request(asked)])[1]


def test_our_own_mistakes_are_not_the_peers() -> None:
    with pytest.raises(RuntimeError, match="Sta2"):
        Association(requestor=False).release()


def test_nothing_is_heard_after_the_end() -> None:
    asks, answers = pair()
    answers.abort()
    assert read(answers, [b"".join(asks.send(echo(asks))), b"noise, any"])[0] == []


@given(st.lists(messages(), max_size=4), st.data())
def test_any_cut_gives_the_same_events(sent: list[Message], data: st.DataObject) -> None:
    stream = b"".join(b"".join(encode(message, 64)) for message in sent) + acse.RELEASE_RQ
    whole = read(pair()[1], [stream])
    assert read(pair()[1], data.draw(cuts(stream))) == whole
    assert whole[0] == [*(Received(message) for message in sent), ReleaseAsked()]


@given(streams, st.binary(max_size=60), st.booleans(), st.data())
def test_nothing_but_garbled_is_ever_raised(
    stream: bytes, noise: bytes, standing: bool, data: st.DataObject
) -> None:
    def machine() -> Association:
        return pair()[1] if standing else Association(requestor=False)

    whole = read(machine(), [stream + noise])
    assert read(machine(), data.draw(cuts(stream + noise))) == whole
