from hypothesis import given
from hypothesis import strategies as st

from showcase.protocols.hl7v2.frame import framed
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
