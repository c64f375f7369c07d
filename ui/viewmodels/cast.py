"""The cast: every role, who plays it, and where it listens."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import Property, QObject, Signal, Slot
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
from showcase.model.system import Endpoints, System, in_url
from ui.rows import Rows
from ui.translations import translate
from ui.viewmodels.verbs import Verbs

QML_IMPORT_NAME = "Showcase.Console"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class CastRow:
    """A role and who plays it.

    Attributes:
        player: Vendor and product; empty for one of ours.
        badge: ``stand-in``, ``assisted`` or ``vendor``.
        actors: The IHE actors it plays.
        addresses: Where it listens, one protocol after the other.
        passable: A vendor's system that a stand-in can replace.
        relieved: A stand-in that has replaced one, and can give the role back.
    """

    role: str
    title: str
    place: str
    player: str
    badge: str
    actors: str
    addresses: str
    passable: bool
    relieved: bool


@QmlElement
@QmlUncreatable("The window makes it.")
class CastModel(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """Who plays what in the run on stage."""

    changed = Signal()

    def __init__(self, verbs: Verbs, parent: QObject | None = None) -> None:
        """No run yet."""
        super().__init__(parent)
        self._verbs = verbs
        self._vendors: set[str] = set()
        self._programme: Programme | None = None
        self._systems: dict[str, System] = {}
        self._rows = Rows(CastRow, parent=self)

    def apply(self, entry: Entry) -> None:
        """Fold one event in."""
        event = entry.event
        match event:
            case RunStarted():
                self._programme, self._systems = event.programme, dict(event.systems)
                self._vendors.clear()
                self._show()
            case RolePassed():
                self._pass(event)
                self._show()
            case CueStandby() | CueStarted() | CueEnded() | RunHeld() | RunResumed() | RunEnded():
                pass
            case HopStarted() | HopProgressed() | HopEnded() | Noticed():
                pass
            case CueWaits() | NearMissed() | Knocked() | CallerJudged():
                pass
            case _:
                assert_never(event)

    def clear(self) -> None:
        """Forget the run."""
        self._programme, self._systems = None, {}
        self._show()

    @Slot(str)
    def standIn(self, role: str) -> None:
        """Let the stand-in play that role from now on."""
        self._verbs.stand_in(role)

    @Slot(str)
    def giveBack(self, role: str) -> None:
        """Let the vendor's system play it again."""
        self._verbs.give_back(role)

    @Property(QObject, constant=True)
    def rows(self) -> QObject:
        """One line for each role."""
        return self._rows

    @Property(str, notify=changed)
    def summary(self) -> str:
        """How many roles are played by vendors' systems."""
        ours = sum(each.stand_in for each in self._systems.values())
        theirs = len(self._systems) - ours
        if not self._systems:
            return ""
        if not theirs:
            return translate("Cast", "Stand-ins play all {count}").format(count=ours)
        return translate("Cast", "Vendors play {count} of {all}").format(
            count=theirs, all=theirs + ours
        )

    def _pass(self, event: RolePassed) -> None:
        before = self._systems.get(event.role)
        if before and not before.stand_in:
            self._vendors.add(event.role)
        self._systems[event.role] = event.system

    def _show(self) -> None:
        self._rows.show(tuple(_rows(self._programme, self._systems, self._vendors)))
        self.changed.emit()


_THIS_MACHINE = frozenset({"127.0.0.1", "localhost", "::1"})
"""Goes without saying."""


def _rows(
    programme: Programme | None, systems: dict[str, System], vendors: set[str]
) -> Iterator[CastRow]:
    for role in programme.roles if programme else ():
        assert programme
        system = systems.get(role.key, System(key=role.key))
        yield CastRow(
            role=role.key,
            title=role.title,
            place=programme.place(role.place).title,
            player=" ".join(each for each in (system.vendor, system.product) if each),
            badge=_badge(system),
            actors=", ".join(role.plays),
            addresses="   ".join(_addresses(system.endpoints)) or translate("Cast", "only sends"),
            passable=not system.stand_in,
            relieved=system.stand_in and role.key in vendors,
        )


def _badge(system: System) -> str:
    if system.stand_in:
        return "stand-in"
    return "assisted" if system.assisted else "vendor"


def _addresses(endpoints: Endpoints) -> Iterator[str]:
    """A host that was named just before is not named again; this machine goes without saying."""
    before = ""
    for protocol, host, ports in _listening(endpoints):
        yield f"{protocol} {'' if host in {before, *_THIS_MACHINE} else in_url(host)}:{ports}"
        before = host


def _listening(endpoints: Endpoints) -> Iterator[tuple[str, str, str]]:
    """Protocol, host and ports of each."""
    if mllp := endpoints.hl7v2:
        yield "HL7 v2", mllp.host, str(mllp.port)
    if dicom := endpoints.dicom:
        yield f"DICOM {dicom.ae_title}", dicom.host, str(dicom.port)
    if soap := endpoints.places().get("soap"):
        yield "SOAP", soap[0], str(soap[1])
    if syslog := endpoints.syslog:
        ports = "/".join(str(port) for port in (syslog.port, syslog.tls_port) if port)
        yield "Syslog", syslog.host, ports
