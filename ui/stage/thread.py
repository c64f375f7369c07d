"""A followed value as one thread: every exchange that carries it, in order, along its path.

The thread says which exchanges, `weave` says where they are seen: on paths that have been earned.
Audit records only tell of other exchanges and fly behind the cards: they have no number, and are
counted on the card that keeps them.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from showcase.model.transaction import Family
from ui.stage import wording
from ui.stage.beads import Beads, width_of
from ui.stage.picture import Picture
from ui.stage.rect import Rect
from ui.stage.scenery import Trace, path_key
from ui.stage.sights import Caption

_COLOURS = 6
"""How many colours there are for identifiers, in `Theme`."""

_SPANS = 3
"""Groups of numbers that fit on a path."""


@dataclass(frozen=True, slots=True)
class Step:
    """An exchange that carries the value."""

    hop: str
    family: Family
    sender: str
    receiver: str


@dataclass(frozen=True, slots=True)
class Thread:
    """A value, and the exchanges of a run that carry it, in order of time, each once.

    Attributes:
        label: The value as people write it; empty: as it is.
    """

    run: str
    value: str
    steps: tuple[Step, ...]
    label: str = ""

    @property
    def numbers(self) -> dict[str, int]:
        """From 1, by hop: the order in which the value travelled; audit records have none."""
        told = (step.hop for step in self.steps if step.family is not Family.AUDIT)
        return {hop: number for number, hop in enumerate(told, 1)}

    @property
    def records(self) -> int:
        """How many audit records speak of it."""
        return len(self.steps) - len(self.numbers)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A path that the thread runs along.

    Attributes:
        key: Of the path.
        first: Number of the first exchange on it, from 1.
        numbers: Of all of them, as `spans`.
        bead: Where the numbers stand.
    """

    key: str
    svg: str
    first: int
    numbers: str
    bead: Rect


@dataclass(frozen=True, slots=True)
class Woven:
    """A thread on the stage.

    Attributes:
        colour: Number of the identifier whose colour it has, or of a colour that none has.
        stretches: In order.
        cards: Keys of the systems that it touches.
        kept: How many audit records speak of it, by the key of who keeps them.
    """

    colour: int
    stretches: tuple[Stretch, ...]
    cards: frozenset[str]
    kept: dict[str, int]
    caption: Caption


def weave(thread: Thread | None, picture: Picture) -> Woven | None:
    """The thread as it is seen; None where it is of another run."""
    if thread is None or picture.scenery is None or thread.run != picture.run:
        return None
    traces = {each.key: each for each in picture.scenery.traces if each.uses}
    numbers = thread.numbers
    told = [step for step in thread.steps if step.hop in numbers]
    seen = [step for step in told if step.hop in picture.departed]
    kept = Counter(step.receiver for step in thread.steps if step.hop not in numbers)
    along: dict[str, list[int]] = {}
    for step in seen:
        if (key := path_key(step.sender, step.receiver)) in traces:
            along.setdefault(key, []).append(numbers[step.hop])
    parties = {key for step in seen for key in (step.sender, step.receiver)}
    return Woven(
        colour=_colour(thread, picture),
        stretches=_stretches(along, traces, picture),
        cards=frozenset(parties | kept.keys()),
        kept=dict(kept),
        caption=Caption(
            sentence=wording.followed(_label(thread, picture), len(told)),
            line=wording.carriers([step.family for step in told], thread.records),
        ),
    )


def spans(numbers: Iterable[int], most: int) -> str:
    """Runs of numbers as spans, joined by dots; an ellipsis after the first `most` of them."""
    found: list[list[int]] = []
    for number in numbers:
        if found and found[-1][-1] == number - 1:
            found[-1].append(number)
        else:
            found.append([number])
    said = [f"{each[0]}\N{EN DASH}{each[-1]}" if len(each) > 1 else f"{each[0]}" for each in found]
    return " · ".join([*said[:most], *("…" for _ in said[most : most + 1])])


def _stretches(
    along: dict[str, list[int]], traces: dict[str, Trace], picture: Picture
) -> tuple[Stretch, ...]:
    assert picture.scenery
    layout = picture.scenery.layout
    beads = Beads(
        (*layout.cards.values(), *picture.scenery.guests.values()),
        tuple(layout.titles.values()),
        tuple(pair for key in along for pair in pairwise(traces[key].curve.points)),
    )
    return tuple(
        Stretch(
            key=key,
            svg=traces[key].curve.svg,
            first=numbers[0],
            numbers=said,
            bead=beads.place(traces[key].curve.points, width_of(said)),
        )
        for key, numbers in along.items()
        if (said := spans(numbers, _SPANS))
    )


def _label(thread: Thread, picture: Picture) -> str:
    known = (each.label for each in picture.knowledge.identities if each.value == thread.value)
    return next(known, thread.label or thread.value)


def _colour(thread: Thread, picture: Picture) -> int:
    """The identifier's own; anything else takes the last colour that no identifier has yet."""
    for each in picture.knowledge.identities:
        if each.value == thread.value:
            return each.number
    taken = {each.number % _COLOURS for each in picture.knowledge.identities}
    return max(set(range(_COLOURS)) - taken, default=0)
