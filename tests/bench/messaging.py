"""HL7 v2 over MLLP: round trips a second over 1 and over 32 connections, beside python-hl7.

Both receivers get the same admissions from the same plain sender: the next one goes out once the
last was acknowledged. Ours is a stand-in in a process of its own that has each exchange in its
journal, on the disk, before it acknowledges; python-hl7's server, in a process of its own as well,
parses each message and acknowledges it.
"""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from time import perf_counter

from showcase.model.system import Mllp
from tests.bench.figures import Figure, at_least
from tests.bench.standins import standins

PART = "mllp"
_ROUNDS = 5
_SECONDS = 1.5
"""Of sending, in each round."""

_SYNCS, _PAGE = 100, 4096

_numbers = count(1)

_PEER = """
import asyncio
from hl7.mllp import start_hl7_server

async def talk(reader, writer):
    try:
        while not writer.is_closing():
            message = await reader.readmessage()
            writer.writemessage(message.create_ack(application="EHR", facility="ALBA"))
            await writer.drain()
    except asyncio.IncompleteReadError:
        writer.close()

async def main():
    server = await start_hl7_server(talk, host="127.0.0.1", port=0, encoding="utf-8")
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()

asyncio.run(main())
"""


async def messaging(folder: Path) -> list[Figure]:
    """The figures; `folder` is for the journal."""
    ours: dict[int, list[float]] = {1: [], 32: []}
    peers: dict[int, list[float]] = {1: [], 32: []}
    disk: list[float] = []
    async with standins(folder / "mllp", "ehr") as doors, _python_hl7() as peer:
        for connections, samples in ours.items():
            await _rate(doors.mllp("ehr"), connections)
            for _ in range(_ROUNDS):
                samples.append(await _rate(doors.mllp("ehr"), connections))
                peers[connections].append(await _rate(peer, connections))
                if connections == 1:
                    disk.append(await asyncio.to_thread(_synced, folder / "mllp" / "synced"))
    return [
        Figure(
            part=PART,
            what=f"MLLP, admissions acknowledged over {several}, each in the journal before",
            unit="round trips/s",
            ours=ours[connections],
            peer=peers[connections],
            beside="python-hl7 server",
            target=at_least(target),
        )
        for connections, several, target in ((1, "1 connection", 4), (32, "32 connections", 12))
    ] + [
        Figure(
            part=PART,
            what="The same over 1 connection, each of which waits for the disk once",
            unit="round trips/s",
            ours=ours[1],
            peer=disk,
            beside="a page written and synced",
        )
    ]


@asynccontextmanager
async def _python_hl7() -> AsyncIterator[Mllp]:
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", _PEER), stdout=asyncio.subprocess.PIPE
    )
    assert child.stdout
    try:
        port = int(await child.stdout.readline())
        yield Mllp(host="127.0.0.1", port=port, application="EHR", facility="ALBA")
    finally:
        child.terminate()
        await child.wait()


async def _rate(to: Mllp, connections: int) -> float:
    """Round trips in a second."""
    began = perf_counter()
    done = await asyncio.gather(*(_send(to, began + _SECONDS) for _ in range(connections)))
    return sum(done) / (perf_counter() - began)


def _synced(path: Path) -> float:
    """How often in a second the disk takes a page for good: no acknowledgement can come sooner."""
    with path.open("wb", buffering=0) as file:
        file.write(bytes(_SYNCS * _PAGE))
        os.fsync(file.fileno())
        file.seek(0)
        began = perf_counter()
        for _ in range(_SYNCS):
            file.write(bytes(_PAGE))
            os.fsync(file.fileno())
        return _SYNCS / (perf_counter() - began)


async def _send(to: Mllp, until: float) -> int:
    reader, writer = await asyncio.open_connection(to.host, to.port)
    sent = 0
    try:
        while perf_counter() < until:
            number = next(_numbers)
            writer.write(_message(number))
            answer = await reader.readuntil(b"\x1c\r")
            assert b"MSA|AA|B%d" % number in answer, answer
            sent += 1
    finally:
        writer.close()
        await writer.wait_closed()
    return sent


def _message(number: int) -> bytes:
    """An admission of some 0.9 KB."""
    lines = (
        f"MSH|^~\\&|DESK|ALBA|EHR|ALBA|20261124101500+0000||ADT^A04^ADT_A01|B{number}|T|2.5|||AL|NE",
        "EVN|A04|20261124101500|||40213^Hale^Iris^^^Dr",
        f"PID|1||{4_000_000 + number}^^^ALBA&1.2.3.1&ISO^PI||Quill^Rosa^^^^^L|Marchetto^Ada^^^^^M|"
        "19610402|F|||12 Mill Lane^^Riverside^^4020^AT^H||+43 316 555 0142^PRN^PH|||M|CAT|"
        f"V{number}^^^ALBA&1.2.3.1&ISO^VN|||||Riverside|N|1||||N||20261124101500",
        "NK1|1|Quill^Jonas^^^^^L|SPO^Spouse^HL70063|12 Mill Lane^^Riverside^^4020^AT|"
        "+43 316 555 0142|||C^Emergency Contact^HL70131",
        f"PV1|1|E|ED^07^2^ALBA^^^^^Emergency||||40213^Hale^Iris^^^Dr|40214^Okafor^Ngozi^^^Dr||EM|||"
        f"|7|||40213^Hale^Iris^^^Dr|E|V{number}^^^ALBA&1.2.3.1&ISO^VN|||||||||||||||||||||||||"
        "20261124101500",
        "PV2|||^Chest pain since this morning^L|||||||||||||||||||||N",
        "AL1|1|DA|70618^Penicillin^RXNORM|SV|Hives",
    )
    return b"\x0b" + "\r".join(lines).encode() + b"\r\x1c\r"
