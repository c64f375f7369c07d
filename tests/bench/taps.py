"""What a tap adds to an exchange, beside a direct connection to the same peer in the same run.

The taps stand in a process of their own (``showcase watch``), as they do at a booth; the two ends
are plain blocking sockets here. Each exchange is made once directly and once through the tap, in
turn, so that whatever else the machine does falls on both alike.

Once with a breath between two exchanges, as systems that people use talk; and once one exchange
right after the other: we make out the last while the next passes.
"""

import asyncio
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

from showcase.protocols.dicom import acse
from showcase.protocols.dicom.acse import Accept, Granted, Proposed, Request
from showcase.protocols.dicom.command import NO_DATASET, Command, Value
from showcase.protocols.dicom.dimse import Message, encode
from showcase.protocols.dicom.messages import VERIFICATION
from showcase.protocols.dicom.pdu import joined
from tests.bench.figures import Figure

PART = "taps"
_NAMES = {"hl7v2": "MLLP", "dicom": "DICOM", "soap": "HTTP"}
_ROUNDS = 200
_BREATH = 0.02
_TRANSFER = "1.2.840.10008.1.2"

_MESSAGE = (
    b"\x0bMSH|^~\\&|DESK|ALBA|EHR|ALBA|20261124||ADT^A04^ADT_A01|C1|T|2.5\rEVN||20261124\r"
    b"PID|1||40213^^^ALBA&1.2.3&ISO^PI||Quill^Rosa^^^^^L||19610402|F\rPV1||E|ED\r\x1c\r"
)
_ACK = b"\x0bMSH|^~\\&|EHR|ALBA|DESK|ALBA|20261124||ACK|A1|T|2.5\rMSA|AA|C1\r\x1c\r"

_POST = b"POST /xds HTTP/1.1\r\nHost: tap\r\nContent-Length: 2000\r\n\r\n" + b"x" * 2000
_OK = b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n" + b"y" * 500


def _echo(values: dict[str, Value]) -> bytes:
    common: dict[str, Value] = {
        "AffectedSOPClassUID": VERIFICATION,
        "CommandDataSetType": NO_DATASET,
    }
    return joined(encode(Message(1, Command(common | values)), 0))


class Talk(NamedTuple):
    """What two ends say: once, to begin with, and then over and over."""

    protocol: str
    opening: tuple[bytes, bytes]
    request: bytes
    response: bytes


TALKS = (
    Talk("hl7v2", (b"", b""), _MESSAGE, _ACK),
    Talk(
        "dicom",
        (
            acse.encode_request(
                Request(
                    calling="SCANNER",
                    called="ACME",
                    contexts=(Proposed(1, VERIFICATION, (_TRANSFER,)),),
                )
            ),
            acse.encode_accept(
                Accept(calling="SCANNER", called="ACME", contexts=(Granted(1, 0, _TRANSFER),))
            ),
        ),
        _echo({"CommandField": 0x0030, "MessageID": 1}),
        _echo({"CommandField": 0x8030, "MessageIDBeingRespondedTo": 1, "Status": 0}),
    ),
    Talk("soap", (b"", b""), _POST, _OK),
)

_CAST = """\
format: 1
systems:
  acme:
    vendor: Acme
    hl7v2: {{host: 127.0.0.1, port: {hl7v2}, application: ACME, facility: ALBA}}
    dicom: {{host: 127.0.0.1, port: {dicom}, ae_title: ACME}}
    soap: {{ITI-41: "http://127.0.0.1:{soap}/xds"}}
    takes: [RAD-4]
roles: {{archive: acme}}
taps:
  - {{to: archive, protocol: hl7v2, listen: {hl7v2_tap}}}
  - {{to: archive, protocol: dicom, listen: {dicom_tap}}}
  - {{to: archive, protocol: soap, listen: {soap_tap}}}
"""


async def taps(folder: Path) -> list[Figure]:
    """The figures, by protocol; `folder` is for the journal and the cast."""
    with _peers() as ports:
        doors = {f"{talk.protocol}_tap": _free_port() for talk in TALKS}
        cast = folder / "taps.yaml"
        cast.write_text(_CAST.format(**ports, **doors))
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "showcase", "watch", "--cast", str(cast),
            "--journal", str(folder / "taps.db"),
            stdout=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        try:
            for port in doors.values():
                await _open(port)
            figures: list[Figure] = []
            for talk in TALKS:
                port, tap = ports[talk.protocol], doors[f"{talk.protocol}_tap"]
                figures += await asyncio.to_thread(_compare, talk, port, tap)
            return figures
        finally:
            process.terminate()
            await process.wait()


def _compare(talk: Talk, direct: int, tapped: int) -> list[Figure]:
    figures = []
    with _calling(talk, direct) as straight, _calling(talk, tapped) as around:
        for how, breath in (("a round trip", _BREATH), ("one right after the other", 0.0)):
            rows = []
            for _ in range(_ROUNDS):
                time.sleep(breath)
                first = _exchange(talk, straight)
                time.sleep(breath)
                rows.append((first, _exchange(talk, around)))
            plain, through = zip(*rows, strict=True)
            added = median(through) - median(plain)
            figures.append(
                Figure(
                    part=PART,
                    what=f"Tap on {_NAMES[talk.protocol]}, {how}",
                    unit="ms",
                    ours=through,
                    peer=plain,
                    beside="direct",
                    note=f"adds {added:.2f} ms; {1000 / median(through):,.0f} a second",
                )
            )
    return figures


def _exchange(talk: Talk, plug: socket.socket) -> float:
    before = time.perf_counter()
    plug.sendall(talk.request)
    _read(plug, len(talk.response))
    return (time.perf_counter() - before) * 1000


@contextmanager
def _calling(talk: Talk, port: int) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", port), timeout=20) as plug:
        plug.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        plug.sendall(talk.opening[0])
        _read(plug, len(talk.opening[1]))
        yield plug


@contextmanager
def _peers() -> Iterator[dict[str, int]]:
    """Somebody who answers each talk; their ports."""
    listening = {talk.protocol: socket.create_server(("127.0.0.1", 0)) for talk in TALKS}
    for talk in TALKS:
        arguments = (talk, listening[talk.protocol])
        threading.Thread(target=_serve, args=arguments, daemon=True).start()
    try:
        yield {protocol: plug.getsockname()[1] for protocol, plug in listening.items()}
    finally:
        for plug in listening.values():
            plug.shutdown(socket.SHUT_RDWR)
            plug.close()


def _serve(talk: Talk, listening: socket.socket) -> None:
    while True:
        try:
            plug, _ = listening.accept()
        except OSError:  # closed: the measuring is over
            return
        threading.Thread(target=_answer, args=(talk, plug), daemon=True).start()


def _answer(talk: Talk, plug: socket.socket) -> None:
    with plug:
        plug.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            _read(plug, len(talk.opening[0]))
            plug.sendall(talk.opening[1])
            while True:
                _read(plug, len(talk.request))
                plug.sendall(talk.response)
        except (EOFError, OSError):
            return


def _read(plug: socket.socket, size: int) -> None:
    while size:
        piece = plug.recv(size)
        if not piece:
            raise EOFError
        size -= len(piece)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


async def _open(port: int) -> None:
    async with asyncio.timeout(60):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.05)
                continue
            writer.close()
            await writer.wait_closed()
            return
