"""The picture's own pace, without a clock."""

from collections.abc import Iterable

from showcase.model.events import HopEnded, HopProgressed, HopStarted, RunEnded
from showcase.model.exchange import Outcome, Verdict
from tests.ui import journey
from ui.stage.cursor import Beat, Cast, Closing, Cursor, Progress, Seal


def start(hop: str, sender: str = "a", receiver: str = "b", transaction: str = "X-1") -> HopStarted:
    return HopStarted(hop=hop, transaction=transaction, sender=sender, receiver=receiver)


def end(started: HopStarted, outcome: Outcome = Outcome.ACKNOWLEDGED) -> HopEnded:
    return journey.ended(started, (), Verdict(outcome=outcome))


def told(cast: Iterable[Cast]) -> list[str]:
    """``travel h1``."""
    said = []
    for each in cast:
        match each:
            case Beat():
                said.append(f"{each.phase} {each.start.hop}")
            case Seal():
                said.append(f"seal {each.start.hop}")
            case Progress():
                said.append(f"progress {each.start.hop} {each.done}")
            case Closing():
                said.append("closing")
    return said


def done(cursor: Cursor) -> list[str]:
    """What begins once the present animation has finished."""
    assert cursor.moving
    return told(cursor.finished(cursor.moving.step))


OVER = RunEnded(hops=0, acknowledged=0, refused=0, failed=0, held=True)


def test_a_hop_travels_lands_and_is_done() -> None:
    cursor, one = Cursor(), start("h1")
    assert told(cursor.started(one)) == ["travel h1"]
    assert told(cursor.ended(end(one))) == []
    assert done(cursor) == ["land h1"]
    assert done(cursor) == ["done h1"]
    assert cursor.moving is None


def test_it_hovers_until_the_answer_is_in() -> None:
    cursor, one = Cursor(), start("h1")
    cursor.started(one)
    assert done(cursor) == ["hover h1"]
    assert told(cursor.ended(end(one))) == ["land h1"]


def test_a_refusal_bounces() -> None:
    cursor, one = Cursor(), start("h1")
    cursor.started(one)
    cursor.ended(end(one, Outcome.REFUSED))
    assert done(cursor) == ["bounce h1"]


def test_hops_are_shown_one_at_a_time_in_order() -> None:
    cursor, hops = Cursor(), [start(f"h{n}") for n in (1, 2)]
    for hop in hops:
        cursor.started(hop)
        cursor.ended(end(hop))
    assert [done(cursor) for _ in range(4)] == [
        ["land h1"],
        ["done h1", "travel h2"],
        ["land h2"],
        ["done h2"],
    ]


def test_an_outer_hop_waits_for_the_inner() -> None:
    cursor = Cursor()
    outer, inner = start("outer", "ehr", "repo"), start("inner", "repo", "registry")
    cursor.started(outer)
    cursor.started(inner)
    cursor.ended(end(inner))
    cursor.ended(end(outer))
    assert [done(cursor) for _ in range(4)] == [
        ["hover outer", "travel inner"],
        ["land inner"],
        ["done inner", "land outer"],
        ["done outer"],
    ]


def test_a_slow_answer_stops_nobody() -> None:
    cursor, slow, quick = Cursor(), start("slow"), start("quick", "c", "d")
    cursor.started(slow)
    cursor.started(quick)
    cursor.ended(end(quick))
    assert done(cursor) == ["hover slow", "travel quick"]
    assert done(cursor) == ["land quick"]
    assert done(cursor) == ["done quick", "hover slow"]
    assert told(cursor.ended(end(slow, Outcome.FAILED))) == ["bounce slow"]


def test_seals_wait_for_what_they_record() -> None:
    cursor, one, two = Cursor(), start("h1"), start("h2")
    cursor.started(one)
    cursor.started(two)
    assert told(cursor.started(start("s", transaction="ITI-20"))) == []
    cursor.ended(end(one))
    cursor.ended(end(two))
    assert [done(cursor) for _ in range(2)] == [["land h1"], ["done h1", "travel h2", "seal s"]]


def test_progress_is_told_of_what_is_seen() -> None:
    cursor, one, two = Cursor(), start("h1"), start("h2")
    cursor.started(one)
    cursor.started(two)
    assert told(cursor.progressed(HopProgressed(hop="h1", done=8, total=24))) == ["progress h1 8"]
    assert told(cursor.progressed(HopProgressed(hop="h2", done=8, total=24))) == []


def test_closing_comes_last() -> None:
    cursor, one = Cursor(), start("h1")
    cursor.started(one)
    cursor.ended(end(one))
    assert told(cursor.closed(OVER)) == []
    assert [done(cursor) for _ in range(2)] == [["land h1"], ["done h1", "closing"]]


def test_old_reports_are_no_news() -> None:
    cursor, one = Cursor(), start("h1")
    cursor.started(one)
    assert cursor.moving
    step = cursor.moving.step
    cursor.finished(step)
    assert told(cursor.finished(step)) == []


def test_it_hurries_modestly_when_far_behind() -> None:
    cursor = Cursor()
    for number in range(60):
        cursor.started(start(f"h{number}"))
    assert cursor.speed == 2.0
    assert Cursor().speed == 1.0


def test_an_end_without_a_start_is_shown_as_well() -> None:
    assert told(Cursor().ended(end(start("late")))) == ["travel late"]
