"""The presenter's display: what to say, and the time that is left."""

from datetime import datetime

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from showcase.model.events import Entry
from showcase.model.programme import Cue, Scene
from ui.clock import Clock
from ui.translations import translate
from ui.viewmodels.performance import Performance

QML_IMPORT_NAME = "Showcase.Console"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The window makes it.")
class PresenterModel(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """One glance for whoever talks to the audience."""

    changed = Signal()
    ticked = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        """Nothing on stage."""
        super().__init__(parent)
        self._clock = clock
        self._fold = Performance()
        self._recording = False

    def apply(self, entry: Entry) -> None:
        """Fold one event in; every one of them is told apart in `Performance.apply`."""
        self._fold.apply(entry)
        self.changed.emit()
        self.ticked.emit()

    def clear(self) -> None:
        """Forget the run: another will be drawn from its beginning."""
        self._fold.clear()
        self.changed.emit()
        self.ticked.emit()

    def recording(self, shown: bool) -> None:  # noqa: FBT001 - a Qt signal's argument
        """What is drawn is a recorded run: its own clock counts."""
        self._recording = shown
        self.ticked.emit()

    @Slot()
    def tick(self) -> None:
        """A quarter of a second has passed."""
        self.ticked.emit()

    @Property(str, notify=changed)
    def say(self) -> str:
        """The presenter's line: of the cue on stage, else of the one that is next."""
        if self._fold.failure and not self._fold.running:
            return self._fold.failure.say
        cue = self._fold.running or self._fold.standby
        return (cue.say or self._scene_of(cue).tell) if cue else ""

    @Property(str, notify=changed)
    def sayWhen(self) -> str:
        """Whether to say it now, or with the next GO."""
        fold = self._fold
        now = fold.running or fold.failure or fold.end or not fold.shown
        return translate("Presenter", "Say") if now else translate("Presenter", "Say next")

    @Property(str, notify=ticked)
    def clock(self) -> str:
        """The time of day where the booth is."""
        return self._clock.now().astimezone().strftime("%H:%M")

    @Property(str, notify=ticked)
    def elapsed(self) -> str:
        """Since the run began."""
        return _minutes(self._seconds()) if self._fold.started else "0:00"

    @Property(str, notify=ticked)
    def left(self) -> str:
        """Of the cut; how far over it, when it is."""
        if not self._limit:
            return ""
        return _minutes(abs(self._limit - self._seconds()))

    @Property(str, notify=ticked)
    def leftLabel(self) -> str:
        """``left of 5:00``."""
        if not self._limit:
            return ""
        left = translate("Presenter", "left of {time}").format(time=_minutes(self._limit))
        return translate("Presenter", "over") if self._is_over() else left

    @Property(bool, notify=ticked)
    def over(self) -> bool:
        """The cut should have ended."""
        return self._is_over()

    @property
    def _limit(self) -> float:
        return self._fold.start.programme.minutes * 60 if self._fold.start else 0.0

    def _is_over(self) -> bool:
        return bool(self._limit) and self._seconds() > self._limit

    def _seconds(self) -> float:
        begun = self._fold.started
        return max(0.0, (self._until() - begun).total_seconds()) if begun else 0.0

    def _until(self) -> datetime:
        fold = self._fold
        if (self._recording or fold.end) and fold.latest:
            return fold.latest
        return self._clock.now()

    def _scene_of(self, cue: Cue) -> Scene:
        assert self._fold.start
        scenes = self._fold.start.programme.scenes
        return next(scene for scene in scenes if cue in scene.cues)


def _minutes(seconds: float) -> str:
    """``2:41``; from an hour on ``1:02:41``."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
