import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from showcase import __version__
from showcase.cli import console
from showcase.cli.app import build
from showcase.cli.commands import COMMANDS

_HEAVY = ("pydantic", "pynetdicom", "pydicom", "hl7apy", "zeep", "lxml", "aiohttp", "ruamel")


def test_help_lists_every_command() -> None:
    result = CliRunner().invoke(build(""), ["--help"])
    assert result.exit_code == 0
    assert all(name in result.stdout for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_loads(name: str) -> None:
    result = CliRunner().invoke(build(name), [name, "--help"])
    assert result.exit_code == 0, result.output


def test_help_imports_no_engine() -> None:
    code = (
        "import sys; sys.argv = ['showcase', '--help']\n"
        "from showcase.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        f"print([name for name in {_HEAVY!r} if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"


def test_version_is_printed() -> None:
    result = CliRunner().invoke(build(""), ["--version"])
    assert (result.exit_code, result.stdout) == (0, f"showcase {__version__}\n")


@pytest.mark.parametrize("arguments", [["chek"], ["check"], ["--nothing"], ["schema", "poem"]])
def test_bad_argument_ends_with_two(arguments: list[str]) -> None:
    result = CliRunner().invoke(build(arguments[0]), arguments)
    assert result.exit_code == 2
    assert "Error" in result.output


def test_alone_it_opens_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[list[str]] = []

    def open_window(arguments: list[str]) -> int:
        opened.append(arguments)
        return 7

    monkeypatch.setattr(console, "open_window", open_window)
    result = CliRunner().invoke(build(""), [])
    assert (opened, result.exit_code) == ([[]], 7)


def test_module_runs_as_a_program(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("format: 1\n")
    ran = subprocess.run(
        [sys.executable, "-m", "showcase", "check", str(broken)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 2
    assert f"{broken}:1: `title` is missing — Add `title:`." in ran.stdout
    assert ran.stderr == ""


def test_the_window_is_told_what_the_command_line_says(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[list[str]] = []

    def open_window(arguments: list[str]) -> int:
        opened.append(arguments)
        return 0

    monkeypatch.setattr(console, "open_window", open_window)
    asked = ["--story", "chest-pain", "--cast", "booth.yaml", "--wall", "--language", "de"]
    result = CliRunner().invoke(build(""), asked)
    assert result.exit_code == 0, result.output
    assert opened == [asked]
