"""A story and a cast, read from the disk, and what is performed of them."""

import asyncio

import msgspec

from showcase.model.answers import RunWanted
from showcase.model.programme import Programme
from showcase.story.cast import Cast, load_cast
from showcase.story.fault import Faults
from showcase.story.loader import load_story
from showcase.story.story import Story
from showcase.story.translation import wordless


async def load(story: str, cast: str, language: str = "") -> tuple[Story, Cast]:
    """A story and a cast that go together.

    Args:
        story: Name, folder or file.
        cast: Name or file; empty: stand-ins play every role.
        language: Of the story's texts; empty: its own.

    Raises:
        Faults: Story or cast have faults, or do not go together.
    """
    loaded = await asyncio.to_thread(load_story, story, language)
    casting = await asyncio.to_thread(load_cast, cast) if cast else Cast()
    if faults := casting.check(loaded.programme()):
        raise Faults(faults)
    return loaded, casting


def alike(before: tuple[Story, Cast], now: tuple[Story, Cast]) -> bool:
    """Whether stand-ins may stay up: words do not matter, nor which file a cast was read from."""
    (story, cast), (other, casting) = before, now
    same = msgspec.structs.replace(cast, source=None) == msgspec.structs.replace(
        casting, source=None
    )
    return same and wordless(story) == wordless(other)


def performed(story: Story, wanted: RunWanted) -> Programme:
    """What is performed of a story: a cut of it, or (watching) nothing at all.

    Raises:
        Faults: The story has no such cut.
    """
    if wanted.watch:
        return msgspec.structs.replace(story.programme(), scenes=(), minutes=0.0)
    return story.programme(wanted.cut)
