"""How large letters must be, from the size of the screen and where people stand.

What matters is the angle under which the eye sees a capital. Two thresholds:

* ``ESSENTIAL``, 16 arc-minutes, for what everybody must be able to follow: the sentence, the
  patient's name, and the titles of the systems *in play*, which are those of the hop that is shown
  (before the first hop: all of them). It is the least that ISO 9241-303 has for reading.
* ``TITLE``, 10 arc-minutes, for the titles of systems at rest, of which a stage has a dozen: what
  an eye of half the usual sharpness (20/40) still reads.

Sizes are of the font, in board units: a board is 1080 high, whatever its screen.
"""

import math
from dataclasses import dataclass

ESSENTIAL = 16.0
TITLE = 10.0

DIAGONAL = 55.0
"""Inches, unless said."""

DISTANCE = 5.0
"""Metres, unless said."""

_CAPITAL = 0.727  # height of a capital in Inter, in em
_LEAST, _MOST = 54.0, 96.0  # of the sentence: below it looks lost, above two lines eat the stage
_SMALLEST_TITLE, _LARGEST_TITLE = 20.0, 60.0
_MOST_PLAY = 84.0  # of a title in play: above it a card holds no word
_HEAD = 112.0  # what stands above the stage
_REST = 156.0  # technical line, legend and margins, below the sentence
_TWO_LINES = 2.3  # height of the sentence's room, in its letters


@dataclass(frozen=True, slots=True)
class Legibility:
    """What a screen and a distance ask of the wall.

    Attributes:
        sentence: Size of the sentence and of the patient's name.
        title: Least size of a system's title at rest.
        play: Least size of a system's title in play.
        nearest: From that many metres all of it can be read on this screen.
        satisfied: Whether that reaches as far as asked.
    """

    sentence: float
    title: float
    play: float
    nearest: float
    satisfied: bool

    @property
    def sentence_height(self) -> float:
        """Room for two lines."""
        return _TWO_LINES * self.sentence

    @property
    def stage_top(self) -> float:
        """Where the stage begins."""
        return _HEAD

    @property
    def stage_height(self) -> float:
        """What is left for the stage."""
        return 1080.0 - _HEAD - _REST - self.sentence_height


def legibility(diagonal: float = DIAGONAL, distance: float = DISTANCE) -> Legibility:
    """What a screen of so many inches asks for, seen from so many metres."""
    diagonal, distance = min(500.0, max(5.0, diagonal)), min(100.0, max(0.3, distance))
    wanted = letter(ESSENTIAL, diagonal, distance)
    title = letter(TITLE, diagonal, distance)
    return Legibility(
        sentence=min(_MOST, max(_LEAST, wanted)),
        title=min(_LARGEST_TITLE, max(_SMALLEST_TITLE, title)),
        play=min(_MOST_PLAY, wanted),
        nearest=distance * min(1.0, _MOST / wanted),
        satisfied=wanted <= _MOST,
    )


def letter(minutes: float, diagonal: float, distance: float) -> float:
    """The size of a font whose capitals are seen under so many arc-minutes."""
    capital = distance * 1000.0 * math.tan(math.radians(minutes / 60.0))
    return capital / _unit(diagonal) / _CAPITAL


def arc_minutes(size: float, diagonal: float, distance: float) -> float:
    """Under which angle the capitals of a font of that size are seen."""
    return 60.0 * math.degrees(math.atan(size * _CAPITAL * _unit(diagonal) / (distance * 1000.0)))


def _unit(diagonal: float) -> float:
    """Millimetres of a board unit, on a screen of 16:9."""
    return diagonal * 25.4 * 9 / math.hypot(16, 9) / 1080
