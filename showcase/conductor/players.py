"""What a run needs of the stand-ins."""

from collections.abc import Collection, Sequence
from typing import Protocol

from showcase.model.answers import Missed
from showcase.model.events import HopEnded
from showcase.standins.behaviour import Prompt
from showcase.standins.book import Book
from showcase.standins.catchup import CaughtUp


class Players(Protocol):
    """`showcase.standins.troupe.Troupe` is it."""

    book: Book

    async def perform(self, role: str, prompt: Prompt) -> None:
        """Have a role's human do something; CannotAct when the system does not know enough."""

    async def settle(self, seconds: float) -> None:
        """Return once no stand-in is busy by itself, or after `seconds`."""

    async def audits_kept(self, sent: Collection[str]) -> frozenset[str]:
        """Which audit records, by SHA-256, a repository of ours keeps."""

    async def take_over(self, role: str) -> CaughtUp:
        """Have the stand-in play all of a role; KeyError when no vendor's system plays it."""

    async def relearn(self, run: str, ended: Sequence[HopEnded]) -> CaughtUp:
        """Have every stand-in know what the hops of a run have told it; nothing is sent."""

    def give_back(self, role: str) -> tuple[Missed, ...]:
        """Have the vendor's system play its role again; KeyError when it was not relieved.

        Returns:
            What it has missed.
        """
