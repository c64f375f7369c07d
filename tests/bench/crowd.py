"""The wall at 1920x1080 with twelve systems and thirty things on their way, for some seconds.

    python -m tests.bench.crowd

A story never moves as much: one payload travels at a time, and at most four audit seals with it.
Whoever has arrived sets out again, so that there are always thirty.
"""

from itertools import count, product

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QGuiApplication

from showcase.model.events import Event, RunStarted
from showcase.model.system import System
from showcase.story.loader import load_story
from tests.ui import script
from ui.fonts import load_fonts
from ui.stills import Theatre

STORY = "cancer-care"
"""Twelve systems in three places."""

_THINGS = 30
_APART = 130
"""Milliseconds between two that set out; each is on its way for as long as thirty of these."""

_TEMPO = 0.15
_SECONDS = 13
_SIZE = QSize(1920, 1080)


def _played() -> list[Event]:
    """The whole story: every path is earned, every card has its chips."""
    programme = load_story(STORY).programme()
    systems = {role.key: System(key=role.key) for role in programme.roles}
    start = RunStarted(
        run="r1", programme=programme, patient=script.ROSA, systems=systems, version="0"
    )
    hops = (event for cue in programme.cues for event in script.played(cue))
    return [start, *hops]


def _keep_moving(theatre: Theatre) -> None:
    picture = theatre.model.picture
    scenery = picture.scenery
    assert scenery
    roles = [role.key for role in load_story(STORY).programme().roles]
    pairs = ((one, other) for one, other in product(roles, roles) if one != other)
    ways = [way for pair in pairs if (way := scenery.straight(*pair))]
    spread = iter(ways[:: len(ways) // _THINGS])
    numbers = count()

    def again(hop: str) -> None:
        picture.seals = tuple(
            (f"s{next(numbers)}", way) if key == hop else (key, way) for key, way in picture.seals
        )

    def another() -> None:
        picture.seals = (*picture.seals, (f"s{next(numbers)}", next(spread)))
        theatre.model.sealed("nobody")

    picture.sealed_off = again  # type: ignore[method-assign]  # nobody arrives for good
    for number in range(_THINGS):
        QTimer.singleShot(number * _APART, another)


def main() -> None:
    """Draw them; Qt's own log tells when each frame was done."""
    app = QGuiApplication.instance() or QGuiApplication(["crowd"])
    load_fonts()
    theatre = Theatre(_SIZE, blobs={})
    theatre.rush(script.entries(*_played()))
    theatre.theme.setProperty("tempo", _TEMPO)
    theatre.theme.setProperty("still", False)
    _keep_moving(theatre)
    QTimer.singleShot(_SECONDS * 1000, app.quit)
    app.exec()
    theatre.close()


if __name__ == "__main__":
    main()
