"""What goes into the packaged folder: what is used, and nothing else.

Sourced by ``showcase.spec`` and its hooks; tested by ``tests/house/test_inclusion.py``.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

PLUGINS = {
    "imageformats": {"qjpeg", "qsvg"},  # PNG is built in
    "platforminputcontexts": {
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    },
    "platforms": {"qxcb", "qwayland", "qoffscreen", "qminimal", "qwindows", "qcocoa", "qdirect2d"},
    "styles": set(),
    "wayland-decoration-client": {"bradient"},
    "wayland-graphics-integration-client": {"qt-plugin-wayland-egl", "shm-emulation-server"},
    "wayland-shell-integration": {"xdg-shell"},
    "xcbglintegrations": {"qxcb-egl-integration", "qxcb-glx-integration"},
}
"""Qt's plug-ins that we ship, by folder: windows on each platform, and the pictures we show."""

_IMPORT = re.compile(r"(?m)^import\s+(Qt[\w.]*)")
_NEEDS = re.compile(r"(?m)^(?:import|depends)\s+(Qt[\w.]*)")


def qml_modules(ours: Path, qts: Path) -> list[str]:
    """Folders below `qts` of the QML modules that our files import, and those that they need.

    Args:
        ours: Folder with our QML.
        qts: Folder in which Qt keeps its modules.

    Raises:
        LookupError: Our QML imports a module that Qt does not have.
    """
    texts = [file.read_text(encoding="utf-8") for file in sorted(ours.rglob("*.qml"))]
    waiting = sorted({name for text in texts for name in _IMPORT.findall(text)})
    found: dict[str, str] = {}
    while waiting:
        name = waiting.pop()
        folder = name.replace(".", "/")
        if folder in found.values():
            continue
        described = qts / folder / "qmldir"
        if not described.is_file():
            raise LookupError(f"our QML imports {name}, which is not among Qt's modules")
        found[name] = folder
        waiting += _NEEDS.findall(described.read_text(encoding="utf-8"))
    return sorted(found.values())


def qml_files(folder: Path) -> Iterator[Path]:
    """The files of a QML module that are needed to run it: no descriptions for editors."""
    for file in sorted(folder.iterdir()):
        if file.is_file() and file.suffix not in {".qmltypes", ".metainfo", ".cpp", ".h", ".pdb"}:
            yield file


def wanted(place: str) -> bool:
    """Whether a file that PyInstaller has collected belongs into the folder.

    Args:
        place: Where it would lie in the folder.
    """
    parts = place.replace("\\", "/").split("/")
    if "PySide6" not in parts:
        return not _is_clutter(parts)
    if "translations" in parts:
        return False
    if "plugins" in parts:
        kind, *rest = parts[parts.index("plugins") + 1 :]
        return bool(rest) and rest[-1].split(".")[0].removeprefix("lib") in PLUGINS.get(kind, ())
    return True


def _is_clutter(parts: list[str]) -> bool:
    """What packages bring along for those who develop with them."""
    return parts[-1].endswith((".pyi", ".h", ".c", ".pxd", ".pyx")) or "tests" in parts[:-1]


def reached(libraries: dict[str, Path], needs: Callable[[Path], Iterable[str]]) -> set[str]:
    """Which libraries are still needed, once what nobody uses is gone.

    Args:
        libraries: Everything collected, by its place in the folder.
        needs: Names of the libraries that a file is linked with.
    """
    by_name: dict[str, list[str]] = {}
    for place in libraries:
        by_name.setdefault(place.rpartition("/")[2], []).append(place)
    waiting = [place for place in libraries if not _only_linked(place)]
    found = set(waiting)
    while waiting:
        for name in needs(libraries[waiting.pop()]):
            fresh = [each for each in by_name.get(Path(name).name, ()) if each not in found]
            found.update(fresh)
            waiting += fresh
    return found


def _only_linked(place: str) -> bool:
    """A library that is there because something is linked with it; Python and Qt load no such."""
    folder, _, name = place.rpartition("/")
    if not re.match(r"lib.*\.so(\.\d|$)", name) or name.startswith("libpython"):
        return False
    return folder in {"", "PySide6/Qt/lib"}
