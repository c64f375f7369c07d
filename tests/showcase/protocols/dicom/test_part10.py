from pathlib import Path

import pytest
from pydicom import dcmread

from showcase.model.oid import IMPLEMENTATION_CLASS
from showcase.protocols.dicom import dataset as datasets
from showcase.protocols.dicom import part10
from showcase.protocols.dicom.negotiation import EXPLICIT_LITTLE
from showcase.protocols.dicom.part10 import File
from showcase.wire.failure import Garbled
from tests.showcase.protocols.dicom.samples import worklist_item


def file() -> File:
    item = worklist_item()
    item.SOPClassUID, item.SOPInstanceUID = "1.2.840.10008.5.1.4.1.1.2", "1.2.3"
    return File(
        sop_class="1.2.840.10008.5.1.4.1.1.2",
        sop_instance="1.2.3",
        transfer=EXPLICIT_LITTLE,
        data=datasets.encode(item, EXPLICIT_LITTLE),
        source_ae="CT",
    )


def test_what_was_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "1.2.3.dcm"
    part10.write(path, file())
    assert part10.read(path) == file()
    assert list(path.parent.iterdir()) == [path]


def test_another_reader_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "x.dcm"
    part10.write(path, file())
    found = dcmread(path)
    assert found.PatientID == "40213"
    assert found.file_meta.ImplementationClassUID == IMPLEMENTATION_CLASS
    assert found.file_meta.SourceApplicationEntityTitle == "CT"


@pytest.mark.parametrize("noise", [b"", b"noise", b"\0" * 128 + b"DICM", b"x" * 400])
def test_what_is_no_file_is_garbage(tmp_path: Path, noise: bytes) -> None:
    path = tmp_path / "x.dcm"
    path.write_bytes(noise)
    with pytest.raises(Garbled):
        part10.read(path)


def test_what_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        part10.read(tmp_path / "none.dcm")


@pytest.mark.parametrize(
    ("value", "is_uid"),
    [
        ("1.2.840.10008.1.1", True),
        ("2.25.0", True),
        ("", False),
        ("1.2." + "3" * 61, False),
        ("../../etc/passwd", False),
        ("1.2/3", False),
        ("1..2", False),
        (".1.2", False),
        ("1.2.3\n", False),
        ("1.2.३", False),
    ],
)
def test_only_uids_become_names(value: str, is_uid: bool) -> None:
    assert part10.is_uid(value) is is_uid
