"""What a reset has cleared, and what is left in systems whose people have to clear it."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement, QmlUncreatable

from showcase.model.clearance import Clearance, Cleared, Holding, Remainder
from showcase.model.events import CueStarted, Entry
from ui.rows import Rows
from ui.translations import decimal, translate

QML_IMPORT_NAME = "Showcase.Console"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearedRow:
    """What one stand-in has forgotten.

    Attributes:
        counts: ``1 patient · 24 images``.
    """

    role: str
    title: str
    counts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftRow:
    """What one system still keeps.

    Attributes:
        words: ``Orthanc still keeps Rosa Quill's 24 images``.
        found: How its people find it: ``Study Instance UID``; empty when it has no name.
        name: The identifier; empty likewise.
        ours: Nobody needs to do anything about it.
    """

    key: str
    words: str
    found: str
    name: str
    ours: bool


@QmlElement
@QmlUncreatable("The window makes it.")
class ResetModel(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """The card of the newest reset; it goes with the first GO, or when somebody has read it."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing was reset."""
        super().__init__(parent)
        self._told = Clearance()
        self._shown = False
        self._cleared = Rows(ClearedRow, parent=self)
        self._left = Rows(LeftRow, parent=self)

    def apply(self, entry: Entry) -> None:
        """Once the next tour is under way, nobody needs to know any more."""
        if isinstance(entry.event, CueStarted) and self._shown:
            self._shown = False
            self.changed.emit()

    def came(self, told: Clearance) -> None:
        """The engine has told what its newest reset did."""
        self._told = told
        self._shown = bool(told.cleared or told.kept)
        self._show()

    def clear(self) -> None:
        """Another picture is drawn."""
        self._shown = False
        self.changed.emit()

    def retell(self) -> None:
        """In the language that is spoken now."""
        self._show()

    @Slot()
    def close(self) -> None:
        """Somebody has read it."""
        self._shown = False
        self.changed.emit()

    @Slot(str)
    def copy(self, name: str) -> None:
        """Put an identifier where it can be pasted into a vendor's own screen."""
        QGuiApplication.clipboard().setText(name)

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        """Whether there is something to tell."""
        return self._shown

    @Property(str, notify=changed)
    def title(self) -> str:
        """``Reset in 0.2 s. Next patient: Rosa Quill``."""
        return translate("Reset", "Reset in {seconds} s. Next patient: {patient}").format(
            seconds=decimal(self._told.milliseconds / 1000, 1), patient=self._told.patient
        )

    @Property(str, notify=changed)
    def fresh(self) -> str:
        """What is new with her."""
        return translate("Reset", "Name, identifiers, accession number and UIDs are fresh.")

    @Property(int, notify=changed)
    def todo(self) -> int:
        """How many things are left that somebody could clear."""
        return sum(not each.ours for each in self._told.kept)

    @Property(QObject, constant=True)
    def cleared(self) -> QObject:
        """`ClearedRow`."""
        return self._cleared

    @Property(QObject, constant=True)
    def left(self) -> QObject:
        """`LeftRow`."""
        return self._left

    def _show(self) -> None:
        self._cleared.show([_cleared_row(each) for each in self._told.cleared])
        self._left.show([_left_row(n, each) for n, each in enumerate(self._told.kept)])
        self.changed.emit()


def _cleared_row(cleared: Cleared) -> ClearedRow:
    counts = " · ".join(counted(holding, count) for holding, count in cleared.counts.items())
    return ClearedRow(role=cleared.role, title=cleared.title, counts=counts)


def _left_row(number: int, left: Remainder) -> LeftRow:
    what = counted(left.holding, left.count)
    if left.ours:
        words = translate("Reset", "{system} keeps its {what}: an audit trail forgets nothing")
    elif left.patient:
        words = translate("Reset", "{system} still keeps {what} of {patient}")
    else:
        words = translate("Reset", "{system} still keeps {what}")
    return LeftRow(
        key=str(number),
        words=words.format(system=left.system, what=what, patient=left.patient),
        found=_found_by(left.holding) if left.name else "",
        name=left.name,
        ours=left.ours,
    )


def counted(holding: Holding, count: int) -> str:
    """``24 images``, ``1 patient``."""
    one, many = {
        Holding.PATIENT: (translate("Reset", "1 patient"), translate("Reset", "{count} patients")),
        Holding.ORDER: (translate("Reset", "1 order"), translate("Reset", "{count} orders")),
        Holding.STEP: (
            translate("Reset", "1 procedure step"),
            translate("Reset", "{count} procedure steps"),
        ),
        Holding.IMAGE: (translate("Reset", "1 image"), translate("Reset", "{count} images")),
        Holding.REPORT: (translate("Reset", "1 report"), translate("Reset", "{count} reports")),
        Holding.DOCUMENT: (
            translate("Reset", "1 document"),
            translate("Reset", "{count} documents"),
        ),
        Holding.ENTRY: (
            translate("Reset", "1 document entry"),
            translate("Reset", "{count} document entries"),
        ),
        Holding.RECORD: (
            translate("Reset", "1 audit record"),
            translate("Reset", "{count} audit records"),
        ),
    }[holding]
    return one if count == 1 else many.format(count=count)


def _found_by(holding: Holding) -> str:
    """What its people search for."""
    return {
        Holding.PATIENT: translate("Reset", "patient identifier"),
        Holding.IMAGE: translate("Reset", "Study Instance UID"),
        Holding.DOCUMENT: translate("Reset", "document unique id"),
        Holding.ENTRY: translate("Reset", "document unique id"),
    }.get(holding, translate("Reset", "accession number"))
