"""The wall on another machine, as staff see it."""

from collections.abc import Callable

import msgspec
import pytest

from showcase.model.lookout import Lookout, LookoutWanted
from ui.viewmodels.lookout import LookoutModel


class Porter:
    """An engine's second door."""

    def __init__(self) -> None:
        self.told = Lookout(key="k-1", interfaces=("10.4.0.5", "0.0.0.0"))
        self.wanted: list[LookoutWanted] = []

    def lookout(self, then: Callable[[Lookout], None]) -> None:
        then(self.told)

    def change_lookout(self, wanted: LookoutWanted, then: Callable[[Lookout], None]) -> None:
        self.wanted.append(wanted)
        urls = (f"http://{wanted.host}:7412",) if wanted.host else ()
        key = "k-2" if wanted.fresh_key else self.told.key
        self.told = msgspec.structs.replace(self.told, host=wanted.host, urls=urls, key=key)
        then(self.told)


@pytest.fixture
def porter() -> Porter:
    return Porter()


@pytest.fixture
def lookout(porter: Porter) -> LookoutModel:
    model = LookoutModel(porter)
    model.refresh()
    return model


def test_nobody_is_let_in_at_first(lookout: LookoutModel) -> None:
    assert lookout.choices == ["Nobody", "10.4.0.5", "All"]
    assert (lookout.chosen, lookout.isOpen, lookout.command) == (0, False, "")


def test_what_to_enter_is_told(lookout: LookoutModel, porter: Porter) -> None:
    lookout.choose(1)
    assert porter.wanted == [LookoutWanted(host="10.4.0.5")]
    assert (lookout.chosen, lookout.isOpen) == (1, True)
    assert lookout.command == "showcase wall --connect http://10.4.0.5:7412 --key k-1"
    assert "Looking on now: 0" in str(lookout.words)


def test_the_key_can_be_changed(lookout: LookoutModel) -> None:
    lookout.choose(2)
    lookout.changeKey()
    assert lookout.chosen == 2
    assert str(lookout.command).endswith("--key k-2")


def test_the_door_is_closed_again(lookout: LookoutModel) -> None:
    lookout.choose(1)
    lookout.choose(0)
    assert not lookout.isOpen


def test_trouble_is_said(lookout: LookoutModel, porter: Porter) -> None:
    porter.told = Lookout(trouble="Nobody can listen on 10.4.0.5, port 7412: gone.")
    lookout.refresh()
    assert lookout.words == porter.told.trouble
