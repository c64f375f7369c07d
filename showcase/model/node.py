"""The tree that a person reads, whatever the standard."""

import msgspec


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a tree.

    Attributes:
        label: What it is, in the standard's words: ``PID-3 Patient Identifier List``.
        value: What it holds, as text; control characters already made visible.
        start: Offset of its first byte in the recorded bytes of that direction.
        end: Offset behind its last byte; equal to `start` when it stands for none.
        path: How the standard addresses it: ``PID-3.1``, ``(0010,0020)``; empty when it does not.
        children: What it consists of.
    """

    label: str
    value: str = ""
    start: int = 0
    end: int = 0
    path: str = ""
    children: tuple["Node", ...] = ()


def as_text(nodes: tuple[Node, ...], indent: str = "") -> str:
    """The tree as indented lines, for a terminal or a plain panel."""
    lines: list[str] = []
    for node in nodes:
        lines.append(f"{indent}{node.label}{': ' + node.value if node.value else ''}")
        if node.children:
            lines.append(as_text(node.children, indent + "  "))
    return "\n".join(lines)
