"""Which cards are lit, and why."""

from collections.abc import Iterable

from showcase.model.transaction import Family
from ui.stage.cursor import Phase
from ui.stage.sights import Glow, Traveller

_DARK = (Glow.NONE, "")


class Lights:
    """A card is lit for one reason at a time, in the colour of a family."""

    def __init__(self) -> None:
        """All dark."""
        self._lit: dict[str, tuple[Glow, str]] = {}

    @property
    def lit(self) -> dict[str, tuple[Glow, str]]:
        """Every card that is lit."""
        return dict(self._lit)

    def of(self, role: str) -> tuple[Glow, str]:
        """Why one is lit, and in the colour of which family."""
        return self._lit.get(role, _DARK)

    def light(self, role: str, glow: Glow, family: Family) -> None:
        """Light one."""
        self._lit[role] = glow, family

    def cool(self, travellers: Iterable[Traveller]) -> None:
        """Only cards that wait for an answer of theirs stay lit."""
        waiting = {each.start.receiver for each in travellers if each.phase is Phase.HOVER}
        self._lit = {
            role: glow
            for role, glow in self._lit.items()
            if glow[0] is Glow.WAITS and role in waiting
        }
