"""What the engine has told of hops and bytes: kept for a while, asked for when missing."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Protocol

from showcase.model.answers import Explanation

_KEPT = 32
"""Explanations kept; asking again is cheap."""

_BLOBS = 6
"""Bytes kept, both sides of three exchanges; a series of images is a dozen megabytes."""


class Witness(Protocol):
    """What the inspector asks of the link."""

    def explain(self, hop: str, then: Callable[[Explanation], None]) -> None:
        """The recorded bytes of a hop, for people."""

    def blob(self, digest: str, then: Callable[[bytes], None]) -> None:
        """Recorded bytes."""


class Evidence:
    """Explanations by hop, and bytes by digest."""

    def __init__(self, witness: Witness, came: Callable[[], None]) -> None:
        """Nothing known.

        Args:
            witness: Whom to ask.
            came: Called when something that was missing is here.
        """
        self._witness = witness
        self._came = came
        self._known: OrderedDict[str, Explanation] = OrderedDict()
        self._blobs: OrderedDict[str, bytes] = OrderedDict()

    def explanation(self, hop: str) -> Explanation | None:
        """Of that hop, if it is here."""
        return self._known.get(hop)

    def ask(self, hop: str) -> None:
        """Have it explained, unless it is."""
        if hop not in self._known:
            self._witness.explain(hop, self._explained)

    def bytes_of(self, digest: str) -> bytes:
        """Bytes that are here; else none, and they are asked for."""
        if digest and digest not in self._blobs:
            self._witness.blob(digest, lambda data: self._keep(digest, data))
        return self._blobs.get(digest, b"")

    def _explained(self, explanation: Explanation) -> None:
        self._known[explanation.hop] = explanation
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
        self._came()

    def _keep(self, digest: str, data: bytes) -> None:
        self._blobs[digest] = data
        while len(self._blobs) > _BLOBS:
            self._blobs.popitem(last=False)
        self._came()
