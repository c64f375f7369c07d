"""What is written for people: short enough for five metres, with placeholders that exist."""

import re
from collections.abc import Iterator
from datetime import date

from showcase.story.fault import Fault
from showcase.story.raw import Word
from showcase.story.sketch import Sketch
from showcase.story.spelling import one_of, suggest
from showcase.story.yaml_source import At

SENTENCE_WORDS = 12
"""The wall's sentence (`ux.md`): a visitor reads it in passing."""

CARD_CHARACTERS = 28
RIBBON_CHARACTERS = 18
LIST_CHARACTERS = 44

PLACEHOLDERS = (
    "{patient.given}",
    "{patient.family}",
    "{patient.name}",
    "{patient.born}",
    "{patient.sex}",
)
"""What a cue may say of the patient; filled in when a run begins."""

AGE = "{patient.age}"
"""Allowed in the patient's own `tell`."""

_BRACED = re.compile(r"\{[^{}\n]*\}")


def long_texts(story: Sketch) -> Iterator[Fault]:
    """Titles and sentences that the wall or the cue list cannot show."""
    for word, limit, where in _titles(story):
        if len(word.text) > limit:
            words = f"{len(word.text)} characters are too many for {where}"
            yield story.source.fault(word.at, words, f"Shorten it to {limit}.")
    for word in _sentences(story):
        if (count := len(word.text.split())) > SENTENCE_WORDS:
            words = f"{count} words are too many for the wall"
            yield story.source.fault(word.at, words, f"Shorten it to {SENTENCE_WORDS}.")


def misspelt_placeholders(story: Sketch) -> Iterator[Fault]:
    """Anything in braces that nobody will fill in."""
    for word in _typed(story):
        yield from _placeholders(story, word, PLACEHOLDERS)
    for word in _present(story.text(*at) for at in _prose(story)):
        yield from _placeholders(story, word, ())
    for word in _present([story.text("patient", "tell")]):
        yield from _placeholders(story, word, (AGE,))


def wrong_birthday(story: Sketch) -> Iterator[Fault]:
    """A date of birth that is in no calendar."""
    word = story.text("patient", "born")
    if word is None or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", word.text, re.ASCII):
        return
    try:
        born = date.fromisoformat(word.text)
    except ValueError:
        yield story.source.fault(word.at, f"there is no {word.text}", "Write a real date.")
        return
    if born.year < 1900:
        yield story.source.fault(word.at, f"nobody born in {born.year} lives", "Write a later one.")


def placeholders(text: str) -> list[str]:
    """Whatever stands in braces."""
    return _BRACED.findall(text)


def _placeholders(story: Sketch, word: Word, known: tuple[str, ...]) -> Iterator[Fault]:
    for name in placeholders(word.text):
        if name in known:
            continue
        remedy = suggest(name, known) if known else _spell_out(name)
        yield story.source.fault(word.at, f"nobody fills in `{name}` here", remedy)


def _spell_out(name: str) -> str:
    if name in PLACEHOLDERS:
        return "It is filled in under `with:` only; write “she” or “he” here."
    return f"Write it out; under `with:` there are {one_of(PLACEHOLDERS)}."


def _titles(story: Sketch) -> Iterator[tuple[Word, int, str]]:
    yield from _limited(story, ("title",), CARD_CHARACTERS, "the wall")
    for place in story.places:
        for at in (("places", place), ("places", place, "title")):
            yield from _limited(story, at, CARD_CHARACTERS, "the wall")
    for role in story.roles.values():
        yield from _limited(story, (*role.at, "title"), CARD_CHARACTERS, "a card")
    for scene in _scenes(story):
        yield from _limited(story, (*scene, "title"), RIBBON_CHARACTERS, "the ribbon")
    for cue in story.cues:
        yield from _limited(story, (*cue.at, "title"), LIST_CHARACTERS, "the cue list")


def _limited(story: Sketch, at: At, limit: int, where: str) -> Iterator[tuple[Word, int, str]]:
    if word := story.text(*at):
        yield word, limit, where


def _sentences(story: Sketch) -> Iterator[Word]:
    yield from _present(story.text(*scene, "tell") for scene in _scenes(story))
    yield from _present(story.text(*cue.at, "tell") for cue in story.cues)


def _prose(story: Sketch) -> Iterator[At]:
    for scene in _scenes(story):
        yield (*scene, "title")
        yield (*scene, "tell")
    for cue in story.cues:
        for key in ("title", "tell", "say"):
            yield (*cue.at, key)


def _typed(story: Sketch) -> Iterator[Word]:
    for cue in story.cues:
        at = (*cue.at, "with")
        yield from _present(story.text(*at, name) for name in story.keys(*at))


def _scenes(story: Sketch) -> Iterator[At]:
    for number in range(story.count("scenes")):
        yield ("scenes", number)


def _present(words: Iterator[Word | None] | list[Word | None]) -> Iterator[Word]:
    for word in words:
        if word:
            yield word
