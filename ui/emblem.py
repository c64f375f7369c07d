"""The program's own icon, for windows and the task bar."""

from pathlib import Path

from PySide6.QtGui import QIcon, QPixmap

_NAME = "showcase.svg"


def emblem() -> QIcon:
    """The icon, drawn from our SVG."""
    return QIcon(QPixmap(str(_file())))


def _file() -> Path:
    """Beside the packages in a clone; under ``showcase_data`` once installed."""
    root = Path(__file__).parents[1]
    places = (root / "assets" / _NAME, root / "showcase_data" / "assets" / _NAME)
    return next((each for each in places if each.is_file()), places[0])
