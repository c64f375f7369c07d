"""Cues that other cues cause: a system reacts by itself to what it has just been sent."""

from collections.abc import Iterator

from showcase.story.fault import Fault
from showcase.story.sketch import CueSketch, Sketch
from showcase.story.spelling import suggest


def wrong_causes(story: Sketch) -> Iterator[Fault]:
    """Causes that do not exist, come later, or happen at another system."""
    by_id = _by_id(story)
    circular = {name for circle in _circles(by_id) for name in circle}
    for cue in story.cues:
        word = cue.caused_by
        if word is None or (cue.id and cue.id.text in circular):
            continue
        cause = by_id.get(word.text)
        if cause is None:
            words = f"caused by an unknown cue `{word.text}`"
            yield story.source.fault(word.at, words, suggest(word.text, by_id))
        elif cause.index >= cue.index:
            words = f"{cue.name} is caused by `{word.text}`, which comes later"
            yield story.source.fault(word.at, words, "Move it behind its cause.")
        else:
            yield from _elsewhere(story, cue, cause)


def circular_causes(story: Sketch) -> Iterator[Fault]:
    """Cues that cause one another in a circle, once for each circle."""
    by_id = _by_id(story)
    for circle in _circles(by_id):
        at = (*by_id[circle[0]].at, "caused_by")
        words = f"cycle: `{'` ← `'.join((*circle, circle[0]))}`"
        remedy = "Remove one `caused_by:`; the cue that GO fires has none."
        yield story.source.fault(at, words, remedy)


def pointless_pauses(story: Sketch) -> Iterator[Fault]:
    """A pause that would never be waited for."""
    for cue in story.cues:
        if cue.pause and cue.then != "continue":
            words = f"`pause` says nothing with `then: {cue.then}`"
            yield story.source.fault(cue.pause.at, words, "Write `then: continue`, or remove it.")


def _elsewhere(story: Sketch, cue: CueSketch, cause: CueSketch) -> Iterator[Fault]:
    if cue.sender is None or cue.caused_by is None or not cause.receivers:
        return
    receivers = [receiver.text for receiver in cause.receivers]
    if cue.sender.text not in receivers:
        words = f"`{cue.sender.text}` does not receive `{cue.caused_by.text}`, so it cannot react"
        remedy = f"Send that cue to `{cue.sender.text}` too, or let `{receivers[0]}` do this one."
        yield story.source.fault(cue.caused_by.at, words, remedy)


def _by_id(story: Sketch) -> dict[str, CueSketch]:
    found: dict[str, CueSketch] = {}
    for cue in story.cues:
        if cue.id:
            found.setdefault(cue.id.text, cue)
    return found


def _circles(by_id: dict[str, CueSketch]) -> list[tuple[str, ...]]:
    """Every circle once, beginning with its first cue in the story."""
    found: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for start in by_id:
        trail: list[str] = []
        here = start
        while here in by_id and here not in seen:
            seen.add(here)
            trail.append(here)
            cause = by_id[here].caused_by
            here = cause.text if cause else ""
        if here in trail:
            circle = trail[trail.index(here) :]
            first = circle.index(min(circle, key=lambda id_: by_id[id_].index))
            found.append((*circle[first:], *circle[:first]))
    return found
