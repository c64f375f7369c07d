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
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(root / "build"))  # as it is when the script is started
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


def test_what_is_inside_qt_is_credited_beneath_it(made: dict[str, Any], tmp_path: Path) -> None:
    places = ["PySide6/Qt/lib/libQt6Svg.so.6"]
    works = made["inside_qt"](places)
    qt = made["Credit"]("PySide6_Essentials", "6.11.3", "LGPL-3.0-only", "Python package")
    assert made["objections"]([qt], works, places) == []
    made["write"]([qt], works, tmp_path / "licences")
    listed = (tmp_path / "licences" / "CREDITS.txt").read_text(encoding="utf-8")
    assert listed.index("PySide6_Essentials") < listed.index("XSVG, in Svg  (HPND-sell-variant)")
    assert (tmp_path / "licences" / "Qt-third-party" / "HPND-sell-variant.txt").exists()


def test_a_work_inside_qt_is_refused_like_any_other(made: dict[str, Any]) -> None:
    work = made["qt_credits"].Work
    gpl = work("chart", "Gui", "GPL-3.0-only", ("Somebody",))
    wordless = work("dial", "Gui", "Nonsuch-1.0", ("Somebody",))
    refused = made["objections"]([], [gpl, wordless], [])
    assert refused[0].startswith("chart: GPL-3.0-only would")
    assert "dial, inside Qt: no licence text" in refused


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
    made["write"](found, [], tmp_path / "licences")
    listed = (tmp_path / "licences" / "CREDITS.txt").read_text()
    assert "pydicom 3." in listed
    assert "MIT" in listed
    assert list((tmp_path / "licences" / "pydicom").iterdir())
