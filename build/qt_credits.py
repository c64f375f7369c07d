"""What is inside Qt's libraries that Qt did not make: whose work it is, and under which licence.

The libraries say nothing about it themselves. ``licences/qt-third-party.toml`` does, for one minor
version of Qt; another version is refused until somebody has looked again (``docs/release.md``).
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

LICENCES = Path(__file__).resolve().parent / "licences"
_DATA = LICENCES / "qt-third-party.toml"
_TEXTS = LICENCES / "third-party"

_USED = (
    "Core", "DBus", "Gui", "Network", "OpenGL", "Qml", "QmlMeta", "QmlModels", "QmlWorkerScript",
    "Quick", "QuickLayouts", "QuickShapes", "Svg", "WaylandClient", "WaylandEglClientHwIntegration",
    "WlShellIntegration", "XcbQpa",
)  # fmt: skip
"""Qt's libraries that are offered under the LGPL, and that we use. Qt has others, some of them
under the GPL alone: whoever adds one reads Qt's page on its licence first."""


@dataclass(frozen=True)
class Work:
    """A third party's work that is compiled into a library of Qt.

    Attributes:
        inside: That library: ``Core`` for ``libQt6Core.so.6``, or a plug-in, ``qjpeg``.
        licence: SPDX expression; each name in it that obliges us has a text.
        copyright: Lines that the licence wants repeated.
        only: Systems, as ``sys.platform`` names them; empty for all.
    """

    name: str
    inside: str
    licence: str
    copyright: tuple[str, ...]
    only: tuple[str, ...] = ()

    @property
    def licences(self) -> list[str]:
        """The licences by name."""
        return re.split(r"\s+(?:OR|AND)\s+", self.licence)

    @property
    def texts(self) -> list[Path]:
        """The words of the licences; a choice that we do not take has none here."""
        paths = [_TEXTS / f"{name}.txt" for name in self.licences]
        return [path for path in paths if path.exists()]


def made_for() -> str:
    """The version of Qt that the list was made for: ``6.11``."""
    return str(tomllib.loads(_DATA.read_text(encoding="utf-8"))["qt"])


def known() -> list[Work]:
    """Every work on the list."""
    listed = tomllib.loads(_DATA.read_text(encoding="utf-8"))["work"]
    return [
        Work(
            each["name"],
            each["inside"],
            each["licence"],
            tuple(each["copyright"]),
            tuple(each.get("only", ())),
        )
        for each in listed
    ]


def inside(places: Iterable[str], system: str) -> list[Work]:
    """The works that are inside what was collected.

    Args:
        places: Paths in the packaged folder.
        system: As ``sys.platform`` names it.
    """
    there = {_library(place) for place in places}
    return [work for work in known() if work.inside in there and system in (work.only or (system,))]


def _library(place: str) -> str:
    return re.sub(r"^(?:lib)?(?:Qt6?(?=[A-Z]))?|\..*$", "", place.replace("\\", "/").split("/")[-1])


def objections(places: Iterable[str], version: str) -> list[str]:
    """Why this Qt may not be passed on.

    Args:
        places: Paths in the packaged folder.
        version: Of PySide6, or of the Qt that it brings.
    """
    names = {match[1] for place in places if (match := re.search(r"(?:lib)?Qt6(\w+)\.", place))}
    told = [f"Qt6{name}: not among Qt's libraries that we use" for name in sorted(names - {*_USED})]
    if names and not version.startswith(f"{made_for()}."):
        told.append(
            f"Qt {version}: build/licences/qt-third-party.toml was made for Qt {made_for()}; "
            "renew it as docs/release.md says"
        )
    return told


def write(works: list[Work], folder: Path) -> None:
    """Who made what is inside Qt, and the licences, into a folder of their own."""
    folder.mkdir()
    lines = ["Compiled into the libraries of Qt that are in this folder:"]
    for work in works:
        lines += ["", f"{work.name}, inside {work.inside}", f"Licence: {work.licence}"]
        lines += work.copyright
        for text in work.texts:
            (folder / text.name).write_bytes(text.read_bytes())
    (folder / "COPYRIGHT.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
