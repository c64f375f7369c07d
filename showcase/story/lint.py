"""All that a shape cannot say. A new check is a function and a line in `CHECKS`."""

from collections.abc import Callable, Iterator

from showcase.story.causes import circular_causes, pointless_pauses, wrong_causes
from showcase.story.fault import Fault
from showcase.story.parts import doubled_cues, unknown_names, unknown_transactions, wrong_actors
from showcase.story.sketch import Sketch, sketch
from showcase.story.spelling import suggest
from showcase.story.stage import crowded_cells, overlapping_grounds
from showcase.story.words import long_texts, misspelt_placeholders, wrong_birthday
from showcase.story.yaml_source import Source


def unknown_cut_entries(story: Sketch) -> Iterator[Fault]:
    """Cuts that keep cues which the story does not have, or keep one twice."""
    known = [cue.id.text for cue in story.cues if cue.id]
    for words in story.cuts.values():
        seen: set[str] = set()
        for word in words:
            if word.text not in known:
                fault = f"the cut names an unknown cue `{word.text}`"
                yield story.source.fault(word.at, fault, suggest(word.text, known))
            elif word.text in seen:
                yield story.source.fault(word.at, f"`{word.text}` stands twice", "Name it once.")
            seen.add(word.text)


CHECKS: tuple[Callable[[Sketch], Iterator[Fault]], ...] = (
    unknown_names,
    doubled_cues,
    unknown_transactions,
    wrong_actors,
    wrong_causes,
    circular_causes,
    pointless_pauses,
    crowded_cells,
    overlapping_grounds,
    long_texts,
    misspelt_placeholders,
    wrong_birthday,
    unknown_cut_entries,
)


def lint(source: Source) -> list[Fault]:
    """Every fault in what a story means."""
    story = sketch(source)
    return [fault for check in CHECKS for fault in check(story)]
