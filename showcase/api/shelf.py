"""The stories that can be played, and what is wrong with those that cannot."""

import asyncio
from collections.abc import Iterator

import msgspec

from showcase.journal.journal import Journal
from showcase.model.answers import StoryBrief
from showcase.model.events import Noticed
from showcase.story.fault import Faults
from showcase.story.library import story_file, story_names
from showcase.story.loader import load_story
from showcase.story.translation import translations


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What there is to say of one story.

    Attributes:
        brief: None when it cannot be played.
        trouble: What is wrong with it, or with a translation of it; empty: nothing.
        remedy: What to do about that.
    """

    brief: StoryBrief | None = None
    trouble: str = ""
    remedy: str = ""


async def stories(journal: Journal) -> list[StoryBrief]:
    """Every story that loads; what is wrong with others, staff are told."""
    briefs = []
    for told in await asyncio.to_thread(shelf):
        if told.brief:
            briefs.append(told.brief)
        if told.trouble:
            journal.record(Noticed(words=told.trouble, remedy=told.remedy, level="warning"))
    return briefs


def shelf() -> list[Told]:
    """Every story. Reads files: use a thread."""
    return list(_told())


def _told() -> Iterator[Told]:
    for name in story_names():
        try:
            brief, faults = _brief(name)
        except Faults as error:
            words = f"The story {name} has faults and cannot be played."
            yield Told(trouble=words, remedy=_remedy(error))
            continue
        words = f"A translation of the story {name} has faults." if faults else ""
        yield Told(brief=brief, trouble=words, remedy=_remedy(faults) if faults else "")


def _remedy(faults: Faults) -> str:
    return f"Run “showcase check” on it. First fault: {faults.faults[0]}"


def _brief(name: str) -> tuple[StoryBrief, Faults | None]:
    """What a story is called, in every language; and what is wrong with its translations."""
    story = load_story(name)
    programme = story.programme()
    titles, faults = {programme.language: programme.title}, None
    for language in translations(story_file(name)):
        try:
            titles[language] = load_story(name, language).title
        except Faults as error:
            faults = error
    brief = StoryBrief(
        key=programme.key,
        title=programme.title,
        cuts={cut: story.programme(cut).minutes for cut in story.cuts},
        cues=len(programme.cues),
        titles=titles,
    )
    return brief, faults
