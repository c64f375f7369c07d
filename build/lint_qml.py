"""Lints the window's QML, with the types that Python registers for it: WINDOW FOLDER-TO-WORK-IN.

qmllint knows a Python view-model only by a type description. Qt's own tools write one from the
source: pyside6-metaobjectdump reads the classes, pyside6-qmltyperegistrar describes those of one
QML module. Both land in a copy of ui/qml, whose module folders then name them in their qmldir;
the copy is what is linted, so that nothing generated ever stands beside the sources.

A misspelt property of a view-model, an unqualified access, an unknown type or an unused import
fails the run: qmllint by itself would only mention them.
"""

import ast
import json
import re
import shutil
import subprocess
import sys
import sysconfig
from collections import defaultdict
from pathlib import Path

import PySide6

_TYPES = "python.qmltypes"
_MODULE = re.compile(r"^QML_IMPORT_NAME = \"([\w.]+)\"$", re.MULTILINE)

_STRICTER = ("--unused-imports", "warning", "--max-warnings", "0")
"""Beyond what qmllint holds for a warning by itself."""


def _tool(name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    program = Path(sysconfig.get_path("scripts")) / f"pyside6-{name}"
    return subprocess.run([program, *arguments], check=False, capture_output=True, text=True)


def _must(done: subprocess.CompletedProcess[str]) -> None:
    """Stop with what a tool complained of, even where it calls that a warning."""
    complaints = (done.stderr + done.stdout).strip()
    if done.returncode or complaints:
        sys.exit(f"{Path(done.args[0]).name}: {complaints or done.returncode}")


def _view_models(window: Path) -> dict[str, list[Path]]:
    """Python files that register QML types, by QML module."""
    found: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(window.rglob("*.py")):
        if match := _MODULE.search(path.read_text()):
            found[match[1]].append(path)
    return found


def _dump(modules: dict[str, list[Path]], copy: Path) -> dict[str, Path]:
    """What metaobjectdump reads of each module's classes, as JSON files."""
    dumps = {}
    for module, paths in modules.items():
        dumps[module] = copy / f"{module}.json"
        _must(_tool("metaobjectdump", "-o", dumps[module], *paths))
        _mark_constants(dumps[module], paths)
    return dumps


def _mark_constants(dump: Path, paths: list[Path]) -> None:
    """Add what metaobjectdump leaves out: which properties are ``constant=True``."""
    constant = {
        (owner.name, method.name)
        for path in paths
        for owner in ast.walk(ast.parse(path.read_text()))
        if isinstance(owner, ast.ClassDef)
        for method in owner.body
        if isinstance(method, ast.FunctionDef)
        if any("constant=True" in ast.unparse(each) for each in method.decorator_list)
    }
    files = json.loads(dump.read_text())
    for each in (each for file in files for each in file["classes"]):
        for known in each.get("properties", ()):
            known["constant"] = (each["className"], known["name"]) in constant
    dump.write_text(json.dumps(files))


def _describe(module: str, copy: Path, dumps: dict[str, Path]) -> None:
    """Write the type description of one module into its folder, and name it in its qmldir."""
    folder = copy.joinpath(*module.split("."))
    folder.mkdir(parents=True, exist_ok=True)
    qt = sorted((Path(PySide6.__file__).parent / "Qt" / "metatypes").glob("*_metatypes.json"))
    foreign = [str(each) for each in (*qt, *(d for m, d in dumps.items() if m != module))]
    _must(
        _tool(
            "qmltyperegistrar",
            *("--import-name", module, "--major-version", "1", "--minor-version", "0"),
            *("--foreign-types", ",".join(foreign)),
            *("--generate-qmltypes", folder / _TYPES, "-o", copy / f"{module}.cpp"),
            dumps[module],
        )
    )
    qmldir = folder / "qmldir"
    stated = qmldir.read_text() if qmldir.exists() else f"module {module}\n"
    # The base classes of view-models live in QtQml.Models.
    qmldir.write_text(f"{stated}\ndepends QtQml.Models\ntypeinfo {_TYPES}\n")


def main(window: Path, copy: Path) -> int:
    """Lint every QML file of a window; 0 when there is nothing to say.

    Args:
        window: The folder that holds the view-models, and the QML in ``qml/``.
        copy: A folder to work in; what it holds is deleted.
    """
    sources, copy = window / "qml", copy.resolve()
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(sources, copy)
    dumps = _dump(_view_models(window), copy)
    for module in dumps:
        _describe(module, copy, dumps)
    files = sorted(copy.rglob("*.qml"))
    linted = _tool("qmllint", "-I", copy, *_STRICTER, *files)
    words = (linted.stdout + linted.stderr).replace(str(copy), str(sources))
    words = re.sub(r"(?m)^\n?'.*' returned \d+\s*\Z", "", words)  # the whole command line again
    sys.stdout.write(words or f"{len(files)} QML files, nothing to say\n")
    return int(linted.returncode != 0)


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
