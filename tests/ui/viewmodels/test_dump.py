"""Recorded bytes as lines, made when they are drawn."""

import pytest
from PySide6.QtCore import QModelIndex, Qt

from ui.viewmodels.dump import DumpModel

_FIRST = Qt.ItemDataRole.UserRole


def line(model: DumpModel, row: int) -> tuple[object, ...]:
    return tuple(model.data(model.index(row), _FIRST + role) for role in range(9))


@pytest.fixture
def dump() -> DumpModel:
    model = DumpModel()
    model.show(b"MSH|^~\\&|DESK\r\xff 1", 9, 13)
    return model


def test_picked_bytes_are_lit_across_lines(dump: DumpModel) -> None:
    assert (dump.rowCount(), dump.litRow, dump.size) == (3, 1, 17)
    assert line(dump, 0) == (0, "4d 53 48 7c 5e 7e 5c 26", "", "", "MSH|^~\\&", "", "", 8, "000000")
    assert line(dump, 1)[1:4] == ("7c", "44 45 53 4b", "0d ff 20")
    assert line(dump, 1)[4:8] == ("|", "DESK", "··\u00a0", 8)


def test_twice_as_many_stand_in_a_wide_line(dump: DumpModel) -> None:
    dump.spread(16)
    assert (dump.rowCount(), dump.litRow, dump.columns) == (2, 0, 16)


def test_the_last_line_stands_below_the_others(dump: DumpModel) -> None:
    texts = ["".join(map(str, line(dump, row)[4:7])) for row in range(3)]
    assert [len(text) for text in texts] == [8, 8, 8]
    assert texts[2].strip("\u00a0") == "1"


def test_another_field_tells_only_of_the_lines_it_changes(dump: DumpModel) -> None:
    told: list[tuple[int, int]] = []
    dump.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    data = b"x" * 800
    dump.show(data, 0, 0)
    told.clear()
    dump.show(data, 8, 24)
    assert told == [(0, 0), (1, 2)]


def test_nothing_lit_is_nowhere(dump: DumpModel) -> None:
    dump.show(b"", 0, 0)
    assert (dump.rowCount(), dump.litRow) == (0, -1)
    assert dump.data(QModelIndex(), _FIRST) is None


def test_many_megabytes_are_as_many_lines_and_no_more_work(dump: DumpModel) -> None:
    dump.show(bytes(64_000_000), 31_999_999, 32_000_001)
    assert (dump.rowCount(), dump.litRow) == (8_000_000, 3_999_999)
    assert line(dump, 4_000_000)[2] == "00"
