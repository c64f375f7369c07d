"""A tree of recorded bytes as the lines that are open: what a list can draw."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from showcase.model.answers import Finding
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
        finding: What is to be remarked about it, with the clause; empty: nothing.
        theirs: The receiver has said so.
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
    finding: str = ""
    theirs: bool = False


class Tree:
    """One direction of one hop."""

    def __init__(
        self,
        nodes: tuple[Node, ...] = (),
        told: frozenset[str] = frozenset(),
        findings: Sequence[Finding] = (),
    ) -> None:
        """The outer lines are open; a small tree is open altogether.

        Args:
            nodes: What the engine made of the bytes.
            told: Values worth following: the facts of the exchange.
            findings: Remarks about it; each stands beside its field, or the field's nearest.
        """
        self._nodes = nodes
        self._told = told
        small = _count(nodes, _SMALL) <= _SMALL
        self._closed: set[str] = set()
        self._opened: set[str] = set()
        self._by_default = 9 if small else 1
        self._findings: dict[str, list[Finding]] = {}
        for each in findings if nodes else ():
            key = _nearest(nodes, each.path)
            self._findings.setdefault(key, []).append(each)
            self.reveal(key)

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

    @property
    def told(self) -> frozenset[str]:
        """Values worth following."""
        return self._told

    def rows(self) -> tuple[TreeRow, ...]:
        """The lines that are open."""
        return tuple(self._rows(self._nodes, "", 0))

    @property
    def remarked(self) -> tuple[str, ...]:
        """Keys of the lines that something is to be remarked about, from the top."""
        return tuple(sorted(self._findings, key=lambda key: [int(each) for each in key.split("/")]))

    def lines(self) -> Iterator[tuple[str, str]]:
        """Every line, open or not, as key and indented text."""
        return _lines(self._nodes, "", 0)

    def row(self, key: str) -> TreeRow | None:
        """That line, whether it is open or not; None: there is none such."""
        node = self._node(key)
        return self._row(key, node, key.count("/"), opened=False) if node else None

    def value(self, key: str) -> str:
        """All of what a line holds, however long."""
        node = self._node(key)
        return node.value if node else ""

    def reveal(self, key: str) -> None:
        """Open everything that a line stands in."""
        parts = key.split("/")
        for each in ("/".join(parts[:n]) for n in range(1, len(parts))):
            self._closed.discard(each)
            self._opened.add(each)

    def at(self, offset: int) -> str:
        """Key of the innermost line that this byte belongs to, opened; empty: of none."""
        key = "/".join(map(str, _way(self._nodes, offset)))
        self.reveal(key)
        return key

    def _node(self, key: str) -> Node | None:
        nodes, found = self._nodes, None
        for number in map(int, key.split("/") if key else ()):
            if number >= len(nodes):
                return None
            found = nodes[number]
            nodes = found.children
        return found

    def _is_open(self, key: str) -> bool:
        if key in self._opened:
            return True
        return key not in self._closed and key.count("/") < self._by_default

    def _rows(self, nodes: tuple[Node, ...], prefix: str, depth: int) -> Iterator[TreeRow]:
        for index, node in enumerate(nodes):
            key = f"{prefix}{index}"
            opened = bool(node.children) and self._is_open(key)
            yield self._row(key, node, depth, opened=opened)
            if opened:
                yield from self._rows(node.children, f"{key}/", depth + 1)

    def _row(self, key: str, node: Node, depth: int, *, opened: bool) -> TreeRow:
        remarks = self._findings.get(key, ())
        return TreeRow(
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
            finding="  ".join(f"{each.words} ({each.clause})" for each in remarks),
            theirs=any(each.theirs for each in remarks),
        )


def _lines(nodes: tuple[Node, ...], prefix: str, depth: int) -> Iterator[tuple[str, str]]:
    for index, node in enumerate(nodes):
        key = f"{prefix}{index}"
        held = f": {node.value[:_LONGEST]}" if node.value else ""
        yield key, "  " * depth + f"{node.label}{held}".replace("\n", " ⏎ ")
        yield from _lines(node.children, f"{key}/", depth + 1)


def _nearest(nodes: tuple[Node, ...], path: str) -> str:
    """Key of the line of that path; of what it would stand in, where there is none; the first."""
    if "/" in path and not _key_of(nodes, path, ""):
        return _descended(nodes, path)
    while path:
        if found := _key_of(nodes, path, ""):
            return found
        path = path.rpartition("." if "." in path else "-")[0]
    return "0"


def _descended(nodes: tuple[Node, ...], path: str) -> str:
    """Key of the innermost line on the way ``C-STORE-RQ[2]/(0040,0275)/(0008,0050)``; or the first.

    Each part of the way is somewhere below the one before; a number says which of several.
    """
    at = ""
    for part in path.split("/"):
        name, _, number = part.partition("[")
        found = list(_called(nodes, name, f"{at}/" if at else ""))
        if not found:
            break
        nth = int(number.removesuffix("]")) - 1 if number else 0
        at, node = found[min(nth, len(found) - 1)]
        nodes = node.children
    return at or "0"


def _called(nodes: tuple[Node, ...], name: str, prefix: str) -> Iterator[tuple[str, Node]]:
    """The lines whose path is that, or ends with it, outermost ones alone."""
    for index, node in enumerate(nodes):
        if node.path.rpartition("/")[2] == name:
            yield f"{prefix}{index}", node
        else:
            yield from _called(node.children, name, f"{prefix}{index}/")


def _key_of(nodes: tuple[Node, ...], path: str, prefix: str) -> str:
    for index, node in enumerate(nodes):
        key = f"{prefix}{index}"
        if node.path == path:
            return key
        if found := _key_of(node.children, path, f"{key}/"):
            return found
    return ""


def _way(nodes: tuple[Node, ...], offset: int) -> tuple[int, ...]:
    """Numbers that lead to the innermost line of a byte; a branch need not say where it lies."""
    for number, node in enumerate(nodes):
        if inner := _way(node.children, offset):
            return (number, *inner)
        if node.start <= offset < node.end:
            return (number,)
    return ()


def _count(nodes: tuple[Node, ...], enough: int) -> int:
    """How many lines there are; stops counting once they are more than `enough`."""
    total = len(nodes)
    for node in nodes:
        if total > enough:
            break
        total += _count(node.children, enough - total)
    return total
