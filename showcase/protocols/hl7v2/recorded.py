"""Recorded MLLP bytes of one direction back into messages."""

from contextlib import suppress

from showcase.protocols.hl7v2.codec import Message, decode
from showcase.protocols.hl7v2.frame import END, START, Frame, Framer
from showcase.wire.failure import Garbled

_LAST = bytes([END]) + b"\r"


def frames(raw: bytes) -> tuple[Frame, ...]:
    """The frames in `raw`; never raises."""
    if only := _only(raw):
        return (only,)
    found: list[Frame] = []
    framer = Framer(len(raw))
    framer.feed(raw)
    with suppress(Garbled):  # noise beyond the limit: what came before it is still there
        found.extend(framer.frames())
    return tuple(found)


def messages(raw: bytes) -> tuple[Message, ...]:
    """The messages in `raw` that can be read; never raises."""
    found: list[Message] = []
    for frame in frames(raw):
        with suppress(Garbled):  # a damaged message states nothing
            found.append(decode(frame.payload))
    return tuple(found)


def _only(raw: bytes) -> Frame | None:
    """The one frame that an exchange nearly always is; None: it is anything else."""
    end = len(raw) - 2
    one = raw.endswith(_LAST) and raw.find(END) == end and raw.rfind(START) == raw.find(START) == 0
    return Frame(payload=raw[1:end], start=0, end=end + 1) if one else None
