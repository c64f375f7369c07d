"""Recorded MLLP bytes of one direction back into messages."""

from contextlib import suppress

from showcase.protocols.hl7v2.codec import Message, decode
from showcase.protocols.hl7v2.frame import Frame, Framer
from showcase.wire.failure import Garbled


def frames(raw: bytes) -> tuple[Frame, ...]:
    """The frames in `raw`; never raises."""
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
