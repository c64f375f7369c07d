"""Whatever is in the packaged folder has a maker, a licence, and no objection."""

import json
import runpy
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest


@pytest.fixture(scope="module")
def made(root: Path) -> dict[str, Any]:
    """The script's names; dataclasses look for their module among those imported."""
    sys.modules.setdefault("credits_script", ModuleType("credits_script"))
    return runpy.run_path(str(root / "build" / "credits.py"), run_name="credits_script")


@pytest.mark.parametrize(
    ("licence", "good"),
    [
        ("MIT", True),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", True),
        ("GPL-3.0-or-later WITH GCC-exception-3.1", True),
        ("GPL-3.0-only", False),
        ("GNU General Public License v2 (GPLv2)", False),
        ("AGPL-3.0", False),
        ("", False),
    ],
)
def test_only_what_may_be_passed_on(made: dict[str, Any], licence: str, good: bool) -> None:
    assert (made["Credit"]("x", "1", licence, "library").objection == "") is good


@pytest.mark.parametrize(
    ("library", "licence"),
    [
        ("libX11.so.6", "MIT"),
        ("libglib-2.0.so.0", "LGPL-2.1-or-later"),
        ("libpcre2-8.so.0", "BSD-3-Clause"),
        ("libstdc++.so.6", "GPL-3.0-or-later WITH GCC-exception-3.1"),
        ("libpython3.11.so.1.0", "PSF-2.0"),
        ("libreadline.so.8", ""),
        ("libgdbm.so.6", ""),
        ("libnonsuch.so.1", ""),
    ],
)
def test_libraries_of_the_system_are_known_or_refused(
    made: dict[str, Any], library: str, licence: str
) -> None:
    assert made["library_licence"](library) == licence


def test_of_qt_only_what_we_use(made: dict[str, Any]) -> None:
    places = ["PySide6/Qt/lib/libQt6Quick.so.6", "libQt6Core.so.6", "PySide6/Qt6Gui.dll"]
    assert made["qt_objections"](places) == []
    (told,) = made["qt_objections"]([*places, "PySide6/Qt/lib/libQt6QuickTimeline.so.6"])
    assert told.startswith("Qt6QuickTimeline: ")


def test_each_maker_is_credited_with_a_text(
    made: dict[str, Any], root: Path, tmp_path: Path
) -> None:
    import pydicom  # noqa: PLC0415 - any package of ours

    collected = [
        ("pydicom.uid", str(Path(pydicom.__file__).with_name("uid.py"))),
        ("json", json.__file__),
        ("showcase", str(root / "showcase" / "__init__.py")),
        ("libnonsuch.so.1", str(Path(sys.base_prefix) / "lib" / "libnonsuch.so.1")),
        ("libpython3.11.so.1.0", "/usr/lib/libpython3.11.so.1.0"),
    ]
    found = made["Sources"]().credits(collected)
    names = [each.name for each in found]
    assert names == ["libnonsuch.so.1", "pydicom", "pyinstaller", "Python"]
    assert [each.name for each in found if each.objection] == ["libnonsuch.so.1"]
    made["write"](found, tmp_path / "licences")
    listed = (tmp_path / "licences" / "CREDITS.txt").read_text()
    assert "pydicom 3." in listed
    assert "MIT" in listed
    assert list((tmp_path / "licences" / "pydicom").iterdir())
