"""What others made inside Qt's libraries is known, for the Qt that we ship."""

import importlib.util
import re
import sys
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def qt(root: Path) -> ModuleType:
    """The module beside the script that uses it."""
    spec = importlib.util.spec_from_file_location("qt_credits", root / "build" / "qt_credits.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules.setdefault("qt_credits", module)  # dataclasses look for it there
    spec.loader.exec_module(module)
    return module


def test_the_list_was_made_for_the_qt_that_we_ship(qt: ModuleType) -> None:
    shipped = version("PySide6-Essentials")
    assert qt.objections(["libQt6Core.so.6"], shipped) == [], "renew it: docs/release.md"


@pytest.mark.parametrize("other", ["6.12.1", "6.1.1", "6.110.0", ""])
def test_another_qt_is_refused(qt: ModuleType, other: str) -> None:
    (told,) = qt.objections(["libQt6Core.so.6"], other)
    assert told.startswith(f"Qt {other}: ")
    assert "docs/release.md" in told


def test_of_qt_only_what_we_use(qt: ModuleType) -> None:
    places = ["PySide6/Qt/lib/libQt6Quick.so.6", "libQt6Core.so.6", "PySide6/Qt6Gui.dll"]
    good = f"{qt.made_for()}.0"
    assert qt.objections(places, good) == []
    (told,) = qt.objections([*places, "PySide6/Qt/lib/libQt6QuickTimeline.so.6"], good)
    assert told.startswith("Qt6QuickTimeline: ")


@pytest.mark.parametrize(
    ("place", "system", "work"),
    [
        ("PySide6/Qt/lib/libQt6Core.so.6", "linux", "PCRE2"),
        ("PySide6/Qt/lib/libQt6Gui.so.6", "linux", "HarfBuzz"),
        ("PySide6/Qt/plugins/imageformats/libqjpeg.so", "linux", "libjpeg-turbo"),
        ("PySide6/Qt/lib/libicuuc.so.73", "linux", "ICU (International Components for Unicode)"),
        ("PySide6\\Qt6Core.dll", "win32", "zlib"),
        ("PySide6/Qt/lib/QtGui.framework/Versions/A/QtGui", "darwin", "FreeType 2"),
    ],
)
def test_a_library_brings_what_is_inside_it(
    qt: ModuleType, place: str, system: str, work: str
) -> None:
    assert work in {each.name for each in qt.inside([place], system)}


def test_what_is_not_there_is_not_credited(qt: ModuleType) -> None:
    assert qt.inside(["PySide6/Qt/lib/libQt6Quick.so.6", "showcase/model.py"], "linux") == []
    names = {each.name for each in qt.inside(["libQt6Core.so.6"], "linux")}
    assert "zlib" not in names  # the system's own there, credited as a library of its own


def test_every_work_says_whose_it_is_and_every_licence_has_its_words(qt: ModuleType) -> None:
    works = qt.known()
    assert len({each.name for each in works}) == len(works)
    assert not [each.name for each in works if not all(each.copyright) or not each.copyright]
    wordless = {
        name
        for each in works
        for name in each.licences
        if not re.match("GPL-", name) and f"{name}.txt" not in {text.name for text in each.texts}
    }
    assert not wordless


def test_copyrights_and_words_lie_in_one_folder(qt: ModuleType, tmp_path: Path) -> None:
    qt.write(qt.inside(["libqjpeg.so"], "linux"), tmp_path / "inside")
    told = (tmp_path / "inside" / "COPYRIGHT.txt").read_text(encoding="utf-8")
    assert "libjpeg-turbo, inside qjpeg" in told
    assert "based in part on the work of the Independent JPEG Group" in told
    assert {text.name for text in (tmp_path / "inside").iterdir()} == {
        "COPYRIGHT.txt",
        "IJG.txt",
        "BSD-3-Clause.txt",
        "Zlib.txt",
    }
