"""A command set and the dataset that may follow it: one DIMSE message (PS3.7 6.3, PS3.8 Annex E).

No I/O. `encode` cuts a message into P-DATA-TF PDUs at the peer's maximum length; an `Assembler`
puts one together again from presentation data values, bounded.
"""

from dataclasses import dataclass

from showcase.protocols.dicom import command as commands
from showcase.protocols.dicom.command import Command
from showcase.protocols.dicom.pdu import Pdv, garbled, p_data

_OVERHEAD = 6
"""Bytes of a P-DATA-TF's variable field that are not fragment: item length, context, control."""

_OWN_CEILING = 1024 * 1024
"""Fragment size towards a peer that sets no limit (maximum length 0)."""

LEAST_PDU = 32
"""A peer that takes less than this at a time would make every message a storm of headers."""


@dataclass(frozen=True, slots=True)
class Message:
    """One DIMSE message.

    Attributes:
        context_id: Presentation context it travels in.
        command: Its command set.
        data: Its dataset, encoded in the context's transfer syntax; None when there is none.
    """

    context_id: int
    command: Command
    data: bytes | None = None


def room(maximum_length: int) -> int:
    """Largest fragment for a peer that takes PDUs of `maximum_length` (0: any), even."""
    ceiling = min(maximum_length, _OWN_CEILING) if maximum_length else _OWN_CEILING
    return max((ceiling - _OVERHEAD) & ~1, 2)


def encode(message: Message, maximum_length: int) -> list[bytes | memoryview]:
    """P-DATA-TF PDUs for `message`, as buffers to write one after the other."""
    size = room(maximum_length)
    command = commands.encode(message.command)
    pieces = p_data(message.context_id, command, command=True, room=size)
    if message.data is not None:
        pieces += p_data(message.context_id, message.data, command=False, room=size)
    return pieces


class Assembler:
    """Puts messages together. Without asynchronous operations, they come one after the other."""

    def __init__(self, *, largest: int) -> None:
        """An assembler that takes datasets of up to `largest` bytes."""
        self._largest = largest
        self._context = 0
        self._command: Command | None = None
        self._parts: list[bytes | memoryview] = []
        self._size = 0

    def add(self, value: Pdv) -> Message | None:
        """Take the next fragment; the message that it completes, if it does.

        Raises:
            Garbled: It does not fit what came before, or the message grows over the limit.
        """
        if not self._context:
            self._context = value.context_id
        self._check(value)
        self._parts.append(value.fragment)
        self._size += len(value.fragment)
        if not value.last:
            return None
        whole = b"".join(self._parts)
        self._parts, self._size = [], 0
        if value.command:
            self._command = commands.decode(whole)
            return None if self._command.has_dataset else self._done(None)
        return self._done(whole)

    def _check(self, value: Pdv) -> None:
        if value.context_id != self._context:
            raise garbled("fragments of two messages are mixed")
        if value.command is not (self._command is None):
            wanted = "a command" if self._command is None else "a dataset"
            raise garbled(f"a fragment that is not of {wanted} where one must come")
        limit = commands.LARGEST if value.command else self._largest
        if self._size + len(value.fragment) > limit:
            raise garbled(f"a message larger than {limit} bytes")

    def _done(self, data: bytes | None) -> Message:
        assert self._command is not None
        message = Message(self._context, self._command, data)
        self._context, self._command = 0, None
        return message
