"""A tree of recorded bytes as the lines that are open: what a list can draw."""

from collections.abc import Iterator
from dataclasses import dataclass

from showcase.model.node import Node

_SMALL = 60
"""A tree of so many lines is shown whole."""

_LONGEST = 2_000
"""Characters of one value that are drawn; the rest stands in the bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeRow:
    """One open line.

    Attributes:
        key: Where it stands: ``0/3/1``.
        depth: 0 at the outside.
        branch: It has lines below it.
        opened: They are shown.
        told: Its value is one that other systems know, too: an identifier, a name.
        start: Offset of its first byte.
        end: Offset behind its last.
    """

    key: str
    label: str
    value: str
    path: str
    depth: int
    branch: bool
    opened: bool
    told: bool
    start: int
    end: int


class Tree:
    """One direction of one hop."""

    def __init__(self, nodes: tuple[Node, ...] = (), told: frozenset[str] = frozenset()) -> None:
        """The outer lines are open; a small tree is open altogether.

        Args:
            nodes: What the engine made of the bytes.
            told: Values worth following: the facts of the exchange.
        """
        self._nodes = nodes
        self._told = told
        small = _count(nodes, _SMALL) <= _SMALL
        self._closed: set[str] = set()
        self._opened: set[str] = set()
        self._by_default = 9 if small else 1

    def toggle(self, key: str) -> None:
        """Open a line that is closed, close one that is open."""
        opened = self._is_open(key)
        self._opened.discard(key)
        self._closed.discard(key)
        (self._closed if opened else self._opened).add(key)

    @property
    def nodes(self) -> tuple[Node, ...]:
        """What the engine made of the bytes."""
        return self._nodes

    def rows(self, *, only_told: bool = False) -> tuple[TreeRow, ...]:
        """The lines that are open.

        Args:
            only_told: Lines whose value other systems know, too, and what they stand in.
        """
        rows = tuple(self._rows(self._nodes, "", 0))
        if not only_told:
            return rows
        told = [row.key for row in rows if row.told]
        return tuple(row for row in rows if _leads(row.key, told))

    def at(self, offset: int) -> str:
        """Key of the innermost line that this byte belongs to, opened; empty: of none."""
        way = _way(self._nodes, offset)
        keys = ["/".join(map(str, way[: n + 1])) for n in range(len(way))]
        for key in keys[:-1]:
            self._closed.discard(key)
            self._opened.add(key)
        return keys[-1] if keys else ""

    def _is_open(self, key: str) -> bool:
        if key in self._opened:
            return True
        return key not in self._closed and key.count("/") < self._by_default

    def _rows(self, nodes: tuple[Node, ...], prefix: str, depth: int) -> Iterator[TreeRow]:
        for index, node in enumerate(nodes):
            key = f"{prefix}{index}"
            opened = bool(node.children) and self._is_open(key)
            yield TreeRow(
                key=key,
                label=node.label,
                value=node.value[:_LONGEST],
                path=node.path,
                depth=depth,
                branch=bool(node.children),
                opened=opened,
                told=node.value in self._told,
                start=node.start,
                end=node.end,
            )
            if opened:
                yield from self._rows(node.children, f"{key}/", depth + 1)


def _way(nodes: tuple[Node, ...], offset: int) -> tuple[int, ...]:
    """Numbers that lead to the innermost line of a byte; a branch need not say where it lies."""
    for number, node in enumerate(nodes):
        if inner := _way(node.children, offset):
            return (number, *inner)
        if node.start <= offset < node.end:
            return (number,)
    return ()


def _leads(key: str, told: list[str]) -> bool:
    """Whether a line is one of those, or one of those stands in it."""
    return any(each == key or each.startswith(f"{key}/") for each in told)


def _count(nodes: tuple[Node, ...], enough: int) -> int:
    """How many lines there are; stops counting once they are more than `enough`."""
    total = len(nodes)
    for node in nodes:
        if total > enough:
            break
        total += _count(node.children, enough - total)
    return total
