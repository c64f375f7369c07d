"""``showcase watch`` in a process of its own: nobody plays a story, strangers come and talk."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec
import pytest
from pydicom.data import get_testdata_file

from showcase.cli.doors import Door
from showcase.model.events import HopEnded, HopStarted, from_json
from showcase.model.exchange import Outcome
from showcase.model.system import Mllp
from showcase.protocols.hl7v2.client import exchange
from showcase.protocols.hl7v2.codec import decode
from showcase.wire.line import Line
from tests.journeys.relay import free_port
from tests.showcase.protocols.dicom.programs import orthanc, run
from tests.showcase.protocols.hl7v2.samples import A04

CAST = """\
format: 1
systems:
  orthanc:
    vendor: Orthanc
    dicom: {{host: 127.0.0.1, port: {archive}, ae_title: ORTHANC}}
    takes: [RAD-8, RAD-10, RAD-14, RAD-16]
roles: {{archive: orthanc}}
taps:
  - {{to: archive, listen: {tap}}}
"""


class Watching:
    """A running ``showcase watch --json``."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.doors: list[Door] = []
        self._process = process

    async def until_open(self, role: str) -> None:
        """Read addresses up to the last one of a role's."""
        while not any(door.role == role for door in self.doors):
            self.doors.append(msgspec.json.decode(await self._line(), type=Door))

    async def hop(self, transaction: str) -> tuple[HopStarted, HopEnded]:
        """The next hop of a kind, from its first byte to its acknowledgement."""
        started: HopStarted | None = None
        while True:
            line = await self._line()
            if not line.startswith(b'{"seq"'):
                continue
            match from_json(line).event:
                case HopStarted(transaction=each) as event if each == transaction:
                    started = event
                case HopEnded(transaction=each) as event if each == transaction:
                    assert started
                    return started, event
                case _:
                    continue

    def door(self, role: str, protocol: str) -> Door:
        (found,) = [d for d in self.doors if (d.role, d.protocol) == (role, protocol) and not d.tap]
        return found

    async def _line(self) -> bytes:
        assert self._process.stdout
        line = await asyncio.wait_for(self._process.stdout.readline(), 30)
        assert line, "showcase watch has ended"
        return line


@asynccontextmanager
async def watching(folder: Path, *options: str) -> AsyncIterator[Watching]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "showcase", "watch", "--json",
        "--journal", str(folder / "journal.db"), *options,
        stdout=asyncio.subprocess.PIPE, limit=1 << 24,
    )  # fmt: skip
    try:
        yield Watching(process)
    finally:
        process.terminate()
        await process.wait()


@pytest.mark.peer("dcmtk", "orthanc")
async def test_a_transfer_through_a_tap_is_drawn_with_no_story(tmp_path: Path) -> None:
    tap = free_port()
    async with orthanc(tmp_path / "orthanc", {}) as peer:
        cast = tmp_path / "cast.yaml"
        cast.write_text(CAST.format(archive=peer.port, tap=tap))
        async with watching(tmp_path, "--cast", str(cast)) as watch:
            await watch.until_open("audit")
            while not any(door.port == tap for door in watch.doors):
                watch.doors.append(msgspec.json.decode(await watch._line(), type=Door))
            image = get_testdata_file("CT_small.dcm")
            code, printed = await run(
                "storescu", "-aet", "NOBODY", "-aec", "ORTHANC", "127.0.0.1", tap, image
            )
            assert code == 0, printed
            started, ended = await watch.hop("RAD-8")
    assert (started.receiver, ended.receiver) == ("archive", "archive")
    assert ended.sender == "127.0.0.1"
    assert ended.verdict.outcome is Outcome.ACKNOWLEDGED
    assert (ended.run, ended.cue) == ("", "")


async def test_a_strangers_message_is_drawn_with_no_story(tmp_path: Path) -> None:
    async with watching(tmp_path) as watch:
        await watch.until_open("audit")
        door = watch.door("ehr", "HL7 v2 MLLP")
        to = Mllp(host=door.host, port=door.port, application="EHR", facility="ALBA")
        line = Line("mllp", initiated=True)
        await exchange(to, decode(A04), line, deadline=10)
        started, ended = await watch.hop("ITI-31")
    assert started.sender == ended.sender == "127.0.0.1"
    assert ended.verdict.outcome is Outcome.ACKNOWLEDGED
