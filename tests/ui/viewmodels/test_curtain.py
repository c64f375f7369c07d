"""What staff do with the wall."""

from PySide6.QtTest import QSignalSpy

from ui.viewmodels.curtain import CurtainModel


def test_it_is_open_at_first() -> None:
    curtain = CurtainModel()
    assert not any((curtain.holding, curtain.attract, curtain.frozen))


def test_only_the_end_of_a_freeze_is_a_thaw() -> None:
    curtain = CurtainModel()
    spy = QSignalSpy(curtain.thawed)
    curtain.freeze(False)
    curtain.freeze(True)
    assert spy.count() == 0
    assert curtain.is_frozen
    curtain.freeze(False)
    assert spy.count() == 1
