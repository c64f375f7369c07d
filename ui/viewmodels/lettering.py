"""How wide words are in our font: the one thing about letters that only Qt knows."""

from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF

from ui.fonts import SANS

_UNIT = 100
_BOLD = 720.0  # Theme.bold
_CARE = 1.01  # the renderer rounds glyphs to whole pixels


@lru_cache(maxsize=4096)
def _width(text: str) -> float:
    font = QFont(SANS)
    font.setPixelSize(_UNIT)
    font.setVariableAxis(QFont.Tag("wght"), _BOLD)
    font.setVariableAxis(QFont.Tag("opsz"), 20.0)
    return QFontMetricsF(font).horizontalAdvance(text)


def title_width(text: str, size: float) -> float:
    """Of a bold title at that size, in board units."""
    return _width(text) * size / _UNIT * _CARE
