"""C-FIND: the worklist (RAD-5) beside wlmscpfs, the archive (RAD-14) beside dcmqrscp.

The client is ``findscu`` both times, timed by its own log, and asks for the same keys; every item
matches. Our stand-ins are in this process, with their journal on the disk.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from pydicom.dataset import Dataset

from showcase.api.engine import Engine
from showcase.journal import open_journal
from showcase.model.oid import fresh_uid
from showcase.model.system import Dicom
from showcase.protocols.dicom import dataset as datasets
from showcase.protocols.dicom import part10
from showcase.protocols.dicom.negotiation import EXPLICIT_LITTLE
from showcase.protocols.dicom.part10 import File
from showcase.standins.actors.modality_worklist import item
from showcase.standins.memory import Order
from showcase.standins.standin import StandIn
from showcase.transactions.rad8 import CT_IMAGE_STORAGE
from showcase.wire.clock import SystemClock
from tests.bench.figures import Figure, at_most
from tests.bench.peers import dcmtk, program
from tests.showcase.protocols.dicom.programs import free_port, serving
from tests.showcase.standins.ward import ROSA, order

PART = "worklist"
_ROUNDS = 7
_STUDIES = 24
"""As many as our archive keeps at hand, less a few."""

_STEP = "(0040,0100)[0]."
_WORKLIST = (
    *("0010,0010", "0010,0020", "0010,0030", "0010,0040", "0008,0050", "0020,000d"),
    *("0032,1060", "0040,1001", f"{_STEP}Modality=CT", f"{_STEP}ScheduledStationAETitle"),
    *(f"{_STEP}ScheduledProcedureStepStartDate", f"{_STEP}ScheduledProcedureStepID"),
)
_STUDY = (
    *("0008,0052=STUDY", "0010,0020", "0010,0010", "0008,0050", "0008,0020", "0020,000d"),
    "0020,1208",
)

_CONFIGURATION = """\
NetworkTCPPort = {port}
MaxPDUSize = 131072
MaxAssociations = 16
HostTable BEGIN
HostTable END
VendorTable BEGIN
VendorTable END
AETable BEGIN
PEERQR {folder} RW (500, 1024mb) ANY
AETable END
"""


async def querying(folder: Path) -> list[Figure]:
    """The figures; `folder` is for items, images and journals."""
    return [
        await _worklist(folder / "wl-100", 100),
        await _worklist(folder / "wl-1000", 1000),
        await _archive(folder / "qr"),
    ]


async def _worklist(folder: Path, count: int) -> Figure:
    orders = [_order(number) for number in range(count)]
    async with _standin(folder, "ris") as (ris, ours), _wlmscpfs(folder, orders) as peer:
        ris.memory.orders = {each.accession: each for each in orders}
        samples = await _compared(folder, ours, peer, ("-W", *_keys(_WORKLIST)), count)
    return _figure(f"RAD-5, a worklist of {count:,} items asked by findscu", samples, "wlmscpfs")


async def _archive(folder: Path) -> Figure:
    async with _standin(folder, "archive") as (_, ours), _dcmqrscp(folder) as peer:
        images = tuple(map(str, _images(folder / "images")))
        for each in (ours, peer):
            await dcmtk("storescu", each, folder, "-xe", files=images)
        samples = await _compared(folder, ours, peer, ("-S", *_keys(_STUDY)), _STUDIES)
    return _figure(
        f"RAD-14, {_STUDIES} studies found in the archive by findscu", samples, "dcmqrscp"
    )


def _figure(what: str, samples: tuple[list[float], list[float]], beside: str) -> Figure:
    return Figure(
        part=PART,
        what=what,
        unit="ms",
        ours=samples[0],
        peer=samples[1],
        beside=beside,
        target=at_most(1.5),
    )


async def _compared(
    folder: Path, ours: Dicom, peer: Dicom, asked: Sequence[str], expected: int
) -> tuple[list[float], list[float]]:
    mine: list[float] = []
    his: list[float] = []
    for _ in range(_ROUNDS):
        mine.append(await _found(folder, ours, asked, expected))
        his.append(await _found(folder, peer, asked, expected))
    return mine, his


async def _found(folder: Path, to: Dicom, asked: Sequence[str], expected: int) -> float:
    """Milliseconds of a query that finds as much as it should."""
    answers = folder / "answers"
    await asyncio.to_thread(answers.mkdir)
    spent = await dcmtk("findscu", to, folder, *asked, "-X", "-od", str(answers), files=())
    found = len(list(answers.iterdir()))
    for each in answers.iterdir():
        each.unlink()
    answers.rmdir()
    assert found == expected, f"{to.ae_title}: {found} of {expected}"
    return spent


def _keys(keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(argument for key in keys for argument in ("-k", key))


def _order(number: int) -> Order:
    person = ROSA.__class__(**{**_fields(ROSA), "id": str(4_000_000 + number)})
    return order(
        person,
        accession=f"A{number}",
        study=f"2.25.4711.{number}",
        filler_number=f"F{number}",
        procedure_id=f"RP{number}",
        step_id=f"SPS{number}",
    )


def _fields(noun: object) -> dict[str, str]:
    return {name: getattr(noun, name) for name in noun.__struct_fields__}  # type: ignore[attr-defined]


@asynccontextmanager
async def _standin(folder: Path, role: str) -> AsyncIterator[tuple[StandIn, Dicom]]:
    async with await open_journal(folder / "ours.db", SystemClock()) as journal:
        engine = Engine(journal, SystemClock(), folder / "ours")
        try:
            troupe = await engine.open_house("chest-pain", only=[role])
            found, entity = troupe.stand_in(role), troupe.book.stand_ins[role].endpoints.dicom
            assert found
            assert entity
            yield found, entity
        finally:
            await engine.close()


@asynccontextmanager
async def _wlmscpfs(folder: Path, orders: Sequence[Order]) -> AsyncIterator[Dicom]:
    """DCMTK's worklist, with the very items that ours has."""
    items = folder / "wl" / "WL"
    await asyncio.to_thread(items.mkdir, parents=True)
    (items / "lockfile").touch()
    for number, each in enumerate(orders):
        await asyncio.to_thread(_write, items / f"{number}.wl", item(each, "FINDSCU"), "")
    port = free_port()
    async with serving(port, Path(program("wlmscpfs")), "-dfp", folder / "wl", port):
        yield Dicom(host="127.0.0.1", port=port, ae_title="WL")


@asynccontextmanager
async def _dcmqrscp(folder: Path) -> AsyncIterator[Dicom]:
    store, port = folder / "peer", free_port()
    await asyncio.to_thread(store.mkdir)
    configuration = folder / "dcmqrscp.cfg"
    configuration.write_text(_CONFIGURATION.format(port=port, folder=store))
    async with serving(port, Path(program("dcmqrscp")), "-c", configuration):
        yield Dicom(host="127.0.0.1", port=port, ae_title="PEERQR")


def _images(folder: Path) -> list[Path]:
    """One small image of each study."""
    found = []
    for number in range(_STUDIES):
        image = Dataset()
        image.update(item(_order(number), "CT"))
        del image.ScheduledProcedureStepSequence
        image.SOPClassUID, image.SOPInstanceUID = CT_IMAGE_STORAGE, fresh_uid()
        image.SeriesInstanceUID, image.Modality = fresh_uid(), "CT"
        image.StudyDate, image.StudyTime, image.StudyID = "20261124", "101500", str(number)
        image.SeriesNumber, image.InstanceNumber = 1, 1
        image.Rows = image.Columns = 64
        image.BitsAllocated, image.BitsStored, image.HighBit = 16, 12, 11
        image.PixelRepresentation, image.SamplesPerPixel = 0, 1
        image.PhotometricInterpretation = "MONOCHROME2"
        image.PixelData = bytes(64 * 64 * 2)
        image["PixelData"].VR = "OW"
        found.append(_write(folder / f"{number}.dcm", image, image.SOPInstanceUID))
    return found


def _write(path: Path, dataset: Dataset, uid: str) -> Path:
    part10.write(
        path,
        File(
            sop_class=CT_IMAGE_STORAGE if uid else "1.2.276.0.7230010.3.1.0.1",
            sop_instance=str(uid) or fresh_uid(),
            transfer=EXPLICIT_LITTLE,
            data=datasets.encode(dataset, EXPLICIT_LITTLE),
        ),
    )
    return path
