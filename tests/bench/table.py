"""Figures as rows of the README's table (Markdown)."""

from collections.abc import Iterable
from statistics import median

from tests.bench.figures import Figure, Target

_HEAD = (
    "| | Ours | Beside | Ratio | Target | |",
    "|---|---|---|---|---|---|",
)


def head() -> str:
    """The table's first two lines."""
    return "\n".join(_HEAD)


def rows(figures: Iterable[Figure]) -> str:
    """A line for each figure."""
    return "\n".join(_row(each) for each in figures)


def _row(figure: Figure) -> str:
    beside = _beside(figure)
    ratio = _ratio(figure)
    target = _target(figure.target, figure.unit) if figure.target else ""
    said = figure.note if not figure.ours else _verdict(figure)
    cells = (figure.what, _value(figure.ours, figure.unit), beside, ratio, target, said)
    return "| " + " | ".join(cells) + " |"


def _value(samples: Iterable[float], unit: str) -> str:
    several = list(samples)
    return f"{number(median(several))} {unit}" if several else "-"


def _beside(figure: Figure) -> str:
    if not figure.peer:
        return figure.beside
    return f"{figure.beside}: {number(median(figure.peer))} {figure.unit}"


def _ratio(figure: Figure) -> str:
    """Of what is compared, the ratio; else the spread of ours."""
    several = figure.ratios or tuple(figure.ours)
    if not several:
        return ""
    low, high = number(min(several)), number(max(several))
    around = f"({low} to {high})" if low != high else ""
    middle = f"**{number(median(several))}** " if figure.ratios else ""
    return f"{middle}{around}".strip()


def _target(target: Target, unit: str) -> str:
    sign = "≤" if target.most else "≥"
    each = ", each" if target.all_of else ""
    return f"{sign} {number(target.value)}{'' if target.ratio else ' ' + unit}{each}"


def _verdict(figure: Figure) -> str:
    if figure.met is None or figure.target is None or figure.judged is None:
        return figure.note
    if figure.met:
        return "met" + (f"; {figure.note}" if figure.note else "")
    missed = f"missed: {number(figure.judged)} for {number(figure.target.value)}"
    return missed + (f"; {figure.note}" if figure.note else "")


def number(value: float) -> str:
    """Three figures, as people write them."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    if abs(value) >= 10:
        return f"{value:.1f}".removesuffix(".0")
    return f"{value:.2f}".rstrip("0").rstrip(".") if value else "0"
