"""One tapped connection: what either side says goes to the other, at once and unaltered.

So do the ways in which it ends: half closed, closed, reset. Whoever listens does so a moment
later, on a task of its own; it can hold the line up only when it is far behind.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress

import structlog

from showcase.taps.ear import Ear
from showcase.taps.tape import Tape
from showcase.wire.failure import Garbled, HungUp, LineBroke, TlsRefused
from showcase.wire.limits import Limits
from showcase.wire.stream import Stream

_BESIDE = 0.002
"""Seconds that we let the line go on before we make out what was said: an answer that is as quick
as that does not have to wait for us."""

_BEHIND = 64 * 1024 * 1024
"""Bytes unheard after which the line has to wait for whoever listens."""

_ASKING = 1.0
"""Seconds in which a caller that cannot be connected may say what it wanted."""

LIMITS = Limits(idle_seconds=4 * 3600)
"""Two vendors may keep a connection open over lunch."""

_CLOSED = HungUp(
    "Showcase closed the tap before the answer came.",
    remedy="Start again; both systems connect anew by themselves.",
    status="tap closed",
)

_BUG = Garbled(
    "Showcase itself failed while it listened.",
    remedy="Send us the engine's log; the two systems are not disturbed.",
    status="internal fault",
)

_log = structlog.get_logger()


class Relay:
    """Both ends of one connection, and who listens."""

    def __init__(
        self,
        near: Stream,
        tape: Tape,
        ear: Ear,
        lost: Callable[[Garbled], None],
        *,
        limits: Limits = LIMITS,
    ) -> None:
        """Nothing has been passed yet.

        Args:
            near: The caller.
            tape: Where to note what passes.
            ear: Who makes hops of it.
            lost: Told when the ear cannot follow.
            limits: How long the line may be idle.
        """
        self._near = near
        self._tape = tape
        self._ear = ear
        self._lost = lost
        self._limits = limits
        self._deaf = False

    async def run(self, far: Stream) -> None:
        """Pass on what either side says until both are done."""
        loop = asyncio.get_running_loop()
        listening = loop.create_task(self._listen(far))
        ways = [
            loop.create_task(self._pass(self._near, far, outward=True)),
            loop.create_task(self._pass(far, self._near, outward=False)),
        ]
        try:
            await asyncio.wait(ways)
            for each in (far, self._near):
                await each.close()
            self._tape.finish()
            await asyncio.gather(*ways, listening)
        except BaseException:
            far.abort()
            raise
        finally:
            for task in (*ways, listening):
                task.cancel()
            await asyncio.gather(*ways, listening, return_exceptions=True)

    async def in_vain(self, failure: LineBroke) -> None:
        """Nobody is there to pass anything on to; hear what was wanted, and drop the caller."""
        try:
            with suppress(TimeoutError, HungUp, TlsRefused):
                async with asyncio.timeout(_ASKING):
                    await self._hear_what_was_wanted()
        finally:
            self._tape.finish()
            await self._over(failure)
            self._near.reset()

    async def _hear_what_was_wanted(self) -> None:
        while not self._ear.asked and not self._deaf and (data := await self._near.read()):
            self._tape.note(data, outward=True)
            await self._hear()

    async def _pass(self, source: Stream, target: Stream, *, outward: bool) -> None:
        try:
            while data := await source.read():
                if not self._deaf:
                    self._tape.note(data, outward=outward)
                await target.write(data)
                source.line.forget()
                target.line.forget()
                if self._tape.unheard_size > _BEHIND:
                    await self._tape.heard()
        except (HungUp, TlsRefused):
            # whichever side it was: the other one hears of it in the same way
            source.reset()
            target.reset()
            return
        if not target.finish():
            await target.close()

    async def _listen(self, far: Stream) -> None:
        try:
            while not self._tape.over:
                await self._listen_once(far)
            await self._hear()
        except asyncio.CancelledError:
            await self._hear()  # what has passed has passed
            await self._over(_CLOSED)
            raise
        await self._over(None)

    async def _listen_once(self, far: Stream) -> None:
        patience = self._ear.patience
        if not await self._tape.news(patience or self._limits.idle_seconds):
            if patience is None:
                _log.info("idle connection closed", peer=self._near.line.remote)
                self._near.reset()
                far.reset()
            elif not self._deaf:
                await self._ear.lapse()
            return
        await asyncio.sleep(_BESIDE)
        await self._hear()

    async def _hear(self) -> None:
        """Have the ear hear what has passed; one that cannot follow hears no more."""
        for outward, data in self._tape.unheard():
            if self._deaf:
                break
            try:
                await self._ear.hear(data, outward=outward)
            except Garbled as fault:
                await self._give_up(fault)
            except Exception:  # noqa: BLE001 - two vendors must not suffer from a bug of ours
                _log.exception("ear failed", peer=self._near.line.remote)
                await self._give_up(_BUG)
            # between two exchanges, the line comes first
            await asyncio.sleep(0)

    async def _give_up(self, fault: Garbled) -> None:
        await self._over(fault)
        self._deaf = True
        self._tape.erase()
        self._lost(fault)

    async def _over(self, failure: LineBroke | None) -> None:
        if not self._deaf:
            await self._ear.over(failure)
