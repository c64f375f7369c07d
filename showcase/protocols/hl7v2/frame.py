"""The MLLP framer: VT, message, FS, CR (HL7 v2.5, appendix C.4). Pure: no sockets.

However the bytes are cut into pieces, the frames that come out are the same. A frame ends with
its FS: some senders leave out the CR behind it, and wait. Whatever stands between frames is
reported with the next one.
"""

from collections.abc import Iterator

import msgspec

from showcase.wire.failure import Garbled

START = 0x0B
END = 0x1C
_NEXT_MESSAGE = b"\x0bMSH"
BETWEEN = b"\r\n"
_FEW = 16

NOISE_BYTES = 4096
"""So much before a frame, and the peer speaks no MLLP."""


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """One framed message.

    Attributes:
        payload: What stood between the marks.
        start: Offset of its VT in all that was fed.
        end: Offset behind its FS.
        noise: What stood before it and belonged to no frame, line ends left out.
    """

    payload: bytes
    start: int
    end: int
    noise: bytes = b""


def framed(payload: bytes) -> bytes:
    """A message as MLLP carries it."""
    return b"\x0b" + payload + b"\x1c\r"


class Framer:
    """Takes bytes as they come, gives frames."""

    def __init__(self, limit: int) -> None:
        """No bytes yet; `limit` bounds one message."""
        self._limit = limit
        self._buffer = bytearray()
        self._offset = 0
        self._searched = 0

    @property
    def rest(self) -> bytes:
        """Bytes that belong to no frame that was given out."""
        return bytes(self._buffer)

    @property
    def waits(self) -> bool:
        """Whether something has begun that has not ended."""
        # asked after every read: only a short buffer is worth looking through
        return len(self._buffer) > _FEW or bool(self._buffer.strip(BETWEEN))

    def feed(self, data: bytes) -> None:
        """Take the next bytes of the stream."""
        self._buffer += data

    def frames(self) -> Iterator[Frame]:
        """The frames that are complete.

        Raises:
            Garbled: A message beyond the limit, or noise that goes on and on. Frames before it
                have been given out.
        """
        while (end := self._buffer.find(END, self._searched)) >= 0:
            start = self._buffer.find(START, 0, end)
            if start < 0:
                # an end without a start: noise, and so is all before it
                self._searched = end + 1
                self._check_noise(end + 1)
                continue
            self._check_noise(start)
            yield self._take(start, end)
        self._searched = len(self._buffer)
        self._check_pending()

    def _take(self, start: int, end: int) -> Frame:
        self._check_size(end - start)
        # a sender that broke off and began anew on the same connection: the new message counts
        start = max(start, self._buffer.rfind(_NEXT_MESSAGE, start, end))
        frame = Frame(
            payload=bytes(self._buffer[start + 1 : end]),
            start=self._offset + start,
            end=self._offset + end + 1,
            noise=bytes(self._buffer[:start]).strip(BETWEEN),
        )
        tail = end + 1
        if self._buffer[tail : tail + 1] == b"\r":
            tail += 1
        del self._buffer[:tail]
        self._offset += tail
        self._searched = 0
        return frame

    def _check_pending(self) -> None:
        start = self._buffer.find(START)
        self._check_noise(len(self._buffer) if start < 0 else start)
        if start >= 0:
            self._check_size(len(self._buffer) - start)

    def _check_noise(self, size: int) -> None:
        if size > NOISE_BYTES:
            raise _garbled("What came is not HL7 v2 in MLLP frames", "no MLLP frame")

    def _check_size(self, size: int) -> None:
        if size > self._limit + 1:
            raise _garbled(f"A message is larger than {self._limit} bytes", "message too large")


def _garbled(fault: str, status: str) -> Garbled:
    return Garbled(
        f"{fault}.",
        remedy="Check what is connected to this port, and what it sends.",
        status=status,
    )
