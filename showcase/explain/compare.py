"""Two trees side by side: in which lines they differ.

Lines are aligned level by level. First those whose whole subtree is the same in both, in order,
so that one inserted segment does not shift all that follow. Between them, lines that stand for
the same thing: the same path, or the same label where the standard gives none. Numbers that only
count (the third item, line 12) do not make a line another one.
"""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from difflib import SequenceMatcher

import msgspec

from showcase.model.answers import Change, Difference
from showcase.model.node import Node

Nodes = tuple[Node, ...]
_Within = tuple[str, ...]

_MANY = 2000
"""Lines of one level beyond which sameness is sought at both ends only: alignment is quadratic."""

_SHOWN = 300
"""Characters told of a subtree that only one side has."""

_REPETITION = re.compile(r"\[\d+\]")  # PID-3[2].1
_COUNT = re.compile(r"(?:^|(?<= ))\d+$")  # Item 3


def compare(before: Nodes, after: Nodes) -> tuple[Difference, ...]:
    """Every line in which two trees differ, in the order of the trees; none when they are alike.

    Offsets do not count: the same message in another place is the same.
    """
    return tuple(_level(before, after, ()))


def _level(before: Nodes, after: Nodes, within: _Within) -> Iterator[Difference]:
    names = _names(before) | _names(after)
    for olds, news in _stretches(before, after):
        pairs, removed, added = _by_key(olds, news)
        if not within:
            # whole messages of another kind are still the two that are to be compared
            pairs += zip(removed, added, strict=False)
            shorter = min(len(removed), len(added))
            removed, added = removed[shorter:], added[shorter:]
        for old, new in pairs:
            yield from _both(old, new, (*within, names[id(old)]))
        yield from (_one_sided(Change.REMOVED, node, within) for node in removed)
        yield from (_one_sided(Change.ADDED, node, within) for node in added)


def _both(old: Node, new: Node, here: _Within) -> Iterator[Difference]:
    """What differs between two lines that stand for the same thing."""
    renamed = _key(old) != _key(new)
    if _repeats(old) != _repeats(new):
        old, new = (each if _repeats(each) else _once(each) for each in (old, new))
    below = tuple(_level(old.children, new.children, here)) if _nested(old, new) else ()
    # a field's value is that of its components: what differs in them is told there
    if renamed or (not below and (_told(old), _nested(old)) != (_told(new), _nested(new))):
        yield Difference(
            change=Change.CHANGED,
            label=new.label,
            path=new.path,
            within=here[:-1],
            before=f"{old.label} {old.value}".strip() if renamed else _told(old),
            after=f"{new.label} {new.value}".strip() if renamed else _told(new),
        )
    yield from below


def _repeats(node: Node) -> bool:
    """Whether an HL7 field shows its repetitions; one that stands once shows its components."""
    return any(_REPETITION.search(child.path, len(node.path)) for child in node.children)


def _once(node: Node) -> Node:
    """The same field as the only one of its repetitions."""
    path = f"{node.path}[1]"
    only = Node(label=path, value=node.value, path=path, children=node.children)
    return msgspec.structs.replace(node, children=(only,))


def _one_sided(change: Change, node: Node, within: _Within) -> Difference:
    told = _told(node)
    return Difference(
        change=change,
        label=node.label,
        path=node.path,
        within=within,
        before=told if change is Change.REMOVED else "",
        after=told if change is Change.ADDED else "",
    )


def _nested(*nodes: Node) -> bool:
    return all(node.children for node in nodes)


def _told(node: Node) -> str:
    """Its value; where it has none, what its children hold."""
    text = node.value or ", ".join(_leaves(node.children))
    return text if node.value or len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _leaves(nodes: Nodes) -> Iterator[str]:
    for node in nodes:
        if node.value:
            yield f"{node.path or node.label} {node.value}"
        else:
            yield from _leaves(node.children)


def _stretches(before: Nodes, after: Nodes) -> Iterator[tuple[Nodes, Nodes]]:
    """The stretches of a level between the lines that are the same on both sides."""
    olds, news = [_mark(node) for node in before], [_mark(node) for node in after]
    if max(len(olds), len(news)) > _MANY:
        start = _common(olds, news)
        end = _common(olds[start:][::-1], news[start:][::-1])
        yield before[start : len(before) - end], after[start : len(after) - end]
        return
    for tag, a, b, c, d in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
        if tag != "equal":
            yield before[a:b], after[c:d]


def _common(olds: list[int], news: list[int]) -> int:
    """How many marks are the same from the beginning."""
    pairs = zip(olds, news, strict=False)
    return next((n for n, (old, new) in enumerate(pairs) if old != new), min(len(olds), len(news)))


def _by_key(olds: Nodes, news: Nodes) -> tuple[list[tuple[Node, Node]], Nodes, Nodes]:
    """Lines that stand for the same thing, in pairs; those of either side that are alone."""
    waiting: dict[str, deque[Node]] = defaultdict(deque)
    for node in news:
        waiting[_key(node)].append(node)
    pairs: list[tuple[Node, Node]] = []
    removed: list[Node] = []
    for node in olds:
        if same := waiting[_key(node)]:
            pairs.append((node, same.popleft()))
        else:
            removed.append(node)
    alone = {id(node) for left in waiting.values() for node in left}
    return pairs, tuple(removed), tuple(node for node in news if id(node) in alone)


def _names(nodes: Nodes) -> dict[int, str]:
    """Their labels by identity, numbered where several stand for the same thing."""
    repeated = Counter(map(_key, nodes))
    seen: Counter[str] = Counter()
    named: dict[int, str] = {}
    for node in nodes:
        key = _key(node)
        seen[key] += 1
        counted = repeated[key] > 1 and not _COUNT.search(node.label)
        named[id(node)] = f"{node.label} [{seen[key]}]" if counted else node.label
    return named


def _key(node: Node) -> str:
    return _REPETITION.sub("", node.path) or _COUNT.sub("#", node.label)


def _mark(node: Node) -> int:
    """The same for the same subtree, wherever it stands."""
    return hash((_key(node), node.value, *map(_mark, node.children)))
