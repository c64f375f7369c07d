"""The verbs that a window may say. The server translates; whoever implements this performs."""

from typing import Protocol

from showcase.model.answers import EngineState, Missed, StoryBrief
from showcase.model.clearance import Clearance
from showcase.model.readiness import ReadinessReport


class Refused(Exception):
    """What was asked is not possible now.

    Attributes:
        words: Why, in plain language.
        remedy: What to do about it; may be empty.
    """

    def __init__(self, words: str, remedy: str = "") -> None:
        """Keep both texts."""
        super().__init__(words)
        self.words = words
        self.remedy = remedy


class Stagehand(Protocol):
    """Plays one run at a time. Every method may raise `Refused`."""

    async def stories(self) -> list[StoryBrief]:
        """Every story that can be played."""

    async def state(self) -> EngineState:
        """What is going on now."""

    async def readiness(self, story: str, *, cast: str = "", language: str = "") -> ReadinessReport:
        """Ask every system that a cast names whether it can play a story; changes nothing."""

    async def start_run(
        self,
        story: str,
        *,
        cast: str = "",
        cut: str = "",
        fast: bool = False,
        language: str = "",
        watch: bool = False,
    ) -> str:
        """Put a story on stage, or only watch its systems, and return the run's id."""

    async def clearance(self) -> Clearance:
        """What the newest start of a run has cleared, and what it could not clear."""

    async def go(self) -> None:
        """Fire the standby cue; return at once."""

    async def hold(self) -> None:
        """Let the cue under way finish, then stop."""

    async def panic(self) -> None:
        """Cut everything at once."""

    async def skip(self) -> None:
        """Pass over the standby cue."""

    async def retry(self) -> None:
        """Fire the last cue that did not hold once more."""

    async def jump(self, cue: str) -> None:
        """Put another cue on standby."""

    async def stand_in(self, role: str) -> None:
        """Have the stand-in take a role over, once it has caught up."""

    async def give_back(self, role: str) -> tuple[Missed, ...]:
        """Have the vendor's system that was relieved play its role again; what has it missed?"""

    async def end(self) -> None:
        """End the run on stage, wherever it stands."""
