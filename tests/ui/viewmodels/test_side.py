"""One direction of an exchange: tree, text and bytes, linked both ways."""

import pytest
from PySide6.QtGui import QGuiApplication

from showcase.model.answers import Finding
from showcase.model.fact import Side
from showcase.model.node import Node
from ui.viewmodels.side import SideModel

PID = Node(label="PID", start=4, end=20, children=(
    Node(label="PID-3 ID", value="40213", path="PID-3", start=8, end=13),
    Node(label="PID-5 Name", value="Quill^Rosa\nMaria", path="PID-5", start=14, end=20),
))  # fmt: skip


@pytest.fixture
def side(qapp: object) -> SideModel:
    del qapp
    model = SideModel()
    model.grow((PID,), frozenset({"40213"}), "PID\n  PID-3 ID: 40213")
    model.view(plainly=True, clinically=False)
    return model


def test_a_byte_leads_to_its_field_in_tree_and_text(side: SideModel) -> None:
    side.toggle("0")
    assert len(side.rows.rows) == 1
    side.pickAt(9)
    assert (side.key, side.value, side.path) == ("0/0", "40213", "PID-3")
    assert (side.treeRow, side.textRow) == (1, 1)
    side.pickAt(400)
    assert side.key == "0/0"


def test_a_line_of_text_lights_its_bytes(side: SideModel) -> None:
    assert [line.text for line in side.lines.rows] == [
        "PID",
        "  PID-3 ID: 40213",
        "  PID-5 Name: Quill^Rosa ⏎ Maria",
    ]
    side.pick(side.lines.rows[2].key)
    side.light(b"x" * 40)
    assert (side.lit, side.dump.litRow) == (True, 1)


def test_remarks_are_picked_one_after_the_other(side: SideModel) -> None:
    side.pickRemark()
    assert (side.remarks, side.key) == (0, "")
    found = [
        Finding(side=Side.REQUEST, path=path, words="wrong", clause="HL7 v2")
        for path in ("PID-5", "PID-3", "PID-3")
    ]
    side.grow((PID,), frozenset(), "PID", found)
    picked = []
    for _ in range(3):
        side.pickRemark()
        picked.append(side.path)
    assert (side.remarks, picked) == (2, ["PID-3", "PID-5", "PID-3"])


def test_what_is_let_go_is_dark_again(side: SideModel) -> None:
    side.pick("0/0")
    side.letGo()
    side.light(b"x" * 40)
    assert (side.key, side.lit, side.dump.litRow) == ("", False, -1)


def test_a_tree_has_no_text_until_it_is_asked_for(side: SideModel) -> None:
    side.view(plainly=False, clinically=False)
    assert side.lines.rows == ()


def test_value_path_and_whole_go_to_the_clipboard(side: SideModel) -> None:
    said: list[str] = []
    side.noticed.connect(lambda words, told: said.append(f"{words} {told}"))
    clipboard = QGuiApplication.clipboard()
    side.pick("0/1")
    side.copyValue()
    assert clipboard.text() == "Quill^Rosa\nMaria"
    side.copyPath()
    assert clipboard.text() == "PID-5"
    side.copyAll()
    assert clipboard.text() == "PID\n  PID-3 ID: 40213"
    assert said[0] == "Copied. Quill^Rosa Maria"
