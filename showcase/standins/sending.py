"""Sends images, with progress that people can follow."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from showcase.protocols.dicom.dataset import convert
from showcase.protocols.dicom.part10 import File
from showcase.protocols.dicom.status import CLASS_NOT_SUPPORTED, Status
from showcase.protocols.dicom.storage import best
from showcase.standins.hop import Hop
from showcase.transactions import rad8

_PERIOD = 0.1
"""Seconds between two events of progress: an eye does not need more."""


class Progress:
    """Tells a hop how many of its images are through, not more often than needed."""

    def __init__(self, hop: Hop) -> None:
        """None is through yet."""
        self._hop = hop
        self._last = 0.0

    def __call__(self, done: int) -> None:
        """So many are through."""
        now = asyncio.get_running_loop().time()
        if now - self._last >= _PERIOD or done == self._hop.count:
            self._last = now
            self._hop.progressed(done)


@dataclass
class Sent:
    """How a number of images fared.

    Attributes:
        answers: The status of each, by SOP Instance UID.
        total: How many there are.
    """

    total: int
    answers: dict[str, Status] = field(default_factory=dict)

    @property
    def failed(self) -> tuple[str, ...]:
        """UIDs of those that were not taken."""
        return tuple(uid for uid, status in self.answers.items() if not status.good)

    @property
    def counts(self) -> tuple[int, int, int, int]:
        """Remaining, completed, failed, warning (PS3.7 9.3.4.2)."""
        warned = sum(each.category == "Warning" for each in self.answers.values())
        failed = len(self.failed)
        done = len(self.answers)
        return self.total - done, done - failed - warned, failed, warned


class Storer(Protocol):
    """Whoever can C-STORE: a requestor, or an acceptor within a C-GET."""

    def transfers(self, sop_class: str) -> tuple[str, ...]:
        """Transfer syntaxes in which the peer takes instances of a class."""

    async def c_store(
        self,
        sop_class: str,
        sop_instance: str,
        data: bytes,
        *,
        transfer: str,
        originator: tuple[str, int] | None = None,
    ) -> Status:
        """Store one instance whose dataset is encoded already."""


async def store(peer: Storer, file: File, *, originator: tuple[str, int] | None = None) -> Status:
    """C-STORE one instance; a peer that does not take its kind says so by a status, too."""
    transfer = best(file.transfer, peer.transfers(file.sop_class))
    if not transfer:
        return Status(CLASS_NOT_SUPPORTED, "no presentation context for it")
    data = file.data
    if transfer != file.transfer:
        data = await asyncio.to_thread(convert, data, file.transfer, transfer)
    return await peer.c_store(
        file.sop_class, file.sop_instance, data, transfer=transfer, originator=originator
    )


async def send(peer: Storer, hop: Hop, files: Sequence[File], who: str) -> None:
    """C-STORE one instance after the other, and judge the hop by how they fared.

    Args:
        peer: An association in which all of them are offered.
        hop: RAD-8, or what else they are sent as.
        files: What is sent, in this order.
        who: What people call the receiver.
    """
    sent, progress = Sent(len(files)), Progress(hop)
    for file in files:
        sent.answers[file.sop_instance] = await store(peer, file)
        progress(len(sent.answers))
    hop.judge(rad8.judge(sent.answers.values(), who))
