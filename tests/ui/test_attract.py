"""The attract loop."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from pytestqt.qtbot import QtBot

from showcase.model.answers import RunBrief
from tests.ui import script
from tests.ui.viewmodels.test_library import RUN, SPOILED, UNDER_WAY
from ui.attract import Attract
from ui.replay import Replay


@dataclass
class Hall:
    """A link with some history."""

    history: list[RunBrief] = field(default_factory=lambda: [UNDER_WAY, SPOILED, RUN])
    verbs: list[str] = field(default_factory=list)
    reel: Replay | None = None

    def runs(self, then: Callable[[list[RunBrief]], None]) -> None:
        """The history."""
        self.verbs.append("runs")
        then(self.history)

    def replay(self, run: str) -> None:
        """Written down."""
        self.verbs.append(f"replay {run}")
        self.reel = Replay(script.entries(script.started()), lambda _: None, lambda: None)

    def seek(self, position: int) -> None:
        """Written down."""
        self.verbs.append(f"seek {position}")

    def back_to_live(self) -> None:
        """Written down."""
        self.verbs.append("live")


class Booth:
    """Somebody may play here."""

    def __init__(self) -> None:
        self.hall = Hall()
        self.idle = True
        self.invitations: list[bool] = []
        self.loop = Attract(self.hall, lambda: self.idle)
        self.loop.invited.connect(self.invitations.append)

    def hurry(self) -> None:
        """The wait is over at once."""
        self.loop.wait(1)
        self.loop._timer.start(1)


@pytest.fixture
def booth(qtbot: QtBot) -> Booth:
    del qtbot
    return Booth()


def test_after_a_while_the_last_good_run_is_shown(booth: Booth, qtbot: QtBot) -> None:
    booth.hurry()
    qtbot.waitUntil(lambda: booth.loop.on, timeout=2_000)
    assert booth.hall.verbs == ["runs", "replay r1"]
    assert booth.invitations == [True]


def test_it_is_over_with_the_recording(booth: Booth, qtbot: QtBot) -> None:
    booth.hurry()
    qtbot.waitUntil(lambda: booth.loop.on, timeout=2_000)
    booth.loop.recording(shown=False)
    assert booth.invitations == [True, False]


def test_nothing_is_shown_while_somebody_plays(booth: Booth) -> None:
    booth.idle = False
    booth.loop._begin()
    assert booth.hall.verbs == []


def test_without_a_good_run_nothing_is_shown(booth: Booth) -> None:
    booth.hall.history = [UNDER_WAY, SPOILED]
    booth.loop._begin()
    assert (booth.loop.on, booth.hall.verbs) == (False, ["runs"])


def test_at_its_end_it_begins_again(booth: Booth, qtbot: QtBot) -> None:
    booth.loop._begin()
    booth.loop._again.setInterval(1)
    assert booth.hall.reel
    booth.hall.reel.seek(99)
    booth.loop.moved()
    qtbot.waitUntil(lambda: "seek 1" in booth.hall.verbs, timeout=2_000)


def test_never_means_never(booth: Booth) -> None:
    booth.loop.wait(0)
    booth.loop.stir()
    assert not booth.loop._timer.isActive()
