"""What the window wants to know of its engine, and takes away from it."""

from collections.abc import Awaitable, Callable, Sequence
from typing import NamedTuple, TypeVar

import msgspec
from PySide6.QtCore import QObject, Signal

from showcase.client import EngineClient, EngineGone, EngineRefused
from showcase.model.answers import Comparison, Explanation, Found, Mention, RunBrief, StoryBrief
from showcase.model.casting import CastBrief, CastSaved, CastSheet, CastWanted
from showcase.model.certificates import Certificates, CertificateWanted
from showcase.model.clearance import Clearance
from showcase.model.events import Entry
from showcase.model.lookout import Curtain, Lookout, LookoutWanted
from showcase.model.readiness import Check, ReadinessReport
from ui.asking import Asking
from ui.translations import translate

Cancel = Callable[[], None]
"""Gives a long question up."""

_T = TypeVar("_T")


class SystemAsked(NamedTuple):
    """One system of a cast; `subject` empty: all of its addresses."""

    file: str
    story: str
    role: str
    subject: str


class Questions(Asking):
    """Each returns at once; `then` gets the answer, or a notice says why there is none.

    Attributes:
        cast: Path of the cast that runs are started with; empty: our own stand-ins.
        language: Of the stories' texts; empty: the story's own.
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
        self.language = ""
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
                report = await self._engine.readiness(story, self.cast, self.language)
            except (EngineGone, EngineRefused) as error:
                failed(f"{error.words} {error.remedy}".strip())
            else:
                then(report)

        task = self._own(ask()) if self._group else None
        return task.cancel if task else lambda: None  # type: ignore[return-value]  # says whether

    def casts(
        self, story: str, then: Callable[[list[CastBrief]], None], failed: Callable[[str], None]
    ) -> None:
        """Every cast there is, the chosen one wherever it lies."""
        self._attempt(lambda engine: engine.casts(story, self.cast), then, failed)

    def cast_sheet(
        self,
        file: str,
        story: str,
        then: Callable[[CastSheet], None],
        failed: Callable[[str], None],
    ) -> None:
        """What stands in a cast, beside a story."""
        self._attempt(lambda engine: engine.cast(file, story, self.language), then, failed)

    def change_cast(
        self,
        wanted: CastWanted,
        then: Callable[[CastSaved], None],
        failed: Callable[[str], None],
    ) -> None:
        """Change a cast, unless that would make it worse."""
        told = msgspec.structs.replace(wanted, language=self.language)
        self._attempt(lambda engine: engine.change_cast(told), then, failed)

    def bring(
        self,
        file: str,
        found: tuple[str, bytes],
        then: Callable[[str], None],
        failed: Callable[[str], None],
    ) -> None:
        """Put a file, by name and content, beside a cast."""
        self._attempt(lambda engine: engine.bring(file, *found), then, failed)

    def certificates(
        self, then: Callable[[Certificates], None], failed: Callable[[str], None]
    ) -> None:
        """All that the booth's certificate authority has issued."""
        self._attempt(lambda engine: engine.certificates(), then, failed)

    def issue(
        self,
        wanted: CertificateWanted,
        then: Callable[[Certificates], None],
        failed: Callable[[str], None],
    ) -> None:
        """Have one more issued, and handed over."""
        self._attempt(lambda engine: engine.issue(wanted), then, failed)

    def switch_cast(
        self, file: str, story: str, then: Callable[[], None], failed: Callable[[str], None]
    ) -> None:
        """Runs begin with that cast from now on."""

        def switched(_nothing: None) -> None:
            self.cast = file
            then()

        self._attempt(lambda engine: engine.switch_cast(file, story), switched, failed)

    def test_system(
        self,
        asked: SystemAsked,
        then: Callable[[list[Check]], None],
        failed: Callable[[str], None],
    ) -> Cancel:
        """Ask one system of a cast, at one of its addresses or all."""
        return self._attempt(lambda engine: engine.test(*asked), then, failed)

    def _attempt(
        self,
        verb: Callable[[EngineClient], Awaitable[_T]],
        then: Callable[[_T], None],
        failed: Callable[[str], None],
    ) -> Cancel:
        """Ask at once; whoever asked is told why there is no answer."""

        async def ask() -> None:
            if self._engine is None:
                failed(translate("Link", "The engine is not there yet."))
                return
            try:
                answer = await verb(self._engine)
            except (EngineGone, EngineRefused) as error:
                failed(f"{error.words} {error.remedy}".strip())
            else:
                then(answer)

        task = self._own(ask()) if self._group else None
        return task.cancel if task else lambda: None  # type: ignore[return-value]  # says whether

    def lookout(self, then: Callable[[Lookout], None]) -> None:
        """The engine's second door."""
        self._ask(lambda engine: engine.lookout(), then)

    def change_lookout(self, wanted: LookoutWanted, then: Callable[[Lookout], None]) -> None:
        """Open it, close it, or change its key."""
        self._ask(lambda engine: engine.change_lookout(wanted), then)

    def draw_curtain(self, *, holding: bool, frozen: bool) -> None:
        """Have walls on other machines do as the one here."""
        self._ask(lambda engine: engine.draw_curtain(holding=holding, frozen=frozen))

    def follow_curtain(self, then: Callable[[Curtain], None], known: int = -1) -> None:
        """Tell how the curtain hangs, now and whenever it moves; until the engine is gone."""

        def came(curtain: Curtain) -> None:
            if curtain.number != known:
                then(curtain)
            self.follow_curtain(then, curtain.number)

        self._at_once(lambda engine: engine.curtain(known), came)

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
