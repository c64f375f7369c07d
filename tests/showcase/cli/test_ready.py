"""``showcase ready``: its exit codes, and what it prints."""

import json
import socket
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner, Result

from showcase.cli.app import build
from showcase.model.readiness import Check, CheckState, ReadinessReport

CAST = """\
format: 1
systems:
  acme:
    vendor: Acme
    dicom: {{host: 127.0.0.1, port: {port}, ae_title: ACME}}
    takes: [RAD-8]
roles: {{archive: acme}}
"""


@pytest.fixture(autouse=True)
def nobody_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No engine runs, and the authority is this test's own."""
    monkeypatch.setattr("showcase.cli.ready.read_door", lambda: None)
    monkeypatch.setattr("showcase.cli.ready.certificates_path", lambda: tmp_path / "certificates")


def ready(*arguments: str) -> Result:
    return CliRunner().invoke(build("ready"), ["ready", *arguments])


def unused() -> int:
    with socket.create_server(("127.0.0.1", 0)) as plug:
        return int(plug.getsockname()[1])


def test_stand_ins_alone_end_with_nought() -> None:
    result = ready()
    assert result.exit_code == 0, result.output
    assert "Ready: 11 of 11." in result.stdout


def test_a_lost_system_ends_with_one_and_says_whose_job_it_is(tmp_path: Path) -> None:
    cast = tmp_path / "cast.yaml"
    cast.write_text(CAST.format(port=unused()))
    result = ready("chest-pain", "--cast", str(cast))
    assert result.exit_code == 1
    assert "Ready: 10 of 11. Archive unreachable, a stand-in will play." in result.stdout
    assert "the vendor's engineer" in result.stdout
    assert "NOT READY" in result.stdout


def test_json_is_the_report_and_nothing_else(tmp_path: Path) -> None:
    cast = tmp_path / "cast.yaml"
    cast.write_text(CAST.format(port=unused()))
    result = ready("chest-pain", "--cast", str(cast), "--json")
    assert result.exit_code == 1
    report = msgspec.json.decode(result.stdout, type=ReadinessReport)
    assert (report.story, report.cast, report.ready) == ("chest-pain", str(cast), False)
    assert json.loads(result.stdout)["checks"][0]["state"] == "failed"


@pytest.mark.parametrize("arguments", [["no-such-story"], ["chest-pain", "--cast", "no-such-cast"]])
def test_a_bad_story_or_cast_ends_with_two(arguments: list[str]) -> None:
    assert ready(*arguments).exit_code == 2


def test_a_cast_that_does_not_fit_ends_with_two(tmp_path: Path) -> None:
    cast = tmp_path / "cast.yaml"
    cast.write_text(CAST.format(port=1).replace("archive: acme", "nobody: acme"))
    assert ready("chest-pain", "--cast", str(cast)).exit_code == 2


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_stopped_it_tells_what_is_known_by_then(
    monkeypatch: pytest.MonkeyPatch, form: tuple[str, ...]
) -> None:
    async def interrupted(*_: object, told: Callable[[Check], None], **__: object) -> None:
        told(
            Check(
                role="archive",
                system="Acme",
                subject="DICOM",
                question="port",
                address="192.0.2.7:104",
                state=CheckState.READY,
                words="Somebody listens.",
            )
        )
        raise KeyboardInterrupt

    monkeypatch.setattr("showcase.cli.ready.survey", interrupted)
    result = ready("chest-pain", *form)
    assert result.exit_code == 130
    assert "Stopped after 1 answer, before everybody was asked." in result.stdout
    assert "192.0.2.7:104" in result.stdout
    if form:
        report = msgspec.json.decode(result.stdout, type=ReadinessReport)
        assert (report.story, report.ready, len(report.checks)) == ("chest-pain", False, 1)
