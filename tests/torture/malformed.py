"""1. Damaged messages and named bombs against the stand-ins, in a process of their own."""

import re
import time
from pathlib import Path

from tests.torture import bombs, hostile
from tests.torture.figures import Figure, at_most, none_of
from tests.torture.hostile import Findings
from tests.torture.house import House, Vitals, house, settled
from tests.torture.scale import Scale
from tests.torture.seeds import Seed, seeds

_MEMORY = 64.0

_TRACEBACK = re.compile(r"((?:[ |+].*\n)*)(.*)")
_OURS = re.compile(r'File ".*?/(showcase/\S+)", line (\d+)')


async def malformed(folder: Path, scale: Scale) -> list[Figure]:
    """Everything that can be said wrongly, and what came of it."""
    known = await seeds(folder / "seeds")
    async with house(folder / "house") as built, bombs.bait(folder) as laid:
        await warm(built, known)
        before = built.vitals
        figures: list[Figure] = []
        for protocol, count in scale.mutated.items():
            mine = [each for each in known if each.protocol == protocol]
            found = await hostile.torment(built, mine, count, scale)
            figures += _told(f"{protocol}, {count:,} damaged", found)
        figures.append(await _audits(built, known, scale))
        figures += await _throw(built, known, laid, scale.patience)
        figures += await good(built, known, 2 * scale.patience)
        figures += await _left_behind(built, laid, before)
        return figures


async def warm(built: House, known: list[Seed]) -> None:
    """Whatever is loaded and built once only, is by now."""
    for _ in range(3):
        for each in known:
            if each.protocol != "Syslog":
                await hostile.send(built, each)


async def good(built: House, known: list[Seed], within: float) -> list[Figure]:
    """One exchange of each kind that nothing is wrong with."""
    figures = []
    for protocol, signs in SIGNS.items():
        seed = next(each for each in known if each.transaction == ASKED[protocol])
        begun = time.monotonic()
        reply = await hostile.send(built, seed)
        seconds = time.monotonic() - begun
        ok = seconds <= within and all(sign in reply.data for sign in signs)
        figures.append(
            Figure(
                f"good {protocol} exchange afterwards",
                f"{seconds:.3f} s",
                f"<= {within} s",
                ok,
            )
        )
    return figures


ASKED = {"HL7": "ITI-31", "DICOM": "RAD-6", "SOAP": "ITI-18"}
SIGNS = {
    "HL7": (b"MSA|AA|",),
    "DICOM": (b"\x02\x00", b"\x06\x00\x00\x00\x00\x04"),
    "SOAP": (b" 200 OK", b"ResponseStatusType:Success"),
}


def _told(name: str, found: Findings) -> list[Figure]:
    pace = found.tried / max(found.seconds, 0.001)
    return [
        Figure(
            f"{name}: answered",
            f"{found.answered:,}, closed {found.closed:,}, {pace:.0f}/s",
            "all",
            found.answered + found.closed + len(found.strange) == found.tried,
        ),
        none_of(f"{name}: hung", found.hung, found.tried),
        none_of(f"{name}: answered otherwise", found.strange, found.tried),
        none_of(f"{name}: closed without a reason in the log", found.silent, found.closed),
    ]


async def _audits(built: House, known: list[Seed], scale: Scale) -> Figure:
    records = [each for each in known if each.protocol == "Syslog"]
    before = built.recorded("HopEnded")
    sent = 0
    for first in range(0, scale.datagrams, 100):  # no faster than anybody could take them
        sent += hostile.datagrams(
            built, records, min(100, scale.datagrams - first), scale.seed + first
        )
        await built.has_recorded("HopEnded", before + sent)
    kept = built.recorded("HopEnded") - before
    return Figure(f"Syslog, {sent:,} damaged: kept", f"{kept:,}", f"{sent:,}", kept >= sent)


async def _throw(
    built: House, known: list[Seed], laid: bombs.Bait, patience: float
) -> list[Figure]:
    found, thrown = Findings(patience), bombs.bombs(known, laid)
    leaked = []
    for bomb in thrown:
        reply = await hostile.patiently(built, bomb.seed, patience)
        found.take(bomb.name, bomb.seed.protocol, reply)
        if laid.secret in reply.data:
            leaked.append(bomb.name)
    found.reasons(built.log)
    return [
        *_told(f"{len(thrown)} bombs", found),
        none_of("bombs: bait read or called", leaked + laid.touched, len(thrown)),
    ]


async def _left_behind(built: House, laid: bombs.Bait, before: Vitals) -> list[Figure]:
    after = await settled(built, before)
    log = built.log
    return [
        Figure("process still runs", str(built.alive), "True", built.alive),
        none_of("tracebacks in the log", _tracebacks(log), log.count("\n")),
        none_of("outbound connections", built.strange_connections(), 1),
        none_of("files outside the store", built.strange_files(), 1),
        none_of("bait in the log", ["secret"] if laid.secret.decode() in log else [], 1),
        at_most("memory grown by", after.memory - before.memory, _MEMORY, " MB"),
        at_most("descriptors more", after.descriptors - before.descriptors, 5),
        at_most("threads more", after.threads - before.threads, 5),
    ]


def _tracebacks(log: str) -> list[str]:
    """Our own faults, each once: what was raised, and the last places of ours that led to it."""
    found = set()
    for piece in log.split("Traceback (most recent call last):\n")[1:]:
        frames, raised = _TRACEBACK.match(piece).groups()  # type: ignore[union-attr] # all optional
        places = [f"{file}:{line}" for file, line in _OURS.findall(frames)]
        found.add(f"{raised} at {' > '.join(places[-3:])}")
    return sorted(found)
