"""A copy that lost a file, or a byte, says so."""

import hashlib
from pathlib import Path

import pytest

from showcase.support.sums import SUMS, damaged


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A packaged copy with two files."""
    (tmp_path / "lib").mkdir()
    lines = []
    for name, data in {"./VERSION": b"0.1.0\n", "./lib/Größe 1.so": b"\x7fELF"}.items():
        (tmp_path / name).write_bytes(data)
        lines.append(f"{hashlib.sha256(data).hexdigest()}  {name}\n")
    (tmp_path / SUMS).write_text("".join(lines), encoding="utf-8")
    return tmp_path


def test_a_whole_copy(folder: Path) -> None:
    assert damaged(folder) == []


def test_what_is_missing_and_what_differs(folder: Path) -> None:
    (folder / "VERSION").write_text("0.1.1\n")
    (folder / "lib" / "Größe 1.so").unlink()
    assert damaged(folder) == [
        "VERSION is not as it was packed",
        "lib/Größe 1.so cannot be read: No such file or directory",
    ]


def test_without_a_list_nothing_is_claimed(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=SUMS):
        damaged(tmp_path)
