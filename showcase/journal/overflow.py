"""What happens while the disk takes nothing: kept in memory, in order, and seen by everybody."""

from collections.abc import Iterable, Sequence
from itertools import islice

import structlog

from showcase.journal.store import Store
from showcase.journal.unwritten import Unwritten
from showcase.model.events import Entry

MOST = 1024 * 1024 * 1024
"""Bytes of exchanges that are held; of what happens beyond that, events alone are."""

_PORTION = 64 * 1024 * 1024
"""Bytes written at once when there is room again: a little room takes a little."""

_log = structlog.get_logger()


class Overflow:
    """What is not written yet, beside a store in which it can be read already.

    Attributes:
        dropped: How many exchanges have lost their bytes, because memory was full as well.
    """

    def __init__(self, reading: Store, *, most: int = MOST) -> None:
        """Nothing is held.

        Args:
            reading: Where people read.
            most: Bytes of exchanges to hold.
        """
        self.dropped = 0
        self._reading = reading
        self._most = most
        self._held: list[tuple[int, Unwritten]] = []
        self._blobs: dict[str, bytes] = {}
        self._size = 0

    def __len__(self) -> int:
        return len(self._held)

    @property
    def first(self) -> int:
        """The number of the first entry that is held."""
        return self._held[0][0]

    def take(self, batch: Sequence[Unwritten], first: int) -> list[Entry]:
        """Hold a batch, the first entry of which gets that number. Uses the reading store."""
        held = [self._bounded(each) for each in batch]
        self._held += enumerate(held, first)
        return self._reading.hold(held, first)

    def blob(self, digest: str) -> bytes | None:
        """Bytes that are held; None when those are not."""
        return self._blobs.get(digest)

    def portion(self) -> list[Unwritten]:
        """What is written next, a little at a time."""
        return list(_up_to(_PORTION, (each for _, each in self._held)))

    def written(self, number: int) -> None:
        """So many of the first are on the disk. Uses the reading store."""
        gone, self._held = self._held[:number], self._held[number:]
        self._reading.let_go(gone[-1][0])
        self._blobs = {name: data for _, each in self._held for name, data in each.blobs.items()}
        self._size = sum(map(len, self._blobs.values()))

    def moved(self, reading: Store) -> None:
        """People read elsewhere from now on."""
        self._reading = reading
        if self._held:
            reading.hold([each for _, each in self._held], self.first)

    def _bounded(self, each: Unwritten) -> Unwritten:
        new = {name: data for name, data in each.blobs.items() if name not in self._blobs}
        size = sum(map(len, new.values()))
        if self._size + size > self._most:
            self.dropped += 1
            _log.error("memory is full as well: bytes dropped", kind=type(each.event).__name__)
            return Unwritten(each.at, each.event, each.body, {})
        self._blobs |= new
        self._size += size
        return each


def _up_to(size: int, batch: Iterable[Unwritten]) -> Iterable[Unwritten]:
    for number, each in enumerate(islice(batch, 500)):
        size -= sum(map(len, each.blobs.values()))
        if number and size < 0:
            return
        yield each
