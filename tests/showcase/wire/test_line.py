from datetime import UTC, datetime

from showcase.wire.line import Line


class StepClock:
    """Each look at the clock is a millisecond later."""

    def __init__(self) -> None:
        self.ticks = 0

    def now(self) -> datetime:
        return datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

    def monotonic(self) -> float:
        self.ticks += 1
        return self.ticks / 1000

    async def sleep(self, seconds: float) -> None:
        del seconds


def test_initiator_sends_requests() -> None:
    line = Line("mllp", initiated=True)
    line.connected("127.0.0.1:1", "127.0.0.1:2")
    line.sent(b"ask")
    line.received(b"tell")
    recording = line.recording()
    assert (recording.request, recording.response) == (b"ask", b"tell")
    assert (recording.initiator, recording.responder) == ("127.0.0.1:1", "127.0.0.1:2")


def test_responder_receives_requests() -> None:
    line = Line("mllp", initiated=False, local="127.0.0.1:2", remote="127.0.0.1:1")
    line.received(b"ask")
    line.sent(b"tell")
    recording = line.recording()
    assert (recording.request, recording.response) == (b"ask", b"tell")
    assert (recording.initiator, recording.responder) == ("127.0.0.1:1", "127.0.0.1:2")


def test_turns_join_what_one_side_said_at_a_stretch() -> None:
    line = Line("mllp", initiated=True, clock=StepClock())
    for data in (b"a", b"bc"):
        line.sent(data)
    line.received(b"d")
    turns = line.recording().turns
    assert [(turn.outward, turn.size) for turn in turns] == [(True, 3), (False, 1)]
    assert [turn.at_us for turn in turns] == [0, 2000]


def test_recording_from_a_mark_leaves_the_rest_out() -> None:
    line = Line("mllp", initiated=False)
    line.received(b"first")
    mark = line.mark()
    line.received(b"second")
    assert line.recording(mark).request == b"second"


def test_first_byte_is_told_once() -> None:
    told: list[str] = []
    line = Line("mllp", initiated=True)
    line.on_first_byte = lambda: told.append("now")
    line.sent(b"")
    line.sent(b"a")
    line.sent(b"b")
    assert told == ["now"]
