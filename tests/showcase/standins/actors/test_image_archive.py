import asyncio
from pathlib import Path

import pytest
from pydicom.dataset import Dataset

from showcase.model.exchange import Outcome
from showcase.model.system import Dicom
from showcase.protocols.dicom import messages, status
from showcase.protocols.dicom.negotiation import offer
from showcase.protocols.dicom.part10 import is_uid
from showcase.protocols.dicom.requestor import SubOperations
from showcase.protocols.dicom.scu import associate
from showcase.protocols.dicom.status import Status
from showcase.standins.actors.image_archive import ImageArchive
from showcase.transactions import rad14, rad16
from showcase.transactions.rad8 import CT_IMAGE_STORAGE
from tests.showcase.protocols.dicom.loopback import line
from tests.showcase.protocols.dicom.programs import free_port
from tests.showcase.standins.ward import STUDY, Ward, outcomes, vendor, ward


def kept(house: Ward) -> ImageArchive:
    return next(each for each in house["archive"].behaviours if isinstance(each, ImageArchive))


def files(folder: Path) -> list[tuple[str, str]]:
    """Everything on disk: the folder each file is in, and its name."""
    found = (each.relative_to(folder) for each in folder.rglob("*") if each.is_file())
    return sorted((str(each.parent), each.name) for each in found)


def obstruct(folder: Path) -> None:
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("in the way")


async def store(house: Ward, data: bytes, uid: str = "1.2.3") -> Status:
    contexts = offer(CT_IMAGE_STORAGE)
    async with associate(house.address("archive"), "X", contexts, line()) as peer:
        return await peer.c_store(CT_IMAGE_STORAGE, uid, data)


async def test_images_are_files_named_by_their_uids(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        await house.scan(2)
        assert [parent for parent, _ in files(tmp_path)] == [f"archive/images/{STUDY}"] * 2
        assert all(is_uid(name.removesuffix(".dcm")) for _, name in files(tmp_path))


@pytest.mark.parametrize("uid", ["../../evil", "1.2/3", "x"])
async def test_what_is_no_uid_never_becomes_a_name(tmp_path: Path, uid: str) -> None:
    async with ward(tmp_path) as house:
        answer = await store(house, b"\x20\0\x0d\0UI\x06\x001.2.3\0", uid)
        assert answer.code == status.CANNOT_UNDERSTAND
        assert files(tmp_path) == []


async def test_a_damaged_image_is_not_kept(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        assert (await store(house, b"noise, no dataset")).code == status.CANNOT_UNDERSTAND
        assert files(tmp_path) == []


@pytest.mark.parametrize(
    ("element", "named"),
    [
        (b"\x08\0\x16\0UI\x1a\x001.2.840.10008.5.1.4.1.1.4\0", "SOPClassUID"),
        (b"\x08\0\x18\0UI\x06\x001.2.4\0", "SOPInstanceUID"),
    ],
)
async def test_an_image_that_is_not_what_its_command_says_is_not_kept(
    tmp_path: Path, element: bytes, named: str
) -> None:
    async with ward(tmp_path) as house:
        answer = await store(house, element + b"\x20\0\x0d\0UI\x06\x001.2.3\0")
        assert answer.code == status.CLASS_MISMATCH
        assert named in answer.comment
        assert files(tmp_path) == []


async def test_a_full_disk_is_out_of_resources_once_memory_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with ward(tmp_path) as house:
        obstruct(tmp_path / "archive" / "images")
        archive = next(b for b in house["archive"].behaviours if isinstance(b, ImageArchive))
        monkeypatch.setattr(archive.shelf, "_in_memory", 0)
        answer = await store(house, b"\x20\0\x0d\0UI\x06\x001.2.3\0")
        assert answer.code == status.OUT_OF_RESOURCES


_MODELS = (rad14.STUDY_ROOT, rad14.PATIENT_ROOT)


@pytest.mark.parametrize(
    ("level", "keys", "matches"),
    [
        ("PATIENT", {"PatientID": "40213"}, 1),
        ("PATIENT", {"PatientID": "4"}, 0),
        ("STUDY", {"ModalitiesInStudy": "CT"}, 1),
        ("STUDY", {"PatientName": "quill*", "NumberOfStudyRelatedInstances": ""}, 1),
        ("SERIES", {"StudyInstanceUID": STUDY}, 1),
        ("IMAGE", {"StudyInstanceUID": STUDY}, 3),
    ],
)
async def test_queries_are_answered_at_each_level(
    tmp_path: Path, level: str, keys: dict[str, str], matches: int
) -> None:
    query = Dataset()
    query.QueryRetrieveLevel = level
    for keyword, value in keys.items():
        setattr(query, keyword, value)
    async with ward(tmp_path) as house:
        await house.scan(3)
        models = (rad14.PATIENT_ROOT,) if level == "PATIENT" else _MODELS
        for model in models:
            contexts = offer(model)
            async with associate(house.address("archive"), "X", contexts, line()) as peer:
                found = await peer.c_find(model, query)
            assert found.status.good
            assert len(found.matches) == matches
            for match in found.matches:
                assert match.QueryRetrieveLevel == level
                assert match.RetrieveAETitle == "ARCHIVE"


@pytest.mark.parametrize("level", ["STUDY", "SERIES"])
async def test_a_retrieve_that_names_nothing_does_not_move_the_whole_archive(
    tmp_path: Path, level: str
) -> None:
    query = Dataset()
    query.QueryRetrieveLevel = level
    query.PatientID = "40213"
    async with ward(tmp_path) as house:
        await house.scan(3)
        contexts = offer(rad16.STUDY_ROOT)
        async with associate(house.address("archive"), "X", contexts, line()) as peer:
            moved = await peer.c_move(rad16.STUDY_ROOT, query, "READING")
        assert moved.status.code == status.CLASS_MISMATCH


async def test_a_query_without_a_level_fails(tmp_path: Path) -> None:
    async with (
        ward(tmp_path) as house,
        associate(house.address("archive"), "X", offer(rad14.STUDY_ROOT), line()) as peer,
    ):
        found = await peer.c_find(rad14.STUDY_ROOT, Dataset())
        assert found.status.code == status.CLASS_MISMATCH


async def test_sending_on_is_a_hop_of_its_own(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        await house.scan(3)
        await house.prompt("RAD-14", "reading", "archive", patient="Rosa Quill")
        hops = await house.prompt("RAD-16", "reading", "archive")
        assert outcomes(hops) == [
            ("RAD-16", "archive", "reading", Outcome.ACKNOWLEDGED),
            ("RAD-16", "reading", "archive", Outcome.ACKNOWLEDGED),
        ]
        assert [hop.count for hop in hops] == [3, 3]
        assert len(hops[0].thumbnails) > 0


async def test_a_destination_that_is_down_fails_all_images(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        await house.scan(2)
        down = Dicom(host="127.0.0.1", port=free_port(), ae_title="DOWN")
        house.book.vendors["reading"] = vendor("reading", down)
        async with associate(
            house.address("archive"), "X", offer(rad16.STUDY_ROOT), line()
        ) as peer:
            moved = await peer.c_move(rad16.STUDY_ROOT, rad16.study(STUDY), "DOWN")
        assert moved.status.code == status.ALL_FAILED
        assert moved.counts.failed == 2
        sent = next(hop for hop in await house.ended(5) if hop.receiver == "reading")
        assert sent.verdict.outcome is Outcome.FAILED


async def test_a_study_that_is_not_here_moves_nothing(tmp_path: Path) -> None:
    async with (
        ward(tmp_path) as house,
        associate(house.address("archive"), "X", offer(rad16.STUDY_ROOT), line()) as peer,
    ):
        moved = await peer.c_move(rad16.STUDY_ROOT, rad16.study("1.2.9"), "READING")
        assert (moved.status.code, moved.counts.completed) == (0, 0)


async def test_an_image_sent_twice_is_kept_once(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        for _ in range(2):
            assert (await store(house, b"\x20\0\x0d\0UI\x06\x001.2.3\0")).good
        assert len(kept(house).shelf.study("1.2.3")) == 1


async def test_a_cancelled_move_stops_and_counts_what_it_did(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        await house.scan(24)
        contexts = offer(rad16.STUDY_ROOT)
        async with associate(house.address("archive"), "X", contexts, line()) as peer:
            moving = peer.context(rad16.STUDY_ROOT)

            def cancel(counts: SubOperations) -> None:
                if counts.completed == 2:
                    told.append(asyncio.ensure_future(peer._talk.send(stop, 5)))

            told: list[asyncio.Future[None]] = []
            stop = messages.cancel(moving, 1)
            moved = await peer.c_move(
                rad16.STUDY_ROOT, rad16.study(STUDY), "READING", on_progress=cancel
            )
        assert moved.status.code == status.CANCELLED
        assert 2 <= moved.counts.completed < 24
        assert moved.counts.remaining == 24 - moved.counts.completed
