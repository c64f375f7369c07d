"""The window's engine is started ahead of it, and nobody is left behind when there is no window."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

from showcase.cli import console


class Engine:
    """An engine on its way up."""

    given_up = False

    def give_up(self) -> None:
        """Nobody wants it."""
        self.given_up = True


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Engine:
    starting = Engine()
    monkeypatch.setattr(console, "head_start", lambda _journal: starting)
    for quiet in ("log_to_file", "report_crashes"):
        monkeypatch.setattr(console, quiet, lambda _kind: None)
    return starting


def test_the_window_gets_the_engine_that_was_started(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    got: list[object] = []

    def run(_words: list[str], begun: object) -> int:
        got.append(begun)
        return 3

    app = ModuleType("ui.app")
    app.__dict__["run"] = run
    monkeypatch.setitem(sys.modules, "ui.app", app)
    assert console.open_window(["--wall"]) == 3
    assert got == [engine]


def test_without_qt_it_says_so_and_no_engine_stays(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "ui.app", None)
    assert console.open_window([]) == 1
    assert "showcase play chest-pain" in capsys.readouterr().err
    assert engine.given_up


@pytest.mark.parametrize(
    ("arguments", "journal"),
    [
        ([], None),
        (["--story", "x", "--journal", "own.db"], Path("own.db")),
        (["--journal=own.db"], Path("own.db")),
        (["--journal"], None),
    ],
)
def test_the_engine_is_one_of_the_journal_that_is_asked_for(
    arguments: list[str],
    journal: Path | None,
    engine: Engine,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[Path | None] = []

    def head_start(own: Path | None) -> Engine:
        asked.append(own)
        return engine

    monkeypatch.setattr(console, "head_start", head_start)
    monkeypatch.setitem(sys.modules, "ui.app", None)
    console.open_window(arguments)
    assert asked == [journal]
