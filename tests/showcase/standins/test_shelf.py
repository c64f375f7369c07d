from pathlib import Path

import msgspec
import pytest
from pydicom.dataset import Dataset

from showcase.protocols.dicom import dataset as datasets
from showcase.protocols.dicom.negotiation import EXPLICIT_LITTLE
from showcase.protocols.dicom.part10 import File
from showcase.standins.shelf import Belonging, Shelf
from showcase.wire.failure import Garbled
from tests.showcase.protocols.dicom.samples import worklist_item


def file(uid: str, study: str = "1.2.5", series: str = "1.2.6", modality: str = "CT") -> File:
    image = worklist_item()
    image.StudyInstanceUID, image.SeriesInstanceUID = study, series
    image.SOPInstanceUID, image.SOPClassUID = uid, "1.2.840.10008.5.1.4.1.1.2"
    image.Modality = modality
    return File(
        sop_class="1.2.840.10008.5.1.4.1.1.2",
        sop_instance=uid,
        transfer=EXPLICIT_LITTLE,
        data=datasets.encode(image, EXPLICIT_LITTLE),
    )


def empty(folder: Path) -> bool:
    return not list(folder.iterdir())


async def filled(folder: Path) -> Shelf:
    shelf = Shelf(folder)
    await shelf.keep(file("1.2.7.1"))
    await shelf.keep(file("1.2.7.2", series="1.2.8", modality="SR"))
    await shelf.keep(file("1.2.7.3", study="1.2.9", series="1.2.10"))
    return shelf


async def test_what_was_put_there_comes_back(tmp_path: Path) -> None:
    shelf = await filled(tmp_path)
    kept = shelf.get("1.2.7.1")
    assert kept
    assert kept.file() == file("1.2.7.1")
    kept.settle()


_COUNTS = (
    "NumberOfPatientRelatedStudies",
    "NumberOfPatientRelatedInstances",
    "NumberOfStudyRelatedSeries",
    "NumberOfStudyRelatedInstances",
    "ModalitiesInStudy",
)


async def test_what_is_found_is_what_was_asked_for(tmp_path: Path) -> None:
    shelf = await filled(tmp_path)
    query = Dataset()
    query.StudyInstanceUID, query.StudyDescription = "1.2.9", None
    (study,) = shelf.find("STUDY", query)
    assert [element.keyword for element in study] == ["StudyDescription", "StudyInstanceUID"]
    assert not study.StudyDescription


async def test_entities_are_counted(tmp_path: Path) -> None:
    shelf = await filled(tmp_path)
    query = Dataset()
    for keyword in _COUNTS:
        setattr(query, keyword, None)
    (patient,) = shelf.find("PATIENT", query)
    assert patient.NumberOfPatientRelatedStudies == 2
    assert patient.NumberOfPatientRelatedInstances == 3
    one, two = shelf.find("STUDY", query)
    assert one.NumberOfStudyRelatedSeries == 2
    assert list(one.ModalitiesInStudy) == ["CT", "SR"]
    assert two.NumberOfStudyRelatedInstances == 1
    assert len(shelf.find("SERIES", Dataset())) == 3


async def test_a_query_selects_instances(tmp_path: Path) -> None:
    shelf = await filled(tmp_path)
    query = Dataset()
    query.ModalitiesInStudy = "SR"
    chosen = [kept.sop_instance for kept in shelf.select("STUDY", query)]
    assert chosen == ["1.2.7.1", "1.2.7.2"]
    query = Dataset()
    query.StudyInstanceUID = ["1.2.9", "1.2.99"]
    assert [kept.sop_instance for kept in shelf.select("STUDY", query)] == ["1.2.7.3"]


@pytest.mark.parametrize(("uid", "study"), [("../x", "1.2"), ("1.2", "../x"), ("1.2", "")])
async def test_what_is_no_uid_is_not_kept(tmp_path: Path, uid: str, study: str) -> None:
    with pytest.raises(Garbled):
        await Shelf(tmp_path).keep(file(uid, study))
    assert empty(tmp_path)


async def test_the_study_left_alone_for_longest_makes_room(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, instances=2)
    for uid, study in (("1.1", "1.5"), ("1.2", "1.6"), ("1.3", "1.6"), ("1.4", "1.6")):
        await shelf.keep(file(uid, study))
    assert shelf.study("1.5") == ()
    assert [kept.sop_instance for kept in shelf.study("1.6")] == ["1.2", "1.3", "1.4"]
    assert (tmp_path / "1.5" / "1.1.dcm").exists()  # whoever wants it back finds it


async def test_so_many_studies_are_at_hand_and_no_more(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, studies=2)
    for number in range(1, 6):
        await shelf.keep(file(f"1.{number}", f"1.5.{number}"))
    await shelf.keep(file("1.4", "1.5.4"))  # sent again: the latest now
    await shelf.keep(file("1.6", "1.5.6"))
    query = Dataset()
    query.StudyInstanceUID = None
    assert [study.StudyInstanceUID for study in shelf.find("STUDY", query)] == ["1.5.4", "1.5.6"]
    assert shelf.get("1.5") is None


async def test_an_instance_that_moves_is_in_one_study(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    await shelf.keep(file("1.1", "1.5"))
    await shelf.keep(file("1.1", "1.6"))
    assert len(shelf.find("STUDY", Dataset())) == 1
    assert not shelf.study("1.5")
    assert [kept.sop_instance for kept in shelf.study("1.6")] == ["1.1"]


async def test_a_damaged_header_is_its_identifiers(tmp_path: Path) -> None:
    good = file("1.2.7.1")
    damaged = good.data + bytes.fromhex("2800 1000 5553 0300 000000")  # Rows, odd
    shelf = Shelf(tmp_path)
    kept = await shelf.keep(msgspec.structs.replace(good, data=damaged))
    assert kept.header.SOPInstanceUID == "1.2.7.1"
    assert kept.belonging.series == "1.2.6"


async def test_damaged_identifiers_are_nobodys_and_the_image_is_kept(tmp_path: Path) -> None:
    # Modality as a sequence (explicit VR says what an element is) whose one item is half there
    broken = bytes.fromhex("0800 6000 5351 0000 04000000 fefff00d")
    good = file("1.2.7.1")
    at = good.data.index(bytes.fromhex("0800 6000"))
    after = at + 8 + int.from_bytes(good.data[at + 6 : at + 8], "little")
    damaged = good.data[:at] + broken + good.data[after:]
    kept = await Shelf(tmp_path).keep(msgspec.structs.replace(good, data=damaged))
    assert kept.belonging == Belonging(("", "", ""), "1.2.5", "", "")


async def test_what_is_forgotten_is_gone_from_shelf_and_disk(tmp_path: Path) -> None:
    shelf = await filled(tmp_path / "images")
    assert await shelf.forget() == 3
    assert (shelf.get("1.2.7.1"), shelf.study("1.2.5")) == (None, ())
    assert empty(tmp_path)
    await shelf.keep(file("1.2.7.4"))
    assert len(shelf.study("1.2.5")) == 1


def blocked(folder: Path) -> Path:
    """A folder in which nothing can be made."""
    (folder / "images").write_text("in the way")
    return folder / "images"


async def test_what_the_disk_does_not_take_is_held_and_not_promised(tmp_path: Path) -> None:
    shelf = Shelf(blocked(tmp_path))
    kept = await shelf.keep(file("1.2.7.1"))
    assert kept.file() == file("1.2.7.1")
    with pytest.raises(OSError, match="in memory only"):
        kept.settle()


async def test_memory_has_an_end(tmp_path: Path) -> None:
    shelf = Shelf(blocked(tmp_path), in_memory=len(file("1.2.7.1").data))
    await shelf.keep(file("1.2.7.1"))
    with pytest.raises(NotADirectoryError):
        await shelf.keep(file("1.2.7.2"))
