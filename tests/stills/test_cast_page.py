"""What a screen reader is told of the cast page, whether any hand can press it, and what shows."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from tests.stills.pressing import HAND, PRESSED, below, items
from tests.stills.test_console import HOSTILE
from tests.ui import script
from tests.ui.cast_still import STATES, CastLink
from ui.fonts import load_fonts
from ui.viewmodels.settings import SettingsModel
from ui.window import Window

Text = QAccessible.Text
Role = QAccessible.Role

pytestmark = pytest.mark.window


class Page:
    """A console with the cast page before it."""

    def __init__(self, folder: Path) -> None:
        self.link = CastLink(folder)
        settings = SettingsModel()
        settings.greet()
        self.window = Window(self.link, script.Jumpable(), settings=settings)
        self.window.root.resize(1920, 1080)
        self.window.root.requestActivate()
        self.link.live()
        self.window.library.refresh()
        self.window.casting.open("chest-pain")
        self.window.root.setProperty("sheet", 3)
        self.draw()

    def draw(self) -> None:
        QGuiApplication.processEvents()
        assert not self.window.root.grabWindow().isNull()

    def told(self) -> list[tuple[QAccessible.Role, str]]:
        """Role and name of everything on the page that can be pressed."""
        window = QAccessible.queryAccessibleInterface(self.window.root)
        page = next(
            each
            for each in below(window)
            if each.role() == Role.Dialog and not each.state().invisible
        )
        return [
            (each.role(), each.text(Text.Name))
            for each in below(page)
            if each.role() in PRESSED and not each.state().invisible
        ]

    def close(self) -> None:
        self.window.close()
        QGuiApplication.processEvents()


@pytest.fixture
def page(qapp: QGuiApplication, tmp_path: Path) -> Iterator[Page]:
    assert qapp
    load_fonts()
    QAccessible.setActive(True)
    page = Page(tmp_path / "casts")
    yield page
    page.close()
    QAccessible.setActive(False)


@pytest.fixture(params=STATES)
def state(request: pytest.FixtureRequest, page: Page) -> Page:
    arrange: Callable[[Window, CastLink], None] = STATES[request.param]
    arrange(page.window, page.link)
    page.draw()
    return page


def _presses(window: Window) -> Iterator[QQuickItem]:
    whole = QRectF(QPointF(), window.root.contentItem().size())
    for item in items(window.root.contentItem()):
        pressed = item.metaObject().indexOfSignal("pressed()") >= 0 and item.isEnabled()
        if pressed and whole.contains(item.mapToScene(QPointF(0, 0))):
            yield item


def test_whatever_can_be_pressed_has_a_name(state: Page) -> None:
    told = state.told()
    assert len(told) > 10
    assert [role for role, name in told if not name.strip()] == []


def test_whatever_can_be_pressed_is_large_enough(state: Page) -> None:
    small = {
        f"{item.property('name')}: {item.width():.0f} x {item.height():.0f}"
        for item in _presses(state.window)
        if item.width() < HAND or item.height() < HAND
    }
    assert small == set()


@pytest.mark.parametrize("size", [QSize(1280, 720), QSize(3840, 2160)])
def test_nothing_leaves_its_column(page: Page, size: QSize) -> None:
    STATES["full"](page.window, page.link)
    page.window.root.resize(size)
    page.draw()
    columns = [
        each
        for each in items(page.window.root.contentItem())
        if each.metaObject().className().startswith(("RolePane", "SystemPane", "PeerPane"))
    ]
    assert len(columns) == 3
    for column in columns:
        right = column.mapToScene(QPointF(column.width(), 0)).x() + 1
        for item in items(column):
            if item.inherits("QQuickText") and item.property("text"):
                assert item.mapToScene(QPointF(item.width(), 0)).x() <= right, item.property("text")


def test_keys_alone_enter_a_system(page: Page) -> None:
    page.window.casting.show("archive")
    page.window.casting.fresh()
    for text in ("Acme", "10.4.0.21", "104", "ACME"):
        for letter in text:
            QTest.keyClick(page.window.root, letter)  # type: ignore[call-overload]  # takes letters
        QTest.keyClick(page.window.root, Qt.Key.Key_Return)
    assert page.window.casting.pending == ""
    assert page.link.cast.endswith("morning.yaml")
    QTest.keyClick(page.window.root, Qt.Key.Key_Return)
    assert [each.subject for each in page.link.asked] == ["DICOM"]


def test_what_is_typed_here_is_no_command(page: Page) -> None:
    for key in (Qt.Key.Key_Space, Qt.Key.Key_N, Qt.Key.Key_S, Qt.Key.Key_W):
        QTest.keyClick(page.window.root, key)
    assert page.link.verbs == []
    QTest.keyClick(page.window.root, Qt.Key.Key_Escape)
    assert page.window.root.property("sheet") == 0


def test_show_mode_has_no_cast_page(page: Page) -> None:
    QTest.keyClick(page.window.root, Qt.Key.Key_Escape)
    QTest.keyClick(page.window.root, Qt.Key.Key_M)
    QTest.keyClick(page.window.root, Qt.Key.Key_V)
    assert page.window.root.property("sheet") == 0


def test_a_hostile_name_is_only_text(page: Page) -> None:
    page.window.casting.show("archive")
    page.window.casting.fresh()
    page.window.casting.enter("vendor", HOSTILE)
    page.window.casting.enter("dicom.host", "h")
    page.draw()
    drawn = [
        each
        for each in items(page.window.root.contentItem())
        if each.inherits("QQuickText") and "Rosa" in each.property("text")
    ]
    assert drawn
    assert not [each for each in drawn if set("\u202e\x07\x1b") & set(each.property("text"))]
