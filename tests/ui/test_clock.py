"""What time it is in the window."""

from datetime import timedelta

from ui.clock import WindowClock


def test_time_is_utc_and_goes_on() -> None:
    clock = WindowClock()
    first, then = clock.now(), clock.monotonic()
    assert first.utcoffset() == timedelta(0)
    assert clock.now() >= first
    assert clock.monotonic() >= then
