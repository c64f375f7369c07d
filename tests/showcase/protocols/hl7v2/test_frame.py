import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.protocols.hl7v2.frame import NOISE_BYTES, Frame, Framer, framed
from showcase.wire.failure import Garbled
from tests.showcase.protocols.hl7v2.samples import A04, almost_hl7, anything, chunks

LIMIT = 500


def run(pieces: list[bytes], limit: int = LIMIT) -> tuple[list[Frame], bool]:
    """Every frame, and whether the stream broke."""
    framer = Framer(limit)
    found: list[Frame] = []
    for piece in pieces:
        framer.feed(piece)
        try:
            found.extend(framer.frames())
        except Garbled:
            return found, True
    return found, False


def payloads(data: bytes) -> list[bytes]:
    return [frame.payload for frame in run([data])[0]]


def test_frame_is_unwrapped() -> None:
    assert payloads(framed(A04)) == [A04]


def test_two_frames_at_once_are_two() -> None:
    assert payloads(framed(b"one") + framed(b"two")) == [b"one", b"two"]


def test_end_counts_without_its_carriage_return() -> None:
    assert payloads(b"\x0bone\x1c\x0btwo\x1c") == [b"one", b"two"]


def test_offsets_point_into_the_stream() -> None:
    data = b"noise" + framed(b"one") + framed(b"two")
    frames, _ = run([data])
    assert [data[f.start : f.end] for f in frames] == [b"\x0bone\x1c", b"\x0btwo\x1c"]


def test_noise_is_reported_with_the_next_frame() -> None:
    frames, _ = run([b"what\r\n" + framed(b"one") + b"\r\n" + framed(b"two")])
    assert [frame.noise for frame in frames] == [b"what", b""]


def test_message_begun_anew_replaces_the_broken_one() -> None:
    frames, _ = run([b"\x0bMSH|^~\\&|half" + framed(A04)])
    assert [frame.payload for frame in frames] == [A04]
    assert frames[0].noise.startswith(b"\x0bMSH|^~\\&|half")


def test_vertical_tab_inside_a_text_is_no_beginning() -> None:
    note = b"MSH|^~\\&|A\rNTE|1||soft\x0bbreak\r"
    assert payloads(framed(note)) == [note]


def test_message_at_the_limit_passes() -> None:
    assert payloads(framed(b"x" * LIMIT)) == [b"x" * LIMIT]


def test_message_beyond_the_limit_breaks_even_unfinished() -> None:
    assert run([b"\x0b" + b"x" * (LIMIT + 1)]) == ([], True)
    assert run([framed(b"x" * (LIMIT + 1))]) == ([], True)


def test_endless_noise_breaks() -> None:
    framer = Framer(LIMIT)
    framer.feed(b"x" * (NOISE_BYTES + 1))
    with pytest.raises(Garbled, match="MLLP"):
        list(framer.frames())


def test_what_has_begun_is_known_to_wait() -> None:
    framer = Framer(LIMIT)
    framer.feed(framed(b"one")[:-1])
    assert [frame.payload for frame in framer.frames()] == [b"one"]
    framer.feed(b"\r\n")
    assert not framer.waits
    framer.feed(b"\x0bM")
    assert framer.waits


streams = st.lists(
    st.one_of(anything, almost_hl7, anything.map(framed), st.binary(max_size=700).map(framed)),
    max_size=6,
).map(b"".join)


@given(data=streams, cuts=st.lists(st.integers(0, 5000), max_size=12))
def test_any_chunking_gives_the_same_frames(data: bytes, cuts: list[int]) -> None:
    assert run(chunks(data, cuts)) == run([data])


@given(data=st.binary(max_size=60), messages=st.lists(st.binary(max_size=20), max_size=3))
def test_single_bytes_give_the_same_frames(data: bytes, messages: list[bytes]) -> None:
    whole = data + b"".join(map(framed, messages))
    assert run([bytes([byte]) for byte in whole]) == run([whole])
