"""What a screen reader is told of the console, and whether it can be pressed with any hand."""

from collections.abc import Callable, Iterator

import pytest
from msgspec import structs
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from showcase.model.answers import Explanation
from showcase.model.clearance import Clearance, Cleared, Holding, Remainder
from showcase.model.events import CueWaits, Event, Noticed
from showcase.model.fact import Fact, FactKind
from showcase.model.node import Node
from showcase.model.programme import Patient
from tests.stills.pressing import HAND, PRESSED, below, items
from tests.ui import script
from tests.ui.fake_link import FakeLink
from ui.fonts import load_fonts
from ui.viewmodels.settings import SettingsModel
from ui.window import Window

Role = QAccessible.Role
Text = QAccessible.Text

pytestmark = pytest.mark.window

EVERYTHING: tuple[Event, ...] = (
    script.started(),
    *script.played(script.ADMIT),
    *script.played(script.ORDER),
    script.standby(script.STORE),
)


class Explaining(FakeLink):
    """An engine that explains every hop by one field."""

    def explain(self, hop: str, then: Callable[[Explanation], None]) -> None:
        """A tree of two lines."""
        field = Node(label="PID-3 ID", value="40213", path="PID-3", start=4, end=9)
        tree = (Node(label="PID", children=(field,), start=0, end=12),)
        then(Explanation(hop=hop, request=tree, response=(), request_text="PID", response_text=""))


class Booth:
    """A console with a run in it."""

    def __init__(self) -> None:
        self.link = Explaining()
        settings = SettingsModel()
        settings.greet()
        self.window = Window(self.link, script.Jumpable(), settings=settings)
        self.window.root.resize(1920, 1080)
        self.window.root.requestActivate()
        self.link.live()
        self.window.library.refresh()
        self.draw()

    def tell(self, *events: Event) -> None:
        self.link.tell(*script.entries(*events))
        self.draw()

    def draw(self) -> None:
        QGuiApplication.processEvents()
        assert not self.window.root.grabWindow().isNull()

    def pressable(self) -> Iterator[QAccessibleInterface]:
        """Everything that says it can be pressed, and can be seen."""
        window = QAccessible.queryAccessibleInterface(self.window.root)
        for each in below(window):
            if each.role() in PRESSED and not each.state().invisible:
                yield each

    def presses(self) -> Iterator[QQuickItem]:
        """Every item that one can press, and that is in sight."""
        whole = QRectF(QPointF(), self.window.root.contentItem().size())
        for item in items(self.window.root.contentItem()):
            if item.metaObject().indexOfSignal("pressed()") >= 0 and item.isEnabled():
                corner = item.mapToScene(QPointF(0, 0))
                if whole.contains(corner):
                    yield item

    def close(self) -> None:
        self.window.close()
        QGuiApplication.processEvents()


@pytest.fixture
def booth(qapp: QGuiApplication) -> Iterator[Booth]:
    assert qapp
    load_fonts()
    QAccessible.setActive(True)
    booth = Booth()
    yield booth
    booth.close()
    QAccessible.setActive(False)


def _empty(booth: Booth) -> None:
    del booth


def _running(booth: Booth) -> None:
    booth.tell(*EVERYTHING)
    booth.window.inspector.follow()


def _spread(booth: Booth) -> None:
    _running(booth)
    booth.window.inspector.widen()


def _failed(booth: Booth) -> None:
    booth.tell(script.started(), *script.played(script.STORE, script.SILENT))


def _waiting(booth: Booth) -> None:
    waits = CueWaits(run="r1", cue="store", sender="archive", receivers=("ct",), todo="Send it.")
    booth.tell(script.started(), *script.played(script.STORE)[:1], waits)


def _reset(booth: Booth) -> None:
    booth.tell(*EVERYTHING)
    rest = Remainder(
        role="archive", title="Archive", system="Orthanc", holding=Holding.IMAGE, count=2, name="1"
    )
    cleared = Cleared(role="ris", title="Radiology", counts={Holding.PATIENT: 1})
    booth.window.reset.came(Clearance(patient="Iris Vale", cleared=(cleared,), kept=(rest,)))


def _tab(number: int) -> Callable[[Booth], None]:
    def show(booth: Booth) -> None:
        booth.tell(*EVERYTHING)
        booth.window.root.setProperty("tab", number)

    return show


def _sheet(number: int) -> Callable[[Booth], None]:
    def show(booth: Booth) -> None:
        booth.window.root.setProperty("sheet", number)

    return show


STATES = {
    "empty": _empty,
    "running": _running,
    "spread": _spread,
    "failed": _failed,
    "waiting": _waiting,
    "reset": _reset,
    "cast": _tab(0),
    "runs": _tab(1),
    "traffic": _tab(2),
    "readiness": _tab(3),
    "welcome": _sheet(1),
    "settings": _sheet(2),
}


@pytest.fixture(params=STATES)
def state(request: pytest.FixtureRequest, booth: Booth) -> Booth:
    STATES[request.param](booth)
    booth.draw()
    return booth


def test_whatever_can_be_pressed_has_a_name_and_a_role(state: Booth) -> None:
    told = [(each.role(), each.text(Text.Name)) for each in state.pressable()]
    assert len(told) >= 3
    assert [role for role, name in told if not name.strip()] == []


def test_whatever_can_be_pressed_is_large_enough(state: Booth) -> None:
    small = {
        f"{item.property('name')}: {item.width():.0f} x {item.height():.0f}"
        for item in state.presses()
        if item.width() < HAND or item.height() < HAND
    }
    assert small == set()


HOSTILE = "<img src='http://127.0.0.1:9/x'><b>Rosa</b>\u202eLLIUQ\x07\x1b[31m" + "Ä" * 300


def test_a_hostile_name_turns_no_line_and_pushes_nothing_aside(booth: Booth) -> None:
    verdict = structs.replace(script.REFUSED, words=HOSTILE, status=HOSTILE, remedy=HOSTILE)
    named = Fact(kind=FactKind.PATIENT_NAME, value=HOSTILE, path="PID-5")
    ended = structs.replace(script.hop_ended(script.ADMIT, verdict), label=HOSTILE, facts=(named,))
    begin = script.started(Patient(given="Rosa", family=HOSTILE, born="19610402", sex="F"))
    events = [begin, *script.played(script.ADMIT, verdict)]
    events[3] = ended
    booth.tell(*events, Noticed(words=HOSTILE, remedy=HOSTILE))
    booth.window.stage.settle()
    for depth in range(3):
        booth.window.inspector.deepen(depth)
        booth.draw()
        drawn = [item for item in items(booth.window.root.contentItem()) if _is_text(item)]
        assert any("<b>Rosa</b>" in item.property("text") for item in drawn)
        assert not [item for item in drawn if _UNSEEN & set(item.property("text"))]
        wide = booth.window.root.width()
        assert not [item for item in drawn if item.mapToScene(QPointF(0, 0)).x() > wide]
    buttons = [each.text(Text.Name) for each in booth.pressable()]
    assert {"Go on without it", "Try again"} <= set(buttons)


_UNSEEN = set("\u202e\x07\x1b")


def _is_text(item: QQuickItem) -> bool:
    return item.inherits("QQuickText") and bool(item.property("text"))


@pytest.mark.parametrize(
    ("language", "shown", "typed"), [("en", "5.0", "3.5"), ("de", "5,0", "3,5")]
)
def test_a_distance_is_typed_as_the_language_has_it(
    booth: Booth, language: str, shown: str, typed: str
) -> None:
    settings = booth.window.settings
    settings.speak(language)
    QTest.keyClick(booth.window.root, Qt.Key.Key_Comma)
    booth.draw()
    drawn = items(booth.window.root.contentItem())
    field = next(each for each in drawn if each.property("text") == shown)
    field.forceActiveFocus()
    for text, expected in (("", 5.0), (typed, 3.5)):
        field.setProperty("text", text)
        QTest.keyClick(booth.window.root, Qt.Key.Key_Return)
        assert settings.distance == expected
    settings.speak("en")


def test_what_is_chosen_says_so(booth: Booth) -> None:
    _running(booth)
    booth.draw()
    chosen = [each.text(Text.Name) for each in booth.pressable() if each.state().selected]
    assert "Engineer" in chosen
    assert "Request" in chosen
    assert any(name.startswith("Cue 3") for name in chosen)


def test_a_ticked_hop_says_so(booth: Booth) -> None:
    _tab(2)(booth)
    booth.window.traffic.check("admit-1")
    booth.draw()
    boxes = [each for each in booth.pressable() if each.role() == Role.CheckBox]
    assert [each.state().checked for each in boxes] == [1, 0]


def test_next_and_live_are_told(booth: Booth) -> None:
    booth.tell(*EVERYTHING)
    booth.window.stage.settle()
    booth.draw()
    window = QAccessible.queryAccessibleInterface(booth.window.root)
    said = [each.text(Text.Name) for each in below(window) if each.role() == Role.StaticText]
    assert any(each.startswith("Next: 3  The images go to the archive") for each in said)
    assert any(each.startswith("Live: ") for each in said)


def test_tab_leads_through_and_the_focus_is_seen(booth: Booth, qtbot: QtBot) -> None:
    del qtbot
    booth.tell(*EVERYTHING)
    seen = []
    for _ in range(6):
        QTest.keyClick(booth.window.root, Qt.Key.Key_Tab)
        item = booth.window.root.activeFocusItem()
        assert item is not None
        seen.append(item)
        ring = [each for each in item.childItems() if each.isVisible() and each.x() < 0]
        typed = item.metaObject().indexOfProperty("cursorPosition") >= 0
        assert ring or typed, item
    assert len(set(seen)) == 6
