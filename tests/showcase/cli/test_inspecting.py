"""``search``, ``follow``, ``compare``, ``export`` in the terminal."""

import asyncio
import json
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from showcase.cli.app import build
from showcase.journal import open_journal
from showcase.wire.clock import SystemClock
from tests.showcase.inspector import runs


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    path = tmp_path / "journal.db"
    asyncio.run(_fill(path))
    return path


async def _fill(path: Path) -> None:
    told, blobs = runs.events()
    async with await open_journal(path, SystemClock()) as journal:
        for event in told:
            journal.record(event, blobs)


def ran(journal: Path, *arguments: str) -> Result:
    return CliRunner(env={"COLUMNS": "200"}).invoke(
        build(arguments[0]), [*arguments, "--journal", str(journal)]
    )


def test_a_search_is_a_table_or_lines_of_json(journal: Path) -> None:
    table = ran(journal, "search", "rosa", "quill")
    assert table.exit_code == 0
    assert "patient name, PID-5" in table.stdout
    lines = ran(journal, "search", "40213", "--json").stdout.splitlines()
    assert [json.loads(line)["hop"] for line in lines] == ["hop1", "hop5"]
    assert "Nothing found" in ran(journal, "search", "nobody").stdout


def test_a_value_is_followed(journal: Path) -> None:
    told = ran(journal, "follow", "last", "40213")
    assert told.exit_code == 0
    assert "PID-3.1" in told.stdout
    assert "(at byte" in told.stdout
    lines = ran(journal, "follow", "last", "40213", "--json").stdout.splitlines()
    assert json.loads(lines[0])["hop"] == "hop1"
    assert "no exchange" in ran(journal, "follow", "last", "nobody").stdout


def test_a_comparison_ends_as_diff_does(journal: Path) -> None:
    assert ran(journal, "compare", "last/1", "hop4").exit_code == 0
    told = json.loads(ran(journal, "compare", "hop1", "last/4", "--json").stdout)
    assert told["same_request"] is True
    wrong = ran(journal, "compare", "last/9", "hop4")
    assert wrong.exit_code == 2
    assert "from 1 to 4" in wrong.stderr
    assert ran(journal, "compare", "nothing", "hop4").exit_code == 2


def test_a_run_is_written_where_it_is_wanted(journal: Path, tmp_path: Path) -> None:
    assert ran(journal, "export", "last", "--to", str(tmp_path / "out")).exit_code == 0
    assert (tmp_path / "out" / "audit").is_dir()
    assert ran(journal, "export", "last", "--html", str(tmp_path / "run.html")).exit_code == 0
    assert (tmp_path / "run.html").read_bytes().startswith(b"<!doctype html>")
    some = ran(journal, "export", "last", "--to", str(tmp_path / "a.zip"), "--hop", "2")
    assert some.exit_code == 0
    assert "02-RAD-8-ct-ehr-picture.png" in zipfile.ZipFile(tmp_path / "a.zip").namelist()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["last"], "--to FOLDER"),
        (["last", "--to", "x", "--html", "y"], "--to FOLDER"),
        (["nothing", "--html", "y"], "No run begins"),
        (["last", "--to", "z.zip", "--hop", "77"], "no hop 77"),
        (["last", "--to", "."], "not empty"),
        (["last", "--html", "journal.db/page.html"], "cannot be written"),
    ],
)
def test_what_cannot_be_is_said(
    journal: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    monkeypatch.chdir(journal.parent)
    told = ran(journal, "export", *arguments)
    assert told.exit_code == 2
    assert words in told.stderr
