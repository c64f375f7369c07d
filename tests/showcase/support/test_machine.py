"""This copy of the program, and the machine it runs on."""

import sys
from pathlib import Path

import pytest

from showcase import __version__
from showcase.support import machine


def test_the_machine_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    monkeypatch.setenv("SOME_TOKEN", "s3cr3t")
    told = machine.described(tmp_path / "not" / "there")
    assert f"Showcase: showcase {__version__}\n" in told
    assert "LANG: de_DE.UTF-8\n" in told
    assert "GiB free, writable" in told
    assert "s3cr3t" not in told


def test_packages_with_versions() -> None:
    lines = machine.packages().splitlines()
    assert any(line.startswith("pydicom 3.") for line in lines)
    assert lines == sorted(lines, key=lambda line: line.split()[0].casefold())


def test_a_packaged_copy_knows_when_it_was_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert machine.version_line() == f"showcase {__version__}"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "showcase"))
    assert machine.built() == machine.packages() == ""
    (tmp_path / "BUILT").write_text("2026-11-24T10:00:00Z\n")
    (tmp_path / "licences").mkdir()
    (tmp_path / "licences" / "CREDITS.txt").write_text("pydicom 3.0.2\n")
    assert machine.version_line() == f"showcase {__version__}, built 2026-11-24T10:00:00Z"
    assert machine.packages() == "pydicom 3.0.2\n"
