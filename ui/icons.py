"""Our drawn icons, as paths; `showcase.model.icon` says which one stands for a role.

Each file in ``assets/icons`` holds one stroked path on a grid of 24, so that QML can draw it in
any ink and at any size; no renderer of Qt tints an SVG image.
"""

import re
from functools import cache
from pathlib import Path

from showcase.model.icon import UNKNOWN, icon_of

__all__ = ["glyph", "icon_of"]

_PATH = re.compile(r'<path d="([^"]+)"')


def glyph(name: str) -> str:
    """The path of an icon; of the plain system where there is no such icon."""
    paths = _paths()
    return paths.get(name) or paths[UNKNOWN]


@cache
def _paths() -> dict[str, str]:
    found = {}
    for file in _folder().glob("*.svg"):
        match = _PATH.search(file.read_text(encoding="utf-8"))
        assert match, f"{file.name} holds no path"
        found[file.stem] = match[1]
    return found


def _folder() -> Path:
    """Beside the packages in a clone; under ``showcase_data`` once installed."""
    root = Path(__file__).parents[1]
    places = (root / "assets" / "icons", root / "showcase_data" / "assets" / "icons")
    return next((each for each in places if each.is_dir()), places[0])
