"""How the cards of a stage are lettered: all alike, as large as the longest title allows.

Titles are set in one or two lines; a word too long for its card is hyphenated. When letters must
be large, chips give way first, then the icon; a title is cut only when nothing else is left.

A card *in play* is opened: what everybody must be able to read from their place is the title of
the system that sends or receives just now, so on that card the title comes first, in up to three
lines; chips have what is left, and the icon stands aside. All others rest, with more of what they
know.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

Measure = Callable[[str, float], float]
"""How wide a title is at a size."""

SIDE = 13.0
"""Between a card's edge and what it says."""

_TOP, _BOTTOM = 9.0, 10.0
_LINE = 1.13  # from line to line, in letters
_TIGHT = 0.97  # the same where letters are large
_OPEN_EDGE, _OPEN_GAP = 6.0, 3.0  # of a card in play: to its edges, between its rows
_GAP, _BETWEEN, _AROUND = 8.0, 5.0, 12.0  # above chips, between their rows, of their words
_SMALLEST, _LARGEST, _LARGEST_OPEN = 17.0, 60.0, 84.0
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
_OPENINGS = (  # hyphens, lines, rows of chips, full details: the same on a card in play
    (False, 2, 1, True),
    (False, 2, 1, False),
    (False, 2, 0, False),
    (True, 2, 1, False),
    (True, 2, 0, False),
    (True, 3, 0, False),
)
_SMALL_DETAIL = 19.0
_MORE = 1.2  # a title in play is larger than at rest by at least this
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
        leading: From line to line of a title, in its letters.
    """

    title: float
    lines: int
    icon: float
    detail: float
    chip: float
    rows: int
    inner: float
    leading: float = _LINE

    @property
    def title_height(self) -> float:
        """Of all its lines."""
        return self.lines * self.title * self.leading


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
    card = _Card(width, height, measure, _LINE)
    best = _SMALLEST_FACE
    for hyphens, rows, icon in _CONCESSIONS:
        found = card.largest(said, rows, most, hyphens=hyphens, icon=icon)
        if found.title >= least:
            return found
        if rows and found.title > best.title + _WORTH:
            best = found
    return best if best is not _SMALLEST_FACE else card.smallest(1)


def opened(
    title: str, width: float, height: float, measure: Measure, *, least: float, rest: Face
) -> Face:
    """The lettering of a card in play, whose title should reach `least` at whatever cost.

    Args:
        title: Of that card alone.
        width: Of the card.
        height: Of the card.
        measure: How wide words are.
        least: Size that everybody can read.
        rest: How the card is lettered while it rests.
    """
    card = _Card(width, height, measure, _TIGHT)
    size = min(_LARGEST_OPEN, max(least, rest.title * _MORE))
    while size > rest.title:
        for hyphens, lines, rows, full in _OPENINGS:
            found = card.at([title], size, rows, hyphens=hyphens, icon=False, most=lines)
            if found is not None and not full:
                found = replace(found, detail=_SMALL_DETAIL, chip=_SMALL_DETAIL)
            if found is not None and _needs_open(found) <= height:
                return found
        size -= 2 * _STEP
    return rest


def lettered(title: str, size: float, width: float, measure: Measure, most: int = 2) -> list[str]:
    """A title in at most so many lines; cut where even that is too little."""
    lines = _wrapped(title, size, width, measure)
    kept = [line if measure(line, size) <= width else _cut(line, size, width, measure)
            for line in lines[:most]]  # fmt: skip
    if len(lines) > most:
        kept[-1] = _cut(f"{kept[-1].rstrip('…')} {lines[most]}", size, width, measure)
    return kept


@dataclass(frozen=True, slots=True)
class _Card:
    """A card to be lettered."""

    width: float
    height: float
    measure: Measure
    leading: float

    def largest(
        self, titles: list[str], rows: int, most: float, *, hyphens: bool, icon: bool
    ) -> Face:
        """The largest lettering with so many rows of chips."""
        size = min(most, _LARGEST)
        while size > _SMALLEST:
            found = self.at(titles, size, rows, hyphens=hyphens, icon=icon)
            if found is not None and _needs(found) <= self.height:
                return found
            size -= _STEP
        return self.smallest(rows)

    def smallest(self, rows: int) -> Face:
        """What is left when nothing fits: titles will be cut."""
        detail = _detail(_SMALLEST)
        return Face(_SMALLEST, 2, 0.0, detail, detail, rows, self.width - 2 * SIDE)

    def at(
        self,
        titles: list[str],
        size: float,
        rows: int,
        *,
        hyphens: bool,
        icon: bool,
        most: int = 2,
    ) -> Face | None:
        """The lettering of that size; None where a title does not fit its width."""
        side = size * _ICON if icon else 0.0
        inner = self.width - 2 * SIDE - (side + _BESIDE if icon else 0.0)
        lines = 1
        for title in titles:
            if not hyphens and any(self.measure(word, size) > inner for word in title.split()):
                return None
            broken = _wrapped(title, size, inner, self.measure)
            if len(broken) > most or any(self.measure(line, size) > inner for line in broken):
                return None
            lines = max(lines, len(broken))
        detail = _detail(size)
        return Face(size, lines, side, detail, detail, rows, inner, self.leading)


def _detail(size: float) -> float:
    return min(24.0, max(15.0, round(size * 0.56)))


def _needs(face: Face) -> float:
    """The height that a card of this lettering needs."""
    chips = face.rows * (face.chip + _AROUND) + max(0, face.rows - 1) * _BETWEEN
    gap = _GAP if face.rows else 0.0
    return _TOP + face.title_height + face.detail + 10.0 + gap + chips + _BOTTOM


def _needs_open(face: Face) -> float:
    """The same of a card in play."""
    chips = face.rows * (face.chip + _AROUND + _OPEN_GAP)
    return 2 * _OPEN_EDGE + face.title_height + face.detail + 14.0 + chips


def _wrapped(title: str, size: float, width: float, measure: Measure) -> list[str]:
    """As few lines as its words allow; words too long for a line are hyphenated."""
    lines: list[str] = [""]
    words = title.split()[::-1]
    while words:
        word = words.pop()
        together = f"{lines[-1]} {word}".strip()
        if measure(together, size) <= width:
            lines[-1] = together
            continue
        whole = measure(word, size) <= width
        head, tail = ("", word) if whole else _broken(word, size, width, lines[-1], measure)
        if head:
            lines[-1] = f"{lines[-1]} {head}".strip()
            lines.append("")
            words.append(tail)
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
