"""Walls on other machines do as the wall here: freeze, and the holding screen."""

from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance

from ui.viewmodels.curtain import CurtainModel


class Caretaker(Protocol):
    """What is asked of the link."""

    stateKnown: SignalInstance

    def draw_curtain(self, *, holding: bool, frozen: bool) -> None:
        """Have walls on other machines do so."""


class Curtains(QObject):
    """Tells the engine how the curtain hangs here, whenever it moves and whenever it is found."""

    def __init__(self, caretaker: Caretaker, curtain: CurtainModel) -> None:
        """Nothing told yet.

        Args:
            caretaker: Who passes it on.
            curtain: The one here.
        """
        super().__init__(curtain)
        self._caretaker, self._curtain = caretaker, curtain
        self._told = False, False
        self._attached = False
        curtain.changed.connect(self._moved)
        caretaker.stateKnown.connect(self._found)

    def _found(self, state: object) -> None:
        """An engine is there; it may remember what a window that is gone has done."""
        del state
        self._attached = True
        self._tell()

    def _moved(self) -> None:
        if self._attached and self._now() != self._told:
            self._tell()

    def _tell(self) -> None:
        holding, frozen = self._told = self._now()
        self._caretaker.draw_curtain(holding=holding, frozen=frozen)

    def _now(self) -> tuple[bool, bool]:
        return bool(self._curtain.holding), self._curtain.is_frozen
