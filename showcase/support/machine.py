"""This copy of the program, and the machine it runs on, in words."""

import locale
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import distributions
from pathlib import Path

from showcase import __version__

_TOLD = (
    "LANG", "LC_ALL", "TZ", "DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP",
    "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "QT_QPA_PLATFORM", "QT_QUICK_BACKEND", "QSG_RHI_BACKEND",
    "QT_SCALE_FACTOR", "QT_API", "TMPDIR",
)  # fmt: skip
"""Environment variables that explain how the program behaves; no other one is looked at."""


def packaged() -> Path | None:
    """The folder of the packaged program; None when Python runs it from source."""
    frozen = getattr(sys, "frozen", False)  # set by PyInstaller
    return Path(sys.executable).resolve().parent if frozen else None


def built() -> str:
    """When this copy was packaged, as ISO 8601 has it; empty when it was not."""
    folder = packaged()
    try:
        return (folder / "BUILT").read_text(encoding="ascii").strip() if folder else ""
    except OSError:
        return ""


def version_line() -> str:
    """``showcase 0.1.0, built 2026-11-24T10:00:00Z``."""
    date = built()
    return f"showcase {__version__}" + (f", built {date}" if date else "")


def head() -> str:
    """What every report begins with."""
    return (
        f"{version_line()}\n"
        f"Python {platform.python_version()} on {platform.platform()}\n"
        f"process {os.getpid()}: {' '.join([Path(sys.executable).name, *sys.argv[1:2]])}"
    )


def described(data: Path) -> str:
    """The machine, a fact per line.

    Args:
        data: The folder in which the journal is.
    """
    return "\n".join(f"{name}: {value}" for name, value in _facts(data)) + "\n"


def packages() -> str:
    """Name and version of every Python package that is installed here, a line each."""
    folder = packaged()
    if folder:  # its packages have no metadata; the credits were written when it was made
        credits_file = folder / "licences" / "CREDITS.txt"
        return credits_file.read_text(encoding="utf-8") if credits_file.exists() else ""
    found = {each.metadata["Name"]: each.version for each in distributions()}
    return "".join(f"{name} {found[name]}\n" for name in sorted(found, key=str.casefold))


def _facts(data: Path) -> Iterator[tuple[str, str]]:
    yield "Showcase", version_line()
    yield "Packaged", "yes" if packaged() else "no, run from source"
    yield "Python", sys.version.replace("\n", " ")
    yield "System", platform.platform()
    yield "Machine", f"{platform.machine()}, {os.cpu_count()} processors"
    yield "Memory", _memory()
    yield "Disk of the journal", _disk(data)
    yield "Language", ".".join(filter(None, locale.getlocale())) or "C"
    yield "Encoding of file names", sys.getfilesystemencoding()
    for name in _TOLD:
        if value := os.environ.get(name):
            yield name, value


def _memory() -> str:
    try:
        size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):  # Windows has no sysconf
        return "not known"
    return f"{size / 2**30:.1f} GiB"


def _disk(data: Path) -> str:
    there = next((each for each in (data, *data.parents) if each.exists()), None)
    if there is None:
        return "not known"
    usage = shutil.disk_usage(there)
    writable = "writable" if os.access(there, os.W_OK) else "not writable"
    return f"{usage.free / 2**30:.1f} of {usage.total / 2**30:.1f} GiB free, {writable}"
