"""The library: stories and cuts to begin, runs to see again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, assert_never

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from showcase.model.answers import RunBrief, StoryBrief
from showcase.model.events import (
    CallerJudged,
    CueEnded,
    CueStandby,
    CueStarted,
    CueWaits,
    Entry,
    HopEnded,
    HopProgressed,
    HopStarted,
    Knocked,
    NearMissed,
    Noticed,
    RolePassed,
    RunEnded,
    RunHeld,
    RunResumed,
    RunStarted,
)
from ui.baggage import documents, save
from ui.rows import Rows
from ui.translations import day_and_hour, decimal, spoken, translate

QML_IMPORT_NAME = "Showcase.Console"
QML_IMPORT_MAJOR_VERSION = 1

_USUAL = "chest-pain"
"""The story that is chosen until somebody chooses another."""


class Shelf(Protocol):
    """What the library asks of the link."""

    def stories(self, then: Callable[[list[StoryBrief]], None]) -> None:
        """Every story that can be played."""

    def runs(self, then: Callable[[list[RunBrief]], None]) -> None:
        """The history."""

    def start_run(self, story: str, cut: str) -> None:
        """A new run with a fresh patient."""

    def watch(self, story: str) -> None:
        """Play nothing; draw whatever the story's systems see."""

    def replay(self, run: str) -> None:
        """Draw a recorded run."""

    def page(self, run: str, then: Callable[[bytes], None]) -> None:
        """A run as one HTML page."""

    def files(self, run: str, hops: Sequence[str], then: Callable[[bytes], None]) -> None:
        """A run, or some of its hops, as raw files with an index."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TourRow:
    """A story in one of its cuts.

    Attributes:
        key: Story and cut.
        title: The story's; the list groups by it.
        detail: ``Tour · 5 min``.
        chosen: N begins this one.
    """

    key: str
    story: str
    cut: str
    title: str
    detail: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRow:
    """A run in the history.

    Attributes:
        outcome: ``acknowledged`` when everything held; else ``failed``; empty while it is on.
        shown: It is the recording on screen.
    """

    run: str
    title: str
    patient: str
    at: str
    detail: str
    outcome: str
    shown: bool


@QmlElement
@QmlUncreatable("The window makes it.")
class LibraryModel(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """What can be begun, and what can be seen again."""

    changed = Signal()
    noticed = Signal(str, str)  # words, remedy
    begun = Signal(str, str)  # story, cut

    def __init__(
        self,
        shelf: Shelf,
        *,
        story: str = "",
        cut: str = "",
        last: tuple[str, str] = ("", ""),
        parent: QObject | None = None,
    ) -> None:
        """Nothing known yet.

        Args:
            shelf: Whom to ask.
            story: Key of the story that N begins; empty: the first there is.
            cut: Its cut.
            last: Story and cut that were played last; taken up again if it is still there.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._shelf = shelf
        self._story, self._cut = story, cut
        self._last = last
        self._known = False
        self._briefs: list[StoryBrief] = []
        self._history: list[RunBrief] = []
        self._replayed = ""
        self._tours = Rows(TourRow, parent=self)
        self._runs = Rows(RunRow, parent=self)

    def apply(self, entry: Entry) -> None:
        """A run that begins or ends changes the history."""
        event = entry.event
        match event:
            case RunStarted() | RunEnded():
                self._shelf.runs(self._runs_known)
            case CueStandby() | CueStarted() | CueEnded() | RunHeld() | RunResumed():
                pass
            case HopStarted() | HopProgressed() | HopEnded() | RolePassed() | Noticed():
                pass
            case CueWaits() | NearMissed() | Knocked() | CallerJudged():
                pass
            case _:
                assert_never(event)

    def refresh(self) -> None:
        """Ask again: the engine is there, or there anew."""
        self._shelf.stories(self._stories_known)
        self._shelf.runs(self._runs_known)

    def recording(self, shown: bool) -> None:  # noqa: FBT001 - a Qt signal's argument
        """What is drawn is a recorded run, or is not."""
        if not shown:
            self._replayed = ""
        self._show()

    @Property(QObject, constant=True)
    def tours(self) -> QObject:
        """Stories, each in its cuts."""
        return self._tours

    @Property(QObject, constant=True)
    def runs(self) -> QObject:
        """The history, newest first."""
        return self._runs

    @Property(bool, notify=changed)
    def known(self) -> bool:
        """The engine has said what there is."""
        return self._known

    @Property(bool, notify=changed)
    def empty(self) -> bool:
        """There is no story to play."""
        return not self._briefs

    @Property(str, notify=changed)
    def chosen(self) -> str:
        """What N begins, for people."""
        for row in self._tour_rows():
            if row.chosen:
                return f"{row.title} · {row.detail}"
        return ""

    @Property(int, notify=changed)
    def chosenRow(self) -> int:
        """Its line among the tours; -1: none."""
        chosen = (n for n, row in enumerate(self._tour_rows()) if row.chosen)
        return next(chosen, -1)

    def retell(self) -> None:
        """In the language that is spoken now."""
        self._show()

    @Slot(str, str)
    def choose(self, story: str, cut: str) -> None:
        """N begins this one."""
        self._story, self._cut = story, cut
        self._show()

    @Slot()
    def begin(self) -> None:
        """A fresh patient, and the chosen story from its beginning."""
        if not self._story:
            self._shelf.stories(self._stories_known)
            return
        self._shelf.start_run(self._story, self._cut)
        self.begun.emit(self._story, self._cut)

    @Slot()
    def watch(self) -> None:
        """Play nothing; draw whatever the systems of the chosen story see."""
        if self._story:
            self._shelf.watch(self._story)

    @Slot(str)
    def replay(self, run: str) -> None:
        """Draw a recorded run."""
        self._replayed = run
        self._shelf.replay(run)
        self._show()

    @Slot(str)
    def savePage(self, run: str) -> None:
        """Keep a run as one HTML page among the documents."""
        self._shelf.page(run, lambda data: self._save(run, data, "html"))

    @Slot(str)
    def saveFiles(self, run: str) -> None:
        """Keep a run as raw files with an index among the documents."""
        self._shelf.files(run, (), lambda data: self._save(run, data, "zip"))

    def saveHops(self, run: str, hops: Sequence[str]) -> None:
        """Keep some hops of a run as raw files with an index among the documents."""
        self._shelf.files(run, hops, lambda data: self._save(run, data, "zip"))

    def _save(self, run: str, data: bytes, kind: str) -> None:
        brief = next((each for each in self._history if each.run == run), None)
        name = f"{brief.started.astimezone():%Y-%m-%d %H.%M} {brief.patient}" if brief else run
        try:
            path = save(data, name, kind)
        except OSError as error:
            self.noticed.emit(
                translate("Library", "It could not be saved: {why}.").format(why=error.strerror),
                translate("Library", "Make room, or make that folder writable: {folder}").format(
                    folder=documents()
                ),
            )
        else:
            self.noticed.emit(translate("Library", "Saved."), str(path))

    @Property(str, notify=changed)
    def storyKey(self) -> str:
        """The story that N begins."""
        return self._story

    def _stories_known(self, briefs: list[StoryBrief]) -> None:
        self._known = True
        self._briefs = briefs
        keys = [each.key for each in briefs]
        if not self._story and self._last[0] in keys:
            self._story, self._cut = self._last
        if not self._story and keys:
            self._story = _USUAL if _USUAL in keys else keys[0]
        if not self._cut:
            self._cut = next((cut for b in briefs if b.key == self._story for cut in b.cuts), "")
        self._show()

    def _runs_known(self, runs: list[RunBrief]) -> None:
        self._history = runs
        self._show()

    def _show(self) -> None:
        self._tours.show(self._tour_rows())
        self._runs.show(tuple(self._run_row(each) for each in self._history))
        self.changed.emit()

    def _tour_rows(self) -> tuple[TourRow, ...]:
        return tuple(
            TourRow(
                key=f"{brief.key}/{cut}",
                story=brief.key,
                cut=cut,
                title=brief.titles.get(spoken(), brief.title),
                detail=_cut_words(brief, cut, minutes),
                chosen=(brief.key, cut) == (self._story, self._cut),
            )
            for brief in self._briefs
            for cut, minutes in _cuts(brief).items()
        )

    def _run_row(self, brief: RunBrief) -> RunRow:
        return RunRow(
            run=brief.run,
            title=brief.title,
            patient=brief.patient or translate("Library", "Only watched"),
            at=day_and_hour(brief.started),
            detail=_how(brief),
            outcome=_outcome(brief),
            shown=brief.run == self._replayed,
        )


def _cuts(brief: StoryBrief) -> dict[str, float]:
    """Its cuts; a story without any is played as a whole."""
    return brief.cuts or {"": 0.0}


def _cut_words(brief: StoryBrief, cut: str, minutes: float) -> str:
    name = (
        _cut_name(cut)
        if cut
        else translate("Library", "The whole story, {count} steps").format(count=brief.cues)
    )
    return f"{name} · {decimal(minutes)}\N{NO-BREAK SPACE}min" if minutes else name


def _cut_name(cut: str) -> str:
    usual = {
        "full": translate("Library", "Full"),
        "short": translate("Library", "Short"),
        "tour": translate("Library", "Tour"),
    }
    return usual.get(cut, cut.capitalize())


def _how(brief: RunBrief) -> str:
    if brief.ended is None:
        return translate("Library", "{count} hops so far").format(count=brief.hops)
    bad = brief.refused + brief.failed
    if bad:
        return translate("Library", "{count} hops, {bad} not acknowledged").format(
            count=brief.hops, bad=bad
        )
    return translate("Library", "{count} hops, all acknowledged").format(count=brief.hops)


def _outcome(brief: RunBrief) -> str:
    if brief.ended is None:
        return ""
    return "acknowledged" if brief.held else "failed"
