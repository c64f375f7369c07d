"""Rows at any width: what one copies is never cut."""

import io

import pytest
from rich.console import Console
from rich.text import Text

from showcase.cli.listing import Listing

RUN = "20261124-090000-ab12"
URL = "http://192.0.2.10:20110/xds/provide-and-register-document-set-b"


@pytest.fixture(autouse=True)
def _able(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dumb terminal is 80 wide to rich, whatever one asks for."""
    monkeypatch.setenv("TERM", "xterm")


def told(listing: Listing, width: int, *, terminal: bool = True) -> list[str]:
    there = io.StringIO()
    listing.show(Console(file=there, width=width, force_terminal=terminal, color_system=None))
    return there.getvalue().splitlines()


def runs() -> Listing:
    listing = Listing("Run", "Story", "Hops", "URL", whole=("URL",), right=("Hops",), title="Runs")
    listing.add(RUN, "Chest pain, as it was told before", "23", URL)
    return listing


@pytest.mark.parametrize("width", [1, 40, 80, 200])
@pytest.mark.parametrize("terminal", [True, False])
def test_what_one_copies_is_whole_at_any_width(width: int, *, terminal: bool) -> None:
    lines = told(runs(), width, terminal=terminal)
    assert any(RUN in line for line in lines)
    assert any(URL in line for line in lines)
    assert not any("…" in line for line in lines)


def test_a_wide_terminal_has_a_table() -> None:
    title, head, row = told(runs(), 200)
    assert title == "Runs"
    assert head.split() == ["Run", "Story", "Hops", "URL"]
    assert row.split() == [RUN, "Chest", "pain,", "as", "it", "was", "told", "before", "23", URL]


def test_a_narrow_terminal_has_a_paragraph_for_each_row() -> None:
    assert told(runs(), 40)[1:] == [
        RUN,
        "  Story  Chest pain, as it was told before",
        "  Hops   23",
        f"  URL    {URL}",
    ]


def test_prose_folds_between_words() -> None:
    lines = told(runs(), 112)
    assert [line.split()[0] for line in lines[2:]] == [RUN, "was"]


def test_in_a_pipe_a_row_is_a_line() -> None:
    assert len(told(runs(), 20, terminal=False)) > 2
    listing = Listing("Run", "URL", whole=("URL",))
    listing.add(RUN, URL)
    assert told(listing, 20, terminal=False)[1].split() == [RUN, URL]


def test_what_a_terminal_would_obey_is_made_visible() -> None:
    listing = Listing("Vendor", "State")
    listing.add("Acme\x1b[31m [bold]", Text("ready"))
    assert told(listing, 80)[1].split("  ") == ["Acme␛[31m [bold]", "ready"]
