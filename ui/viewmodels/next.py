"""What GO will do next: which step, from whom to whom, what it sends, and what will be told.

The other half of the pair stands on the wall already; this is what comes on it.
"""

from datetime import datetime, timedelta

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from showcase.model.programme import Cue, Then
from showcase.model.transaction import Thing
from ui.stage.things import look
from ui.stage.wording import listed
from ui.translations import translate
from ui.viewmodels.families import family_of
from ui.viewmodels.performance import Performance

QML_IMPORT_NAME = "Showcase.Console"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The console has one.")
class NextModel(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """The card beside GO."""

    changed = Signal()
    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing comes."""
        super().__init__(parent)
        self._fold = Performance()
        self._now: datetime | None = None

    def show(self, fold: Performance) -> None:
        """Show what comes next in that run."""
        self._fold = fold
        self.changed.emit()
        self.ticked.emit()

    def tick(self, now: datetime) -> None:
        """So late it is."""
        self._now = now
        self.ticked.emit()

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        """Whether a step comes at all."""
        return self._fold.standby is not None

    @Property(str, notify=changed)
    def title(self) -> str:
        """``7  The scanner asks who is next``."""
        cue = self._fold.standby
        return f"{cue.number}  {cue.title}" if cue else ""

    @Property(str, notify=changed)
    def transaction(self) -> str:
        """Its id."""
        return self._fold.standby.transaction if self._fold.standby else ""

    @Property(str, notify=changed)
    def family(self) -> str:
        """Which standard carries it."""
        cue = self._fold.standby
        return family_of(cue.transaction).value if cue else ""

    @Property(str, notify=changed)
    def way(self) -> str:
        """``CT scanner → Archive``."""
        cue = self._fold.standby
        if cue is None:
            return ""
        receivers = listed([self._fold.title(each) for each in cue.receivers])
        return f"{self._fold.title(cue.sender)} → {receivers}"

    @Property(str, notify=changed)
    def sends(self) -> str:
        """What travels: ``the order · ORM^O01``."""
        cue = self._fold.standby
        if cue is None:
            return ""
        seen = look(cue.transaction)
        what = (
            translate("Next", "nothing: it is only planned") if cue.planned else _what(seen.thing)
        )
        return f"{what} · {seen.carrier}" if seen.carrier and not cue.planned else what

    @Property(str, notify=changed)
    def tell(self) -> str:
        """The sentence that the wall will say, once it has happened."""
        return self._fold.standby.tell if self._fold.standby else ""

    @Property(bool, notify=changed)
    def byItself(self) -> bool:
        """It comes without GO."""
        return self._comes_by_itself()

    @Property(str, notify=ticked)
    def when(self) -> str:
        """What starts it: GO, a vendor's human, or the step before."""
        cue, running = self._fold.standby, self._fold.running
        if cue is None:
            return ""
        if running and self._comes_by_itself():
            return self._soon(running)
        if vendor := self._vendor(cue):
            return translate("Next", "{vendor} does it").format(vendor=vendor)
        more = self._followers()
        if more:
            return translate("Next", "GO plays it, then {count} more").format(count=more)
        return translate("Next", "waits for GO")

    def _comes_by_itself(self) -> bool:
        running = self._fold.running
        return running is not None and not self._fold.held and running.then is not Then.WAIT

    def _soon(self, running: Cue) -> str:
        begun = self._fold.running_since
        if running.then is Then.FOLLOW or begun is None or self._now is None:
            return translate("Next", "by itself, once this is acknowledged")
        left = (begun + timedelta(seconds=running.pause) - self._now).total_seconds()
        if left <= 0:
            return translate("Next", "by itself, now")
        return translate("Next", "by itself in {seconds} s").format(seconds=f"{left:.0f}")

    def _vendor(self, cue: Cue) -> str:
        """Whose people have to act; empty: nobody's."""
        system = self._fold.systems.get(cue.sender)
        if system is None or system.stand_in or not system.plays(cue.transaction):
            return ""
        return system.vendor or system.key

    def _followers(self) -> int:
        """How many steps follow the standby without another GO."""
        cue, count = self._fold.standby, 0
        for each in self._fold.cues.after(cue.id) if cue else ():
            if cue is None or cue.then is Then.WAIT:
                break
            cue, count = each, count + 1
        return count


def _what(thing: Thing) -> str:
    return {
        Thing.SLIP: translate("Next", "who the patient is"),
        Thing.ORDER: translate("Next", "the order"),
        Thing.NOTE: translate("Next", "how far it has got"),
        Thing.QUESTION: translate("Next", "a question"),
        Thing.IMAGES: translate("Next", "the images"),
        Thing.PAGE: translate("Next", "the document"),
        Thing.SEAL: translate("Next", "an audit record"),
    }[thing]
