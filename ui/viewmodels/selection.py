"""Which of several lines are chosen: one by one, from one to another, all, none."""

from collections.abc import Sequence


class Selection:
    """Keys of the chosen lines; it knows no order but the one it is told."""

    def __init__(self) -> None:
        """Nothing chosen."""
        self._chosen: set[str] = set()
        self._last = ""

    def __contains__(self, key: str) -> bool:
        return key in self._chosen

    def __len__(self) -> int:
        return len(self._chosen)

    def toggle(self, key: str) -> None:
        """Choose a line, or no longer."""
        (self._chosen.remove if key in self._chosen else self._chosen.add)(key)
        self._last = key

    def reach(self, key: str, order: Sequence[str]) -> None:
        """Choose every line from the one touched last to this one."""
        places = {each: n for n, each in enumerate(order)}
        if self._last not in places or key not in places:
            self.toggle(key)
            return
        first, last = sorted((places[self._last], places[key]))
        self._chosen.update(order[first : last + 1])
        self._last = key

    def all(self, order: Sequence[str]) -> None:
        """Choose all of these."""
        self._chosen.update(order)

    def clear(self) -> None:
        """Choose none."""
        self._chosen.clear()
        self._last = ""

    def ordered(self, order: Sequence[str]) -> tuple[str, ...]:
        """The chosen ones, in that order."""
        return tuple(each for each in order if each in self._chosen)
