"""A system that was unknown a minute ago is entered, tested, and in the story.

Scripted at a real window, with mouse and keys, against a real engine; the vendor's archive is a
second engine behind sockets. What has to be decided or typed is counted: at most six entries.
"""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_API", "pyside6")  # before qasync looks for a binding

import pytest
import qasync
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtQuick import QQuickItem

from showcase.model.events import HopEnded, RunEnded, RunStarted
from showcase.model.exchange import Outcome
from showcase.story.cast import load_cast
from tests.journeys.foreign import Addresses, addresses
from tests.journeys.test_newcomer import Elsewhere, Newcomer, _at_the_vendor, booth
from ui.fonts import load_fonts
from ui.viewmodels.console import ConsoleModel
from ui.window import Window

Phase = ConsoleModel.Phase

_MOST_ENTRIES = 6


class Engineer(Newcomer):
    """Sits down at the console with an address on a slip of paper.

    Attributes:
        entries: What had to be decided or typed.
    """

    def __init__(self, window: Window, archive: Elsewhere) -> None:
        super().__init__(window, archive)
        self.entries: list[str] = []

    async def click(self, name: str) -> None:
        """On whatever a screen reader calls that."""
        found: list[QQuickItem] = []

        def there() -> bool:
            found[:] = [each for each in _named(self._window, name) if _is_seen(each)]
            return bool(found)

        await self.until(there, f"{name} is there")
        item = found[0]
        middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2))
        buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            held = buttons if kind is QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
            event = QMouseEvent(kind, middle, middle, buttons, held, none)
            QCoreApplication.postEvent(self._window.root, event)
        self.pressed.append(name)
        await asyncio.sleep(0)

    async def choose(self, name: str) -> None:
        """A click that decides something."""
        await self.click(name)
        self.entries.append(name)

    async def type(self, field: str, text: str) -> None:
        """Into the field that the keyboard is in; Enter leads on to the next."""
        await self.until(lambda: _focus(self._window) == field, f"the keyboard is in {field}")
        for letter in text:
            self._key(Qt.Key(0), letter)
        self._key(Qt.Key.Key_Return, "\r")
        await self.until(lambda: _focus(self._window) != field, f"{field} is entered")
        self.entries.append(f"{field} {text}")

    def _key(self, key: Qt.Key, text: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            QCoreApplication.postEvent(self._window.root, event)


def _items(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in item.childItems():
        yield from _items(child)


def _named(window: Window, name: str) -> list[QQuickItem]:
    return [
        each
        for each in _items(window.root.contentItem())
        if str(each.property("name") or "").startswith(name)
    ]


def _is_seen(item: QQuickItem) -> bool:
    return item.isVisible() and item.opacity() > 0 and item.height() > 0


def _focus(window: Window) -> str:
    """What a screen reader says of where the keyboard is."""
    item = window.root.activeFocusItem()
    while item is not None:
        if name := item.property("name"):
            return str(name)
        item = item.parentItem()
    return ""


def _empty_cast(folder: Path, where: Addresses) -> Path:
    """The booth's cast of that morning: its ports are fixed, and nobody has come yet."""
    ours = Path(where.cast(folder, ours=True))
    text = ours.read_text("utf-8")
    standins = text[text.index("standins:") :]
    ours.write_text(f"# this morning\nformat: 1\ntitle: Morning\n{standins}", "utf-8")
    return ours


async def _enter(engineer: Engineer, window: Window, where: Addresses) -> None:
    engineer.press(Qt.Key.Key_V, "V")
    await engineer.until(lambda: bool(window.casting.ready), "the cast is shown")
    await engineer.choose("Archive,")
    await engineer.choose("Enter a new system for Archive")
    await engineer.type("Vendor", "Northwind")
    await engineer.type("Host", "127.0.0.1")
    await engineer.type("Port", str(where.ports["archive"]["dicom"]))
    await engineer.type("AE title", "NWARCHIVE")
    await engineer.until(lambda: _focus(window) == "Test DICOM", "Enter leads to Test")
    engineer.press(Qt.Key.Key_Return, "Test")
    await engineer.until(lambda: bool(_results(window)), "the test has an answer")


def _results(window: Window) -> list[tuple[str, str]]:
    groups: Any = window.casting.groups
    (rows,) = [each.results.rows for each in groups.rows if each.key == "dicom"]
    return [(each.outcome, each.words) for each in rows if each.outcome != "busy"]


async def _morning(tmp_path: Path, theirs: Path) -> None:
    where = addresses("archive")
    cast = _empty_cast(tmp_path, where)
    with Elsewhere(theirs, where) as archive:
        async with booth(str(cast), tmp_path / "journal.db") as window:
            engineer = Engineer(window, archive)
            human = asyncio.get_running_loop().create_task(_at_the_vendor(engineer, archive))
            try:
                engineer.press(Qt.Key.Key_Return, "Let us begin")
                await engineer.until(lambda: bool(window.library.chosen), "there is a tour")
                await _enter(engineer, window, where)
                assert len(engineer.entries) <= _MOST_ENTRIES, engineer.entries
                assert {outcome for outcome, _ in _results(window)} == {"ready"}, _results(window)
                await _in_the_story(engineer, window)
            finally:
                human.cancel()
    _file_is_theirs(cast)


async def _in_the_story(engineer: Engineer, window: Window) -> None:
    engineer.press(Qt.Key.Key_Escape, "Esc")
    await engineer.until(lambda: window.root.property("sheet") == 0, "the page is away")
    engineer.press(Qt.Key.Key_N, "N")
    console: Any = window.console
    await engineer.until(lambda: console.phase == Phase.READY, "a cue waits for GO")
    await engineer.tour(lose_before="no cue of all")
    (start,) = engineer.of(RunStarted)
    assert isinstance(start, RunStarted)
    system = start.systems["archive"]
    assert (system.vendor, system.assisted) == ("Northwind", True)
    (ended,) = engineer.of(RunEnded)
    assert isinstance(ended, RunEnded)
    assert ended.held, engineer.pressed
    stored = [
        each
        for each in engineer.of(HopEnded)
        if isinstance(each, HopEnded) and (each.transaction, each.receiver) == ("RAD-8", "archive")
    ]
    assert [each.verdict.outcome for each in stored] == [Outcome.ACKNOWLEDGED]


def _file_is_theirs(file: Path) -> None:
    """What was typed is in the file, and what stood in it still is."""
    assert file.read_text("utf-8").startswith("# this morning\nformat: 1\ntitle: Morning\n")
    found = load_cast(file)
    assert found.vendors["archive"].endpoints.dicom
    assert found.settings


@pytest.mark.window
@pytest.mark.timeout(240)
def test_a_system_is_in_the_story_after_six_entries(
    qapp: QGuiApplication, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    load_fonts()
    with qasync.QEventLoop(qapp) as loop:
        loop.run_until_complete(_morning(tmp_path, tmp_path_factory.mktemp("vendor")))
