"""What has crossed one connection, in both directions, until a hop takes it."""

import asyncio
from collections import deque
from typing import NamedTuple

from showcase.wire.clock import Clock


class Span(NamedTuple):
    """A stretch of one direction: offsets, the first included, the last not."""

    start: int
    end: int


class _Piece(NamedTuple):
    outward: bool
    start: int
    data: bytes
    at: float

    @property
    def end(self) -> int:
        return self.start + len(self.data)


class Tape:
    """Notes bytes as they pass; they are heard once, and taken once.

    Attributes:
        held: Bytes that no hop has taken.
        unheard_size: Bytes that nobody has heard.
        over: Nothing more will pass.
    """

    def __init__(self, clock: Clock) -> None:
        """Nothing has crossed yet."""
        self._clock = clock
        self._pieces: list[_Piece] = []
        self._unheard: deque[tuple[bool, bytes]] = deque()
        self._ends = {True: 0, False: 0}
        self._news = asyncio.Event()
        self._heard = asyncio.Event()
        self.held = 0
        self.unheard_size = 0
        self.over = False

    def note(self, data: bytes, *, outward: bool) -> None:
        """Bytes have passed; `outward` from the initiator to the responder."""
        self._pieces.append(_Piece(outward, self._ends[outward], data, self._clock.monotonic()))
        self._unheard.append((outward, data))
        self._ends[outward] += len(data)
        self.held += len(data)
        self.unheard_size += len(data)
        self._news.set()

    def finish(self) -> None:
        """Nothing more will pass."""
        self.over = True
        self._news.set()

    def end(self, *, outward: bool) -> int:
        """How many bytes have passed in one direction."""
        return self._ends[outward]

    async def news(self, seconds: float) -> bool:
        """Wait until something is unheard, or all is over; whether it came within `seconds`."""
        try:
            async with asyncio.timeout(seconds):
                await self._news.wait()
        except TimeoutError:
            return False
        return True

    def unheard(self) -> deque[tuple[bool, bytes]]:
        """What nobody has heard yet: direction and bytes, in the order in which they passed."""
        found, self._unheard = self._unheard, deque()
        self.unheard_size = 0
        self._heard.set()
        if not self.over:
            self._news.clear()
        return found

    async def heard(self) -> None:
        """Wait until somebody hears what has passed."""
        self._heard.clear()
        await self._heard.wait()

    def byte(self, at: int, *, outward: bool) -> int | None:
        """The byte at an offset of a direction; None where it has not come, or was taken."""
        for piece in reversed(self._pieces):
            if piece.outward is outward and piece.start <= at < piece.end:
                return piece.data[at - piece.start]
        return None

    def take(self, outward: Span, inward: Span) -> list[tuple[bool, bytes, float]]:
        """Take what passed in two spans, in order, as `Line.take_up` wants it."""
        taken: list[tuple[bool, bytes, float]] = []
        left: list[_Piece] = []
        for piece in self._pieces:
            span = outward if piece.outward else inward
            low = min(max(span.start, piece.start), piece.end) - piece.start
            high = min(max(span.end, piece.start), piece.end) - piece.start
            if low >= high:
                left.append(piece)
                continue
            taken.append((piece.outward, piece.data[low:high], piece.at))
            if low:
                left.append(piece._replace(data=piece.data[:low]))
            if high < len(piece.data):
                rest = piece.data[high:]
                left.append(piece._replace(start=piece.start + high, data=rest))
        self._pieces = left
        self.held -= sum(len(data) for _, data, _ in taken)
        return taken

    def erase(self) -> None:
        """Let go of everything: nobody will want it."""
        self._pieces.clear()
        self._unheard.clear()
        self.held = self.unheard_size = 0
        self._heard.set()
