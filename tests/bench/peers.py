"""The same exchange by a program that nobody here wrote, with the same stand-in.

A peer is timed by its own clock, from the moment its connection is wanted or stands to its last
answer, without the time that its process takes to start. Every peer must be answered with
success, or there is no figure.
"""

import asyncio
import os
import re
import shutil
from pathlib import Path
from uuid import uuid4

import hl7.mllp

from showcase.model.system import Dicom, Mllp
from tests.bench.stage import clock_ms

# A virtual environment's storescu is pynetdicom's: only the system's folders are looked into.
_PLACES = os.pathsep.join(("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"))

_LOG = """\
log4cplus.rootLogger = INFO, console
log4cplus.appender.console = log4cplus::ConsoleAppender
log4cplus.appender.console.layout = log4cplus::PatternLayout
log4cplus.appender.console.layout.ConversionPattern = %D{%s %Q} %m%n
"""
_STAMP = re.compile(r"^(\d+) ([\d.]+) (?:Requesting|Releasing) Association", re.MULTILINE)
"""Seconds, and milliseconds with their fraction."""

_MESSAGES = 64 * 1024 * 1024


class PeerFailed(Exception):
    """A peer was not answered with success."""


def program(name: str) -> str:
    """Where a peer program is.

    Raises:
        PeerFailed: It is not installed.
    """
    if found := shutil.which(name, path=_PLACES):
        return found
    raise PeerFailed(f"{name} is not installed")


async def _output(*command: str) -> str:
    child = await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        env={**os.environ, "TCP_NODELAY": "1"},
    )
    said, _ = await child.communicate()
    if child.returncode:
        raise PeerFailed(f"{Path(command[0]).name}: {said.decode(errors='replace')[-300:]}")
    return said.decode(errors="replace")


# --- HL7 v2: python-hl7 -------------------------------------------------------------------------


async def python_hl7(to: Mllp, request: bytes) -> float:
    """Send a recorded request once more, under a control id of its own; milliseconds."""
    fields = request.strip(b"\x0b\x1c\r\n").split(b"|", 10)
    fields[9] = uuid4().hex[:20].encode()
    message = b"|".join(fields)
    reader, writer = await hl7.mllp.open_hl7_connection(to.host, to.port, limit=_MESSAGES)
    try:
        before = clock_ms()
        writer.writeblock(message)
        await writer.drain()
        answer = await reader.readblock()
        spent = clock_ms() - before
    finally:
        writer.close()
        await writer.wait_closed()
    code = re.search(rb"\rMSA\|(\w\w)", answer)
    if not code or code[1] not in {b"AA", b"CA"}:
        raise PeerFailed(f"python-hl7 was answered {answer[:200]!r}")
    return float(spent)


# --- DICOM: DCMTK -------------------------------------------------------------------------------


async def dcmtk(
    name: str, to: Dicom, folder: Path, *arguments: str, files: tuple[str, ...]
) -> float:
    """Run one of DCMTK's programs; milliseconds from its association's request to its release."""
    log = folder / "dcmtk-log.cfg"
    log.write_text(_LOG)
    said = await _output(
        program(name),
        *("--log-config", str(log), "-aec", to.ae_title, *arguments),
        *(to.host, str(to.port), *files),
    )
    stamps = [int(seconds) * 1000 + float(rest) for seconds, rest in _STAMP.findall(said)]
    if len(stamps) != 2 or re.search(r"(?i)\b(failed|failure|refused|unable)", said):
        raise PeerFailed(f"{name}: {said[-300:]}")
    return stamps[1] - stamps[0]


# --- SOAP: curl ---------------------------------------------------------------------------------


async def curl(url: str, request: bytes, folder: Path, *, fresh: tuple[bytes, ...] = ()) -> float:
    """Post a recorded request once more; milliseconds from its first byte to the last answered.

    Args:
        url: Where to.
        request: The recorded HTTP request, head and body.
        folder: Where to put files.
        fresh: Values that may be used only once; each is replaced by a new one as long.
    """
    for value in fresh:
        request = request.replace(value, _like(value))
    head, _, body = request.partition(b"\r\n\r\n")
    if b"transfer-encoding: chunked" in head.lower():
        body = _unchunked(body)
    (folder / "body").write_bytes(body)
    kept = re.findall(rb"(?im)^((?:content-type|soapaction|mime-version|accept):[^\r]*)", head)
    headers = [argument for line in kept for argument in ("-H", line.decode())]
    said = await _output(
        *(program("curl"), "-sS", "-o", str(folder / "answer"), *headers, "-H", "Expect:"),
        *("--data-binary", f"@{folder / 'body'}"),
        *("-w", "%{time_pretransfer} %{time_total} %{http_code}", url),
    )
    before, after, status = said.split()[-3:]
    answer = (folder / "answer").read_bytes()
    if status != "200" or b"ResponseStatusType:Success" not in answer:
        raise PeerFailed(f"curl: HTTP {status}: {_complaint(answer)}")
    return (float(after) - float(before)) * 1000


def _complaint(answer: bytes) -> str:
    """What a registry response or a fault complains of."""
    found = re.search(rb'codeContext="([^"]*)"|Text[^>]*>([^<]*)<', answer)
    return (found[1] or found[2] if found else answer[:300]).decode(errors="replace")


def _like(value: bytes) -> bytes:
    """Another value of the same make and length: an UUID, or an OID with another last part."""
    if value.startswith(b"urn:uuid:"):
        return uuid4().urn.encode()
    stem, dot, last = value.rpartition(b".")
    return stem + dot + (b"1" + str(uuid4().int).encode())[: len(last)]


def _unchunked(body: bytes) -> bytes:
    whole = bytearray()
    while body:
        size, _, rest = body.partition(b"\r\n")
        length = int(size.partition(b";")[0], 16)
        if not length:
            break
        whole += rest[:length]
        body = rest[length + 2 :]
    return bytes(whole)
