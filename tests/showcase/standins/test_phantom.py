import numpy as np
import pytest

from showcase.standins import phantom


@pytest.fixture(scope="module")
def thorax() -> np.ndarray:
    return phantom.volume(8, 5)


def share(volume: np.ndarray, low: int, high: int) -> float:
    return float(np.mean((volume >= low) & (volume < high)))


def test_it_holds_what_a_thorax_holds(thorax: np.ndarray) -> None:
    assert thorax.shape == (8, 512, 512)
    assert thorax.dtype == np.int16
    assert 0.08 < share(thorax, -950, -700) < 0.4  # lung
    assert 0.04 < share(thorax, -150, -50) < 0.3  # fat
    assert 0.04 < share(thorax, 0, 130) < 0.4  # flesh
    assert 0.005 < share(thorax, 250, 1500) < 0.1  # bone
    assert share(thorax, -1025, -960) > 0.2  # air around


def test_the_same_seed_is_the_same_thorax(thorax: np.ndarray) -> None:
    phantom.volume.cache_clear()
    assert np.array_equal(phantom.volume(8, 5), thorax)
    assert not np.array_equal(phantom.volume(8, 6), thorax)


def test_slices_differ(thorax: np.ndarray) -> None:
    assert np.mean(np.abs(thorax[1].astype(int) - thorax[6])) > 30


def test_it_is_marked_as_a_test(thorax: np.ndarray) -> None:
    assert (thorax[:, 16:32, 16:80] == 400).any(axis=(1, 2)).all()


def test_nobody_can_draw_in_it(thorax: np.ndarray) -> None:
    with pytest.raises(ValueError, match="read-only"):
        thorax[0, 0, 0] = 1
