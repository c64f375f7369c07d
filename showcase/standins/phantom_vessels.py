"""The vessels of the phantom's lungs: a tree of balls, grown from both hila."""

import numpy as np

_STEP = 1.9
"""Millimetres between two balls of a branch."""

_HILA = ((-34.0, 6.0, 4.0), (36.0, 2.0, 8.0))
_THINNEST = 0.65
_GENERATIONS = 6


def grow(rng: np.random.Generator) -> np.ndarray:
    """Balls as rows of x, y, z, radius in millimetres; z from the middle of the volume."""
    balls = [_lung(rng, np.array(hilum, np.float32)) for hilum in _HILA]
    return np.concatenate(balls)


def _lung(rng: np.random.Generator, hilum: np.ndarray) -> np.ndarray:
    """Grow all branches of a generation at once; each ends in two thinner ones."""
    outward = np.sign(hilum[0])
    count = 16
    heads = np.repeat(hilum[None, :], count, 0) + rng.normal(0, 4, (count, 3))
    ways = rng.normal(0, 1, (count, 3)) * (0.8, 1.0, 1.7) + (outward * 0.75, 0, 0)
    radii = rng.uniform(2.4, 4.2, count)
    found: list[np.ndarray] = []
    for generation in range(_GENERATIONS):
        steps = int(rng.integers(7, 11)) + (3 if generation == 0 else 0)
        for _ in range(steps):
            ways = ways + rng.normal(0, 0.10, ways.shape)
            ways /= np.linalg.norm(ways, axis=1, keepdims=True)
            heads = heads + ways * _STEP
            found.append(np.column_stack((heads, radii)))
            radii = np.maximum(radii * 0.99, _THINNEST)
        heads, ways = np.repeat(heads, 2, 0), np.repeat(ways, 2, 0)
        ways = ways + rng.normal(0, 0.55, ways.shape)
        radii = np.maximum(np.repeat(radii, 2) * rng.uniform(0.62, 0.85, len(radii) * 2), _THINNEST)
        if len(heads) > 700:
            keep = rng.permutation(len(heads))[:700]
            heads, ways, radii = heads[keep], ways[keep], radii[keep]
    return np.concatenate(found).astype(np.float32)
