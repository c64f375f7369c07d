"""A thorax as a CT would see it: computed, seeded, nobody's.

Geometry in millimetres, x to the patient's left, y to the back; values in Hounsfield units (HU).
Everything is painted by numpy, slice by slice: large shapes on the whole grid, small ones on the
window they fill, the vessels of the lungs as many stamps at once. It is a picture for visitors,
with contrast medium in the blood, not a model of anatomy.
"""

from functools import lru_cache

import numpy as np

from showcase.standins.phantom_vessels import grow

SIZE = 512
PIXEL = 0.7
"""Millimetres per pixel: a field of view of 358 mm."""

EXTENT = 190.0
"""Millimetres from the lowest slice to the highest."""

AIR, LUNG, FAT, MUSCLE, WALL = -1000.0, -865.0, -98.0, 55.0, 25.0
BLOOD, HEART, LIVER, MARROW, CORTEX = 215.0, 105.0, 112.0, 210.0, 620.0
_NOISE = 13.0

_AXIS = (np.arange(SIZE, dtype=np.float32) - SIZE / 2 + 0.5) * np.float32(PIXEL)
_TORSO = slice(*(int(row) for row in np.searchsorted(_AXIS, (-120, 121))))
_Y = _AXIS[_TORSO]
"""Rows that hold the body: no time is spent on the air above and below."""

Image = np.ndarray


@lru_cache(maxsize=4)
def volume(count: int, seed: int) -> np.ndarray:
    """Axial slices from the diaphragm to the clavicles, int16 HU, shape (count, SIZE, SIZE).

    Args:
        count: Number of slices.
        seed: The same seed gives the same thorax.
    """
    rng = np.random.default_rng(seed)
    grain, vessels = _grain(rng), grow(rng)
    around = np.arctan2(np.abs(_AXIS)[None, :], _Y[:, None] * np.float32(1.25))
    slices = np.empty((count, SIZE, SIZE), np.int16)
    for index in range(count):
        level = (index + 0.5) / count
        hu = _slice(level, around, vessels, EXTENT / count)
        up, left = (int(each) for each in rng.integers(0, SIZE, 2))
        hu += np.roll(grain, (up, left), (0, 1))
        np.clip(hu, -1024, 3071, out=hu)
        slices[index] = hu
    _mark(slices)
    slices.setflags(write=False)
    return slices


def _slice(level: float, around: Image, vessels: np.ndarray, thickness: float) -> Image:
    whole = np.full((SIZE, SIZE), AIR, np.float32)
    _table(whole)
    hu = whole[_TORSO]
    _body(hu, level)
    _shoulders(hu, level)
    lungs = _lungs(hu, level)
    _stamp(hu, lungs, vessels, level, thickness)
    _mediastinum(hu, level)
    _heart(hu, level)
    _great_vessels(hu, level)
    _airways(hu, level)
    _abdomen(hu, level)
    _ribs(hu, level, around)
    _spine(hu, level)
    return whole


# Shapes. A shape is a signed distance in millimetres, negative inside.


def _squircle(x: float, y: float, a: float, b: float, square: float = 0.0) -> Image:
    """Distance to an ellipse whose corners are filled by `square` (0: none, 1: a rectangle)."""
    u = ((_AXIS - x) / np.float32(a)) ** 2
    v = ((_Y - y) / np.float32(b)) ** 2
    radius = u[None, :] + v[:, None]
    if square:
        radius -= np.float32(square) * u[None, :] * v[:, None]
    np.sqrt(np.maximum(radius, 0, out=radius), out=radius)
    return (radius - 1) * np.float32(min(a, b))


def _cover(distance: Image, soft: float = PIXEL) -> Image:
    """How much of each pixel lies inside: 1 within, 0 without, a ramp of `soft` mm between."""
    return np.clip(0.5 - distance / np.float32(soft), 0, 1)


def _blend(hu: Image, cover: Image, value: float | Image) -> None:
    hu += cover * (value - hu)


def _blob(
    hu: Image,
    at: tuple[float, float],
    axes: tuple[float, float],
    value: float,
    *,
    turn: float = 0.0,
    rim: float = 0.0,
    rim_value: float = CORTEX,
    soft: float = 1.2,
) -> None:
    """Paint an ellipse, turned by `turn` degrees, with a rim; only where it is."""
    (x, y), (a, b) = at, axes
    if min(a, b) <= 0.5:
        return
    reach = max(a, b) + 3
    columns = slice(*np.searchsorted(_AXIS, (x - reach, x + reach)))
    rows = slice(*np.searchsorted(_Y, (y - reach, y + reach)))
    dx, dy = (_AXIS[columns] - x)[None, :], (_Y[rows] - y)[:, None]
    cos, sin = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    u, v = (dx * cos + dy * sin) / a, (dy * cos - dx * sin) / b
    distance = (np.sqrt(u * u + v * v) - 1) * min(a, b)
    part = hu[rows, columns]
    if rim:
        _blend(part, _cover(distance, soft), rim_value)
    _blend(part, _cover(distance + rim, soft), value)


def _bump(level: float, center: float, half: float) -> float:
    """1 at `center`, 0 beyond `half`, round between: how far a ball reaches at this level."""
    return float(np.sqrt(max(0.0, 1 - ((level - center) / half) ** 2)))


def _between(level: float, low: float, high: float) -> bool:
    return low <= level < high


# Anatomy, from the outside in.


def _table(hu: Image) -> None:
    below = int(np.searchsorted(_AXIS, 90))
    inside = (np.abs(_AXIS) < 168)[None, :]
    for depth, half, value in ((119.5, 1.4, -250.0), (141.0, 1.2, -320.0)):
        surface = depth - 0.0009 * _AXIS**2
        distance = np.abs(_AXIS[below:, None] - surface[None, :]) - half
        _blend(hu[below:], _cover(distance, 1.0) * inside, value)


def _body(hu: Image, level: float) -> None:
    a = 158 + 22 * max(0.0, level - 0.72) / 0.28
    b = 112 - 10 * max(0.0, level - 0.75) / 0.25
    skin = _squircle(0, 4, a, b, 0.32)
    _blend(hu, _cover(skin, 1.2), WALL)
    _blend(hu, _cover(skin + 2.2, 1.0), FAT)
    flesh = _squircle(0, 6, a - 15, b - 13, 0.30)
    _blend(hu, _cover(flesh, 2.5), MUSCLE)
    planes = np.abs(_squircle(0, 6, a - 22, b - 19, 0.30)) - 1.0
    _blend(hu, _cover(planes, 2.0) * np.float32(0.75), FAT)
    for side in (-1, 1):  # fat below the arms, muscle beside the spine, the pectorals
        _blob(hu, (side * (a - 28), 30), (10, 26), FAT, turn=side * 12, soft=5)
        _blob(hu, (side * 30, 84), (24, 15), 62, turn=side * -8, soft=3)
        _blob(hu, (side * 62, -74), (44, 8), 60, turn=side * 16, soft=3)


def _lungs(hu: Image, level: float) -> Image:
    """Paint both lungs; return how much of each pixel they cover."""
    size = 0.30 + 0.70 * float(np.sqrt(max(0.0, 1 - max(0.0, level - 0.35) ** 2 / 0.46)))
    a, b = 128 * size, 84 * size**0.8
    cavity = _cover(_squircle(0, 2 + 8 * (1 - size), a, b, 0.25), 1.4)
    _blend(hu, _cover(_squircle(0, 2 + 8 * (1 - size), a + 2.5, b + 2.5, 0.25), 2.0), -60.0)
    depth = (np.float32(70.0) * (_Y / 80) + 12 * np.sin(_Y / 17))[:, None]
    _blend(hu, cavity, LUNG + depth)
    return cavity


def _stamp(hu: Image, lungs: Image, vessels: np.ndarray, level: float, thickness: float) -> None:
    """Paint the vessels of the lungs that cross this slice: x, y, z, radius of many balls."""
    z = (level - 0.5) * EXTENT
    near = vessels[np.abs(vessels[:, 2] - z) < thickness * 0.5 + vessels[:, 3]]
    if not len(near):
        return
    reach = np.arange(-7, 8)
    column = np.rint(near[:, 0] / PIXEL + SIZE / 2 - 0.5).astype(np.int32)
    row = np.rint(near[:, 1] / PIXEL + SIZE / 2 - 0.5).astype(np.int32) - _TORSO.start
    columns = np.clip(column[:, None, None] + reach[None, None, :], 0, SIZE - 1)
    rows = np.clip(row[:, None, None] + reach[None, :, None], 0, len(_Y) - 1)
    dx = _AXIS[columns] - near[:, 0, None, None]
    dy = _Y[rows] - near[:, 1, None, None]
    distance = np.sqrt(dx * dx + dy * dy) - near[:, 3, None, None]
    partial = np.clip(near[:, 3] * 2.2 / thickness + 0.35, 0, 1)[:, None, None]
    found = np.zeros_like(lungs)
    rows, columns = np.broadcast_arrays(rows, columns)
    np.maximum.at(found, (rows, columns), _cover(distance, 1.3) * partial)
    _blend(hu, found * lungs, 60.0)


def _mediastinum(hu: Image, level: float) -> None:
    _blob(hu, (0, -22), (25, 62), FAT + 30, soft=4)
    _blob(hu, (0, 30), (34, 36), -40, soft=3)
    _blob(hu, (3, -30), (17, 34), -10 if level > 0.6 else FAT, soft=8)


def _heart(hu: Image, level: float) -> None:
    size = _bump(level, 0.24, 0.30)
    if not size:
        return
    _blob(hu, (20, -24), (66 * size + 3, 50 * size + 3), -85, turn=32, soft=3)
    _blob(hu, (20, -24), (66 * size, 50 * size), HEART, turn=32, soft=2)
    for at, axes, turn in (
        ((47, -16), (31, 17), 38),  # left ventricle
        ((14, -47), (34, 16), 30),  # right ventricle
        ((-22, -26), (21, 25), 10),  # right atrium
        ((8, 8), (27, 15), 4),  # left atrium
    ):
        _blob(hu, at, (axes[0] * size - 1, axes[1] * size - 1), BLOOD, turn=turn, soft=5)


def _great_vessels(hu: Image, level: float) -> None:
    blood = {"soft": 1.5}
    _blob(hu, (21, 41), (12.5, 12.5), BLOOD, **blood) if level < 0.74 else None
    if _between(level, 0.42, 0.74):
        _blob(hu, (-9, -24), (16, 16), BLOOD, **blood)
    if _between(level, 0.74, 0.80):
        _blob(hu, (6, 6), (14, 43), BLOOD, turn=-24, **blood)
    if _between(level, 0.48, 0.60):
        _blob(hu, (20, -32), (15, 14), BLOOD, turn=20, **blood)
        _blob(hu, (-12, 4), (32, 9), BLOOD, turn=10, **blood)
        _blob(hu, (32, -4), (18, 9), BLOOD, turn=52, **blood)
    if level > 0.46:
        _blob(hu, (-30, -14), (9.5, 9.5), BLOOD + 90, **blood)
    if level > 0.80:
        for x, y, r in ((-17, -12, 7.5), (4, -17, 5.5), (17, 6, 5.5), (14, -30, 8)):
            _blob(hu, (x, y), (r, r), BLOOD, **blood)


def _airways(hu: Image, level: float) -> None:
    _blob(hu, (8, 28), (7, 5.5), 45)
    _blob(hu, (8, 28), (2.2, 1.6), -600)
    if level > 0.62:
        _blob(hu, (-2, 8), (10, 9), AIR, rim=1.6, rim_value=30)
    elif level > 0.44:
        apart = 14 + (0.62 - level) * 130
        for side in (-1, 1):
            _blob(hu, (side * apart - 2, 10), (7.5, 6.5), AIR, rim=1.4, rim_value=30)


def _abdomen(hu: Image, level: float) -> None:
    dome = _bump(level, -0.16, 0.34)
    if dome:
        _blob(hu, (-66, 0), (64 * dome, 70 * dome), LIVER, soft=2)
    left = _bump(level, -0.16, 0.26)
    if left:
        _blob(hu, (76, 18), (48 * left, 52 * left), 70, soft=2)
        _blob(hu, (70, -8), (26 * left, 20 * left), -900, rim=2.5, rim_value=60)


def _ribs(hu: Image, level: float, around: Image) -> None:
    """Each slice cuts several ribs, as they slope down from back to front."""
    size = 0.34 + 0.66 * float(np.sqrt(max(0.0, 1 - max(0.0, level - 0.35) ** 2 / 0.52)))
    ring = _squircle(0, 4 + 7 * (1 - size), 136 * size, 92 * size**0.8, 0.28)
    phase = np.cos(2 * np.pi * (level * EXTENT / 27) + around * np.float32(7.2))
    along = (np.float32(0.32) - phase) * np.float32(11)
    across = np.abs(ring) - np.float32(4.4)
    rounded = np.sqrt(np.maximum(across + 3, 0) ** 2 + np.maximum(along + 3, 0) ** 2) - 3
    bony = (around < 2.55).astype(np.float32)
    _blend(hu, _cover(rounded, 1.4) * bony, CORTEX)
    _blend(hu, _cover(rounded + np.float32(2.0), 1.4) * bony, MARROW)
    _blob(hu, (0, -86 * size**0.8 + 2), (20, 6), MARROW - 40, rim=1.8, rim_value=CORTEX - 120)


def _spine(hu: Image, level: float) -> None:
    step = (level * EXTENT / 25) % 1.0
    disc = step < 0.22
    body, rim = (95, 0.0) if disc else (MARROW, 2.0)
    _blob(hu, (0, 52), (20, 15.5), body, rim=rim)
    _blob(hu, (0, 76), (15, 12), MARROW + 60, rim=2.2)
    if 0.3 < step < 0.8:
        for side in (-1, 1):
            _blob(hu, (side * 27, 76), (15, 5.5), MARROW, turn=side * 14, rim=1.8)
    _blob(hu, (0, 97), (3.6, 13), MARROW, rim=1.6)
    _blob(hu, (0, 74), (9.5, 8.5), 18)
    _blob(hu, (0, 74), (5, 4), 42)


def _shoulders(hu: Image, level: float) -> None:
    for side in (-1, 1):
        if level > 0.38:
            at = (side * (96 + 14 * level), 66 - 16 * level)
            _blob(hu, at, (30, 3.6), MARROW, turn=side * -38, rim=1.6)
            _blob(hu, (at[0] - side * 4, at[1] - 9), (28, 6), 58, turn=side * -38, soft=3)
        if level > 0.90:
            _blob(hu, (side * 48, -58), (34, 5.5), MARROW, turn=side * -22, rim=2)


def _grain(rng: np.random.Generator) -> Image:
    """Noise as a reconstruction leaves it: neighbours agree a little."""
    white = rng.standard_normal((SIZE, SIZE), np.float32)
    soft = white + 0.7 * (np.roll(white, 1, 0) + np.roll(white, 1, 1)) + 0.4 * np.roll(white, 2, 1)
    grain: Image = (soft * np.float32(_NOISE) / soft.std()).astype(np.float32)
    return grain


_GLYPHS = {"T": "111010010010", "E": "111100110111", "S": "111100011111"}


def _mark(slices: np.ndarray) -> None:
    """TEST, in the corner where no patient lies: nobody shall take this for a person."""
    for place, letter in enumerate("TEST"):
        rows = np.array([int(bit) for bit in _GLYPHS[letter]], np.int16).reshape(4, 3)
        glyph = np.kron(rows, np.ones((4, 4), np.int16))
        left = 16 + place * 16
        slices[:, 16:32, left : left + 12][:, glyph > 0] = 400
