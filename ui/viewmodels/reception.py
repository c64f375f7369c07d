"""Our open ports, who calls there, and the strangers before the door."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from showcase.model.callers import CallerAtPort, OpenPort, Reception, Stranger
from showcase.model.events import Entry, HopStarted, RunStarted
from showcase.model.system import EVERYWHERE
from ui.rows import Rows
from ui.translations import translate
from ui.viewmodels.settings import Forgetful, Store

QML_IMPORT_NAME = "Showcase.Console"
QML_IMPORT_MAJOR_VERSION = 1

_PROTOCOLS = {
    "hl7v2": "HL7 v2",
    "dicom": "DICOM",
    "soap": "XDS",
    "syslog": "Audit UDP",
    "syslog_tls": "Audit TLS",
}


class Porter(Protocol):
    """What the reception asks of the link."""

    def reception(self, then: Callable[[Reception], None]) -> None:
        """Who may come in, and where."""

    def judge(self, caller: str, name: str, admitted: bool) -> None:  # noqa: FBT001 - as QML says it
        """Admit a stranger, or turn it away."""

    def name(self, address: str, name: str) -> None:
        """Call a caller whom the cast does not know so."""

    def open_house(self, everybody: bool, interface: str) -> None:  # noqa: FBT001 - as QML says it
        """Say whether strangers come in unasked, and where stand-ins listen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StrangerRow:
    """A caller whom the cast does not name.

    Attributes:
        name: The AE title, or application and facility, that it goes by; empty: none.
        who: ``10.4.0.33 · STORESCU``.
        wants: ``Archive · DICOM``; empty where it was judged before.
        judged: ``admitted``, ``turned away``; empty: it stands before the door.
        admitted: It may come in.
    """

    address: str
    name: str
    who: str
    wants: str
    judged: str
    admitted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PortRow:
    """An open port.

    Attributes:
        callers: Who is there, or was; empty: nobody has called.
        busy: Somebody is connected now.
    """

    address: str
    title: str
    protocol: str
    callers: str
    busy: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownRow:
    """A caller who was let in, and whom the cast does not know.

    Attributes:
        says: What it says it is called; empty: nothing.
        named: What staff call it; empty: by its address.
    """

    address: str
    says: str
    named: str


@QmlElement
@QmlUncreatable("The window makes it.")
class ReceptionModel(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """Who may come in, and who is there."""

    changed = Signal()

    def __init__(
        self, porter: Porter, store: Store | None = None, parent: QObject | None = None
    ) -> None:
        """The door is as it was left.

        Args:
            porter: The link.
            store: Where choices are kept; None: nowhere.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._porter = porter
        self._store = store or Forgetful()
        self._titles: dict[str, str] = {}
        self._ports = Rows(PortRow, parent=self)
        self._strangers = Rows(StrangerRow, parent=self)
        self._knocking = Rows(StrangerRow, parent=self)
        self._unknown = Rows(UnknownRow, parent=self)
        self._roles: frozenset[str] = frozenset()

    def apply(self, entry: Entry) -> None:
        """Somebody unknown is drawn: ask what it calls itself."""
        event = entry.event
        if isinstance(event, RunStarted):
            self._roles = frozenset(role.key for role in event.programme.roles)
            self.refresh()
        elif isinstance(event, HopStarted) and event.sender not in self._known():
            self.refresh()

    def _known(self) -> frozenset[str]:
        met = {name for row in self._unknown.rows for name in (row.address, row.named)}
        return self._roles | met

    def greet(self) -> None:
        """A new engine does not know what staff have chosen."""
        self._tell()

    @Slot()
    def refresh(self) -> None:
        """Ask the engine who is there."""
        self._porter.reception(self._show)

    @Slot(str, str, bool)
    def judge(self, caller: str, name: str, admitted: bool) -> None:  # noqa: FBT001 - QML calls it
        """Admit a stranger who goes by that name, or turn it away."""
        self._porter.judge(caller, name, admitted)

    @Slot(str, str)
    def name(self, address: str, name: str) -> None:
        """Call a caller whom the cast does not know so from now on."""
        self._porter.name(address, name.strip())
        self.refresh()

    @Slot(bool)
    def openHouse(self, everybody: bool) -> None:  # noqa: FBT001 - QML calls it
        """Let everybody in, or have strangers knock."""
        self._store.setValue("openHouse", everybody)
        self._tell()

    @Slot(bool)
    def openNetwork(self, everywhere: bool) -> None:  # noqa: FBT001 - QML calls it
        """Listen on every network of this machine, or where the cast says."""
        self._store.setValue("openNetwork", everywhere)
        self._tell()

    @Property(bool, notify=changed)
    def everybody(self) -> bool:
        """Whether strangers come in unasked."""
        return self._kept("openHouse")

    @Property(bool, notify=changed)
    def everywhere(self) -> bool:
        """Whether our ports can be reached from other machines."""
        return self._kept("openNetwork")

    @Property(QObject, constant=True)
    def ports(self) -> QObject:
        """One line for each open port."""
        return self._ports

    @Property(QObject, constant=True)
    def strangers(self) -> QObject:
        """Whoever has knocked, those who still wait first."""
        return self._strangers

    @Property(QObject, constant=True)
    def knocking(self) -> QObject:
        """Those who wait."""
        return self._knocking

    @Property(QObject, constant=True)
    def unknown(self) -> QObject:
        """Whoever is drawn by its address, until somebody names it."""
        return self._unknown

    @Property(str, notify=changed)
    def summary(self) -> str:
        """``31 open ports, one caller waits``."""
        count, waiting = len(self._ports.rows), len(self._knocking.rows)
        if not count:
            return ""
        said = translate("Reception", "{count} open ports").format(count=count)
        if waiting == 1:
            return f"{said}, {translate('Reception', 'one caller waits')}"
        if waiting:
            waits = translate("Reception", "{count} callers wait").format(count=waiting)
            return f"{said}, {waits}"
        return said

    def _kept(self, key: str) -> bool:
        return str(self._store.value(key, "")).lower() == "true"  # an INI file knows only text

    def _tell(self) -> None:
        everybody, everywhere = self._kept("openHouse"), self._kept("openNetwork")
        self._porter.open_house(everybody, EVERYWHERE if everywhere else "")
        self.changed.emit()
        self.refresh()

    def _show(self, seen: Reception) -> None:
        self._titles = {port.role: port.title for port in seen.ports}
        self._ports.show([_port(port) for port in seen.ports])
        strangers = sorted(seen.strangers, key=lambda each: each.admitted is not None)
        rows = [self._stranger(each) for each in strangers]
        self._strangers.show(rows)
        self._unknown.show(
            [UnknownRow(address=u.address, says=u.calls_itself, named=u.name) for u in seen.unknown]
        )
        self._knocking.show([row for row in rows if not row.judged])
        self.changed.emit()

    def _stranger(self, stranger: Stranger) -> StrangerRow:
        wants = (each.partition(" ") for each in stranger.wants)
        return StrangerRow(
            address=stranger.address,
            name=stranger.name,
            who=" · ".join(filter(None, (stranger.address, stranger.name))),
            wants=", ".join(
                f"{self._titles.get(role, role)} · {_PROTOCOLS.get(protocol, protocol)}"
                for role, _, protocol in wants
            ),
            judged=_judged(stranger.admitted),
            admitted=bool(stranger.admitted),
        )


def _judged(admitted: bool | None) -> str:  # noqa: FBT001 - as the answer has it
    if admitted is None:
        return ""
    return translate("Reception", "admitted") if admitted else translate("Reception", "turned away")


def _port(port: OpenPort) -> PortRow:
    newest = sorted(port.callers, key=lambda each: each.seconds)
    title = translate("Reception", "{role}, tapped").format(role=port.title)
    return PortRow(
        address=port.address,
        title=title if port.tap else port.title,
        protocol=_PROTOCOLS.get(port.protocol, port.protocol),
        callers="  ".join(_caller(each) for each in newest[:3]),
        busy=any(each.connections for each in newest),
    )


def _caller(caller: CallerAtPort) -> str:
    home = translate("Reception", "this machine")
    name = home if caller.address.startswith("127.") else caller.system or caller.address
    return f"{name} ({caller.times})"
