"""Each hop of the story beside the same exchange by an independent program."""

import asyncio
import re
from collections import defaultdict
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

from showcase.client import EngineClient
from showcase.model.events import HopEnded
from showcase.model.exchange import Outcome
from showcase.model.system import System
from tests.bench.figures import Figure
from tests.bench.peers import PeerFailed, curl, dcmtk, python_hl7
from tests.bench.stage import Run

PART = "story"
_ROUNDS = 7

_HL7 = ("ITI-31", "ITI-8", "ITI-9", "RAD-2", "RAD-4", "RAD-28")
_SOAP = ("ITI-18", "ITI-41", "ITI-42", "ITI-43")


class Exchange:
    """One hop of a run, and everything a peer needs to do the same."""

    def __init__(self, run: Run, hop: HopEnded, request: bytes, folder: Path) -> None:
        """Keep the hop, its recorded request, and a folder to work in."""
        self.hop = hop
        self.request = request
        self.folder = folder
        self.systems: dict[str, System] = run.started.systems
        self.to = self.systems[hop.receiver].endpoints

    @property
    def images(self) -> tuple[str, ...]:
        """The files that the last run's images were kept in, by the stand-in that took them."""
        kept = (self.folder / "stand-ins" / self.hop.receiver).rglob("*.dcm")
        newest = sorted(kept, key=lambda file: file.stat().st_mtime_ns)[-self.hop.count :]
        return tuple(str(each) for each in newest)

    def fact(self, kind: str) -> str:
        """A value that the hop's bytes state; empty when they do not."""
        return next((fact.value for fact in self.hop.facts if fact.kind == kind), "")


async def _hl7(of: Exchange) -> float:
    assert of.to.hl7v2
    return await python_hl7(of.to.hl7v2, of.request)


async def _soap(of: Exchange) -> float:
    assert of.to.soap
    fresh: tuple[bytes, ...] = ()
    if of.hop.transaction in {"ITI-41", "ITI-42"}:  # a document can be registered only once
        fresh = tuple(set(_names_of_objects(of.request)))
    return await curl(of.to.soap.urls[of.hop.transaction], of.request, of.folder, fresh=fresh)


def _names_of_objects(request: bytes) -> list[bytes]:
    """The entryUUID of every object in a recorded request, and the uniqueId of those with one."""
    unique = (
        re.search(rb'\bvalue="([^"]+)"', identifier)
        for identifier in re.findall(
            rb"<\w*:?ExternalIdentifier\b.*?/\w*:?Name>", request, re.DOTALL
        )
        if b".uniqueId" in identifier
    )
    return [
        *re.findall(rb'\bid="(urn:uuid:[^"]+)"', request),
        *(each[1] for each in unique if each),
    ]


async def _store(of: Exchange) -> float:
    assert of.to.dicom
    return await dcmtk("storescu", of.to.dicom, of.folder, "-xe", files=of.images)


def _keys(*keys: str) -> tuple[str, ...]:
    return tuple(argument for key in keys for argument in ("-k", key))


async def _worklist(of: Exchange) -> float:
    assert of.to.dicom
    step = "(0040,0100)[0]."
    keys = _keys(
        *("0010,0010", "0010,0020", "0010,0030", "0010,0040", "0008,0050", "0020,000d"),
        *("0032,1060", "0040,1001", f"{step}Modality=CT", f"{step}ScheduledStationAETitle"),
        *(f"{step}ScheduledProcedureStepStartDate", f"{step}ScheduledProcedureStepID"),
    )
    return await dcmtk("findscu", of.to.dicom, of.folder, "-W", *keys, files=())


async def _studies(of: Exchange) -> float:
    assert of.to.dicom
    study = of.fact("Study Instance UID")
    keys = _keys(
        *("0008,0052=STUDY", "0010,0020", "0010,0010", "0008,0050", "0008,0020", "0020,1208"),
        f"0020,000d={study}",
    )
    return await dcmtk("findscu", of.to.dicom, of.folder, "-S", *keys, files=())


async def _move(of: Exchange) -> float:
    assert of.to.dicom
    reader = of.systems[of.hop.sender].endpoints.dicom
    assert reader
    keys = _keys("0008,0052=STUDY", f"0020,000d={of.fact('Study Instance UID')}")
    return await dcmtk(
        "movescu", of.to.dicom, of.folder, "-S", "-aem", reader.ae_title, *keys, files=()
    )


_PEERS: dict[str, tuple[str, Callable[[Exchange], Awaitable[float]]]] = {
    **dict.fromkeys(_HL7, ("python-hl7", _hl7)),
    **dict.fromkeys(_SOAP, ("curl", _soap)),
    "RAD-5": ("findscu", _worklist),
    "RAD-8": ("storescu", _store),
    "RAD-14": ("findscu", _studies),
    "RAD-16": ("movescu", _move),
}
"""By transaction: the peer's name, and how it does the same."""


async def beside(client: EngineClient, runs: list[Run], folder: Path) -> list[Figure]:
    """Each transaction of the story, ours and the peer's.

    Those for which there is no such program are there with our time alone.
    """
    ours: dict[str, list[float]] = defaultdict(list)
    for hop in (hop for run in runs for hop in run.hops):
        if hop.cue and hop.verdict.outcome is Outcome.ACKNOWLEDGED:
            ours[hop.transaction].append(hop.exchange.milliseconds)
    last = {hop.transaction: hop for hop in runs[-1].hops if hop.cue}
    figures = []
    for transaction in sorted(ours):
        told = partial(
            Figure, part=PART, what=f"{transaction} in the story", unit="ms", ours=ours[transaction]
        )
        if transaction not in _PEERS:
            figures.append(told())
            continue
        hop = last[transaction]
        request = await client.blob(hop.exchange.request)
        peer, measure = _PEERS[transaction]
        try:
            samples = [
                await measure(Exchange(runs[-1], hop, request, folder)) for _ in range(_ROUNDS)
            ]
            figures.append(told(peer=samples, beside=peer))
        except (PeerFailed, OSError, asyncio.IncompleteReadError) as error:
            figures.append(told(beside=peer, note=f"{peer} failed: {error}"))
    return figures
