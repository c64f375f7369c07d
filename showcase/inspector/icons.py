"""The drawn icons, as SVG paths on a grid of 24."""

import re
from functools import cache
from pathlib import Path

from showcase.model.icon import UNKNOWN

_PATH = re.compile(r'<path d="([^"]+)"')

_PARENT = Path(__file__).resolve().parents[2]
_HOMES = (_PARENT / "showcase_data" / "assets" / "icons", _PARENT / "assets" / "icons")
"""Installed, or packaged; then a checkout."""


def drawn(name: str) -> str:
    """The path of an icon; of the plain system where there is no such icon; empty without icons."""
    paths = _paths()
    return paths.get(name) or paths.get(UNKNOWN, "")


@cache
def _paths() -> dict[str, str]:
    home = next((each for each in _HOMES if each.is_dir()), _HOMES[0])
    found = {
        file.stem: _PATH.search(file.read_text(encoding="utf-8")) for file in home.glob("*.svg")
    }
    return {name: match[1] for name, match in found.items() if match}
