"""What is missing on a machine is named, and what is there is left alone."""

import os
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the bootstrap is a bash script")


def _bash(root: Path, script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", f". build/system.sh; {script}"],
        cwd=root,
        env={**os.environ, "SHOWCASE_SYSTEM_PACKAGES": "no", **environment},
        check=False,
        capture_output=True,
        text=True,
    )


def _program(folder: Path, name: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text("#!/bin/sh\n")
    (folder / name).chmod(0o755)


def test_missing_program_is_named_with_its_package(root: Path) -> None:
    told = _bash(root, 'PEERS="nonsuchscu dcmtk"; install_system peers')
    assert told.returncode == 0
    assert "nonsuchscu (in Debian's package dcmtk)" in told.stderr


def test_missing_library_is_named_with_its_package(root: Path) -> None:
    script = (
        'libraries="here"; QT_LIBRARIES="libnonsuch.so.1 libnew1t64 libold1"; SCREEN_LIBRARIES='
    )
    told = _bash(root, f"uname() {{ echo Linux; }}; {script}; install_system window")
    assert told.returncode == 0
    assert "libnonsuch.so.1 (in Debian's package libold1)" in told.stderr


def test_nothing_is_said_when_nothing_is_missing(root: Path, tmp_path: Path) -> None:
    _program(tmp_path, "somescu")
    told = _bash(
        root,
        'PEERS="somescu somepackage"; install_system peers',
        PATH=f"{tmp_path}:{os.environ['PATH']}",
    )
    assert (told.returncode, told.stderr) == (0, "")


def test_a_virtual_environments_program_is_no_peer(root: Path, tmp_path: Path) -> None:
    _program(tmp_path / "venv", "somescu")
    (tmp_path / "venv" / "activate").touch()
    path = f"{tmp_path / 'venv'}:{os.environ['PATH']}"
    assert _bash(root, "has_program somescu", PATH=path).returncode == 1


def test_an_old_python_is_not_taken(root: Path, tmp_path: Path) -> None:
    _program(tmp_path, "oldpython")
    (tmp_path / "oldpython").write_text("#!/bin/sh\nexit 1\n")
    told = _bash(root, "find_python", PYTHON=str(tmp_path / "oldpython"))
    assert told.returncode == 1
    assert "Python 3.11 or newer" in told.stderr
