from hypothesis import given
from hypothesis import strategies as st

from showcase.protocols.hl7v2.frame import Framer, framed
from showcase.protocols.hl7v2.recorded import frames, messages
from tests.showcase.protocols.hl7v2.samples import A04, almost_hl7, anything


def test_every_whole_message_is_found() -> None:
    raw = b"noise" + framed(A04) + framed(b"damaged") + framed(A04) + b"\x0bMSH|half"
    assert [message.control_id for message in messages(raw)] == ["C1", "C1"]
    assert len(frames(raw)) == 3


def test_messages_before_endless_noise_are_found() -> None:
    assert len(messages(framed(A04) + b"x" * 10_000)) == 1


@given(st.one_of(anything, almost_hl7))
def test_noise_states_nothing(raw: bytes) -> None:
    assert isinstance(messages(raw), tuple)


@given(st.lists(st.sampled_from([b"\x0b", b"\x1c", b"\r", b"MSH", b"\x1c\r", A04]), max_size=8))
def test_one_frame_is_found_as_the_framer_finds_it(pieces: list[bytes]) -> None:
    raw = b"".join(pieces)
    framer = Framer(len(raw))
    framer.feed(raw)
    assert frames(raw) == tuple(framer.frames())


def test_one_whole_message_is_one_frame() -> None:
    assert [frame.payload for frame in frames(framed(A04))] == [A04]
