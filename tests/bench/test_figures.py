"""The bench's arithmetic."""

from tests.bench.figures import FRAME, frames, middle, percentile


def test_median_tells_its_samples() -> None:
    assert middle([3.0, 1.0, 2.0]) == {"median": 2.0, "samples": 3}
    assert middle([]) == {}


def test_percentile_is_a_sample() -> None:
    samples = [float(n) for n in range(1, 101)]
    assert percentile(samples, 0.99) == 100.0
    assert percentile(samples, 0.5) == 51.0
    assert percentile([], 0.99) == 0.0


def test_even_frames_drop_none() -> None:
    told = frames([n * FRAME for n in range(61)])
    assert (told["drawn"], told["dropped"]) == (61, 0)
    assert told["seconds_moving"] == 1.0


def test_late_frame_drops_the_refreshes_it_missed() -> None:
    told = frames([0.0, FRAME, 4 * FRAME, 5 * FRAME])
    assert told["dropped"] == 2


def test_still_picture_drops_none() -> None:
    told = frames([0.0, FRAME, FRAME + 5000.0])
    assert (told["dropped"], told["seconds_still"]) == (0, 5.0)
