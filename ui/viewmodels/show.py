"""What the console is about right now, and the few words its two large keys say of it."""

from enum import IntEnum

from PySide6.QtCore import QEnum, QObject
from PySide6.QtQml import QmlElement, QmlUncreatable

from showcase.model.events import RunEnded
from ui.translations import translate
from ui.viewmodels.performance import Performance

QML_IMPORT_NAME = "Showcase.Console"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("It only lends its enumeration a name.")
class Show(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """Where the show stands."""

    @QEnum
    class Phase(IntEnum):
        """What the console is about."""

        STARTING = 0  # the engine is on its way
        BROKEN = 1  # it did not come
        LOST = 2  # it went away; the window tries again
        EMPTY = 3  # nothing on stage
        READY = 4  # a cue waits for GO
        RUNNING = 5
        HELD = 6
        STOPPED = 7  # a cue did not hold
        ENDED = 8
        WATCHING = 9  # nothing is played: whatever is seen is drawn


def phase_of(fold: Performance) -> Show.Phase:
    """Where a run stands, the line to the engine being well."""
    if fold.start is None:
        return Show.Phase.EMPTY
    if fold.end:
        return Show.Phase.ENDED
    if fold.start.programme.watches:
        return Show.Phase.WATCHING
    if fold.running:
        return Show.Phase.RUNNING
    if fold.failure:
        return Show.Phase.STOPPED
    return Show.Phase.HELD if fold.held else Show.Phase.READY


def go_hint(phase: Show.Phase, cue: str, *, rested: bool) -> str:
    """What GO would do, in a few words.

    Args:
        phase: What the console is about.
        cue: Number and title of the standby; empty when there is none.
        rested: The last picture of an ended story has been seen for a while.
    """
    kinds = Show.Phase
    return {
        kinds.STARTING: translate("Console", "the systems are starting"),
        kinds.LOST: translate("Console", "the systems are coming back"),
        kinds.BROKEN: translate("Console", "nothing to fire"),
        kinds.EMPTY: translate("Console", "begin the tour"),
        kinds.READY: translate("Console", "next: {cue}").format(cue=cue),
        kinds.RUNNING: translate("Console", "then: {cue}").format(cue=cue)
        if cue
        else translate("Console", "the last step plays"),
        kinds.HELD: translate("Console", "go on: {cue}").format(cue=cue),
        kinds.STOPPED: translate("Console", "go on: {cue}").format(cue=cue)
        if cue
        else translate("Console", "the last step did not hold: see below"),
        kinds.WATCHING: translate("Console", "nothing is played: N begins a tour"),
        kinds.ENDED: translate("Console", "next tour")
        if rested
        else translate("Console", "the story is told"),
    }[phase]


def esc_hint(fold: Performance) -> str:
    """What Esc would do, or has done."""
    if not fold.held or fold.failure:
        return translate("Console", "hold everything")
    if fold.cut:
        return translate("Console", "everything cut")
    return translate("Console", "held · again: cut")


def summary(end: RunEnded | None) -> str:
    """How a run ended; empty before."""
    if end is None:
        return ""
    how = translate("Console", "{hops} hops: {good} acknowledged").format(
        hops=end.hops, good=end.acknowledged
    )
    spoiled = translate("Console", ", {refused} refused, {failed} failed").format(
        refused=end.refused, failed=end.failed
    )
    return how + (spoiled if end.refused or end.failed else "")
