from hypothesis import given
from hypothesis import strategies as st

from showcase.taps.tape import Span, Tape
from showcase.wire.clock import SystemClock


def tape_of(*said: tuple[bool, bytes]) -> Tape:
    tape = Tape(SystemClock())
    for outward, data in said:
        tape.note(data, outward=outward)
    return tape


def sides(taken: list[tuple[bool, bytes, float]]) -> tuple[bytes, bytes]:
    there = b"".join(data for outward, data, _ in taken if outward)
    return there, b"".join(data for outward, data, _ in taken if not outward)


def test_what_was_noted_is_heard_once() -> None:
    tape = tape_of((True, b"ask"), (False, b"tell"))
    assert list(tape.unheard()) == [(True, b"ask"), (False, b"tell")]
    assert list(tape.unheard()) == []


def test_a_span_is_taken_out_of_the_middle_of_a_piece() -> None:
    tape = tape_of((True, b"abcdef"), (False, b"xyz"))
    assert sides(tape.take(Span(2, 4), Span(0, 1))) == (b"cd", b"x")
    assert sides(tape.take(Span(0, 6), Span(0, 3))) == (b"abef", b"yz")
    assert tape.held == 0


def test_a_byte_is_seen_until_it_is_taken() -> None:
    tape = tape_of((True, b"ab"), (False, b"c"))
    assert tape.byte(1, outward=True) == ord("b")
    assert tape.byte(2, outward=True) is None
    tape.take(Span(0, 2), Span(0, 0))
    assert tape.byte(1, outward=True) is None
    assert tape.byte(0, outward=False) == ord("c")


@given(st.lists(st.tuples(st.booleans(), st.binary(min_size=1, max_size=9))), st.data())
def test_every_byte_is_taken_exactly_once(
    said: list[tuple[bool, bytes]], data: st.DataObject
) -> None:
    tape = tape_of(*said)
    ends = {way: tape.end(outward=way) for way in (True, False)}
    cuts = {way: data.draw(st.integers(0, ends[way])) for way in (True, False)}
    first = sides(tape.take(Span(0, cuts[True]), Span(0, cuts[False])))
    rest = sides(tape.take(Span(cuts[True], ends[True]), Span(cuts[False], ends[False])))
    for number, way in enumerate((True, False)):
        assert first[number] + rest[number] == b"".join(d for outward, d in said if outward is way)
    assert tape.held == 0


async def test_news_does_not_come_by_itself() -> None:
    tape = tape_of()
    assert not await tape.news(0.01)
    tape.note(b"x", outward=True)
    assert await tape.news(0.01)
