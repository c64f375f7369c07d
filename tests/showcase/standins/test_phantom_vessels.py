import numpy as np

from showcase.standins.phantom_vessels import grow


def test_vessels_grow_on_both_sides_and_thin_out() -> None:
    balls = grow(np.random.default_rng(1))
    assert balls.shape[1] == 4
    assert (balls[:, 0] < -30).any()
    assert (balls[:, 0] > 30).any()
    assert balls[:, 3].max() < 5
    assert 0.5 < balls[:, 3].min() < 0.7
