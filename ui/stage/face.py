"""How the cards of a stage are lettered: all alike, as large as the longest title allows.

Titles are set in one or two lines; a word too long for its card is hyphenated. When letters must
be large, chips give way first, then the icon; a title is cut only when nothing else is left.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

Measure = Callable[[str, float], float]
"""How wide a title is at a size."""

SIDE = 13.0
"""Between a card's edge and what it says."""

_TOP, _BOTTOM = 9.0, 10.0
_LINE = 1.13  # from line to line, in letters
_GAP, _BETWEEN, _AROUND = 8.0, 5.0, 12.0  # above chips, between their rows, of their words
_SMALLEST, _LARGEST = 17.0, 60.0
_STEP = 0.5
_BESIDE = 9.0  # between icon and title
_ICON = 1.0  # in letters

_CONCESSIONS = (  # hyphens, rows of chips, icon: from none to all that can be given up
    (False, 2, True),
    (False, 1, True),
    (True, 2, True),
    (True, 1, True),
    (True, 1, False),
    (True, 0, False),
)
_WORTH = 1.0  # a concession must make letters larger by more than this

_VOWELS = "aeiouyäöüáéíóúàèìòù"
_TOGETHER = ("sch", "ch", "ck", "ph", "th", "qu")
_SHORTEST = 3  # letters on either side of a hyphen
_HEADS = (  # with these the second half of a compound begins, in titles of systems
    "akte|ambulanz|apotheke|archiv|dienst|gerät|identität|information|klinik|labor|monitor|"
    "praxis|raum|register|station|system|verwaltung|verzeichnis|zentrale|zentrum|"
    "department|management|repository|registry|service"
)


@dataclass(frozen=True, slots=True)
class Face:
    """The lettering of all cards of one stage.

    Attributes:
        title: Size of the titles.
        lines: How many lines the longest of them takes.
        icon: Side of the icon; 0: there is no room for one.
        detail: Size of maker and tag.
        chip: Size of the chips' words.
        rows: How many rows of chips find room.
        inner: Width that a title has.
    """

    title: float
    lines: int
    icon: float
    detail: float
    chip: float
    rows: int
    inner: float

    @property
    def title_height(self) -> float:
        """Of all its lines."""
        return self.lines * self.title * _LINE


_SMALLEST_FACE = Face(0.0, 2, 0.0, 15.0, 15.0, 1, 0.0)


def face(
    titles: Iterable[str],
    width: float,
    height: float,
    measure: Measure,
    *,
    least: float,
    most: float = _LARGEST,
) -> Face:
    """The lettering for cards of that size.

    Args:
        titles: All of them.
        width: Of a card.
        height: Of a card.
        measure: How wide words are.
        least: Size that the titles should reach; chips are given up for it.
        most: Size that they should not exceed.
    """
    said = list(titles)
    card = _Card(width, height, measure)
    best = _SMALLEST_FACE
    for hyphens, rows, icon in _CONCESSIONS:
        found = card.largest(said, rows, most, hyphens=hyphens, icon=icon)
        if found.title >= least:
            return found
        if rows and found.title > best.title + _WORTH:
            best = found
    return best if best is not _SMALLEST_FACE else card.smallest(1)


def lettered(title: str, size: float, width: float, measure: Measure) -> list[str]:
    """A title in at most two lines; cut where even that is too little."""
    lines = _wrapped(title, size, width, measure)
    if len(lines) <= 2 and all(measure(line, size) <= width for line in lines):
        return lines
    kept = lines[:2]
    kept = [line if measure(line, size) <= width else _cut(line, size, width, measure)
            for line in kept]  # fmt: skip
    if len(lines) > 2:
        kept[1] = _cut(f"{kept[1].rstrip('…')} {lines[2]}", size, width, measure)
    return kept


@dataclass(frozen=True, slots=True)
class _Card:
    """A card to be lettered."""

    width: float
    height: float
    measure: Measure

    def largest(
        self, titles: list[str], rows: int, most: float, *, hyphens: bool, icon: bool
    ) -> Face:
        """The largest lettering with so many rows of chips."""
        size = min(most, _LARGEST)
        while size > _SMALLEST:
            found = self._at(titles, size, rows, hyphens=hyphens, icon=icon)
            if found is not None and _needs(found) <= self.height:
                return found
            size -= _STEP
        return self.smallest(rows)

    def smallest(self, rows: int) -> Face:
        """What is left when nothing fits: titles will be cut."""
        detail = _detail(_SMALLEST)
        return Face(_SMALLEST, 2, 0.0, detail, detail, rows, self.width - 2 * SIDE)

    def _at(
        self, titles: list[str], size: float, rows: int, *, hyphens: bool, icon: bool
    ) -> Face | None:
        """The lettering of that size; None where a title does not fit its width."""
        side = size * _ICON if icon else 0.0
        inner = self.width - 2 * SIDE - (side + _BESIDE if icon else 0.0)
        lines = 1
        for title in titles:
            if not hyphens and any(self.measure(word, size) > inner for word in title.split()):
                return None
            broken = _wrapped(title, size, inner, self.measure)
            if len(broken) > 2 or any(self.measure(line, size) > inner for line in broken):
                return None
            lines = max(lines, len(broken))
        detail = _detail(size)
        return Face(size, lines, side, detail, detail, rows, inner)


def _detail(size: float) -> float:
    return min(24.0, max(15.0, round(size * 0.56)))


def _needs(face: Face) -> float:
    """The height that a card of this lettering needs."""
    chips = face.rows * (face.chip + _AROUND) + max(0, face.rows - 1) * _BETWEEN
    gap = _GAP if face.rows else 0.0
    return _TOP + face.title_height + face.detail + 10.0 + gap + chips + _BOTTOM


def _wrapped(title: str, size: float, width: float, measure: Measure) -> list[str]:
    """As few lines as its words allow; words too long for a line are hyphenated."""
    lines: list[str] = [""]
    for word in title.split():
        together = f"{lines[-1]} {word}".strip()
        if measure(together, size) <= width:
            lines[-1] = together
            continue
        if measure(word, size) <= width:
            lines.append(word)
            continue
        head, tail = _broken(word, size, width, lines[-1], measure)
        if head:
            lines[-1] = f"{lines[-1]} {head}".strip()
            lines.append(tail)
        else:
            lines.append(word)
    return [line for line in lines if line] or [""]


def _broken(word: str, size: float, width: float, before: str, measure: Measure) -> tuple[str, str]:
    """A word's two halves, the first as long as the line allows; empty where none fits."""
    fitting = [
        (f"{word[:at]}-", word[at:])
        for at in seams(word)
        if measure(f"{before} {word[:at]}-".strip(), size) <= width
    ]
    whole = [each for each in fitting if measure(each[1], size) <= width]
    compound = [each for each in whole if re.match(_HEADS, each[1].lower())]
    return (compound or whole or fitting or [("", "")])[-1]


def seams(word: str) -> list[int]:
    """Where a word may be broken.

    Before the last consonant between two vowels, as in German, and before what often is the
    second half of a compound. ``sch``, ``ch``, ``ck``, ``ph``, ``th`` and ``qu`` stay together.
    """
    low = word.lower()
    parts = [m.span() for m in re.finditer(f"[{_VOWELS}]+", low)]
    found = {m.start() for m in re.finditer(_HEADS, low) if m.start() >= _SHORTEST}
    for (_, end), (begin, _) in pairwise(parts):
        between = low[end:begin]
        unit = next((each for each in _TOGETHER if between.endswith(each)), between[-1:])
        at = begin - len(unit)
        if between.isalpha() and _SHORTEST <= at <= len(word) - _SHORTEST:
            found.add(at)
    return sorted(found)


def _cut(line: str, size: float, width: float, measure: Measure) -> str:
    """As much of a line as fits, and a sign that it goes on."""
    low, high = 0, len(line)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(f"{line[:middle]}…", size) <= width:
            low = middle
        else:
            high = middle - 1
    return f"{line[:low].rstrip()}…"
