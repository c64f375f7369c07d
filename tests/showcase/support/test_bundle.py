"""One file that tells what happened, and no secret in it."""

import asyncio
import hashlib
from pathlib import Path

import msgspec
import pytest

from showcase.client import write_door
from showcase.journal import open_journal
from showcase.model.answers import Door
from showcase.model.events import HopEnded, Noticed
from showcase.support.bundle import Wanted, gathered
from showcase.support.logs import folder_for_logs
from showcase.wire.authority import Authority
from showcase.wire.clock import SystemClock
from tests.showcase.inspector import runs

SECRETS = ("s3cr3t-of-the-log", "s3cr3t-of-the-cast", "s3cr3t-of-the-wire", "s3cr3t-key-of-a-door")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folder of our own."""
    for name in ("XDG_DATA_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    return tmp_path


def _gathered(wanted: Wanted) -> dict[str, bytes]:
    async def gather() -> dict[str, bytes]:
        return {file.name: file.data async for file in gathered(wanted, SystemClock())}

    return asyncio.run(gather())


async def _play(path: Path) -> None:
    """A run, in which a vendor's system sent its credentials."""
    told, blobs = runs.events()
    request = f"POST /xds HTTP/1.1\r\nAuthorization: Basic {SECRETS[2]}\r\n\r\n<a/>".encode()
    digest = hashlib.sha256(request).hexdigest()
    async with await open_journal(path, SystemClock()) as journal:
        for event in told:
            if isinstance(event, HopEnded):
                exchange = msgspec.structs.replace(event.exchange, request=digest, transport="http")
                event = msgspec.structs.replace(event, exchange=exchange)  # noqa: PLW2901
            journal.record(event, {**blobs, digest: request})
        words = f"The port is taken, token: {SECRETS[0]}"
        journal.record(Noticed(words=words, remedy="Stop the other program.", level="warning"))


def test_everything_that_helps_and_no_secret(home: Path) -> None:
    journal, cast = home / "journal.db", home / "morning.yaml"
    asyncio.run(_play(journal))
    logs = folder_for_logs()
    assert logs
    (logs / "20261124-081500-window-7.log").write_text(f"token={SECRETS[0]} in {home}/x\n")
    (logs / "20261124-081500-engine-8.crash.txt").write_text(f"door {SECRETS[3]}\n")
    cast.write_text(f"systems: {{a: {{soap: {{ITI-41: 'http://u:{SECRETS[1]}@h/'}}}}}}\n")
    write_door(Door(url="http://127.0.0.1:9", key=SECRETS[3], pid=1))
    Authority(home / "certificates", SystemClock())

    made = _gathered(Wanted(journal=journal, cast=cast, home=home))
    assert {"README.txt", "machine.txt", "packages.txt", "journal.txt", "cast.yaml"} <= made.keys()
    assert {"last-run/index.json", "logs/20261124-081500-window-7.log"} <= made.keys()
    assert "crashes/20261124-081500-engine-8.crash.txt" in made
    assert list(made)[-1] == "README.txt"
    assert runs.RUN.encode() in made["journal.txt"]
    assert b"Stop the other program." in made["journal.txt"]
    assert b"ITI-41" in made["cast.yaml"]
    assert b" in ~/x" in made["logs/20261124-081500-window-7.log"]
    everything = b"".join(made.values())
    assert b"POST /xds HTTP/1.1\r\nAuthorization: [left out]\r\n\r\n<a/>" in everything
    for secret in (*SECRETS, "PRIVATE KEY"):
        assert secret.encode() not in everything, secret


def test_says_what_could_not_be_had(home: Path) -> None:
    (home / "journal.db").write_bytes(b"no database at all, but long enough to look like one" * 40)
    made = _gathered(Wanted(journal=home / "journal.db", cast=home / "gone.yaml"))
    words = made["README.txt"].decode()
    assert "What could not be had" in words
    assert "The journal told nothing" in words
    assert "cast.yaml: No such file" in words
    assert "machine.txt" in made


def test_before_the_first_run(home: Path) -> None:
    made = _gathered(Wanted(journal=home / "journal.db"))
    assert b"nothing was played" in made["journal.txt"]
    assert b"could not be had" not in made["README.txt"]
    assert not (home / "journal.db").exists()
