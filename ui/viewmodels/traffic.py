"""The traffic: every hop of the run, in the order in which they began, audit included."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement, QmlUncreatable

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
from showcase.model.programme import Programme
from showcase.model.transaction import Family
from ui.rows import Rows
from ui.stage.wording import milliseconds
from ui.translations import translate
from ui.viewmodels.failure import title_of
from ui.viewmodels.families import family_of
from ui.viewmodels.selection import Selection

QML_IMPORT_NAME = "Showcase.Console"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class HopRow:
    """One hop.

    Attributes:
        at: Local time at which it began.
        outcome: As `Outcome` names it; empty while it is under way.
        checked: It is among those to take away.
        note: Milliseconds; progress while it is under way.
        label: What was written on what travelled.
    """

    hop: str
    at: str
    transaction: str
    family: str
    sender: str
    receiver: str
    label: str
    outcome: str
    note: str
    checked: bool = False


@QmlElement
@QmlUncreatable("The window makes it.")
class TrafficModel(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """All hops of the run on stage."""

    changed = Signal()
    taken = Signal(str, object)  # run, ids of hops: as raw files with an index
    noticed = Signal(str, str)  # words, remedy

    def __init__(self, parent: QObject | None = None) -> None:
        """Silence."""
        super().__init__(parent)
        self._programme: Programme | None = None
        self._hops: dict[str, HopRow] = {}
        self._run = ""
        self._chosen = Selection()
        self._audit = False
        self._rows = Rows(HopRow, parent=self)

    def apply(self, entry: Entry) -> None:
        """Fold one event in."""
        event = entry.event
        match event:
            case RunStarted():
                self._programme, self._run = event.programme, event.run
                self._chosen.clear()
                self._hops.clear()
            case HopStarted():
                self._hops[event.hop] = self._begun(event, entry.at)
            case HopProgressed():
                if row := self._hops.get(event.hop):
                    note = translate("Cues", "{done} of {total}").format(
                        done=event.done, total=event.total
                    )
                    self._hops[event.hop] = replace(row, note=note)
            case HopEnded():
                self._end(event, entry.at)
            case (
                CueStandby()
                | CueStarted()
                | CueWaits()
                | CueEnded()
                | RolePassed()
                | CallerJudged()
            ):
                return
            case RunHeld() | RunResumed() | RunEnded() | NearMissed() | Noticed() | Knocked():
                return
            case _:
                assert_never(event)
        self._show()

    def clear(self) -> None:
        """Forget the run."""
        self._programme, self._run = None, ""
        self._chosen.clear()
        self._hops.clear()
        self._show()

    @Property(QObject, constant=True)
    def rows(self) -> QObject:
        """One line for each hop; the newest last."""
        return self._rows

    @Property(int, notify=changed)
    def auditCount(self) -> int:
        """How many of the hops are audit messages."""
        return sum(row.family == Family.AUDIT for row in self._hops.values())

    @Property(bool, notify=changed)
    def auditShown(self) -> bool:
        """Whether audit messages are among the lines."""
        return self._audit

    @Property(str, notify=changed)
    def summary(self) -> str:
        """``31 hops, 30 acknowledged``."""
        told = [row for row in self._hops.values() if row.family != Family.AUDIT]
        if not told:
            return ""
        well = sum(row.outcome == "acknowledged" for row in told)
        if len(told) == 1:
            return translate("Traffic", "one hop")
        said = translate("Traffic", "{count} hops, {good} acknowledged")
        return said.format(count=len(told), good=well)

    @Slot()
    def toggleAudit(self) -> None:
        """Show audit messages, or hide them."""
        self._audit = not self._audit
        self._show()

    # --- Some of them, to take away ---------------------------------------------------------------

    @Property(int, notify=changed)
    def checkedCount(self) -> int:
        """How many are chosen to be taken away."""
        return len(self._chosen)

    @Slot(str)
    def check(self, hop: str) -> None:
        """Choose a hop, or no longer."""
        self._chosen.toggle(hop)
        self._show()

    @Slot(str)
    def checkTo(self, hop: str) -> None:
        """Choose every hop from the one touched last to this one."""
        self._chosen.reach(hop, [row.hop for row in self._rows.rows])
        self._show()

    @Slot()
    def checkAll(self) -> None:
        """Choose every hop that is shown."""
        self._chosen.all([row.hop for row in self._rows.rows])
        self._show()

    @Slot()
    def checkNone(self) -> None:
        """Choose none."""
        self._chosen.clear()
        self._show()

    @Slot()
    def take(self) -> None:
        """Keep the chosen ones as raw files with an index."""
        if hops := self._chosen.ordered(tuple(self._hops)):
            self.taken.emit(self._run, hops)

    @Slot()
    def copy(self) -> None:
        """The chosen ones as a table, for other programs: tabs between, a line for each."""
        lines = [_table_line(self._hops[hop]) for hop in self._chosen.ordered(tuple(self._hops))]
        if lines:
            QGuiApplication.clipboard().setText("\n".join((_TABLE_HEAD, *lines)))
            said = translate("Traffic", "Copied: {count}").format(count=len(lines))
            self.noticed.emit(said, "")

    def _begun(self, event: HopStarted, at: datetime) -> HopRow:
        return HopRow(
            hop=event.hop,
            at=at.astimezone().strftime("%H:%M:%S"),
            transaction=event.transaction,
            family=family_of(event.transaction).value,
            sender=title_of(event.sender, self._programme),
            receiver=title_of(event.receiver, self._programme),
            label=event.label,
            outcome="",
            note="…",
        )

    def _end(self, event: HopEnded, at: datetime) -> None:
        begun = self._hops.get(event.hop) or self._begun(
            HopStarted(
                hop=event.hop,
                transaction=event.transaction,
                sender=event.sender,
                receiver=event.receiver,
            ),
            at,
        )
        self._hops[event.hop] = replace(
            begun,
            label=event.label or begun.label,
            outcome=event.verdict.outcome.value,
            note=milliseconds(event.exchange.milliseconds),
        )

    def _show(self) -> None:
        shown = (row for row in self._hops.values() if self._audit or row.family != Family.AUDIT)
        self._rows.show(tuple(replace(row, checked=row.hop in self._chosen) for row in shown))
        self.changed.emit()


_TABLE_HEAD = "time\ttransaction\tfrom\tto\toutcome\tduration\tlabel\thop"


def _table_line(row: HopRow) -> str:
    cells = (row.at, row.transaction, row.sender, row.receiver, row.outcome, row.note, row.label)
    return "\t".join(" ".join(each.split()) for each in (*cells, row.hop))
