"""What the window wants to know of its engine, and takes away from it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from showcase.client import EngineGone, EngineRefused
from showcase.model.answers import (
    Comparison,
    Explanation,
    Found,
    Mention,
    ReadinessReport,
    RunBrief,
    StoryBrief,
)
from showcase.model.clearance import Clearance
from showcase.model.events import Entry
from ui.asking import Asking

Cancel = Callable[[], None]
"""Gives a long question up."""


class Questions(Asking):
    """Each returns at once; `then` gets the answer, or a notice says why there is none.

    Attributes:
        cast: Path of the cast that runs are started with; empty: our own stand-ins.
    """

    blobCame = Signal(str, bytes)

    def __init__(self, cast: str = "", parent: QObject | None = None) -> None:
        """No engine yet.

        Args:
            cast: Path of the cast that runs are started with; empty: our own stand-ins.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self.cast = cast
        self._wanted: set[str] = set()

    def stories(self, then: Callable[[list[StoryBrief]], None]) -> None:
        """Every story that can be played."""
        self._ask(lambda engine: engine.stories(), then)

    def clearance(self, then: Callable[[Clearance], None]) -> None:
        """What the newest reset has cleared, and what it could not clear."""
        self._at_once(lambda engine: engine.clearance(), then)

    def runs(self, then: Callable[[list[RunBrief]], None]) -> None:
        """The history."""
        self._ask(lambda engine: engine.runs(), then)

    def entries_of(self, run: str, then: Callable[[list[Entry]], None]) -> None:
        """Every entry of a recorded run."""
        self._at_once(lambda engine: engine.run_events(run), then)

    def explain(self, hop: str, then: Callable[[Explanation], None]) -> None:
        """The recorded bytes of a hop, for people."""
        self._at_once(lambda engine: engine.explain(hop), then)

    def search(self, text: str, then: Callable[[list[Found]], None]) -> None:
        """Runs and exchanges of the whole journal, the newest first."""
        self._at_once(lambda engine: engine.search(text), then)

    def follow_value(self, run: str, value: str, then: Callable[[list[Mention]], None]) -> None:
        """Every exchange of a run in which a value occurs, whatever the standard."""
        self._at_once(lambda engine: engine.follow(run, value), then)

    def compare(self, a: str, b: str, then: Callable[[Comparison], None]) -> None:
        """In which lines two hops differ."""
        self._at_once(lambda engine: engine.compare(a, b), then)

    def page(self, run: str, then: Callable[[bytes], None]) -> None:
        """A run as one HTML page."""
        self._at_once(lambda engine: engine.export_page(run), then)

    def files(self, run: str, hops: Sequence[str], then: Callable[[bytes], None]) -> None:
        """A run, or some of its hops, as raw files with an index."""
        self._at_once(lambda engine: engine.export_files(run, hops), then)

    def readiness(
        self,
        story: str,
        then: Callable[[ReadinessReport], None],
        failed: Callable[[str], None],
    ) -> Cancel:
        """Ask every system of the cast; takes up to a minute."""

        async def ask() -> None:
            if self._engine is None:
                failed("")
                return
            try:
                report = await self._engine.readiness(story, self.cast)
            except (EngineGone, EngineRefused) as error:
                failed(f"{error.words} {error.remedy}".strip())
            else:
                then(report)

        task = self._own(ask()) if self._group else None
        return task.cancel if task else lambda: None  # type: ignore[return-value]  # says whether

    def blob(self, digest: str, then: Callable[[bytes], None]) -> None:
        """Recorded bytes."""
        self._at_once(lambda engine: engine.blob(digest), then)

    def fetch(self, digest: str) -> None:
        """A picture is missing: `blobCame` will bring it, now or when the engine is back."""
        if digest in self._wanted:
            return
        self._wanted.add(digest)
        if self._engine:
            self._fetch(digest)

    def _want_again(self) -> None:
        for digest in tuple(self._wanted):
            self._fetch(digest)

    def _fetch(self, digest: str) -> None:
        def came(data: bytes) -> None:
            self._wanted.discard(digest)
            self.blobCame.emit(digest, data)

        self.blob(digest, came)
