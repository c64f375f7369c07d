"""A console that nobody sees, and an engine that answers from a tape."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QSize, QTimer
from PySide6.QtGui import QGuiApplication, QImage

from showcase.explain.compare import compare
from showcase.model.answers import Comparison, Explanation, Found, Mention, RunBrief, StoryBrief
from showcase.model.events import CueStandby, Entry, Event, HopEnded
from showcase.model.readiness import Check, CheckState, Job, ReadinessReport, RoleReadiness
from tests.stills.recorded import Recorded, hop_of, taped
from tests.ui import cast_still, journey, script
from ui import translations
from ui.viewmodels.settings import SettingsModel
from ui.window import Wanted, Window

_SETTLED = 700
"""Milliseconds after which every movement of the console has ended."""

_ALIKE, _MOST = 3, 20
"""So many pictures alike, and nothing moves; so many, and something always will."""


class Booth:
    """A console that nobody sees, an engine that answers from a tape, and a clock that stands."""

    def __init__(self, casts: Path, size: QSize, language: str, light: bool) -> None:
        self.link = _Tape(casts)
        self.link.told_in = language if language != translations.SOURCE else ""
        self.clock = _Clock()
        settings = SettingsModel()
        settings.greet()
        settings.speak(language)
        wanted = Wanted(light=light)
        self.window = Window(self.link, self.clock, settings=settings, wanted=wanted)
        self.window.root.resize(size)
        assert self.window.qml
        theme = self.window.qml.singletonInstance("Showcase.Theme", "Theme")
        assert isinstance(theme, QObject)
        theme.setProperty("still", True)
        theme.setProperty("tempo", 30.0)  # everything comes to rest at once
        for digest, data in journey.blobs().items():
            self.window.link.blobCame.emit(digest, data)
        self.link.live()
        self.window.library.refresh()

    def play(self, until: str = "", then: str = "") -> None:
        """The journey, up to the end of a cue, with another on standby; or all of it."""
        entries = taped(journey.journey(stop_after=until))[0]
        self.tell(entries[:-1] if then else entries)
        if then:
            self.happen(CueStandby(run=journey.RUN, cue=then))

    def happen(self, event: Event) -> None:
        """And now that."""
        self.tell([Entry(seq=900, at=self.clock.at, event=event)])

    def tell(self, entries: list[Entry]) -> None:
        """Those things have happened, and have been seen."""
        for entry in entries:
            self.clock.at = entry.at
            self.link.tell(entry)
            self.window.stage.settle()

    def look(self, cue: str, receiver: str) -> None:
        """Look into that hop."""
        self.window.inspector.select(hop_of(self.link.tapes, cue, receiver))

    def wait(self, milliseconds: int) -> None:
        """Let Qt work."""
        clock = QElapsedTimer()
        clock.start()
        while clock.elapsed() < milliseconds:
            QGuiApplication.processEvents()

    def grab(self) -> QImage:
        """What is to be seen, once everything has come to rest: a busy machine draws late."""
        self.wait(_SETTLED)
        pictures = [self.window.root.grabWindow()]
        while pictures.count(pictures[-1]) < _ALIKE and len(pictures) < _MOST:
            self.wait(_SETTLED // _ALIKE)
            pictures.append(self.window.root.grabWindow())
        return pictures[-1]


class _Clock(script.Jumpable):
    def __init__(self) -> None:
        super().__init__()
        self.at: datetime = journey.START


class _Tape(cast_still.CastLink):
    """An engine that knows the journey."""

    def __init__(self, casts: Path) -> None:
        super().__init__(casts)
        self.entries, self.tapes = taped(journey.journey())

    def explain(self, hop: str, then: Callable[[Explanation], None]) -> None:
        """By the engine's own readers."""
        tape = self.tapes.get(hop)
        if tape:
            then(tape.explained())
        else:
            super().explain(hop, then)

    def blob(self, digest: str, then: Callable[[bytes], None]) -> None:
        """The bytes on the tape."""
        hop, _, side = digest.partition("/")
        tape: Recorded | None = self.tapes.get(hop)
        if tape:
            then(tape.request if side == "request" else tape.response)

    def search(self, text: str, then: Callable[[list[Found]], None]) -> None:
        """In what the exchanges state."""
        then(found(self.entries, text))

    def follow_value(self, run: str, value: str, then: Callable[[list[Mention]], None]) -> None:
        """Likewise."""
        del run
        then(mentions(self.entries, value))

    def compare(self, a: str, b: str, then: Callable[[Comparison], None]) -> None:
        """By the engine's own comparison."""
        then(compared(self.tapes[a], self.tapes[b]))

    def readiness(
        self,
        story: str,
        then: Callable[[ReadinessReport], None],
        failed: Callable[[str], None],
    ) -> Callable[[], None]:
        """A moment later."""
        del story, failed
        QTimer.singleShot(0, lambda: then(_REPORT))
        return lambda: None

    def stories(self, then: Callable[[list[StoryBrief]], None]) -> None:
        """Three stories, one of them in three cuts."""
        then(_STORIES)

    def runs(self, then: Callable[[list[RunBrief]], None]) -> None:
        """A morning."""
        then(_RUNS)


_STORIES = [
    StoryBrief(
        key="chest-pain",
        title="Chest pain",
        cuts={"short": 1.5, "tour": 5.0, "full": 15.0},
        cues=22,
        titles={"en": "Chest pain", "de": "Brustschmerzen"},
    ),
    StoryBrief(key="referral", title="Cardiology referral", cuts={"full": 5.0}, cues=14),
    StoryBrief(key="immunisation", title="Immunisation registry", cuts={"full": 4.0}, cues=9),
]

_RUNS = [
    RunBrief(
        run=f"r{number}",
        story="chest-pain",
        title="Chest pain",
        patient=patient,
        started=journey.START - timedelta(minutes=31 * number),
        ended=journey.START - timedelta(minutes=31 * number - 5),
        hops=23,
        acknowledged=23 - failed,
        failed=failed,
        held=not failed,
    )
    for number, (patient, failed) in enumerate(
        (("Rosa Quill", 0), ("Iris Vale", 0), ("Nora Sand", 1), ("Olga Reed", 0)), 1
    )
]


def _asked(role: str, question: str, state: CheckState, words: str = "", remedy: str = "") -> Check:
    return Check(
        role=role, system="Orthanc" if role == "archive" else "", subject="DICOM",
        question=question, address="10.4.0.21:4242", state=state, words=words, remedy=remedy,
        job=Job.VENDOR if remedy else None,
    )  # fmt: skip


_REPORT = ReadinessReport(
    story="chest-pain",
    cast="Morning, booth 7431",
    at=journey.START,
    milliseconds=2_140.0,
    verdict="Ready: 10 of 11. Archive unreachable, a stand-in will play.",
    ready=False,
    roles=tuple(
        RoleReadiness(
            role=each.key,
            title=each.title,
            system="Orthanc" if each.key == "archive" else "",
            stand_in=each.key != "archive",
            ready=each.key != "archive",
        )
        for each in journey.ROLES
    ),
    checks=(
        *(
            _asked(each.key, question, CheckState.READY)
            for each in journey.ROLES
            if each.key != "archive"
            for question in ("port", "answer", "clock")
        ),
        _asked("archive", "name", CheckState.READY),
        _asked(
            "archive", "port", CheckState.FAILED, "Nothing listens there.",
            "Start the archive, or correct its port in the cast.",
        ),
        _asked("archive", "answer", CheckState.SKIPPED),
    ),
)  # fmt: skip


def found(entries: list[Entry], text: str) -> list[Found]:
    """What a search for a value finds, the newest first."""
    hits = [
        Found(
            seq=entry.seq, at=entry.at, run=entry.event.run, kind=fact.kind.value,
            value=fact.value, patient="Rosa Quill", hop=entry.event.hop,
            transaction=entry.event.transaction, sender=entry.event.sender,
            receiver=entry.event.receiver, outcome=entry.event.verdict.outcome,
            path=fact.path, side=fact.side, authority=fact.authority,
        )
        for entry in entries
        if isinstance(entry.event, HopEnded)
        for fact in entry.event.facts
        if text.lower() in fact.value.lower()
    ]  # fmt: skip
    return hits[::-1]


def mentions(entries: list[Entry], value: str) -> list[Mention]:
    """Every exchange that states a value."""
    return [
        Mention(
            at=entry.at, hop=entry.event.hop, transaction=entry.event.transaction,
            sender=entry.event.sender, receiver=entry.event.receiver, side=fact.side,
            value=fact.value, path=fact.path, kind=fact.kind.value, authority=fact.authority,
        )
        for entry in entries
        if isinstance(entry.event, HopEnded)
        for fact in entry.event.facts
        if fact.value == value
    ]  # fmt: skip


def compared(one: Recorded, other: Recorded) -> Comparison:
    """In which lines two of them differ."""
    first, second = one.explained(), other.explained()
    return Comparison(
        a=first.hop,
        b=second.hop,
        request=compare(first.request, second.request),
        response=compare(first.response, second.response),
    )
