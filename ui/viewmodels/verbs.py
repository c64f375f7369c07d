"""What a view-model may ask of the engine."""

from typing import Protocol


class Verbs(Protocol):
    """Each returns at once; what came of it arrives as events, or as a notice in plain words."""

    def go(self) -> None:
        """Fire the standby cue; after a hold, go on."""

    def hold(self) -> None:
        """Stop sending; the hop in flight finishes."""

    def panic(self) -> None:
        """Cut everything, even the hop in flight."""

    def skip(self) -> None:
        """Pass over the standby cue."""

    def retry(self) -> None:
        """Fire the cue that did not hold once more."""

    def jump(self, cue: str) -> None:
        """Make that cue the standby."""

    def stand_in(self, role: str) -> None:
        """Let the stand-in play that role from now on."""

    def give_back(self, role: str) -> None:
        """Let the vendor's system play again what a stand-in took over."""

    def start_run(self, story: str, cut: str) -> None:
        """End what is on stage; a new run with a fresh patient."""

    def replay(self, run: str) -> None:
        """Draw a recorded run."""

    def back_to_live(self) -> None:
        """Leave the recording; draw what is on stage now."""
