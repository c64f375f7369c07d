"""The one list model: what stays keeps its place."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from ui.rows import Rows, camel


@dataclass(frozen=True)
class Row:
    key: int
    long_name: str


@pytest.fixture
def rows() -> Iterator[Rows[Row]]:
    model = Rows(Row)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield model
    del tester


def test_roles_are_the_fields_in_camel_case(rows: Rows[Row]) -> None:
    assert {bytes(name.data()) for name in rows.roleNames().values()} == {b"key", b"longName"}
    assert camel("stand_in") == "standIn"


def test_a_change_is_told_of_that_role_alone(rows: Rows[Row]) -> None:
    rows.show([Row(1, "one"), Row(2, "two")])
    spy = QSignalSpy(rows.dataChanged)
    rows.show([Row(1, "one"), Row(2, "TWO")])
    assert spy.count() == 1
    index, _, roles = spy.at(0)
    assert (index.row(), roles) == (1, [Qt.ItemDataRole.UserRole + 1])


def test_neighbours_come_and_go_in_one_piece_of_news(rows: Rows[Row]) -> None:
    rows.show([Row(0, "zero"), Row(9, "nine")])
    came, went = QSignalSpy(rows.rowsInserted), QSignalSpy(rows.rowsRemoved)
    rows.show([Row(0, "zero"), *(Row(n, "n") for n in range(1, 9)), Row(9, "nine")])
    rows.show([Row(0, "zero"), Row(9, "nine")])
    assert (came.count(), went.count()) == (1, 1)


def test_nothing_new_is_not_news(rows: Rows[Row]) -> None:
    rows.show([Row(1, "one")])
    spies = [QSignalSpy(s) for s in (rows.dataChanged, rows.rowsInserted, rows.rowsRemoved)]
    rows.show([Row(1, "one")])
    assert [spy.count() for spy in spies] == [0, 0, 0]


_lists = st.lists(st.builds(Row, st.integers(0, 6), st.sampled_from("ab")), max_size=8)


@given(_lists, _lists)
def test_any_rows_become_any_others(before: list[Row], after: list[Row]) -> None:
    model = Rows(Row)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(before)
    model.show(after)
    assert list(model.rows) == after
    assert model.rowCount() == len(after)
    del tester
