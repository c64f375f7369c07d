"""DICOM programs that our code did not write, started and stopped by tests."""

import asyncio
import json
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from showcase.model.system import Dicom

BIN = Path("/usr/bin")
"""DCMTK by full path: pynetdicom's wheel installs programs of the same names."""

_ENVIRONMENT = {**os.environ, "TCP_NODELAY": "1"}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _make(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)


async def run(program: str, *arguments: object, deadline: float = 60) -> tuple[int, str]:
    """Run a DCMTK program to its end: its exit code, and all it printed."""
    process = await asyncio.create_subprocess_exec(
        str(BIN / program),
        *map(str, arguments),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        env=_ENVIRONMENT,
    )
    try:
        async with asyncio.timeout(deadline):
            printed, _ = await process.communicate()
    except TimeoutError:
        process.kill()
        raise
    return process.returncode or 0, printed.decode(errors="replace")


@asynccontextmanager
async def serving(port: int, program: Path, *arguments: object) -> AsyncIterator[None]:
    """A program that listens, once it listens."""
    process = await asyncio.create_subprocess_exec(
        str(program),
        *map(str, arguments),
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
        env=_ENVIRONMENT,
    )
    try:
        await _answers(port)
        yield
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def _answers(port: int, deadline: float = 20) -> None:
    async with asyncio.timeout(deadline):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.02)
                continue
            writer.close()
            await writer.wait_closed()
            return


@asynccontextmanager
async def storescp(folder: Path, *options: object) -> AsyncIterator[Dicom]:
    """DCMTK's storage provider; what it takes, it writes into `folder`."""
    _make(folder)
    port = free_port()
    arguments = ("-aet", "STORESCP", "-pdu", 131072, "-od", folder, *options, port)
    async with serving(port, BIN / "storescp", *arguments):
        yield Dicom(host="127.0.0.1", port=port, ae_title="STORESCP")


@asynccontextmanager
async def wlmscpfs(folder: Path, *dumps: str) -> AsyncIterator[Dicom]:
    """DCMTK's worklist provider, with an item for each dump."""
    items = folder / "WL"
    _make(items)
    (items / "lockfile").touch()
    for number, dump in enumerate(dumps):
        source = folder / f"{number}.dump"
        source.write_text(dump)
        code, printed = await run("dump2dcm", source, items / f"{number}.wl")
        assert code == 0, printed
    port = free_port()
    async with serving(port, BIN / "wlmscpfs", "-dfp", folder, port):
        yield Dicom(host="127.0.0.1", port=port, ae_title="WL")


@asynccontextmanager
async def orthanc(folder: Path, modalities: dict[str, Dicom]) -> AsyncIterator[Dicom]:
    """Orthanc, which knows `modalities` by name."""
    _make(folder)
    port = free_port()
    settings = {
        "Name": "Peer",
        "StorageDirectory": str(folder / "storage"),
        "IndexDirectory": str(folder / "storage"),
        "HttpServerEnabled": False,
        "DicomAet": "ORTHANC",
        "DicomPort": port,
        "DicomCheckCalledAet": True,
        "Plugins": [],
        "DicomModalities": {
            key: {
                "AET": each.ae_title,
                "Host": each.host,
                "Port": each.port,
                "AllowEcho": True,
                "AllowStorageCommitment": True,
            }
            for key, each in modalities.items()
        },
    }
    file = folder / "orthanc.json"
    file.write_text(json.dumps(settings))
    async with serving(port, Path("/usr/sbin/Orthanc"), file):
        yield Dicom(host="127.0.0.1", port=port, ae_title="ORTHANC")
