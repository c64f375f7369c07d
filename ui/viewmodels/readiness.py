"""Readiness: one verdict, then role by check; what is red has a cause, an action and an owner."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from showcase.model.readiness import Check, CheckState, Job, ReadinessReport
from ui import faults
from ui.rows import Rows
from ui.translations import translate

QML_IMPORT_NAME = "Showcase.Console"
QML_IMPORT_MAJOR_VERSION = 1

COLUMNS = ("name", "port", "TLS", "answer", "clock")
"""What is asked of every system, from the outside in."""

_WORST = (CheckState.FAILED, CheckState.WARNING, CheckState.READY, CheckState.SKIPPED)
_HERE = ""


class Surveyor(Protocol):
    """What readiness asks of the link."""

    def readiness(
        self,
        story: str,
        then: Callable[[ReadinessReport], None],
        failed: Callable[[str], None],
    ) -> Callable[[], None]:
        """Ask every system; returns how to give up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyRow:
    """One system.

    Attributes:
        stands: The worst of its checks; ``ready`` for a stand-in that nobody has to ask.
        cells: State of each of `COLUMNS`; empty: not asked.
        cause: What the worst check found.
        remedy: What to do.
        owner: Whose job that is.
    """

    role: str
    title: str
    system: str
    stand_in: bool
    stands: str
    cells: tuple[str, ...]
    cause: str
    remedy: str
    owner: str


@QmlElement
@QmlUncreatable("The window makes it.")
class ReadinessModel(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """What was found before the doors open."""

    changed = Signal()

    def __init__(self, surveyor: Surveyor, parent: QObject | None = None) -> None:
        """Nothing asked yet."""
        super().__init__(parent)
        self._surveyor = surveyor
        self._report: ReadinessReport | None = None
        self._trouble = ""
        self._give_up: Callable[[], None] | None = None
        self._seconds = 0
        self._tick = QTimer(self, interval=1_000)
        self._tick.timeout.connect(self._second)
        self._rows = Rows(ReadyRow, parent=self)

    @Slot(str)
    def check(self, story: str) -> None:
        """Ask every system of the cast whether it can play that story."""
        if self._give_up or not story:
            return
        self._report, self._trouble, self._seconds = None, "", 0
        self._tick.start()
        self._give_up = self._surveyor.readiness(story, self._found, self._failed)
        self._show()

    @Slot()
    def cancel(self) -> None:
        """Stop asking."""
        if self._give_up:
            self._give_up()
            self._end(translate("Readiness", "Stopped before every system had answered."))

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Systems are being asked."""
        return self._give_up is not None

    @Property(bool, notify=changed)
    def asked(self) -> bool:
        """There is something to show."""
        return self._report is not None

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Everything is."""
        return self._report is not None and self._report.ready

    @Property(str, notify=changed)
    def verdict(self) -> str:
        """One line."""
        if self._give_up:
            asking = translate("Readiness", "Asking every system: {seconds} s of at most 60.")
            return asking.format(seconds=self._seconds)
        return faults.told(self._report.verdict) if self._report else self._trouble

    @Property(QObject, constant=True)
    def rows(self) -> QObject:
        """One line for each system, and one for this machine."""
        return self._rows

    def _found(self, report: ReadinessReport) -> None:
        self._report = report
        self._end("")

    def _failed(self, words: str) -> None:
        self._end(words or translate("Link", "The engine is not there yet."))

    def _end(self, trouble: str) -> None:
        self._trouble, self._give_up = trouble, None
        self._tick.stop()
        self._show()

    def _second(self) -> None:
        self._seconds += 1
        self.changed.emit()

    def _show(self) -> None:
        self._rows.show(_rows(self._report) if self._report else ())
        self.changed.emit()


def _rows(report: ReadinessReport) -> tuple[ReadyRow, ...]:
    """What needs somebody comes first."""
    rows = [
        _row(each.role, each.title, each.system, each.stand_in, _of(report, each.role))
        for each in report.roles
    ]
    if here := _of(report, _HERE):
        rows.append(_row(_HERE, translate("Readiness", "This machine"), "", False, here))  # noqa: FBT003 - as the row has it
    order = {state.value: place for place, state in enumerate(_WORST)}
    return tuple(sorted(rows, key=lambda row: (order[row.stands], row.stand_in)))


def _of(report: ReadinessReport, role: str) -> list[Check]:
    return [check for check in report.checks if check.role == role]


def _row(role: str, title: str, system: str, stand_in: bool, checks: list[Check]) -> ReadyRow:  # noqa: FBT001 - as the report has it
    state = _worst(check.state for check in checks) or CheckState.READY
    bad = next((check for check in checks if check.state is state), None)
    told = bad if state in {CheckState.FAILED, CheckState.WARNING} else None
    return ReadyRow(
        role=role,
        title=title,
        system=system,
        stand_in=stand_in,
        stands=state.value,
        cells=tuple(
            _worst(check.state for check in checks if check.question == column) or ""
            for column in COLUMNS
        ),
        cause=" · ".join(e for e in (told.address, faults.told(told.words)) if e) if told else "",
        remedy=faults.told(told.remedy) if told else "",
        owner=_beginning(owner_words(told.job)) if told and told.job else "",
    )


def _worst(states: Iterable[CheckState]) -> CheckState | None:
    found = set(states)
    return next((state for state in _WORST if state in found), None)


def _beginning(words: str) -> str:
    """As a sentence begins."""
    return words[:1].upper() + words[1:]


def owner_words(job: Job) -> str:
    """Whose job it is, for people."""
    match job:
        case Job.STAFF:
            return translate("Readiness", "booth staff")
        case Job.VENDOR:
            return translate("Readiness", "the vendor's engineer")
        case Job.NETWORK:
            return translate("Readiness", "whoever runs the network")
