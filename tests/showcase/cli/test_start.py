"""What opens the window, and what that may import."""

import subprocess
import sys

import pytest

from showcase.cli.start import is_for_window


@pytest.mark.parametrize(
    "words", [[], ["--wall"], ["--story", "chest-pain", "--journal", "a.db"], ["--nothing"]]
)
def test_a_line_without_a_command_is_for_the_window(words: list[str]) -> None:
    assert is_for_window(words)


@pytest.mark.parametrize(
    "words", [["--help"], ["--version"], ["play", "x"], ["--light", "runs"], ["nonsense"]]
)
def test_commands_and_questions_are_for_the_terminal(words: list[str]) -> None:
    assert not is_for_window(words)


def test_the_way_to_the_window_imports_nothing_of_the_terminal() -> None:
    code = (
        "import sys, showcase.cli.start, showcase.cli.console\n"
        "print([each for each in ('typer', 'rich', 'structlog', 'aiohttp') if each in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
