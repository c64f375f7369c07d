"""A story's texts in another language: a file beside it, ``de.yaml``, that holds words only.

What a translation must hold is read off the story, so nothing can be forgotten and nothing can be
left over: every text has a path in it, such as ``("cues", "admit", "tell")``.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from showcase.model.programme import Cue, Programme, Scene
from showcase.story.fault import Fault
from showcase.story.story import Story
from showcase.story.words import (
    AGE,
    CARD_CHARACTERS,
    LIST_CHARACTERS,
    RIBBON_CHARACTERS,
    SENTENCE_WORDS,
    placeholders,
)
from showcase.story.yaml_source import At, Source, Value

TYPED = ("title", "text", "reason", "code_text", "language")
"""What a human types that other humans read; the rest of ``with:`` means something to systems."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")

Words = Mapping[At, str]
"""Texts by their place in the file."""


def is_language(code: str) -> bool:
    """Whether this looks like ``de`` or ``pt-BR`` (RFC 5646)."""
    return _LANGUAGE.fullmatch(code) is not None


def translation_file(story: Path, language: str) -> Path:
    """Where the texts of a story in `language` are: ``de.yaml`` beside its ``story.yaml``."""
    if story.name == "story.yaml":
        return story.with_name(f"{language}.yaml")
    return story.with_name(f"{story.stem}.{language}.yaml")


def translations(story: Path) -> dict[str, Path]:
    """The translations that lie beside a story's file, by language."""
    found = {}
    for path in sorted(story.parent.glob("*.yaml")):
        language = path.stem.rpartition(".")[2]
        if path != story and is_language(language) and path == translation_file(story, language):
            found[language] = path
    return found


def translated_story(translation: Path) -> Path | None:
    """The story that a file is a translation of; None when it is none."""
    name, _, language = translation.stem.rpartition(".")
    story = translation.with_name(f"{name or 'story'}.yaml")
    return story if is_language(language) and story.is_file() else None


def texts(story: Story) -> dict[At, str]:
    """Every text of a story that people read, in the order of the file."""
    whole = story.whole
    found: dict[At, str] = {("title",): whole.title, ("patient", "tell"): story.tell}
    found |= {("places", place.key): place.title for place in whole.places}
    found |= {("roles", role.key): role.title for role in whole.roles}
    for number, scene in enumerate(whole.scenes):
        found |= {
            ("scenes", number, "title"): scene.title,
            ("scenes", number, "tell"): scene.tell,
        }
    for cue in whole.cues:
        at = ("cues", cue.id)
        found |= {(*at, name): getattr(cue, name) for name in ("title", "tell", "say")}
        found |= {(*at, "with", name): cue.typed.get(name, "") for name in TYPED}
    return {at: text for at, text in found.items() if text}


def wordless(story: Story) -> Story:
    """What is left of a story without its texts: the same in every language."""
    blank = dict.fromkeys(texts(story), "")
    whole = _programme(story.whole, blank, "")
    return msgspec.structs.replace(story, whole=whole, tell="", cuts_line=0)


def translation_faults(source: Source, story: Story) -> list[Fault]:
    """Everything wrong with a translation: what is missing, left over, or too long."""
    if not isinstance(source.data, dict):
        words = "this is no translation"
        return [*source.faults, source.fault((), words, "Begin with `format: 1`.")]
    return [*source.faults, *_format(source, source.data), *_differences(source, texts(story))]


def translated(story: Story, source: Source, language: str) -> Story:
    """A story with the texts of a translation that has no fault."""
    words = dict(_leaves(source.data, ()))
    spoken = {at: text for at, text in words.items() if isinstance(text, str)}
    return msgspec.structs.replace(
        story,
        whole=_programme(story.whole, spoken, language),
        tell=spoken.get(("patient", "tell"), story.tell),
    )


def _format(source: Source, data: dict[str, Value]) -> Iterator[Fault]:
    if "format" not in data:
        yield source.fault((), "`format` is missing", "Add `format: 1`.")
    elif data["format"] != 1:
        yield source.fault(("format",), f"`format` cannot be {data['format']}", "Write `1`.")


def _differences(source: Source, wanted: Words) -> Iterator[Fault]:
    found = {at: text for at, text in _leaves(source.data, ()) if at != ("format",)}
    for at, original in wanted.items():
        if not found.get(at):
            remedy = f"Translate “{_shown(original)}”."
            yield source.fault(at, f"`{_name(at)}` is missing", remedy)
    for at, text in found.items():
        if at not in wanted:
            words = f"`{_name(at)}` is no text of the story"
            yield source.fault(at, words, "Remove it, or correct its name.", key=True)
        elif not isinstance(text, str):
            if text is not None:
                words = f"`{_name(at)}` must be text, not {text}"
                yield source.fault(at, words, "Put it in quotes.")
        else:
            yield from _unfit(source, at, text, wanted[at])


def _unfit(source: Source, at: At, text: str, original: str) -> Iterator[Fault]:
    """Too long for where it stands, or with placeholders that the original does not have."""
    limit = _limit(at)
    if limit and len(text) > limit:
        words = f"{len(text)} characters are too many for `{_name(at)}`"
        yield source.fault(at, words, f"Shorten it to {limit}.")
    count = len(text.split())
    if at[-1] == "tell" and at[0] != "patient" and count > SENTENCE_WORDS:
        words = f"{count} words are too many for the wall"
        yield source.fault(at, words, f"Shorten it to {SENTENCE_WORDS}.")
    allowed = {*placeholders(original), *([AGE] if at == ("patient", "tell") else [])}
    for name in dict.fromkeys(placeholders(text)):
        if name not in allowed:
            yield source.fault(at, f"nobody fills in `{name}` here", "Write it out.")


def _limit(at: At) -> int:
    match at:
        case ("title",) | ("places", _) | ("roles", _):
            return CARD_CHARACTERS
        case ("scenes", _, "title"):
            return RIBBON_CHARACTERS
        case ("cues", _, "title"):
            return LIST_CHARACTERS
        case _:
            return 0


def _leaves(value: Value, at: At) -> Iterator[tuple[At, Value]]:
    """Everything that is neither a mapping nor a list, and where it stands."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield from _leaves(below, (*at, key))
    elif isinstance(value, list):
        for number, below in enumerate(value):
            yield from _leaves(below, (*at, number))
    else:
        yield at, value


def _name(at: At) -> str:
    """``cues: admit: tell``; scenes are counted from 1."""
    return ": ".join(str(step + 1) if isinstance(step, int) else step for step in at)


def _shown(text: str) -> str:
    first = text.partition("\n")[0]
    return first if len(first) == len(text) else f"{first} …"


def _programme(whole: Programme, words: Words, language: str) -> Programme:
    replace = msgspec.structs.replace
    return replace(
        whole,
        language=language,
        title=words.get(("title",), whole.title),
        places=tuple(
            replace(place, title=words.get(("places", place.key), place.title))
            for place in whole.places
        ),
        roles=tuple(
            replace(role, title=words.get(("roles", role.key), role.title)) for role in whole.roles
        ),
        scenes=tuple(_scene(scene, number, words) for number, scene in enumerate(whole.scenes)),
    )


def _scene(scene: Scene, number: int, words: Words) -> Scene:
    return msgspec.structs.replace(
        scene,
        title=words.get(("scenes", number, "title"), scene.title),
        tell=words.get(("scenes", number, "tell"), scene.tell),
        cues=tuple(_cue(cue, words) for cue in scene.cues),
    )


def _cue(cue: Cue, words: Words) -> Cue:
    at = ("cues", cue.id)
    return msgspec.structs.replace(
        cue,
        title=words.get((*at, "title"), cue.title),
        tell=words.get((*at, "tell"), cue.tell),
        say=words.get((*at, "say"), cue.say),
        typed={name: words.get((*at, "with", name), text) for name, text in cue.typed.items()},
    )
