"""The QML linter sees what Python registers."""

import subprocess
import sys
from pathlib import Path

import pytest

_VIEW_MODEL = """
from PySide6.QtCore import Property, QAbstractListModel, QObject, Signal
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Showcase.Sample"
QML_IMPORT_MAJOR_VERSION = 1

@QmlElement
class SampleModel(QObject):
    changed = Signal()

    @Property(str, notify=changed)
    def headline(self) -> str:
        return ""

    @Property(QAbstractListModel, constant=True)
    def rows(self) -> QAbstractListModel:
        return QAbstractListModel()
"""

_QML = """
import QtQuick
import Showcase.Sample

Item {{
    id: root
    required property SampleModel sample
    readonly property string shown: root.sample.{member}
    Repeater {{ model: root.sample.rows; Item {{}} }}
}}
"""


def _lint(root: Path, folder: Path, member: str) -> subprocess.CompletedProcess[str]:
    module = folder / "window" / "qml" / "Showcase" / "Sample"
    module.mkdir(parents=True)
    (module / "qmldir").write_text("module Showcase.Sample\nSample 1.0 Sample.qml\n")
    (module / "Sample.qml").write_text(_QML.format(member=member))
    (folder / "window" / "sample.py").write_text(_VIEW_MODEL)
    return subprocess.run(
        [sys.executable, root / "build" / "lint_qml.py", "window", "work"],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
    )


def test_a_registered_property_passes(root: Path, tmp_path: Path) -> None:
    linted = _lint(root, tmp_path, "headline")
    assert (linted.returncode, linted.stdout) == (0, "1 QML files, nothing to say\n")


@pytest.mark.parametrize("member", ["headlin", "Headline"])
def test_a_misspelt_property_fails(root: Path, tmp_path: Path, member: str) -> None:
    linted = _lint(root, tmp_path, member)
    assert linted.returncode == 1
    assert f'window/qml/Showcase/Sample/Sample.qml:8:49: Member "{member}"' in linted.stdout
