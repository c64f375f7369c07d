"""A logo can be told on its plate, whatever it was drawn for."""

import pytest
from PySide6.QtGui import QColor, QImage

from tests.ui import logos
from ui.blobs import blank, read_png, read_svg
from ui.plate import NIGHT, PAPER, plate


def _png(data: bytes) -> QImage:
    picture = read_png(data)
    assert picture
    return picture


def _ground(made: QImage) -> QColor:
    return made.pixelColor(made.height() // 4, 3)


@pytest.mark.parametrize(
    ("data", "ground"),
    [
        (logos.ring("#123a6b"), PAPER),
        (logos.ring("#ffffff"), NIGHT),
        (logos.ring("#ffffff", "#0a7d5a"), QColor("#0a7d5a")),
    ],
    ids=["dark", "pale", "on its own ground"],
)
def test_a_logo_stands_on_what_it_can_be_told_from(data: bytes, ground: QColor) -> None:
    made = plate(_png(data), 80)
    assert made
    assert _ground(made).name() == ground.name()
    assert made.height() == 80
    assert made.pixelColor(0, 0).alpha() == 0  # its corners are round


def test_a_wide_logo_has_a_wide_plate() -> None:
    drawn = read_svg(logos.wordmark("#123a6b"))
    assert drawn
    wide, square = plate(drawn, 60), plate(_png(logos.ring("#123a6b")), 60)
    assert wide
    assert square
    assert wide.width() > 3 * wide.height()
    assert square.width() < 1.3 * square.height()


def test_air_around_a_logo_is_cropped() -> None:
    airy = blank(400)
    for x in range(180, 220):
        for y in range(195, 205):
            airy.setPixelColor(x, y, QColor("#aa0000"))
    made = plate(airy, 100)
    assert made
    assert made.width() > 2 * made.height()
    assert made.pixelColor(made.width() // 2, 50).name() == "#aa0000"


def test_a_very_wide_logo_stays_within_bounds() -> None:
    line = QImage(4_000, 4, QImage.Format.Format_ARGB32)
    line.fill(QColor("#000000"))
    made = plate(line, 50)
    assert made
    assert made.width() <= 6 * 50 + 25


@pytest.mark.parametrize("logo", [blank(40), blank(1), QImage()], ids=["clear", "tiny", "none"])
def test_nothing_to_be_seen_has_no_plate(logo: QImage) -> None:
    assert plate(logo, 60) is None
