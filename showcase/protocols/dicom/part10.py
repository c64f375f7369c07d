"""DICOM files (PS3.10 7): a preamble, a meta header, and a dataset that nobody has re-encoded."""

import re
import struct
from pathlib import Path

import msgspec
from pydicom.filereader import read_file_meta_info

from showcase import disk
from showcase.model.oid import IMPLEMENTATION_CLASS
from showcase.protocols.dicom.acse import IMPLEMENTATION_VERSION
from showcase.protocols.dicom.pdu import garbled

_PREAMBLE = b"\0" * 128 + b"DICM"
_GROUP_LENGTH = 12
_SHORT = struct.Struct("<HH2sH")
_VERSION = struct.pack("<HH2sxxL2s", 2, 1, b"OB", 2, b"\0\1")
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
    """Everything that stands before the dataset: preamble and File Meta Information (PS3.10 7.1).

    Written out here, for pydicom takes as long over these few elements as over half a megabyte.
    """
    elements = [
        _VERSION,
        _element(0x0002, "UI", file.sop_class),
        _element(0x0003, "UI", file.sop_instance),
        _element(0x0010, "UI", file.transfer),
        _element(0x0012, "UI", IMPLEMENTATION_CLASS),
        _element(0x0013, "SH", IMPLEMENTATION_VERSION),
    ]
    if file.source_ae:
        elements.append(_element(0x0016, "AE", file.source_ae))
    group = b"".join(elements)
    return _PREAMBLE + _SHORT.pack(2, 0, b"UL", 4) + struct.pack("<L", len(group)) + group


def _element(number: int, vr: str, text: str) -> bytes:
    """An element of group 0002, in Explicit VR Little Endian (PS3.5 7.1.2)."""
    value = text.encode("ascii", "replace")
    value += (b"\0" if vr == "UI" else b" ") * (len(value) % 2)
    return _SHORT.pack(2, number, vr.encode(), len(value)) + value


def write(path: Path, file: File) -> None:
    """Write it whole or not at all: under another name first.

    Raises:
        OSError: The disk is full, or not ours.
    """
    disk.replace(path, head(file), file.data)


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
