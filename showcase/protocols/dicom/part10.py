"""DICOM files (PS3.10 7): a preamble, a meta header, and a dataset that nobody has re-encoded."""

import re
from pathlib import Path

import msgspec
from pydicom.dataset import FileMetaDataset
from pydicom.filebase import DicomBytesIO
from pydicom.filereader import read_file_meta_info
from pydicom.filewriter import write_file_meta_info
from pydicom.uid import UID

from showcase.model.oid import IMPLEMENTATION_CLASS
from showcase.protocols.dicom.acse import IMPLEMENTATION_VERSION
from showcase.protocols.dicom.pdu import garbled

_PREAMBLE = b"\0" * 128 + b"DICM"
_GROUP_LENGTH = 12
_UID = re.compile(r"[0-9]+(\.[0-9]+)*")


class File(msgspec.Struct, frozen=True, kw_only=True):
    """An instance as a file holds it.

    Attributes:
        data: The dataset's bytes, in `transfer`.
        source_ae: AE title of whoever sent it.
    """

    sop_class: str
    sop_instance: str
    transfer: str
    data: bytes
    source_ae: str = ""


def is_uid(value: str) -> bool:
    """Whether it is a UID (PS3.5 9.1), and therefore safe as a file name."""
    return len(value) <= 64 and bool(_UID.fullmatch(value))


def head(file: File) -> bytes:
    """Everything that stands before the dataset."""
    meta = FileMetaDataset()
    meta.FileMetaInformationVersion = b"\0\1"
    meta.MediaStorageSOPClassUID = UID(file.sop_class)
    meta.MediaStorageSOPInstanceUID = UID(file.sop_instance)
    meta.TransferSyntaxUID = UID(file.transfer)
    meta.ImplementationClassUID = UID(IMPLEMENTATION_CLASS)
    meta.ImplementationVersionName = IMPLEMENTATION_VERSION
    if file.source_ae:
        meta.SourceApplicationEntityTitle = file.source_ae
    out = DicomBytesIO()
    write_file_meta_info(out, meta)
    return _PREAMBLE + out.getvalue()


def write(path: Path, file: File) -> None:
    """Write it whole or not at all: under another name first.

    Raises:
        OSError: The disk is full, or not ours.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    with part.open("wb") as out:
        out.write(head(file))
        out.write(file.data)
    part.replace(path)


def read(path: Path) -> File:
    """The file, its dataset as it stands there.

    Raises:
        OSError: It cannot be read.
        Garbled: It is no DICOM file.
    """
    try:
        meta = read_file_meta_info(path)
        begin = len(_PREAMBLE) + _GROUP_LENGTH + int(meta.FileMetaInformationGroupLength)
        return File(
            sop_class=str(meta.MediaStorageSOPClassUID),
            sop_instance=str(meta.MediaStorageSOPInstanceUID),
            transfer=str(meta.TransferSyntaxUID),
            data=path.read_bytes()[begin:],
            source_ae=str(meta.get("SourceApplicationEntityTitle", "")),
        )
    except OSError:
        raise
    except Exception as error:
        raise garbled(f"{path.name} is no DICOM file ({error})") from error
