"""What one can press, and what a screen reader finds below it."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem

_Role = QAccessible.Role

PRESSED = {
    _Role.Button,
    _Role.CheckBox,
    _Role.RadioButton,
    _Role.PageTab,
    _Role.TreeItem,
    _Role.EditableText,
    _Role.Link,
}

HAND = 44
"""Board units that whatever one presses is wide and high."""


def below(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything that a screen reader finds there, at any depth."""
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None:
            yield child
            yield from below(child)


def items(item: QQuickItem) -> Iterator[QQuickItem]:
    """Everything drawn there, at any depth."""
    for child in item.childItems():
        if child.isVisible() and child.opacity() > 0:
            yield child
            yield from items(child)
