"""The whole story, with several roles played by programs that nobody here wrote, at once."""

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from pydicom import dcmread

from showcase.api.engine import Engine
from showcase.model.events import (
    CueEnded,
    CueWaits,
    Event,
    HopEnded,
    NearMissed,
    RolePassed,
    RunEnded,
    RunHeld,
)
from showcase.model.system import Dicom
from showcase.protocols.dicom import recording
from tests.journeys.relay import free_port
from tests.journeys.staging import engine
from tests.journeys.strangers import picture, python_hl7, schedule, storescu
from tests.showcase.protocols.dicom.programs import orthanc, wlmscpfs

CAST = """\
format: 1
title: Strangers
systems:
  record:
    vendor: python-hl7
    hl7v2: {{host: 127.0.0.1, port: {record}, application: RECORD, facility: ALBA}}
    takes: [ITI-31, RAD-28]
  worklist:
    vendor: DCMTK
    product: wlmscpfs
    dicom: {{host: 127.0.0.1, port: {worklist}, ae_title: WL}}
    takes: [RAD-5]
{more}
roles:
  ehr: record
  ris: worklist
{roles}
taps: [{taps}]
standins:
  roles:
    ct: {{dicom: {{port: {ct}, ae_title: CT}}}}
    reading: {{dicom: {{port: {reading}, ae_title: READING}}}}
"""

ORTHANC = """\
  orthanc:
    vendor: Orthanc
    dicom: {{host: 127.0.0.1, port: {port}, ae_title: ORTHANC}}
    takes: [RAD-8, RAD-10, RAD-14, RAD-16]
    deadline: 20
"""

SCANNER = """\
  scanner:
    vendor: Acme
    product: Acme CT
    dicom: {host: 127.0.0.1, port: 104, ae_title: ACMECT}
    takes: [RAD-8]
"""


class Booth:
    """An engine, and staff who press its keys and watch what happens."""

    def __init__(self, stage: Engine, run: str) -> None:
        self.stage = stage
        self.run = run

    async def events(self) -> list[Event]:
        await self.stage.journal.settled()
        return [entry.event for entry in await self.stage.journal.entries(self.run)]

    async def until(self, kind: type[Event], which: Callable[[Event], bool]) -> Event:
        async with asyncio.timeout(30):
            async for entry in self.stage.journal.subscribe(0):
                if isinstance(entry.event, kind) and which(entry.event):
                    return entry.event
        raise AssertionError

    async def go(self, *, after: str) -> None:
        """Press GO until a cue has ended."""
        performance = self.stage.performance
        while not any(
            isinstance(event, CueEnded) and event.cue == after for event in await self.events()
        ):
            await performance.go()
            assert not performance.held, [e for e in await self.events() if isinstance(e, RunHeld)]

    async def scheduled(self, folder: Path) -> None:
        """The bridge of the worklist: hand it what radiology has scheduled."""
        hops = [event for event in await self.events() if isinstance(event, HopEnded)]
        (told,) = [hop for hop in hops if hop.transaction == "RAD-4"]
        await schedule(await self.stage.journal.blob(told.exchange.request), folder)

    async def ends_true(self) -> RunEnded:
        ended = await self.stage.play_through()
        assert [proof for proof in ended.proofs if not proof.holds] == []
        assert ended.held
        return ended


async def booth(
    stack: AsyncExitStack,
    folder: Path,
    more: str,
    roles: str,
    *,
    ports: dict[str, int],
    taps: str = "",
) -> Booth:
    """A run of chest pain in which python-hl7 keeps the record and wlmscpfs the worklist."""
    record = await stack.enter_async_context(python_hl7([]))
    worklist = await stack.enter_async_context(wlmscpfs(folder / "wl"))
    cast = folder / "cast.yaml"
    cast.write_text(
        CAST.format(
            record=record, worklist=worklist.port, more=more, roles=roles, taps=taps, **ports
        )
    )
    stage = await stack.enter_async_context(engine(folder))
    return Booth(stage, await stage.start_run("chest-pain", cast=str(cast), fast=True))


@pytest.mark.peer("dcmtk", "orthanc", "hl7")
async def test_one_of_three_strangers_is_killed_and_the_story_ends_true(tmp_path: Path) -> None:
    ports = {"ct": free_port(), "reading": free_port()}
    known = {
        key: Dicom(host="127.0.0.1", port=port, ae_title=key.upper()) for key, port in ports.items()
    }
    async with AsyncExitStack() as stack, AsyncExitStack() as archive:
        kept = await archive.enter_async_context(orthanc(tmp_path / "orthanc", known))
        played = await booth(
            stack, tmp_path, ORTHANC.format(port=kept.port), "  archive: orthanc", ports=ports
        )
        await played.go(after="schedule")
        await played.scheduled(tmp_path / "wl")
        await played.go(after="promise")

        await archive.aclose()
        await played.stage.performance.go()
        assert played.stage.performance.held

        await played.stage.stand_in("archive")  # the first press
        await played.stage.performance.go()  # the second
        assert not played.stage.performance.held
        ended = await played.ends_true()
        events = await played.events()
    assert (ended.failed, ended.refused) == (1, 0)
    (passed,) = [event for event in events if isinstance(event, RolePassed)]
    assert passed.system.stand_in
    images = [
        (hop.sender, hop.receiver, hop.count)
        for hop in events
        if isinstance(hop, HopEnded) and hop.transaction in ("RAD-8", "RAD-16") and hop.count > 1
    ]
    assert ("ct", "archive", 24) in images  # once: catching up makes no hop
    assert ("archive", "reading", 24) in images
    assert len([each for each in images if each[0] == "ct"]) == 1


@pytest.mark.peer("dcmtk", "orthanc", "hl7")
async def test_every_stranger_at_once_with_a_tap_and_a_death(tmp_path: Path) -> None:
    ports = {"ct": free_port(), "reading": free_port()}
    known = {
        key: Dicom(host="127.0.0.1", port=port, ae_title=key.upper()) for key, port in ports.items()
    }
    async with AsyncExitStack() as stack, AsyncExitStack() as archive:
        kept = await archive.enter_async_context(orthanc(tmp_path / "orthanc", known))
        tap = free_port()
        played = await booth(
            stack,
            tmp_path,
            ORTHANC.format(port=kept.port) + SCANNER,
            "  archive: orthanc\n  ct: scanner",
            taps=f"{{from: ct, to: archive, protocol: dicom, listen: {tap}}}",
            ports=ports,
        )
        await played.go(after="schedule")
        await played.scheduled(tmp_path / "wl")
        await played.go(after="begin")

        await played.stage.go()
        told = await played.until(CueWaits, lambda _: True)
        assert isinstance(told, CueWaits)
        assert told.todo.endswith(f" to ORTHANC at 127.0.0.1:{tap}.")
        image = picture(tmp_path, told)
        await storescu(told, image)
        await played.until(CueEnded, lambda e: isinstance(e, CueEnded) and e.cue == "complete")
        await played.go(after="promise")

        await archive.aclose()
        await played.stage.performance.go()
        await played.stage.stand_in("archive")
        await played.stage.performance.go()
        await played.ends_true()
        events = await played.events()
        (sent,) = [e for e in events if isinstance(e, HopEnded) and e.transaction == "RAD-8"]
        crossed = await played.stage.journal.blob(sent.exchange.request)
    assert (sent.cue, sent.sender, sent.receiver) == ("images", "ct", "archive")
    (stored,) = [said for said in recording.read(crossed, b"").outward if said.data]
    assert dcmread(image).PixelData in stored.data


@pytest.mark.peer("dcmtk", "hl7")
async def test_scanner_that_sends_by_itself_is_waited_for(tmp_path: Path) -> None:
    ports = {"ct": free_port(), "reading": free_port()}
    async with AsyncExitStack() as stack:
        played = await booth(stack, tmp_path, SCANNER, "  ct: scanner", ports=ports)
        await played.go(after="schedule")
        await played.scheduled(tmp_path / "wl")
        await played.go(after="begin")

        await played.stage.go()
        told = await played.until(CueWaits, lambda _: True)
        assert isinstance(told, CueWaits)
        assert told.todo.startswith("Acme CT: send the images of ")
        assert told.todo.endswith(f" to ARCHIVE at {told.values['Address']}.")

        await storescu(told, picture(tmp_path, told, accession="A1"))
        missed = await played.until(NearMissed, lambda _: True)
        assert isinstance(missed, NearMissed)
        right = told.values["Accession number"]
        assert missed.differences == (f"accession number A1 instead of {right}",)
        assert played.stage.performance.waiting

        await storescu(told, picture(tmp_path, told))
        await played.until(CueEnded, lambda e: isinstance(e, CueEnded) and e.cue == "complete")
        ended = await played.ends_true()
        events = await played.events()
    sent = [e for e in events if isinstance(e, HopEnded) and e.transaction == "RAD-8"]
    assert [(hop.cue, hop.sender) for hop in sent] == [("", "ct"), ("images", "ct")]
    assert ended.acknowledged == ended.hops
