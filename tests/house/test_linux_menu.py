"""The entry for a desktop's menu leads to where the folder lies, whatever it is called."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a script for Linux desktops")


def test_added_and_taken_out(root: Path, tmp_path: Path) -> None:
    here = tmp_path / 'Müller & "Söhne", 100 % $HOME'
    here.mkdir()
    for name in ("add-to-menu", "showcase.desktop"):
        shutil.copy(root / "build" / "linux" / name, here)
    environment = {"HOME": str(tmp_path), "PATH": os.environ["PATH"]}
    subprocess.run([here / "add-to-menu"], env=environment, check=True, capture_output=True)
    entry = tmp_path / ".local" / "share" / "applications" / "showcase.desktop"
    lines = entry.read_text().splitlines()
    quoted = f'{tmp_path}/Müller & \\\\"Söhne\\\\", 100 %% \\\\$HOME/showcase'
    assert [line for line in lines if line.startswith("Exec=")] == [f'Exec="{quoted}"']
    assert [line for line in lines if line.startswith("Icon=")] == [f"Icon={here}/showcase.png"]
    assert lines[0] == "[Desktop Entry]"
    subprocess.run(
        [here / "add-to-menu", "--remove"], env=environment, check=True, capture_output=True
    )
    assert not entry.exists()
