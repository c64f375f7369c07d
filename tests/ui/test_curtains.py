"""What staff do with the wall here is told for walls elsewhere, once each time."""

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Signal

from showcase.model.answers import EngineState
from ui.curtains import Curtains
from ui.viewmodels.curtain import CurtainModel


class Link(QObject):
    """Writes down what it is told."""

    stateKnown = Signal(object)  # noqa: N815 - as Qt spells it

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[bool, bool]] = []

    def draw_curtain(self, *, holding: bool, frozen: bool) -> None:
        """Written down."""
        self.told.append((holding, frozen))


@pytest.fixture
def link(qapp: QCoreApplication) -> Link:
    assert qapp
    return Link()


def test_freeze_and_holding_screen_are_told(link: Link) -> None:
    curtain = CurtainModel()
    Curtains(link, curtain)
    link.stateKnown.emit(EngineState())
    curtain.freeze(True)
    curtain.hold(True)
    curtain.freeze(False)
    assert link.told == [(False, False), (False, True), (True, True), (True, False)]


def test_what_concerns_this_wall_alone_is_not_told(link: Link) -> None:
    curtain = CurtainModel()
    Curtains(link, curtain)
    link.stateKnown.emit(EngineState())
    curtain.invite(True)
    curtain.say("Scan here")
    curtain.freeze(False)
    assert link.told == [(False, False)]


def test_an_engine_that_comes_late_or_again_is_told_how_it_hangs(link: Link) -> None:
    curtain = CurtainModel()
    Curtains(link, curtain)
    curtain.hold(True)
    assert link.told == []
    for _ in range(2):
        link.stateKnown.emit(EngineState())
    assert link.told == [(True, False)] * 2
