"""What went wrong, in words a tired person can act on.

Which system, which hop, why; what to say to the audience now; and two things to press, the likely
one first. The bytes are one click below, in the inspector.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import Property, QEnum, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from showcase.model.events import CueEnded, HopEnded
from showcase.model.exchange import Outcome
from showcase.model.programme import Cue, Programme
from showcase.model.system import System
from ui.faults import told
from ui.legible import legible
from ui.translations import translate

QML_IMPORT_NAME = "Showcase.Console"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("It only lends its enumeration a name.")
class Ways(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """Ways out of a failure."""

    @QEnum
    class Out(IntEnum):
        """What a button of the failure card does."""

        NONE = 0
        RETRY = 1
        GO_ON = 2
        STAND_IN = 3
        AGAIN = 4  # retry what may have arrived
        CONTINUE = 5  # go on where the engine had stopped
        NEXT_TOUR = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A cue that did not hold.

    Attributes:
        cue: Its id.
        hop: The hop that spoiled it; empty when nothing left.
        title: ``Archive refused the images``.
        where: Which hop: ``7 · RAD-8 · CT scanner → Archive``.
        why: The cause, in plain words.
        status: The peer's own words.
        remedy: What to do about it.
        say: What to tell the audience meanwhile.
        first: The likely way out.
        second: The other one.
        role: The vendor's part in it, which a stand-in can take over; empty when all is ours.
    """

    cue: str
    hop: str
    outcome: Outcome
    title: str
    where: str
    why: str
    status: str
    remedy: str
    say: str
    first: Ways.Out
    second: Ways.Out
    role: str = ""


@QmlElement
@QmlUncreatable("The console has one.")
class FailureModel(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """The failure card."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing has failed."""
        super().__init__(parent)
        self._failure: Failure | None = None

    def show(self, failure: Failure | None) -> None:
        """Show that failure, or none."""
        if failure != self._failure:
            self._failure = failure
            self.changed.emit()

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        """Whether there is one."""
        return self._failure is not None

    @Property(str, notify=changed)
    def outcome(self) -> str:
        """Refused or failed, as `Outcome` names it."""
        return str(self._failure.outcome) if self._failure else ""

    @Property(str, notify=changed)
    def title(self) -> str:
        """Which system."""
        return legible(self._failure.title) if self._failure else ""

    @Property(str, notify=changed)
    def where(self) -> str:
        """Which hop."""
        return legible(self._failure.where) if self._failure else ""

    @Property(str, notify=changed)
    def why(self) -> str:
        """The cause, in plain words, and what to do about it."""
        if self._failure is None:
            return ""
        said = (self._failure.why, self._failure.remedy)
        return legible(" ".join(told(each) for each in said if each))

    @Property(str, notify=changed)
    def status(self) -> str:
        """The peer's own words."""
        return legible(self._failure.status) if self._failure else ""

    @Property(str, notify=changed)
    def say(self) -> str:
        """What to tell the audience meanwhile."""
        return legible(self._failure.say) if self._failure else ""

    @Property(int, notify=changed)
    def first(self) -> int:
        """The likely way out: one of `Ways.Out`."""
        return self._failure.first if self._failure else Ways.Out.NONE

    @Property(int, notify=changed)
    def second(self) -> int:
        """The other way out."""
        return self._failure.second if self._failure else Ways.Out.NONE

    @Property(str, notify=changed)
    def firstLabel(self) -> str:
        """What its button says."""
        return _label(self._failure.first) if self._failure else ""

    @Property(str, notify=changed)
    def secondLabel(self) -> str:
        """What its button says."""
        return _label(self._failure.second) if self._failure else ""

    @Property(bool, notify=changed)
    def retryable(self) -> bool:
        """Whether trying again is one of the ways out."""
        again = {Ways.Out.RETRY, Ways.Out.AGAIN}
        return self._failure is not None and bool(
            {self._failure.first, self._failure.second} & again
        )

    @Property(bool, notify=changed)
    def hasBytes(self) -> bool:
        """Whether a hop can be looked into."""
        return bool(self._failure and self._failure.hop)


def failure_of(
    event: CueEnded,
    cue: Cue,
    bad: HopEnded | None,
    programme: Programme,
    systems: Mapping[str, System],
) -> Failure:
    """What the card says of a cue that did not hold, and of the hop that spoiled it."""
    outcome = bad.verdict.outcome if bad else Outcome.FAILED
    sender = title_of(bad.sender if bad else cue.sender, programme)
    receiver = title_of(bad.receiver if bad else cue.receivers[0], programme)
    role = _vendor(bad, cue, systems)
    first, second = _ways(outcome, role, bad)
    return Failure(
        cue=cue.id,
        hop=bad.hop if bad else "",
        outcome=outcome,
        title=_title(outcome, sender, receiver, bad),
        where=f"{cue.number} · {cue.transaction} · {sender} → {receiver}",
        why=(bad.verdict.words if bad else "")
        or event.words
        or translate("Failure", "No cause was given."),
        status=bad.verdict.status if bad else "",
        remedy=bad.verdict.remedy if bad else "",
        say=_say(outcome, sender, receiver, bad),
        first=first,
        second=second,
        role=role,
    )


def title_of(role: str, programme: Programme | None) -> str:
    """What people call a role; an unknown sender goes by its address."""
    for each in programme.roles if programme else ():
        if each.key == role:
            return each.title
    return role


def _vendor(bad: HopEnded | None, cue: Cue, systems: Mapping[str, System]) -> str:
    """The vendor's system that had a part in it, the receiver first."""
    transaction = bad.transaction if bad else cue.transaction
    parts = (bad.receiver, bad.sender) if bad else (cue.sender, *cue.receivers)
    for role in parts:
        system = systems.get(role)
        if system and not system.stand_in and system.plays(transaction):
            return role
    return ""


def _ways(outcome: Outcome, role: str, bad: HopEnded | None) -> tuple[Ways.Out, Ways.Out]:
    """The likely way out first.

    Who said no once will say it again; who was silent may be back; and where a stand-in can take
    a vendor's part, the show goes on at once. What our own staff cut is not broken at all.
    """
    if role and not (bad and bad.verdict.status == "cut"):
        return Ways.Out.STAND_IN, Ways.Out.RETRY
    if outcome is Outcome.REFUSED:
        return Ways.Out.GO_ON, Ways.Out.RETRY
    return Ways.Out.RETRY, Ways.Out.GO_ON


def _title(outcome: Outcome, sender: str, receiver: str, bad: HopEnded | None) -> str:
    if bad is None:
        return translate("Failure", "{sender} could not send").format(sender=sender)
    if bad.verdict.status == "cut":
        return translate("Failure", "Cut on the way to {receiver}").format(receiver=receiver)
    if outcome is Outcome.REFUSED:
        return translate("Failure", "{receiver} said no").format(receiver=receiver)
    return translate("Failure", "No answer from {receiver}").format(receiver=receiver)


def _say(outcome: Outcome, sender: str, receiver: str, bad: HopEnded | None) -> str:
    if bad is None:
        return translate(
            "Failure",
            "{sender} is waiting for something it has not been told yet. We will help it along.",
        ).format(sender=sender)
    if bad.verdict.status == "cut":
        return translate(
            "Failure",
            "We have stopped here for a moment. Nothing is lost, and we go on from this step.",
        )
    if outcome is Outcome.REFUSED:
        return translate(
            "Failure",
            "{receiver} has refused this, and has told us why. "
            "That is how it should be: a system says no rather than keep something it doubts.",
        ).format(receiver=receiver)
    return translate(
        "Failure",
        "{receiver} does not answer right now. Nothing is lost: "
        "{sender} knows that it was not received, and sends it again.",
    ).format(receiver=receiver, sender=sender)


def _label(way: Ways.Out) -> str:
    return {
        Ways.Out.NONE: "",
        Ways.Out.RETRY: translate("Failure", "Try again"),
        Ways.Out.GO_ON: translate("Failure", "Go on without it"),
        Ways.Out.STAND_IN: translate("Failure", "Let the stand-in take it"),
        Ways.Out.AGAIN: translate("Failure", "Send it again"),
        Ways.Out.CONTINUE: translate("Failure", "Continue"),
        Ways.Out.NEXT_TOUR: translate("Failure", "Start again"),
    }[way]
