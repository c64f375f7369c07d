"""An association on a recorded stream: the machine, driven by asyncio."""

import asyncio
from collections import deque
from collections.abc import Iterable
from contextlib import suppress

from showcase.protocols.dicom.acse import BY_USER, Abort
from showcase.protocols.dicom.association import Association, Event, State
from showcase.protocols.dicom.dimse import Message
from showcase.wire.failure import Garbled, HungUp, LineBroke, hung_up, silent
from showcase.wire.stream import Stream

_BATCH = 512 * 1024
"""Bytes handed to the socket at a time: few system calls, and no second copy of large images."""

_TOGETHER = 16 * 1024
"""Bytes of small messages that go to the socket at once: some fifty items of a worklist."""


class Conversation:
    """Reads events, writes messages. One task at a time may call `next`."""

    def __init__(self, stream: Stream, machine: Association) -> None:
        """Take over an open stream and a fresh machine."""
        self.stream = stream
        self.machine = machine
        self._events: deque[Event] = deque()
        self._fault: Garbled | None = None
        self._ahead: asyncio.Task[None] | None = None
        self._held: list[bytes | memoryview] = []
        self._held_size = 0

    async def next(self, deadline: float) -> Event:
        """The next event, once it is there.

        Args:
            deadline: Seconds; they begin anew with every PDU, so that a large message over a slow
                line has time, and a peer that drips bytes has not.

        Raises:
            Silent: Nothing came in time.
            HungUp: The peer closed the connection.
            Garbled: What came is not DICOM; A-ABORT has been sent.
        """
        try:
            async with asyncio.timeout(deadline) as clock:
                while not self._events:
                    await self._read(clock, deadline)
        except TimeoutError:
            raise silent(self.stream.line.remote, deadline) from None
        return self._events.popleft()

    def put_back(self, events: Iterable[Event]) -> None:
        """Let `next` give these again: they came while something else was waited for."""
        self._events.extendleft(reversed(tuple(events)))

    async def poll(self) -> Event | None:
        """The next event if it is already there."""
        if not self._events and not self._fault:
            self._ahead = self._ahead or asyncio.get_running_loop().create_task(self._fill())
            await asyncio.sleep(0)
            if self._ahead.done():
                task, self._ahead = self._ahead, None
                task.result()
        return self._events.popleft() if self._events else None

    def hold(self, message: Message) -> bool:
        """Have a message sent together with what is sent next.

        Returns:
            Whether so much is held that it should go now: `send` another, or `release_held`.
        """
        self._standing()
        pieces = self.machine.send(message)
        self._held += pieces
        self._held_size += sum(map(len, pieces))
        return self._held_size >= _TOGETHER

    async def release_held(self, deadline: float) -> None:
        """Send what is held.

        Raises:
            Silent: The peer stopped reading.
            HungUp: The peer closed the connection.
        """
        held, self._held, self._held_size = self._held, [], 0
        if held:
            await self.write(b"".join(held), deadline)

    async def send(self, message: Message, deadline: float) -> None:
        """Send one message, and wait while the peer is slower than we are.

        Raises:
            Silent: The peer stopped reading.
            HungUp: The peer closed the connection, or has aborted meanwhile.
        """
        self._standing()
        batch, size = self._held, self._held_size
        self._held, self._held_size = [], 0
        for piece in self.machine.send(message):
            batch.append(piece)
            size += len(piece)
            if size >= _BATCH:
                await self.write(b"".join(batch), deadline)
                batch, size = [], 0
        if batch:
            await self.write(b"".join(batch), deadline)

    def _standing(self) -> None:
        if self.machine.state in {State.IDLE, State.AWAITS_CLOSE}:
            raise aborted(self.stream.line.remote, "before it was answered")

    async def write(self, data: bytes, deadline: float) -> None:
        """Send PDUs.

        Raises:
            Silent: The peer stopped reading.
            HungUp: The peer closed the connection.
        """
        try:
            async with asyncio.timeout(deadline):
                await self.stream.write(data)
        except TimeoutError:
            raise silent(self.stream.line.remote, deadline) from None

    async def abort(self, abort: Abort = BY_USER) -> None:
        """Send A-ABORT, if there still is anybody to hear it."""
        if self.machine.state in {State.IDLE, State.AWAITS_CLOSE}:
            return
        with suppress(LineBroke):
            await self.write(self.machine.abort(abort), 1)

    async def see_off(self, seconds: float) -> None:
        """Give the peer time to close first (Sta13, ARTIM), so that it reads all that we said."""
        if self.machine.state is not State.AWAITS_CLOSE:
            return
        with suppress(LineBroke, TimeoutError):
            async with asyncio.timeout(seconds):
                while await self.stream.read():
                    pass

    async def close(self) -> None:
        """Stop reading ahead."""
        if self._ahead:
            self._ahead.cancel()
            await asyncio.gather(self._ahead, return_exceptions=True)

    async def _read(self, clock: asyncio.Timeout, deadline: float) -> None:
        if self._fault:
            await self.abort(self.machine.complaint)
            raise self._fault
        if self._ahead:
            task, self._ahead = self._ahead, None
            await task
        elif await self._fill_once():
            clock.reschedule(asyncio.get_running_loop().time() + deadline)

    async def _fill(self) -> None:
        while not self._events and not self._fault:
            await self._fill_once()

    async def _fill_once(self) -> int:
        data = await self.stream.read()
        if not data:
            raise hung_up(self.stream.line.remote)
        before = self.machine.pdus
        try:
            for event in self.machine.receive(data):
                self._events.append(event)
        except Garbled as fault:
            self._fault = fault
        return self.machine.pdus - before


def aborted(who: str, why: str) -> HungUp:
    """The `HungUp` for an A-ABORT."""
    return HungUp(
        f"{who} aborted the association before it had answered.",
        remedy="Look into that system's log: it met something it did not expect.",
        status=f"A-ABORT: {why}",
    )


def left(who: str) -> HungUp:
    """The `HungUp` for an A-RELEASE by whoever owes an answer."""
    return HungUp(
        f"{who} ended the association before it had answered.",
        remedy="Look into that system's log: it met something it did not expect.",
        status="A-RELEASE in place of an answer",
    )
