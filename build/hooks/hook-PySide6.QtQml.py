"""Collects the QML modules that our window imports; PyInstaller's own hook collects every one."""

from pathlib import Path

from inclusion import qml_files, qml_modules
from PyInstaller.utils.hooks.qt import add_qt6_dependencies, pyside6_library_info

_ROOT = Path(__file__).resolve().parents[2]

hiddenimports, binaries, datas = add_qt6_dependencies(__file__)

qts = Path(pyside6_library_info.location["QmlImportsPath"])
for folder in qml_modules(_ROOT / "ui" / "qml", qts):
    place = str(Path(pyside6_library_info.qt_rel_dir) / "qml" / folder)
    for file in qml_files(qts / folder):
        kind = binaries if file.suffix in {".so", ".dll", ".dylib"} else datas
        kind.append((str(file), place))
