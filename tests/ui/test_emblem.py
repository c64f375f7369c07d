"""The program has an icon of its own."""

from PySide6.QtCore import QSize

from ui.emblem import emblem


def test_it_is_drawn_in_our_colours(qapp: object) -> None:
    del qapp
    image = emblem().pixmap(QSize(256, 256)).toImage()
    assert image.pixelColor(62, 176).name() == "#e69f00"
    assert image.pixelColor(194, 80).name() == "#56b4e9"
    assert image.pixelColor(1, 1).alpha() == 0
