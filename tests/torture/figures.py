"""What was measured, beside what is wanted of it; one line of the table each."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One line: what was seen, what is wanted, and whether it holds."""

    name: str
    seen: str
    wanted: str
    held: bool


def at_most(name: str, seen: float, limit: float, unit: str = "") -> Figure:
    """A figure that holds while it does not exceed a limit."""
    return Figure(name, f"{seen:.5g}{unit}", f"<= {limit:g}{unit}", seen <= limit)


def none_of(name: str, found: list[str], of: int) -> Figure:
    """A figure that holds while nothing was found; the first findings are told."""
    seen = f"0 of {of:,}" if not found else f"{len(found)} of {of:,}: {'; '.join(found[:8])}"
    return Figure(name, seen, "none", not found)


def table(figures: list[Figure]) -> str:
    """Everything that was measured, for people."""
    wide = max((len(each.name) for each in figures), default=0)
    lines = [
        f"{'ok  ' if each.held else 'FAIL'} {each.name:<{wide}}  {each.seen}  ({each.wanted})"
        for each in figures
    ]
    return "\n".join(lines)


def check(figures: list[Figure]) -> None:
    """Fail a test with the lines that do not hold."""
    broken = [each for each in figures if not each.held]
    assert not broken, "\n" + table(broken)
