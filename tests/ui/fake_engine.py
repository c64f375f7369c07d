"""`FakeEngine` imitates `showcase.client.EngineClient`: the same verbs, no network.

Events are pushed by the test; every verb is written down; it can go away, and say no.
"""

import asyncio
from collections.abc import AsyncGenerator

from showcase.client import EngineClient, EngineGone, EngineRefused
from showcase.model.answers import Door, EngineState, Explanation, Missed, RunBrief, StoryBrief
from showcase.model.callers import Reception
from showcase.model.clearance import Clearance
from showcase.model.events import Entry, RunStarted

STORY = StoryBrief(key="chest-pain", title="Chest pain", cuts={"tour": 5.0}, cues=3)


class FakeEngine(EngineClient):
    """An engine whose every event comes from the test."""

    def __init__(self) -> None:
        super().__init__(Door(url="http://127.0.0.1:1", key="k", pid=0))
        self.journal: list[Entry] = []
        self.verbs: list[str] = []
        self.refusal: EngineRefused | None = None
        self.blobs: dict[str, bytes] = {}
        self.closed = False
        self.run = ""
        self._news = asyncio.Condition()
        self._gone = False
        self.watched = asyncio.Event()
        self.said = asyncio.Event()

    # --- What the test does -----------------------------------------------------------------

    async def push(self, *entries: Entry) -> None:
        """Commit and publish."""
        async with self._news:
            for entry in entries:
                self.journal.append(entry)
                if isinstance(entry.event, RunStarted):
                    self.run = entry.event.run
            self._news.notify_all()
        await asyncio.sleep(0)

    async def go_away(self) -> None:
        """Die."""
        async with self._news:
            self._gone = True
            self._news.notify_all()

    async def until_said(self, verb: str) -> None:
        """Return once that verb was called."""
        async with asyncio.timeout(5):
            while verb not in self.verbs:
                self.said.clear()
                await self.said.wait()

    def _say(self, verb: str) -> None:
        self.verbs.append(verb)
        self.said.set()
        if self._gone:
            raise EngineGone
        if self.refusal:
            raise self.refusal

    # --- What the window does ---------------------------------------------------------------

    async def close(self) -> None:
        """Let go."""
        self.closed = True

    async def stories(self) -> list[StoryBrief]:
        """One story."""
        self._say("stories")
        return [STORY]

    async def state(self) -> EngineState:
        """What was pushed last."""
        if self._gone:
            raise EngineGone
        return EngineState(run=self.run, last_seq=self.journal[-1].seq if self.journal else 0)

    async def start_run(
        self,
        story: str,
        cast: str = "",
        cut: str = "",
        fast: bool = False,
        language: str = "",
        *,
        watch: bool = False,
    ) -> str:
        """A new run."""
        verb = "watch" if watch else "start"
        self._say(f"{verb} {story} {cast} {cut}{' fast' if fast else ''} {language}".strip())
        return "r2"

    async def clearance(self) -> Clearance:
        """Nothing was cleared."""
        return Clearance()

    async def reception(self) -> Reception:
        """Nobody calls."""
        return Reception(open_house=False)

    async def judge(self, caller: str, name: str = "", *, admitted: bool) -> None:
        """Admit or turn away."""
        self._say(f"{'admit' if admitted else 'turn away'} {caller} {name}".strip())

    async def name(self, address: str, name: str) -> None:
        """Name a caller."""
        self._say(f"name {address} {name}")

    async def open_house(self, *, everybody: bool, interface: str) -> None:
        """Open or close."""
        self._say(f"open {everybody} {interface}".strip())

    async def go(self) -> None:
        """Fire."""
        self._say("go")

    async def hold(self) -> None:
        """Hold."""
        self._say("hold")

    async def panic(self) -> None:
        """Cut."""
        self._say("panic")

    async def skip(self) -> None:
        """Skip."""
        self._say("skip")

    async def retry(self) -> None:
        """Retry."""
        self._say("retry")

    async def jump(self, cue: str) -> None:
        """Jump."""
        self._say(f"jump {cue}")

    async def stand_in(self, role: str) -> None:
        """Take over."""
        self._say(f"stand-in {role}")

    async def give_back(self, role: str) -> list[Missed]:
        """Give back."""
        self._say(f"give-back {role}")
        return []

    async def end(self) -> None:
        """End."""
        self._say("end")

    async def quit(self) -> None:
        """Quit."""
        self._say("quit")

    async def runs(self) -> list[RunBrief]:
        """No history."""
        self._say("runs")
        return []

    async def run_events(self, run: str) -> list[Entry]:
        """What was pushed of that run."""
        self._say(f"events of {run}")
        return [entry for entry in self.journal if entry.event.run == run]

    async def explain(self, hop: str) -> Explanation:
        """Nothing to explain."""
        self._say(f"explain {hop}")
        return Explanation(hop=hop, request=(), response=(), request_text="", response_text="")

    async def blob(self, digest: str) -> bytes:
        """A blob the test has put in."""
        self._say(f"blob {digest}")
        return self.blobs[digest]

    async def events(self, after: int | None = None) -> AsyncGenerator[Entry, None]:
        """Everything behind `after`, then whatever is pushed."""
        seen = after or 0
        self.watched.set()
        while True:
            async with self._news:
                while not self._gone and not any(entry.seq > seen for entry in self.journal):
                    await self._news.wait()
                if self._gone:
                    raise EngineGone
                fresh = [entry for entry in self.journal if entry.seq > seen]
            for entry in fresh:
                seen = entry.seq
                yield entry
