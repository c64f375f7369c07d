"""What README.md tells people to run exists."""

import re
from pathlib import Path

from showcase.cli.commands import COMMANDS

_README = "README.md"


def test_names_the_two_commands(texts: dict[str, str]) -> None:
    blocks = re.findall(r"(?m)^    (.+)$", texts[_README])
    assert blocks[:2] == ["make run", "make test"]


def test_every_make_target_named_exists(texts: dict[str, str]) -> None:
    named = set(re.findall(r"`?make (\w+)`", texts[_README]))
    targets = set(re.findall(r"(?m)^(\w+):", texts["Makefile"]))
    assert named
    assert named <= targets


def test_every_command_named_exists(texts: dict[str, str]) -> None:
    named = set(re.findall(r"(?:`|\bbin/)showcase (\w+)", texts[_README]))
    assert named
    assert named <= COMMANDS.keys()


def test_every_file_named_exists(root: Path, texts: dict[str, str]) -> None:
    folders = re.findall(r"`((?:[\w.-]+/)+)`", texts[_README])
    linked = re.findall(r"\]\(([\w./-]+)\)", texts[_README])
    missing = [each for each in (*folders, *linked) if not (root / each).exists()]
    assert not missing


def test_the_gate_runs_what_the_readme_says(texts: dict[str, str]) -> None:
    run = re.findall(r"(?m)^make (\w+)$", texts[".ci/run"])
    assert run == ["check", "test", "package"]
    assert all(f"make {each}" in texts[_README] for each in run)
