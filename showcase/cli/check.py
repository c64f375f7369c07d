"""``showcase check``: lints story and cast files."""

from pathlib import Path
from typing import Annotated

import typer

from showcase.story.cast import Cast, cast_from
from showcase.story.fault import Fault, Faults
from showcase.story.library import cast_file, story_file
from showcase.story.loader import story_from, story_key
from showcase.story.story import Story
from showcase.story.translation import translated_story, translation_faults, translations
from showcase.story.yaml_source import Source, read_source

_BAD = 2


def check(
    files: Annotated[
        list[str],
        typer.Argument(help="Story and cast files, or names of those that ship.", metavar="FILE…"),
    ],
) -> None:
    """Lint story and cast files: file, line, what is wrong, and how to mend it.

    A story is checked with its translations; a cast against the stories named beside it. Exit 0
    when all is well, 2 when not.
    """
    faults: list[Fault] = []
    stories: list[Story] = []
    casts: list[Cast] = []
    for named in files:
        try:
            found = _read(named)
        except Faults as error:
            faults += error.faults
            continue
        if isinstance(found, Story):
            stories.append(found)
            faults += _translation_faults(found, _story_path(named))
            typer.echo(f"{named}: fine, a story, cues: {len(found.whole.cues)}")
        else:
            casts.append(found)
            typer.echo(f"{named}: fine, a cast, roles given away: {len(found.players)}")
    for cast in casts:
        for story in stories:
            faults += cast.check(story.whole)
    for fault in faults:
        typer.echo(str(fault))
    if faults:
        raise typer.Exit(_BAD)


def _story_path(named: str) -> Path:
    """The story's file, where a translation is named, too."""
    return translated_story(Path(named)) or story_file(named)


def _translation_faults(story: Story, path: Path) -> list[Fault]:
    """What is wrong with the translations that lie beside a story."""
    faults: list[Fault] = []
    for file in translations(path).values():
        try:
            faults += translation_faults(read_source(file), story)
        except Faults as error:
            faults += error.faults
    return faults


def _read(named: str) -> Story | Cast:
    path = _story_path(named)
    if not path.exists() and cast_file(named).exists():
        path = cast_file(named)
    source = read_source(path, named if Path(named) == path else "")
    return cast_from(source) if _is_cast(source, path) else story_from(source, story_key(path))


def _is_cast(source: Source, path: Path) -> bool:
    """Told by what only one of the two holds; by the folder, where neither is there."""
    keys = set(source.data) if isinstance(source.data, dict) else set()
    if keys & {"scenes", "places", "patient"}:
        return False
    return bool(keys & {"systems", "standins"}) or path.parent.name == "casts"
