"""What goes into the packaged folder is what is used, and nothing else."""

import runpy
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="module")
def inclusion(root: Path) -> dict[str, Any]:
    """The script's names."""
    return runpy.run_path(str(root / "build" / "inclusion.py"))


def _module(qts: Path, name: str, *lines: str) -> None:
    folder = qts / name.replace(".", "/")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "qmldir").write_text("\n".join([f"module {name}", *lines]) + "\n")


def test_qml_modules_are_those_imported_and_those_they_need(
    inclusion: dict[str, Any], tmp_path: Path
) -> None:
    ours, qts = tmp_path / "ours", tmp_path / "qts"
    (ours / "deep").mkdir(parents=True)
    (ours / "deep" / "A.qml").write_text("import QtQuick\nimport QtQuick.Shapes 1.0\nimport Ours\n")
    _module(qts, "QtQuick", "import QtQml auto")
    _module(qts, "QtQuick.Shapes", "depends QtQuick auto")
    _module(qts, "QtQml", "import QML 1.0")
    _module(qts, "QtQuick3D")
    assert inclusion["qml_modules"](ours, qts) == ["QtQml", "QtQuick", "QtQuick/Shapes"]
    (ours / "B.qml").write_text("import QtMultimedia\n")
    with pytest.raises(LookupError, match="QtMultimedia"):
        inclusion["qml_modules"](ours, qts)


@pytest.mark.parametrize(
    ("place", "kept"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", False),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6/Qt/lib/libQt6Quick.so.6", True),
        ("showcase_data/assets/i18n/showcase_de.qm", True),
        ("numpy/core/tests/data.csv", False),
        ("lxml/etree.pyx", False),
    ],
)
def test_files_that_are_not_used_stay_out(
    inclusion: dict[str, Any], place: str, kept: bool
) -> None:
    assert inclusion["wanted"](place) is kept


def test_libraries_that_nobody_is_linked_with_any_more_stay_out(inclusion: dict[str, Any]) -> None:
    linked = {
        "etree.so": ["libxml2.so.2"],
        "libxml2.so.2": ["libz.so.1", "libc.so.6"],
        "libgtk-3.so.0": ["libcairo.so.2", "libz.so.1"],
    }
    places = ("lxml/etree.so", "libxml2.so.2", "libz.so.1", "libgtk-3.so.0", "libcairo.so.2")
    libraries = {place: Path(place) for place in places}
    found = inclusion["reached"](libraries, lambda file: linked.get(file.name, []))
    assert found == {"lxml/etree.so", "libxml2.so.2", "libz.so.1"}
