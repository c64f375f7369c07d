"""Our drawn icons: which one stands for a role, and its path.

Each file in ``assets/icons`` holds one stroked path on a grid of 24, so that QML can draw it in
any ink and at any size; no renderer of Qt tints an SVG image.
"""

import re
from functools import cache
from pathlib import Path

from showcase.model.programme import Role

_PATH = re.compile(r'<path d="([^"]+)"')
_UNKNOWN = "system"

_BY_ACTOR = {
    "Acquisition Modality": "scanner",
    "Patient Encounter Supplier": "desk",
    "Image Archive": "archive",
    "Image Manager": "archive",
    "Image Display": "monitor",
    "Report Creator": "monitor",
    "Report Manager": "monitor",
    "Department System Scheduler/Order Filler": "radiology",
    "Patient Identifier Cross-reference Manager": "identity",
    "Document Registry": "registry",
    "Document Repository": "repository",
    "Audit Record Repository": "audit",
    "Order Placer": "ehr",
    "Enterprise Report Repository": "ehr",
    "Analyzer": "laboratory",
    "Automation Manager": "laboratory",
    "Prescription Placer": "ehr",
    "Medication Dispenser": "pharmacy",
    "Document Consumer": "practice",
}


def icon_of(role: Role) -> str:
    """Name of the icon for a role: the authored one, else by what the role plays."""
    if role.icon:
        return role.icon
    return next((_BY_ACTOR[actor] for actor in role.plays if actor in _BY_ACTOR), _UNKNOWN)


def glyph(name: str) -> str:
    """The path of an icon; of the plain system where there is no such icon."""
    paths = _paths()
    return paths.get(name) or paths[_UNKNOWN]


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
