"""`Link`: the one crossing between the engine and everything that is drawn.

Events arrive here and leave as one signal; what people press leaves here as a call. Nothing else
in the window knows that there is a network. A recorded run comes out of the same signal, so it is
drawn by the same code; the run on stage is kept meanwhile and drawn again afterwards.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import aclosing, suppress
from enum import IntEnum

from PySide6.QtCore import QObject, Signal

from showcase.client import EngineClient, EngineGone, EngineRefused
from showcase.model.answers import EngineState
from showcase.model.callers import Reception
from showcase.model.events import CallerJudged, Entry, Knocked, RunStarted
from ui.breath import Breath
from ui.questions import Questions
from ui.replay import Replay
from ui.translations import translate

_AGAIN = 1.0
"""Seconds before the engine is looked for again."""


class Connection(IntEnum):
    """Whether there is an engine."""

    STARTING = 0
    LIVE = 1
    LOST = 2  # it went away; it is being looked for
    BROKEN = 3  # it does not come up; somebody must look


Attach = Callable[[], Awaitable[EngineClient]]
"""Finds an engine, or starts one; raises `EngineGone` when there is none to be had."""


class Link(Questions):
    """The engine's client.

    Attributes:
        language: Of the stories' texts in runs that begin from now on; empty: the story's own.
        reel: The recording that is drawn; None while the live stage is.
    """

    entry = Signal(object)  # showcase.model.events.Entry, live or recorded
    cleared = Signal()  # what is drawn is to be forgotten: another run follows from its beginning
    recording = Signal(bool)
    connection = Signal(int, str, str)  # Connection, words, remedy
    stateKnown = Signal(object)  # EngineState
    knocked = Signal()  # somebody stands before the door, or was judged
    moved = Signal()  # position, speed or pause of the recording have changed
    clearanceCame = Signal(object)  # showcase.model.clearance.Clearance, of the newest reset
    jumped = Signal()  # what was just told is to be shown at once, not animated

    def __init__(self, attach: Attach, *, cast: str = "", parent: QObject | None = None) -> None:
        """Not attached yet; `run` does it.

        Args:
            attach: How an engine is found.
            cast: Path of the cast that runs are started with; empty: our own stand-ins.
            parent: Qt's owner.
        """
        super().__init__(cast, parent)
        self.language = ""
        self.reel: Replay | None = None
        self._attach = attach
        self._look_again = asyncio.Event()
        self._closing = asyncio.Event()
        self._quits = False
        self._seen = -1
        self._live: list[Entry] = []
        self._replay: asyncio.Task[None] | None = None
        self._recorded = False

    # --- Life -----------------------------------------------------------------------------------

    async def run(self) -> None:
        """Stay attached until `close` is called."""
        async with asyncio.TaskGroup() as group:
            self._group = group
            for duty in (self._stay_attached(), self._answer_in_order()):
                _ = self._own(duty)
            await self._closing.wait()
            for task in tuple(self._tasks):
                task.cancel()
        self._group = None
        if self._engine:
            # only now that nobody looks for an engine any more: a new one would be started
            if self._quits:
                with suppress(EngineGone, EngineRefused):
                    await self._engine.quit()
            await self._engine.close()

    def close(self, *, quit_engine: bool = False) -> None:
        """Let go; `run` returns.

        Args:
            quit_engine: Have the engine end as well; it may be gone already.
        """
        self._quits = self._quits or quit_engine
        self._closing.set()

    def look_again(self) -> None:
        """Somebody has mended something: look for the engine once more."""
        self._look_again.set()

    async def _stay_attached(self) -> None:
        known = False
        while True:
            try:
                self._tell(Connection.LOST if known else Connection.STARTING)
                self._engine = await self._attach()
                known = True
                await self._watch(self._engine)
            except (EngineGone, EngineRefused) as error:
                engine, self._engine = self._engine, None
                await self._after(error, engine)

    async def _after(self, error: EngineGone | EngineRefused, engine: EngineClient | None) -> None:
        """The engine went away: look again soon; or it never came: when somebody asks."""
        if engine:
            self._tell(Connection.LOST, error)
            await engine.close()
            await asyncio.sleep(_AGAIN)
            return
        self._look_again.clear()
        self._tell(Connection.BROKEN, error)
        await self._look_again.wait()

    async def _watch(self, engine: EngineClient) -> None:
        state = await engine.state()
        if state.last_seq < self._seen or self._seen < 0:
            await self._catch_up(engine, state)
        self._tell(Connection.LIVE)
        self.stateKnown.emit(state)
        self._want_again()
        breath = Breath()
        async with aclosing(engine.events(after=self._seen)) as entries:
            async for entry in entries:
                self._arrived(entry)
                await breath.take()

    async def _catch_up(self, engine: EngineClient, state: EngineState) -> None:
        """Draw the run on stage from its beginning: a window that was killed reattaches."""
        entries = await engine.run_events(state.run) if state.run else []
        self._seen = state.last_seq
        self._live = [each for each in entries if each.seq <= state.last_seq]
        self._draw_live()

    def _arrived(self, entry: Entry) -> None:
        self._seen = entry.seq
        if isinstance(entry.event, Knocked | CallerJudged):
            self.knocked.emit()
        if isinstance(entry.event, RunStarted):
            self._live = []
            if self._recorded:  # somebody has begun a run: that is what people want to see
                self._stop_replay()
        self._live.append(entry)
        if not self._recorded:
            self.entry.emit(entry)

    def _draw_live(self) -> None:
        if self._recorded:
            return
        self.cleared.emit()
        for entry in self._live:
            self.entry.emit(entry)

    # --- Verbs ----------------------------------------------------------------------------------

    def go(self) -> None:
        """Fire the standby cue; after a hold, go on."""
        self._ask(lambda engine: engine.go())

    def hold(self) -> None:
        """Stop sending; waits behind nothing."""
        self._at_once(lambda engine: engine.hold())

    def panic(self) -> None:
        """Cut everything; waits behind nothing."""
        self._at_once(lambda engine: engine.panic())

    def skip(self) -> None:
        """Pass over the standby cue."""
        self._ask(lambda engine: engine.skip())

    def retry(self) -> None:
        """Fire the cue that did not hold once more."""
        self._ask(lambda engine: engine.retry())

    def jump(self, cue: str) -> None:
        """Make that cue the standby."""
        self._ask(lambda engine: engine.jump(cue))

    def stand_in(self, role: str) -> None:
        """Let the stand-in play that role from now on."""
        self._ask(lambda engine: engine.stand_in(role))

    def give_back(self, role: str) -> None:
        """Let the vendor's system play again what a stand-in took over."""
        self._ask(lambda engine: engine.give_back(role))

    def reception(self, then: Callable[[Reception], None]) -> None:
        """Every open port, who calls there, and who knocks."""
        self._ask(lambda engine: engine.reception(), then)

    def judge(self, caller: str, name: str, admitted: bool) -> None:  # noqa: FBT001 - as QML says it
        """Admit a stranger, or turn it away; waits behind nothing."""
        self._at_once(lambda engine: engine.judge(caller, name, admitted=admitted))

    def open_house(self, everybody: bool, interface: str) -> None:  # noqa: FBT001 - as QML says it
        """Say whether strangers come in unasked, and where stand-ins listen."""
        self._ask(lambda engine: engine.open_house(everybody=everybody, interface=interface))

    def start_run(self, story: str, cut: str) -> None:
        """End what is on stage; a new run with a fresh patient."""
        self.back_to_live()
        self._ask(
            lambda engine: engine.start_run(story, cast=self.cast, cut=cut, language=self.language),
            lambda _run: self.clearance(self.clearanceCame.emit),
        )

    def watch(self, story: str) -> None:
        """End what is on stage; draw whatever the story's systems see, and play nothing."""
        self.back_to_live()
        self._ask(
            lambda engine: engine.start_run(
                story, cast=self.cast, language=self.language, watch=True
            )
        )

    def name(self, address: str, name: str) -> None:
        """Call a caller whom the cast does not know so from now on."""
        self._ask(lambda engine: engine.name(address, name))

    def replay(self, run: str) -> None:
        """Draw a recorded run."""
        self._ask(lambda engine: engine.run_events(run), self._begin_replay)

    def back_to_live(self) -> None:
        """Leave the recording; draw what is on stage now."""
        if self._recorded:
            self._stop_replay()
            self._draw_live()

    def _tell(
        self, connection: Connection, error: EngineGone | EngineRefused | None = None
    ) -> None:
        words, remedy = (error.words, error.remedy) if error else ("", "")
        self.connection.emit(int(connection), words, remedy)

    # --- Recordings -----------------------------------------------------------------------------

    def _begin_replay(self, entries: Sequence[Entry]) -> None:
        self._stop_replay()
        if not entries:
            self.noticed.emit(
                translate("Link", "That run has left nothing to draw."),
                translate("Link", "Choose another."),
            )
            return
        self._recorded = True
        self.recording.emit(self._recorded)
        self.cleared.emit()
        self.reel = Replay(entries, self.entry.emit, self.moved.emit)
        self.moved.emit()
        self._replay = self._own(self.reel.play())

    def seek(self, position: int) -> None:
        """Draw the recording as it stood after so many entries."""
        if self.reel:
            self.cleared.emit()
            self.reel.seek(position)
            self.jumped.emit()

    def _stop_replay(self) -> None:
        if self._replay:
            self._replay.cancel()
            self._replay = None
        if self._recorded:
            self._recorded = False
            self.reel = None
            self.moved.emit()
            self.recording.emit(self._recorded)
            self.cleared.emit()
