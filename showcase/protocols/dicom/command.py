"""Command sets: group 0000, always Implicit VR Little Endian (PS3.7 6.3.1, Annex E).

Values are plain Python: int for US and UL, a tuple of tags for AT, text for all else. Our own
codec, not pydicom's, because a stranger's noise reaches it first: whatever comes, the outcome is
a `Command` or `Garbled`.
"""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from pydicom._dicom_dict import DicomDictionary

from showcase.protocols.dicom.pdu import garbled

Value = int | str | tuple[int, ...]

NO_DATASET = 0x0101
"""Command Data Set Type (0000,0800) when no dataset follows; any other value: one does."""

RESPONSE = 0x8000
"""The bit of Command Field that makes it a response (PS3.7 E.1)."""

LARGEST = 64 * 1024
"""No command set of the standard comes near this many bytes."""

_HEAD = struct.Struct("<HHL")
_VRS = {tag: (row[4], row[0]) for tag, row in DicomDictionary.items() if tag < 0x10000}
_TAGS = {keyword: (tag, vr) for tag, (keyword, vr) in _VRS.items()}


class Field(IntEnum):
    """Command Field (0000,0100) of requests (PS3.7 E.1-1)."""

    C_STORE = 0x0001
    C_GET = 0x0010
    C_FIND = 0x0020
    C_MOVE = 0x0021
    C_ECHO = 0x0030
    N_EVENT_REPORT = 0x0100
    N_GET = 0x0110
    N_SET = 0x0120
    N_ACTION = 0x0130
    N_CREATE = 0x0140
    N_DELETE = 0x0150
    C_CANCEL = 0x0FFF

    @property
    def title(self) -> str:
        """As the standard writes it: ``C-STORE``."""
        return self.name.replace("_", "-")


@dataclass(frozen=True, slots=True)
class Command:
    """A command set, by keyword.

    Attributes:
        values: ``{"CommandField": 1, "MessageID": 7, ...}``, without the group length.
    """

    values: Mapping[str, Value]

    def number(self, keyword: str, default: int = 0) -> int:
        """The value of an US element; `default` when absent."""
        value = self.values.get(keyword, default)
        return value if isinstance(value, int) else default

    def text(self, keyword: str) -> str:
        """The value of a text element; empty when absent."""
        value = self.values.get(keyword, "")
        return value if isinstance(value, str) else ""

    @property
    def response(self) -> bool:
        """Whether it answers a request."""
        return bool(self.number("CommandField") & RESPONSE)

    @property
    def field(self) -> Field | None:
        """The operation it asks for, or answers; None when the standard knows no such."""
        try:
            return Field(self.number("CommandField") & ~RESPONSE)
        except ValueError:
            return None

    @property
    def title(self) -> str:
        """``C-STORE-RQ``."""
        name = self.field.title if self.field else f"{self.number('CommandField'):#06x}"
        return f"{name}-{'RSP' if self.response else 'RQ'}"

    @property
    def has_dataset(self) -> bool:
        """Whether a dataset follows (PS3.7 E.1, Command Data Set Type)."""
        return self.number("CommandDataSetType", NO_DATASET) != NO_DATASET

    @property
    def sop_class(self) -> str:
        """Affected or Requested SOP Class UID, whichever is there."""
        return self.text("AffectedSOPClassUID") or self.text("RequestedSOPClassUID")

    @property
    def sop_instance(self) -> str:
        """Affected or Requested SOP Instance UID, whichever is there."""
        return self.text("AffectedSOPInstanceUID") or self.text("RequestedSOPInstanceUID")


def encode(command: Command) -> bytes:
    """The command set with its group length, in the order of the tags."""
    rows = sorted((*_TAGS[keyword], value) for keyword, value in command.values.items())
    body = b"".join(_element(tag, vr, value) for tag, vr, value in rows)
    return _element(0, "UL", len(body)) + body


def _element(tag: int, vr: str, value: Value) -> bytes:
    if isinstance(value, tuple):
        raw = b"".join(struct.pack("<HH", each >> 16, each & 0xFFFF) for each in value)
    elif isinstance(value, int):
        raw = struct.pack("<L" if vr == "UL" else "<H", value)
    else:
        raw = value.encode("ascii", "replace")
        raw += (b"\0" if vr == "UI" else b" ") * (len(raw) % 2)
    return _HEAD.pack(tag >> 16, tag & 0xFFFF, len(raw)) + raw


def decode(data: bytes) -> Command:
    """The command set that `data` is.

    Elements that the dictionary does not know are passed over.

    Raises:
        Garbled: It is none.
    """
    values = {
        keyword: _value(keyword, vr, raw)
        for tag, raw in elements(data)
        for keyword, vr in [_VRS.get(tag, ("", ""))]
        if keyword and tag
    }
    if "CommandField" not in values:
        raise garbled("a command set without a Command Field (0000,0100)")
    return Command(values)


def elements(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Tag and value of every element.

    Raises:
        Garbled: Lengths do not add up, or an element is not of group 0000.
    """
    at = 0
    while at < len(data):
        if at + _HEAD.size > len(data):
            raise garbled("a command set is cut short")
        group, element, length = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        if group or length > len(data) - at:
            raise garbled(f"a command set holds ({group:04x},{element:04x}) of {length} bytes")
        yield element, data[at : at + length]
        at += length


def keyword_of(tag: int) -> str:
    """``AffectedSOPClassUID``; empty when the dictionary knows no such element."""
    return _VRS.get(tag, ("", ""))[0]


def _value(keyword: str, vr: str, raw: bytes) -> Value:
    size = {"US": 2, "UL": 4, "AT": 4}.get(vr)
    if size is None:
        return raw.decode("ascii", "replace").strip("\0 ")
    if len(raw) % size or not raw:
        raise garbled(f"{keyword} of {len(raw)} bytes")
    if vr == "AT":
        pairs = struct.iter_unpack("<HH", raw)
        return tuple(group << 16 | element for group, element in pairs)
    number: int = struct.unpack_from("<L" if size == 4 else "<H", raw)[0]
    return number
