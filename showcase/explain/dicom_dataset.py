"""Command sets and datasets for people: each element by tag, keyword and value."""

from collections.abc import Iterator

from pydicom.datadict import tag_for_keyword
from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset
from pydicom.tag import BaseTag
from pydicom.uid import UID

from showcase.explain.dicom_places import NOWHERE, Places, Span, Way
from showcase.explain.legible import legible
from showcase.model.node import Node
from showcase.protocols.dicom import dataset as datasets
from showcase.protocols.dicom.command import Command, Value
from showcase.wire.failure import Garbled

_SHOWN = 400
"""Characters shown of one value; the bytes are all in the journal."""

_MOST_ITEMS = 50
"""Items of a sequence that are shown."""

_BYTES = {"OB", "OD", "OF", "OL", "OV", "OW", "UN"}


def command_nodes(command: Command, start: int, where: Places = NOWHERE) -> tuple[Node, ...]:
    """The elements of a command set; `start` is where its message begins."""
    rows = sorted((tag_for_keyword(keyword) or 0, keyword) for keyword in command.values)
    return tuple(
        _node(
            BaseTag(tag),
            keyword,
            _command_value(keyword, command.values[keyword]),
            where.of((tag,)) or (start, start),
        )
        for tag, keyword in rows
    )


def _command_value(keyword: str, value: Value) -> str:
    if isinstance(value, tuple):
        return ", ".join(_tag(BaseTag(each)) for each in value)
    if isinstance(value, int):
        return f"0x{value:04X}" if keyword in {"CommandField", "Status"} else str(value)
    return _uid(value) if keyword.endswith("UID") else value


def dataset_nodes(
    data: bytes, transfer: str, start: int, where: Places = NOWHERE
) -> tuple[Node, ...]:
    """The elements of a dataset, pixels as their size alone.

    Args:
        data: The dataset.
        transfer: Its transfer syntax.
        start: Where its message begins: the place of what has none of its own.
        where: Where its elements stand.
    """
    try:
        found = datasets.decode(data, transfer)
    except Garbled as fault:
        return (Node(label="Damaged", value=legible(fault.status), start=start, end=start),)
    return tuple(_Placed(where, start).elements(found, ()))


class _Placed:
    """The nodes of a dataset, each with its place in the stream."""

    def __init__(self, where: Places, start: int) -> None:
        self._where = where
        self._nowhere = (start, start)

    def elements(self, dataset: Dataset, within: Way) -> Iterator[Node]:
        for element in dataset:
            way = (*within, int(element.tag))
            children = tuple(self._items(element, way)) if element.VR == "SQ" else ()
            name = element.keyword or element.name
            yield _node(element.tag, name, _value(element), self._span(way), children)

    def _items(self, element: DataElement, way: Way) -> Iterator[Node]:
        items = list(element.value or ())
        for number, item in enumerate(items[:_MOST_ITEMS], 1):
            inside = (*way, number)
            start, end = self._span(inside)
            children = tuple(self.elements(item, inside))
            yield Node(label=f"Item {number}", start=start, end=end, children=children)
        if len(items) > _MOST_ITEMS:
            more = f"{len(items) - _MOST_ITEMS} more items"
            start, end = self._nowhere
            yield Node(label=more, start=start, end=end)

    def _span(self, way: Way) -> Span:
        return self._where.of(way) or self._nowhere


def _value(element: DataElement) -> str:
    value = element.value
    if element.VR == "SQ":
        return f"{len(value or ())} items" if len(value or ()) != 1 else "1 item"
    if value is None:
        return ""
    if element.VR in _BYTES or isinstance(value, bytes):
        return f"{len(value):,} bytes" if value else ""
    if element.VR == "UI" and isinstance(value, str):
        return _uid(value)
    many = not isinstance(value, str) and type(value).__name__ in {"MultiValue", "list"}
    text = "\\".join(str(each) for each in value) if many else str(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _uid(value: str) -> str:
    name = UID(value).name
    plain = str(value)  # pydicom's own kind of text is none that JSON takes
    return plain if name == value else f"{plain} ({name})"


def _node(
    tag: BaseTag, keyword: str, value: str, span: Span, children: tuple[Node, ...] = ()
) -> Node:
    path = _tag(tag)
    return Node(
        label=legible(f"{path} {keyword}"),
        value=legible(value),
        start=span[0],
        end=span[1],
        path=path,
        children=children,
    )


def _tag(tag: BaseTag) -> str:
    return f"({tag.group:04X},{tag.element:04X})"
