"""The telling moments look as they were blessed, and nothing in them is cut."""

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImage

from tests.stills.telling import BLESSED, SMALL, small, tellings
from ui.fonts import load_fonts

_TELLINGS = {each.name: each for each in tellings()}
_STRONG, _MOST_STRONG = 60, 0.004
_MOST_MEAN = 4.0  # a blessed picture has few colours


def _pixels(picture: QImage) -> np.ndarray:
    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(bytes(plain.constBits()), np.uint8)
    shaped = rows.reshape(plain.height(), plain.bytesPerLine())[:, : 3 * plain.width()]
    return shaped.astype(np.int16)


@pytest.mark.parametrize("name", sorted(_TELLINGS))
def test_it_looks_as_blessed(qapp: QGuiApplication, name: str) -> None:
    load_fonts()
    telling = _TELLINGS[name]
    blessed = QImage(str(BLESSED / f"{name}.png"))
    assert not blessed.isNull(), "look at it, then `make bless-stills`"
    size = telling.size if telling.size.width() == 1280 else QSize(1920, 1080)
    taken = small(telling.take(qapp, size))
    assert taken.size() == blessed.size()
    off = np.abs(_pixels(taken) - _pixels(blessed))
    assert off.mean() < _MOST_MEAN
    assert (off > _STRONG).mean() < _MOST_STRONG


def test_blessed_pictures_are_small() -> None:
    files = list(BLESSED.glob("*.png"))
    assert {file.stem for file in files} == set(_TELLINGS)
    assert all(file.stat().st_size < 60_000 for file in files)
    assert all(QImage(str(file)).width() == SMALL for file in files)


def test_a_changed_picture_is_noticed() -> None:
    one = QImage(str(BLESSED / "idle.png"))
    other = QImage(str(BLESSED / "first-hop.png"))
    off = np.abs(_pixels(one) - _pixels(other))
    assert (off > _STRONG).mean() > _MOST_STRONG
