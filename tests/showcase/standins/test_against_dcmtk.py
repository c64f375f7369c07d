"""DCMTK's programs at the doors of our archive, worklist and workstation."""

from pathlib import Path

import pydicom.data
import pytest
from pydicom import dcmread
from pydicom.filereader import read_file_meta_info

from showcase.model.exchange import Outcome
from showcase.standins.actors.image_archive import ImageArchive
from showcase.standins.actors.image_display import ImageDisplay
from tests.showcase.protocols.dicom.programs import run
from tests.showcase.standins.ward import STUDY, Ward, order, ward

pytestmark = pytest.mark.peer("dcmtk")


_SHIPPED = Path(pydicom.data.__file__).parent / "test_files"
"""What the wheel itself carries; nothing is downloaded."""


def archive(house: Ward) -> ImageArchive:
    return next(each for each in house["archive"].behaviours if isinstance(each, ImageArchive))


def display(house: Ward) -> ImageDisplay:
    return next(each for each in house["reading"].behaviours if isinstance(each, ImageDisplay))


def storable() -> list[tuple[Path, str, str]]:
    """Files of pydicom's wheel that name a SOP class, an instance and a study."""
    found = []
    for path in sorted(path for path in _SHIPPED.rglob("*") if path.is_file()):
        try:
            meta = read_file_meta_info(path)
            study = str(dcmread(path, stop_before_pixels=True, force=True).StudyInstanceUID)
            uid = str(meta.MediaStorageSOPInstanceUID)
        except Exception:  # noqa: BLE001 - wheels carry broken files on purpose
            continue
        if uid and study and study != "None":
            found.append((path, uid, str(meta.TransferSyntaxUID)))
    return found


async def test_echoscu_is_answered_by_every_role(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        for role in ("ris", "ct", "archive", "reading"):
            code, printed = await run(
                "echoscu", "-aec", role.upper(), "127.0.0.1", house.address(role).port
            )
            assert code == 0, printed


async def test_a_wrong_called_ae_title_is_rejected_in_words(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        port = house.address("ris").port
        code, printed = await run("echoscu", "-aec", "NOBODY", "127.0.0.1", port)
        assert code != 0
        assert "Called AE Title Not Recognized" in printed


async def test_storescu_stores_what_pydicom_ships(tmp_path: Path) -> None:
    files = storable()
    assert len(files) > 120
    async with ward(tmp_path) as house:
        port = house.address("archive").port
        refused = []
        for transfer in sorted({transfer for _, _, transfer in files}):
            batch = [path for path, _, each in files if each == transfer]
            option = _PROPOSES[transfer]
            _, printed = await run(
                "storescu", "-v", option, "-nh", "-aec", "ARCHIVE", "127.0.0.1", port, *batch
            )
            sent = printed.count("I: Sending Store Request")
            stored = printed.count("Received Store Response (Success)")
            if stored != sent:
                refused.append((transfer, sent, stored, printed[-600:]))
        assert not refused
        kept = archive(house).shelf
        held = [uid for _, uid, _ in files if kept.get(uid)]
        assert len(set(held)) > 100
        for path, uid, transfer in files:
            if (has := kept.get(uid)) and has.transfer == transfer:
                assert has.sop_instance == uid, path


_PROPOSES = {
    "1.2.840.10008.1.2": "-xi",
    "1.2.840.10008.1.2.1": "-xe",
    "1.2.840.10008.1.2.1.99": "-xd",
    "1.2.840.10008.1.2.2": "-xb",
    "1.2.840.10008.1.2.4.50": "-xy",
    "1.2.840.10008.1.2.4.51": "-xx",
    "1.2.840.10008.1.2.4.70": "-xs",
    "1.2.840.10008.1.2.4.80": "-xt",
    "1.2.840.10008.1.2.4.81": "-xu",
    "1.2.840.10008.1.2.4.90": "-xv",
    "1.2.840.10008.1.2.4.91": "-xw",
    "1.2.840.10008.1.2.5": "-xr",
}
"""storescu's option for each transfer syntax; without one it sends no compressed file."""


async def test_a_strangers_series_is_one_hop(tmp_path: Path) -> None:
    files = [path for path, _, each in storable() if each == "1.2.840.10008.1.2.1"][:5]
    async with ward(tmp_path) as house:
        port = house.address("archive").port
        _, printed = await run(
            "storescu", "-v", "-xe", "-nh", "-aec", "ARCHIVE", "127.0.0.1", port, *files
        )
        sent = printed.count("I: Sending Store Request")
        assert sent > 2
        ended = await house.ended(1)
        assert [(each.transaction, each.receiver) for each in ended] == [("RAD-8", "archive")]
        assert ended[0].count == sent
        assert ended[0].verdict.outcome is Outcome.ACKNOWLEDGED


async def test_findscu_reads_the_worklist(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        house["ris"].memory.orders["A1"] = order()
        house["ris"].memory.orders["A2"] = order(accession="A2", modality="MR")
        code, printed = await run(
            *("findscu", "-W", "-aet", "CT", "-aec", "RIS"),
            *("-k", "0010,0010=", "-k", "0010,0020", "-k", "0008,0050", "-k", "0020,000d"),
            *("-k", "(0040,0100)[0].Modality=CT", "-k", "(0040,0100)[0].0040,0002"),
            *("127.0.0.1", house.address("ris").port),
        )
        assert code == 0, printed
        assert printed.count("(Pending)") == 1
        assert "[Quill^Rosa]" in printed
        assert "[40213 ]" in printed
        assert [(hop.transaction, hop.receiver) for hop in await house.ended(1)] == [
            ("RAD-5", "ris")
        ]


@pytest.mark.parametrize(
    ("model", "level", "key", "expected"),
    [
        ("-S", "STUDY", "0010,0010=quill*", STUDY),
        ("-P", "PATIENT", "0010,0020=40213", "[Quill^Rosa]"),
        ("-S", "SERIES", f"0020,000d={STUDY}", "[CT]"),
        ("-S", "IMAGE", f"0020,000d={STUDY}", "InstanceNumber"),
    ],
)
async def test_findscu_queries_every_level(
    tmp_path: Path, model: str, level: str, key: str, expected: str
) -> None:
    async with ward(tmp_path) as house:
        await house.scan(2)
        code, printed = await run(
            *("findscu", model, "-aec", "ARCHIVE", "-k", f"0008,0052={level}", "-k", key),
            *("-k", "0010,0010", "-k", "0020,000d", "-k", "0008,0060", "-k", "0020,0013"),
            *("127.0.0.1", house.address("archive").port),
        )
        assert code == 0, printed
        assert expected in printed
        assert printed.count("(Pending)") == (2 if level == "IMAGE" else 1)


async def test_movescu_has_images_sent_to_the_workstation(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        await house.scan(3)
        code, printed = await _move(house, "READING")
        assert code == 0, printed
        assert "Received Final Move Response (Success)" in printed
        assert len(display(house).shelf.study(STUDY)) == 3


async def test_movescu_is_told_that_a_destination_is_unknown(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        await house.scan(1)
        code, printed = await _move(house, "NOWHERE")
        assert code != 0
        assert "MoveDestinationUnknown" in printed
        (_, _, _, hop) = await house.ended(4)
        assert hop.verdict.outcome is Outcome.REFUSED


async def _move(house: Ward, destination: str) -> tuple[int, str]:
    return await run(
        *("movescu", "-v", "-S", "-aec", "ARCHIVE", "-aem", destination),
        *("-k", "0008,0052=STUDY", "-k", f"0020,000d={STUDY}"),
        *("127.0.0.1", house.address("archive").port),
    )


async def test_getscu_takes_images_in_its_own_association(tmp_path: Path) -> None:
    folder = tmp_path / "got"
    folder.mkdir()
    async with ward(tmp_path) as house:
        await house.scan(3)
        code, printed = await run(
            *("getscu", "-v", "-S", "-aec", "ARCHIVE", "-od", folder),
            *("-k", "0008,0052=STUDY", "-k", f"0020,000d={STUDY}"),
            *("127.0.0.1", house.address("archive").port),
        )
        assert code == 0, printed
        assert "Number of Completed Suboperations : 3" in printed
        files = sorted(folder.iterdir())
        assert {dcmread(file).AccessionNumber for file in files} == {"A1"}
        assert len(files) == 3
