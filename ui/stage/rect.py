"""A rectangle, in board units."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rect:
    """Left, top, width, height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def grown(self, by: float) -> "Rect":
        """The same rectangle with `by` more on each side."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside, the edge not counting."""
        return self.x < x < self.right and self.y < y < self.bottom

    def overlaps(self, other: "Rect") -> bool:
        """Whether they share an area; sharing an edge does not count."""
        across = self.x < other.right and other.x < self.right
        return across and self.y < other.bottom and other.y < self.bottom

    def within(self, other: "Rect") -> bool:
        """Whether it lies inside `other`, edges included (a hair's tolerance for rounding)."""
        hair = 1e-6
        return (
            other.x - hair <= self.x
            and other.y - hair <= self.y
            and self.right <= other.right + hair
            and self.bottom <= other.bottom + hair
        )


def thin(one: tuple[float, float], two: tuple[float, float]) -> Rect:
    """The rectangle of a straight line, a hair wide."""
    left, top = min(one[0], two[0]), min(one[1], two[1])
    return Rect(left, top, abs(one[0] - two[0]) + 0.1, abs(one[1] - two[1]) + 0.1)
