"""C-STORE: 200 CT images, and 20 objects of 20 MB, each over one association.

Ours is once the sender and once the receiver; the peer is ``storescu`` that sends the same files
to ``storescp``. Both are timed from the first byte to the last, and speak without Nagle's delay.
The receiver is a process of its own (``showcase standins``), with its journal on the disk.
"""

import asyncio
import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from time import perf_counter

import numpy as np
from pydicom.dataset import Dataset

from showcase.api.engine import Engine
from showcase.journal import open_journal
from showcase.model.events import HopEnded
from showcase.model.exchange import Outcome
from showcase.model.oid import fresh_uid
from showcase.model.system import Dicom
from showcase.protocols.dicom import dataset as datasets
from showcase.protocols.dicom import part10
from showcase.protocols.dicom.messages import VERIFICATION
from showcase.protocols.dicom.negotiation import EXPLICIT_LITTLE, offer
from showcase.protocols.dicom.part10 import File
from showcase.protocols.dicom.requestor import Requestor
from showcase.protocols.dicom.status import judge
from showcase.protocols.dicom.storage import proposals
from showcase.standins.actors.acquisition_modality import AcquisitionModality
from showcase.standins.hop import Hop
from showcase.standins.sending import send
from showcase.transactions.rad8 import CT_IMAGE_STORAGE
from showcase.wire.clock import SystemClock
from tests.bench.figures import Figure, Target, at_least, at_most
from tests.bench.peers import dcmtk, program
from tests.bench.standins import standins
from tests.showcase.protocols.dicom.programs import storescp

PART = "dicom"
_ROUNDS = 5
_SMALL, _LARGE = (200, 512), (20, 3300)
"""Images, and rows and columns of each; two bytes a pixel: 0.5 MB, and 21 MB."""

_CAST = """\
format: 1
title: Bench
systems:
  peer:
    vendor: OFFIS
    product: DCMTK
    dicom: {{host: 127.0.0.1, port: {port}, ae_title: STORESCP}}
    takes: [RAD-8]
roles: {{archive: peer}}
"""


async def storing(folder: Path) -> list[Figure]:
    """The figures; `folder` is for images, casts and journals."""
    figures: list[Figure] = []
    for size, targets in (
        (_SMALL, (at_least(0.6), at_least(0.45))),
        (_LARGE, (at_least(0.8), at_least(0.8))),
    ):
        files = _made(folder / f"images-{size[1]}", *size)
        figures += await _of_size(folder / f"work-{size[1]}", files, targets)
        shutil.rmtree(folder / f"images-{size[1]}")
        shutil.rmtree(folder / f"work-{size[1]}")
    return [*figures, await _echo(folder)]


async def _of_size(
    folder: Path, files: Sequence[Path], targets: tuple[Target, Target]
) -> list[Figure]:
    folder.mkdir()  # noqa: ASYNC240 - nobody waits here
    count, megabytes = len(files), files[0].stat().st_size / 1e6
    sending: list[float] = []
    receiving: list[float] = []
    peers: list[float] = []
    async with (
        storescp(folder / "peer", "+xa") as peer,
        _modality(folder, peer) as modality,
        standins(folder, "archive") as doors,
    ):
        images = [await asyncio.to_thread(part10.read, path) for path in files]
        for _ in range(_ROUNDS):
            sending.append(count / await _sent(modality, images))
            peers.append(count / await _stored(peer, folder, files))
            receiving.append(count / await _stored(doors.dicom("archive"), folder, files))
    what = f"{count} images of {megabytes:.1f} MB over one association"
    told = partial(Figure, part=PART, unit="images/s", peer=peers, beside="storescu → storescp")
    return [
        told(what=f"C-STORE, our modality sends {what}", ours=sending, target=targets[0]),
        told(what=f"C-STORE, our archive takes {what}", ours=receiving, target=targets[1]),
    ]


async def _stored(to: Dicom, folder: Path, files: Sequence[Path]) -> float:
    """Seconds that storescu needs."""
    names = tuple(map(str, files))
    return await dcmtk("storescu", to, folder, "-xe", "-nh", files=names) / 1000


@asynccontextmanager
async def _modality(folder: Path, archive: Dicom) -> AsyncIterator[AcquisitionModality]:
    """Our modality, whose archive is somebody else's."""
    cast = folder / "cast.yaml"
    cast.write_text(_CAST.format(port=archive.port))
    async with await open_journal(folder / "sender.db", SystemClock()) as journal:
        engine = Engine(journal, SystemClock(), folder / "sender")
        try:
            troupe = await engine.open_house("chest-pain", cast=str(cast))
            ct = troupe.stand_in("ct")
            assert ct
            yield next(each for each in ct.behaviours if isinstance(each, AcquisitionModality))
        finally:
            await engine.close()


async def _sent(modality: AcquisitionModality, files: Sequence[File]) -> float:
    """Seconds that our modality needs, as the hop tells."""
    hops = modality.me.hops
    ended: list[HopEnded] = []
    hops.on_end.append(lambda hop, _recording: ended.append(hop))

    async def work(hop: Hop, peer: Requestor) -> None:
        await send(peer, hop, files, "the peer")

    contexts = proposals((file.sop_class, file.transfer) for file in files)
    await modality.call("RAD-8", "archive", contexts, work, count=len(files))
    await hops.settled()
    hops.on_end.pop()
    (hop,) = (each for each in ended if each.transaction == "RAD-8")
    assert hop.verdict.outcome is Outcome.ACKNOWLEDGED, hop.verdict
    return hop.exchange.milliseconds / 1000


def _made(folder: Path, count: int, size: int) -> list[Path]:
    """Images of noise: nothing that anybody could leave out or press together."""
    noise = np.random.default_rng(1895)
    study, series = fresh_uid(), fresh_uid()
    made = []
    for number in range(count):
        image = _header(study, series, number, size)
        image.PixelData = noise.integers(0, 4096, (size, size), "<u2").tobytes()
        image["PixelData"].VR = "OW"
        path = folder / f"{number}.dcm"
        part10.write(
            path,
            File(
                sop_class=CT_IMAGE_STORAGE,
                sop_instance=str(image.SOPInstanceUID),
                transfer=EXPLICIT_LITTLE,
                data=datasets.encode(image, EXPLICIT_LITTLE),
            ),
        )
        made.append(path)
    return made


def _header(study: str, series: str, number: int, size: int) -> Dataset:
    image = Dataset()
    image.SOPClassUID, image.SOPInstanceUID = CT_IMAGE_STORAGE, fresh_uid()
    image.StudyDate, image.StudyTime = "20261124", "101500"
    image.Modality, image.AccessionNumber = "CT", "A1"
    image.PatientName, image.PatientID = "Quill^Rosa", "40213"
    image.StudyInstanceUID, image.SeriesInstanceUID = study, series
    image.SeriesNumber, image.InstanceNumber = 2, number + 1
    image.SamplesPerPixel, image.PhotometricInterpretation = 1, "MONOCHROME2"
    image.Rows = image.Columns = size
    image.BitsAllocated, image.BitsStored, image.HighBit = 16, 12, 11
    image.PixelRepresentation = 0
    return image


async def _echo(folder: Path) -> Figure:
    """A warm C-ECHO: connect, associate, echo, release; beside an ``echoscu`` process."""
    ours: list[float] = []
    peers: list[float] = []
    (folder / "echo").mkdir()
    async with storescp(folder / "echo" / "peer") as peer, _modality(folder / "echo", peer) as ct:
        await _echoed(ct)
        for _ in range(4 * _ROUNDS):
            ours.append(await _echoed(ct))
            peers.append(await _echoscu(peer))
    return Figure(
        part=PART,
        what="C-ECHO by our modality, warm: connect, associate, echo, release, record",
        unit="ms",
        ours=ours,
        peer=peers,
        beside="echoscu process",
        target=at_most(0.5),
    )


async def _echoed(modality: AcquisitionModality) -> float:
    async def work(hop: Hop, peer: Requestor) -> None:
        hop.judge(judge(await peer.c_echo(), "the peer"))

    began = perf_counter()
    await modality.call("RAD-8", "archive", offer(VERIFICATION), work)
    return (perf_counter() - began) * 1000


async def _echoscu(to: Dicom) -> float:
    began = perf_counter()
    child = await asyncio.create_subprocess_exec(
        program("echoscu"), "-aec", to.ae_title, to.host, str(to.port)
    )
    assert await child.wait() == 0
    return (perf_counter() - began) * 1000
