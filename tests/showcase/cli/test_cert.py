"""``showcase cert``, and what it says."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from showcase.cli.app import build


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own folder, for this test alone."""
    monkeypatch.setattr("showcase.cli.cert.certificates_path", lambda: tmp_path / "mine")
    return tmp_path / "mine"


def cert(*arguments: str) -> Result:
    return CliRunner().invoke(build("cert"), ["cert", *arguments])


def test_init_creates_once(data_folder: Path) -> None:
    assert "Created" in cert("init").stdout
    assert "It exists" in cert("init").stdout
    assert (data_folder / "authority.crt").exists()


def test_issue_hands_over_a_folder(tmp_path: Path) -> None:
    result = cert("issue", "acme", "--host", "10.4.0.17", "--to", str(tmp_path / "stick"))
    assert result.exit_code == 0, result.output
    assert sorted(each.name for each in (tmp_path / "stick").iterdir()) == [
        "acme.crt",
        "acme.key",
        "authority.crt",
    ]
    assert "good for 14 days" in result.stdout


def test_list_tells_days_left() -> None:
    cert("issue", "acme", "--host", "10.4.0.17")
    _, acme = (json.loads(line) for line in cert("list", "--json").stdout.splitlines())
    assert (acme["name"], acme["days_left"], acme["hosts"]) == ("acme", 13, ["10.4.0.17"])
    assert "10.4.0.17" in cert("list").stdout


def test_an_empty_list_says_what_to_do() -> None:
    assert "showcase cert init" in cert("list").stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["issue"], "name is missing"),
        (["issue", "../up"], "cannot be a file's name"),
        (["issue", "acme", "--host", "bücher"], "--host"),
    ],
)
def test_bad_arguments_end_with_two(arguments: list[str], words: str) -> None:
    result = cert(*arguments)
    assert result.exit_code == 2
    assert words in result.output


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    result = cert("issue", "acme", "--to", str(tmp_path / "file" / "below"))
    assert result.exit_code == 2
    assert "Give a folder that can be written" in result.output
