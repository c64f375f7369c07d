"""Datasets by transfer syntax (PS3.5), and their headers alone.

pydicom reads and writes them. Whatever it says to noise becomes `Garbled`; nothing is fetched and
nothing is decompressed but a deflated header, and that to a limit.
"""

import warnings
import zlib
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from io import BytesIO
from typing import NamedTuple

from pydicom import config
from pydicom.datadict import dictionary_VR
from pydicom.dataelem import DataElement, RawDataElement
from pydicom.dataset import Dataset
from pydicom.filebase import DicomBytesIO
from pydicom.filereader import read_dataset
from pydicom.filewriter import write_dataset
from pydicom.sequence import Sequence
from pydicom.tag import BaseTag, Tag
from pydicom.valuerep import PersonName

from showcase.protocols.dicom import plain
from showcase.protocols.dicom.negotiation import EXPLICIT_BIG, EXPLICIT_LITTLE, IMPLICIT_LITTLE
from showcase.protocols.dicom.pdu import garbled
from showcase.wire.failure import Garbled

# Peers send what they send; what is wrong with it is for people to see beside the message, not on
# the standard error of an engine.
config.settings.reading_validation_mode = config.IGNORE
warnings.filterwarnings("ignore", category=UserWarning, module="pydicom")

DEFLATED = "1.2.840.10008.1.2.1.99"
_INFLATED = 1024 * 1024
_LETTERS = frozenset({"LO", "LT", "PN", "SH", "ST", "UC", "UT"})
"""VRs whose characters (0008,0005) governs (PS3.5 6.1.2.2)."""

_BULK = 0x50000000
"""Curves, waveforms, spectroscopy, overlays, pixels: from here on a dataset gets heavy."""


def made(values: Mapping[str, str | list[Dataset]]) -> Dataset:
    """A dataset of texts and sequences, by keyword: as setting attributes, but ten times faster.

    Values are taken as they are; the order does not matter.
    """
    elements: dict[BaseTag, DataElement | RawDataElement] = {}
    for keyword, value in values.items():
        tag, vr = _row(keyword)
        if isinstance(value, str):
            content: object = PersonName(value) if vr == "PN" else value
        else:
            content = Sequence(value)
        elements[tag] = DataElement(
            tag, vr, content, already_converted=True, validation_mode=config.IGNORE
        )
    return Dataset(elements)


@cache
def _row(keyword: str) -> tuple[BaseTag, str]:
    tag = BaseTag(Tag(keyword))
    return tag, dictionary_VR(tag)


def encode(dataset: Dataset, transfer: str) -> bytes:
    """`dataset` in a transfer syntax; as UTF-8, and so labelled, where ASCII is not enough."""
    if transfer != EXPLICIT_BIG:
        with suppress(plain.NotPlain):
            return plain.encode(dataset, implicit=transfer == IMPLICIT_LITTLE)
    out = DicomBytesIO()
    out.is_implicit_VR = transfer == IMPLICIT_LITTLE
    out.is_little_endian = transfer != EXPLICIT_BIG
    write_dataset(out, dataset if _is_plain(dataset) else _labelled(dataset))
    return out.getvalue()


def _is_plain(dataset: Dataset) -> bool:
    return "SpecificCharacterSet" in dataset or all(
        str(element.value).isascii() for element in dataset.iterall() if element.VR in _LETTERS
    )


def _labelled(dataset: Dataset) -> Dataset:
    found = Dataset()
    found.update(dataset)
    found.SpecificCharacterSet = "ISO_IR 192"
    return found


def convert(data: bytes, transfer: str, wanted: str) -> bytes:
    """A dataset without compressed pixels in another transfer syntax.

    Raises:
        Garbled: It is none.
    """
    return encode(decode(data, transfer), wanted)


def decode(data: bytes, transfer: str) -> Dataset:
    """The whole dataset, every value of it looked at.

    Raises:
        Garbled: It is none.
    """
    return checked(_read(data, transfer, stop=0xFFFFFFFF))


def header(data: bytes, transfer: str) -> Dataset:
    """The dataset up to where pixels and their like begin, every value of it looked at.

    Raises:
        Garbled: It is none.
    """
    return checked(outline(data, transfer))


def outline(data: bytes, transfer: str) -> Dataset:
    """The header, cut into elements whose values nobody has looked at: several times faster.

    Reading a value may still raise anything: `checked` it before.

    Raises:
        Garbled: It is none.
    """
    return _read(data, transfer, stop=_BULK)


class Head(NamedTuple):
    """A header as bytes: some kilobytes, where a `Dataset` of the same takes twenty times that."""

    data: bytes
    transfer: str

    def decode(self) -> Dataset:
        """The header, every value of it looked at.

        Raises:
            Garbled: One of them is damaged.
        """
        return header(*self)


def beheaded(data: bytes, transfer: str) -> tuple[Dataset, Head]:
    """The `outline` of a dataset, and the bytes that it was cut from.

    Raises:
        Garbled: It is none.
    """
    plain = _inflate(data) if transfer == DEFLATED else data
    syntax = EXPLICIT_LITTLE if transfer == DEFLATED else transfer
    source = BytesIO(plain)
    found = _read_from(source, syntax, stop=_BULK)
    return found, Head(plain[: source.tell()], syntax)


def checked(found: Dataset) -> Dataset:
    """The same dataset, every value of it looked at.

    Raises:
        Garbled: One of them is damaged.
    """
    try:
        for _ in found.iterall():
            pass
    except Exception as error:
        raise _damaged(error) from error
    return found


def peek(data: bytes, transfer: str, *keywords: str) -> Dataset:
    """Only some top-level elements of the header; fast.

    Raises:
        Garbled: It is no dataset.
    """
    tags = [BaseTag(Tag(keyword)) for keyword in keywords]
    return checked(_read(data, transfer, stop=max(tags) + 1, tags=tags))


def guess_transfer(data: bytes) -> str:
    """The transfer syntax of bytes whose association was not recorded, by their first element."""
    if not (data[4:6].isalpha() and data[4:6].isupper()):
        return IMPLICIT_LITTLE
    return EXPLICIT_BIG if data[:1] == b"\0" and data[1:2] != b"\0" else EXPLICIT_LITTLE


def _read(data: bytes, transfer: str, *, stop: int, tags: list[BaseTag] | None = None) -> Dataset:
    plain = _inflate(data) if transfer == DEFLATED else data
    return _read_from(BytesIO(plain), transfer, stop=stop, tags=tags)


def _read_from(
    source: BytesIO, transfer: str, *, stop: int, tags: list[BaseTag] | None = None
) -> Dataset:
    try:
        return read_dataset(
            source,
            is_implicit_VR=transfer == IMPLICIT_LITTLE,
            is_little_endian=transfer != EXPLICIT_BIG,
            stop_when=lambda tag, _vr, _length: tag >= stop,
            specific_tags=tags,  # type: ignore[arg-type]
        )
    except Exception as error:
        raise _damaged(error) from error


def _damaged(error: Exception) -> Garbled:
    return garbled(f"a damaged dataset ({type(error).__name__}: {error})")


def _inflate(data: bytes) -> bytes:
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(data, _INFLATED)
    except zlib.error as error:
        raise _damaged(error) from error
