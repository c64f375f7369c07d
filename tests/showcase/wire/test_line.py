from showcase.wire.line import Line
from tests.showcase.wire.stepping import StepClock


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


def test_time_ends_with_the_last_byte_of_an_answer() -> None:
    line = Line("mllp", initiated=True, clock=StepClock())
    line.sent(b"ask")
    line.received(b"tell")
    line.leaving()
    assert round(line.recording().milliseconds) == 1


def test_a_wait_in_vain_counts_until_it_is_given_up() -> None:
    clock = StepClock()
    line = Line("mllp", initiated=True, clock=clock)
    line.calling("127.0.0.1:2")
    line.sent(b"ask")
    clock.ticks += 10_000
    line.leaving()
    clock.ticks += 500  # closing takes its time, too
    line.leaving()
    recording = line.recording(in_vain=True)
    assert round(recording.milliseconds) == 10_001
    assert [turn.at_us for turn in recording.turns] == [0]


def test_without_a_byte_time_runs_from_the_call() -> None:
    clock = StepClock()
    line = Line("mllp", initiated=True, clock=clock)
    line.calling("127.0.0.1:2")
    clock.ticks += 3_000
    recording = line.recording(in_vain=True)
    assert round(recording.milliseconds) == 3_001
    assert (recording.initiator, recording.responder) == ("", "127.0.0.1:2")


def test_a_call_that_was_made_again_is_waited_for_again() -> None:
    clock = StepClock()
    line = Line("dicom", initiated=True, clock=clock)
    line.calling("127.0.0.1:2")
    line.leaving()
    line.calling("127.0.0.1:2")
    clock.ticks += 3_000
    assert round(line.recording(in_vain=True).milliseconds) == 3_002


def test_who_called_nobody_has_spent_nothing() -> None:
    assert Line("mllp", initiated=True, clock=StepClock()).recording(in_vain=True).milliseconds == 0


def test_what_is_finished_is_cut_off() -> None:
    line = Line("dicom", initiated=False, local="a:1", remote="b:2")
    line.received(b"one")
    line.sent(b"two")
    mark = line.mark()
    line.received(b"three")
    finished = line.cut(mark)
    assert finished.size == 6
    assert (finished.recording().request, finished.recording().response) == (b"one", b"two")
    assert (finished.recording().initiator, finished.recording().responder) == ("b:2", "a:1")
    assert (line.mark(), line.recording().request) == (1, b"three")


def test_what_came_too_early_belongs_to_the_next_exchange() -> None:
    line = Line("http", initiated=False)
    for data in (b"before", b"one", b"!two", b"two!"):
        line.received(data)
    line.sent(b"answer")
    assert b"".join(line.heard(1)) == b"one!twotwo!"
    later = line.set_beyond(1, 4)
    first = line.recording(1)
    mark = line.mark()
    line.take_up(later)
    assert (first.request, first.response) == (b"one!", b"answer")
    assert line.recording(mark).request == b"twotwo!"
    assert line.set_beyond(mark, 7) == []
