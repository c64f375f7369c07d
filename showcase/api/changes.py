"""What has changed on disk between a crash and the engine's return, in plain words."""

from collections.abc import Iterator

import msgspec

from showcase.model.events import RunStarted
from showcase.model.system import System
from showcase.story.cast import Cast


def changes(start: RunStarted, casting: Cast, *, same_story: bool) -> Iterator[str]:
    """What is no longer as it was when a run began.

    Args:
        start: How it began.
        casting: The cast as it reads now.
        same_story: Whether the story still reads the same.
    """
    if not same_story:
        yield "The story was changed on disk after this tour began; the tour goes on as it began."
    for role, before in start.systems.items():
        now = casting.vendors.get(role)
        if before.stand_in or (now and _same(before, now)):
            continue
        title = start.programme.role(role).title
        who = f"{now.vendor} {now.product}".strip() if now else "a stand-in"
        yield f"The cast was changed on disk: {title} is now played by {who}, as the file says."


def _same(one: System, other: System) -> bool:
    return msgspec.structs.astuple(one) == msgspec.structs.astuple(other)
