"""Secrets of a booth that has played, been looked at, killed and bundled: nobody wrote one down.

Whatever is a secret is gathered from where it may stand (key files, door files, what a guest showed
to be let in); then everything else that the program has left is read: logs, journal, bundle, casts,
what stand-ins keep, and the command lines of its processes.
"""

import asyncio
import os
import signal
import sys
from base64 import b64encode
from pathlib import Path

from showcase.client import EngineClient, alive
from showcase.journal.journal import open_journal
from showcase.model.events import HopEnded, RunStarted, to_json
from showcase.model.lookout import LookoutWanted
from showcase.wire import http_client
from showcase.wire.clock import SystemClock
from showcase.wire.line import Line
from tests.torture.betrayal import Secret, found, key_file
from tests.torture.figures import Figure, none_of
from tests.torture.journeys import play
from tests.torture.killed import attached, window
from tests.torture.scale import Scale

PASSWORD = "correct-horse-battery-7431"
TOKEN = "Zx9kQ7vT3hunter2mQ4"
"""What a guest shows to be let in; the wire carries both, and the journal keeps what it carried."""

_CAST = """format: 1
title: All over TLS
standins: {tls: true}
"""
_MAY_HOLD = ("*.key", "*engine.json", "lookout.json")
"""Files that hold a secret by their purpose, readable by their user alone."""

_READ = {"bundle", "cast", "command", "log"}
"""Kinds of things that were looked into, or nothing was."""

_PATIENCE = 120.0
_LOOK = 0.1


async def secrets(folder: Path, scale: Scale) -> list[Figure]:
    """Play, be looked at, be killed, make a bundle; then look for every secret in what is left."""
    cast = folder / "tls.yaml"
    cast.write_text(_CAST)
    known = [Secret("a guest's password", PASSWORD), Secret("a guest's token", TOKEN)]
    places = await _shown(folder, cast, scale.cut, known)
    known += await asyncio.to_thread(_keys, folder)
    places |= await asyncio.to_thread(_left, folder)
    betrayed = [each for name, data in places.items() for each in found(known, name, data)]
    ours = [each for each in known if "guest" not in each.name]  # theirs crossed the wire
    told = await _recorded(folder / "journal.db")
    betrayed += [each for name, data in told.items() for each in found(ours, name, data)]
    wire = [each for name, data in told.items() for each in found(known, name, data)]
    kinds = {name.partition(" ")[0] for name in places if places[name]}
    return [
        none_of(f"{len(known)} secrets of a booth: found in", betrayed, len(places) + len(told)),
        Figure(
            "what was there to be read",
            ", ".join(sorted(kinds)),
            ", ".join(sorted(_READ)),
            kinds >= _READ and len(known) > 5 and len(told) > 50,
        ),
        # it is their exchange, byte for byte; and whoever finds nothing anywhere has not looked
        Figure("what a guest showed, in its own exchanges", str(len(wire)), "> 0", bool(wire)),
    ]


async def _shown(folder: Path, cast: Path, cut: str, known: list[Secret]) -> dict[str, bytes]:
    """What people and processes are shown meanwhile: command lines, a bundle."""
    journal = folder / "journal.db"
    screen = await window(journal, "--cast", str(cast))
    door = await attached(journal, screen)
    async with EngineClient(door) as client:
        lookout = await client.change_lookout(LookoutWanted(host="127.0.0.1", port=0))
        known += [Secret("the door's key", door.key), Secret("the lookout's key", lookout.key)]
        await play(client, cut, str(cast))
        lines = {f"command line of {pid}": _command_line(pid) for pid in (screen.pid, door.pid)}
        ended = await play(client, cut)
        await _guest(client, ended.run)
        os.kill(screen.pid, signal.SIGKILL)
        await screen.wait()
        bundle = await _bundled(folder, journal, cast)
        await client.quit()
        while await alive(door):  # noqa: ASYNC110 - another process tells nobody
            await asyncio.sleep(_LOOK)
    return lines | {"bundle itself": bundle}


def _command_line(pid: int) -> bytes:
    """As anybody on this machine may read it (proc(5))."""
    return Path(f"/proc/{pid}/cmdline").read_bytes()


async def _guest(client: EngineClient, run: str) -> None:
    """A stranger asks the registry, and shows a password and a token that nobody has asked for."""
    entries = await client.run_events(run)
    started = next(e.event for e in entries if isinstance(e.event, RunStarted))
    soap = started.systems["registry"].endpoints.soap
    assert soap
    envelope = (
        '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header>'
        f"<w:Password xmlns:w='urn:w'>{PASSWORD}</w:Password></s:Header><s:Body/></s:Envelope>"
    )
    basic = b64encode(f"rosa:{PASSWORD}".encode()).decode("ascii")
    for head in (
        {"Authorization": f"Basic {basic}"},
        {"Authorization": f"Bearer {TOKEN}"},
        {"X-Api-Key": TOKEN},
    ):
        await http_client.post(
            soap.urls["ITI-18"],
            headers={"Content-Type": "application/soap+xml", **head},
            body=envelope.encode(),
            line=Line("http", initiated=True),
            deadline=_PATIENCE,
        )


async def _bundled(folder: Path, journal: Path, cast: Path) -> bytes:
    """What `showcase bundle` makes of it."""
    to = folder.with_name(f"{folder.name}-bundle.zip")
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "showcase", "bundle", "--to", str(to)),
        *("--journal", str(journal), "--cast", str(cast)),
        env=os.environ | {"HOME": str(folder)},
    )
    assert await process.wait() == 0
    data = await asyncio.to_thread(to.read_bytes)
    await asyncio.to_thread(to.unlink)
    return data


def _keys(folder: Path) -> list[Secret]:
    """Every private key that lies somewhere below."""
    return [key_file(path) for path in folder.rglob("*.key")]


def _left(folder: Path) -> dict[str, bytes]:
    """What lies below, by kind and name; but the journal, which is read by its own means."""
    return {
        f"{_kind(path)} {path.name}": path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
        and not any(path.match(each) for each in _MAY_HOLD)
        and not path.name.startswith("journal.db")
    }


def _kind(path: Path) -> str:
    if path.parent.name == "logs":
        return "log"
    return "cast" if path.suffix == ".yaml" else "file"


async def _recorded(path: Path) -> dict[str, bytes]:
    """Every event, every exchange; and the files as they lie there."""
    places = (*path.parent.glob("journal.db*"), *path.parent.glob("journal.db*/*"))
    told = {each.name: each.read_bytes() for each in places if each.is_file()}
    told = {name: data for name, data in told.items() if not name.endswith("engine.json")}
    async with await open_journal(path, SystemClock()) as journal:
        last = await journal.last_seq()
        async for entry in (entries := journal.subscribe(0)):
            told[f"entry {entry.seq}"] = to_json(entry)
            if isinstance(event := entry.event, HopEnded):
                for side in filter(None, (event.exchange.request, event.exchange.response)):
                    told[f"exchange {side}"] = await journal.blob(side)
            if entry.seq >= last:
                break
        await entries.aclose()
    return told
