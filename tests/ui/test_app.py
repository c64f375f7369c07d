"""The window as a whole, offscreen, in software: no warnings, and keys that do what they say."""

from collections.abc import Callable, Iterator

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtNetwork import QNetworkReply, QNetworkRequest
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from showcase.model.events import CueWaits, Event
from showcase.model.programme import Patient
from tests.ui import script
from tests.ui.fake_link import FakeLink
from tests.ui.journey import journey
from ui.fonts import load_fonts
from ui.link import Connection
from ui.nobody import NoNetwork
from ui.viewmodels.console import ConsoleModel
from ui.viewmodels.settings import SettingsModel
from ui.window import Window

pytestmark = pytest.mark.window

Key = Qt.Key


class Booth:
    """A window on a link to nobody."""

    def __init__(self) -> None:
        self.clock = script.Jumpable()
        self.link = FakeLink()
        settings = SettingsModel()
        settings.greet()
        self.window = Window(self.link, self.clock, settings=settings)
        self.window.root.requestActivate()
        self.link.live()
        self.draw()

    def tell(self, *events: Event) -> None:
        """Let these things happen, and draw them."""
        self.link.tell(*script.entries(*events))
        self.draw()

    def draw(self) -> None:
        """Let the window draw what it knows."""
        QGuiApplication.processEvents()
        assert not self.window.root.grabWindow().isNull()

    def down(self, key: Key) -> None:
        """A key goes down."""
        QTest.keyPress(self.window.root, key)

    def up(self, key: Key) -> None:
        """A key comes up."""
        QTest.keyRelease(self.window.root, key)

    def press(self, key: Key) -> None:
        """Down and up, a second after whatever came before."""
        self.clock.jump(1.0)
        self.down(key)
        self.up(key)

    def texts(self) -> list[str]:
        """Every text that can be seen."""
        return [item.property("text") for item in self.items() if item.property("text")]

    def items(self) -> list[QQuickItem]:
        """Every item that is visible."""
        found = [self.window.root.contentItem()]
        for item in found:  # grows while it is walked
            found += [each for each in item.childItems() if each.isVisible() and each.opacity()]
        return found

    def close(self) -> None:
        """Take it apart."""
        self.window.close()
        QGuiApplication.processEvents()


@pytest.fixture
def booth(qapp: object) -> Iterator[Booth]:
    del qapp
    load_fonts()
    booth = Booth()
    yield booth
    booth.close()


def test_space_fires_once_when_it_comes_up(booth: Booth) -> None:
    booth.tell(script.started(), script.standby(script.ADMIT))
    booth.clock.jump(1.0)
    booth.down(Key.Key_Space)
    assert booth.link.verbs == []
    booth.up(Key.Key_Space)
    assert booth.link.verbs == ["go"]


def test_space_held_ten_seconds_fires_once(booth: Booth) -> None:
    booth.tell(script.started(), script.standby(script.ADMIT))
    for _ in range(40):
        booth.down(Key.Key_Space)
        booth.clock.jump(0.25)
    booth.up(Key.Key_Space)
    assert booth.link.verbs == ["go"]


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_Enter, Key.Key_PageDown])
def test_keyboard_and_remote_say_go(booth: Booth, key: Key) -> None:
    booth.tell(script.started(), script.standby(script.ADMIT))
    booth.press(key)
    assert booth.link.verbs == ["go"]


def test_esc_once_holds_and_twice_cuts(booth: Booth) -> None:
    booth.tell(script.started(), script.standby(script.ADMIT))
    booth.down(Key.Key_Escape)
    booth.up(Key.Key_Escape)
    booth.clock.jump(0.3)
    booth.down(Key.Key_Escape)
    assert booth.link.verbs == ["hold", "panic"]


def test_r_tries_again_what_failed(booth: Booth) -> None:
    booth.tell(script.started(), *script.played(script.STORE, script.SILENT))
    booth.press(Key.Key_R)
    assert booth.link.verbs == ["retry"]


def test_n_begins_the_chosen_tour(booth: Booth) -> None:
    booth.window.library.refresh()
    booth.press(Key.Key_N)
    assert booth.link.verbs == ["start chest-pain tour"]


def test_go_button_works_by_mouse(booth: Booth) -> None:
    booth.tell(script.started(), script.standby(script.ADMIT))
    booth.clock.jump(1.0)
    QTest.mouseClick(booth.window.root, Qt.MouseButton.LeftButton, pos=QPoint(100, 50))
    assert booth.link.verbs == ["go"]


def test_tab_reaches_a_button_and_space_still_goes(booth: Booth) -> None:
    booth.tell(script.started(), script.standby(script.ADMIT))
    booth.press(Key.Key_Tab)
    assert booth.window.root.activeFocusItem().property("name")
    booth.press(Key.Key_Space)
    assert booth.link.verbs == ["go"]


def test_w_puts_the_wall_up_and_down(booth: Booth) -> None:
    booth.press(Key.Key_W)
    assert booth.window.wall.shown
    booth.draw()
    booth.press(Key.Key_F11)
    assert not booth.window.wall.shown


def test_f_and_b_do_nothing_without_a_wall(booth: Booth) -> None:
    for key in (Key.Key_F, Key.Key_B):
        booth.press(key)
    assert not {"freeze", "blank"} & set(booth.texts())
    curtain = booth.window.stage.curtain
    assert (curtain.frozen, curtain.holding) == (False, False)


def test_f_freezes_and_b_blanks_the_wall(booth: Booth) -> None:
    booth.press(Key.Key_W)
    booth.draw()
    assert {"freeze", "blank"} <= set(booth.texts())
    booth.press(Key.Key_F)
    booth.press(Key.Key_B)
    curtain = booth.window.stage.curtain
    assert (curtain.frozen, curtain.holding) == (True, True)
    booth.press(Key.Key_F)
    booth.press(Key.Key_B)
    assert (curtain.frozen, curtain.holding) == (False, False)


def test_arrows_choose_a_cue_and_enter_makes_it_the_next(booth: Booth) -> None:
    booth.tell(script.started(), script.standby(script.ADMIT))
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Return):
        booth.press(key)
    assert booth.link.verbs == ["jump store"]
    booth.press(Key.Key_Return)  # nothing is chosen any more: it is GO
    assert booth.link.verbs == ["jump store", "go"]


def test_space_is_go_though_a_cue_is_chosen(booth: Booth) -> None:
    booth.tell(script.started(), script.standby(script.ADMIT))
    booth.press(Key.Key_Down)
    booth.press(Key.Key_Space)
    assert booth.link.verbs == ["go"]


def test_k_skips_the_standby(booth: Booth) -> None:
    booth.press(Key.Key_K)
    booth.tell(script.started(), script.standby(script.ADMIT))
    booth.press(Key.Key_K)
    assert booth.link.verbs == ["skip"]


def test_show_mode_leaves_nothing_that_chooses(booth: Booth) -> None:
    booth.tell(script.started(), script.standby(script.ADMIT))
    booth.press(Key.Key_M)
    booth.draw()
    assert not {"Runs", "Readiness"} & set(booth.texts())
    for key in (Key.Key_K, Key.Key_C, Key.Key_Down, Key.Key_Comma):
        booth.press(key)
    assert booth.link.verbs == []
    booth.press(Key.Key_Space)
    assert booth.link.verbs == ["go"]
    booth.press(Key.Key_M)
    booth.draw()
    assert "Runs" in booth.texts()


def test_what_is_typed_into_the_search_is_no_command(booth: Booth) -> None:
    booth.tell(script.started(), script.standby(script.ADMIT))
    QTest.keyClick(booth.window.root, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    for letter in (Key.Key_R, Key.Key_Space, Key.Key_N, Key.Key_K):
        booth.press(letter)
    assert booth.link.verbs == []
    booth.press(Key.Key_Escape)  # leaves the search
    assert booth.link.verbs == []
    booth.press(Key.Key_Space)
    assert booth.link.verbs == ["go"]


def test_c_asks_every_system(booth: Booth) -> None:
    booth.window.library.refresh()
    booth.press(Key.Key_C)
    booth.draw()
    assert booth.window.root.property("tab") == 3
    assert booth.link.verbs == ["readiness chest-pain"]


def test_first_start_explains_itself_and_enter_begins(qapp: object) -> None:
    del qapp
    load_fonts()
    settings = SettingsModel()
    window = Window(FakeLink(), script.Jumpable(), settings=settings)
    window.root.requestActivate()
    QGuiApplication.processEvents()
    assert window.root.property("sheet") == 1
    QTest.keyClick(window.root, Key.Key_Return)
    assert settings.choices.greeted
    assert window.root.property("sheet") == 0
    assert window.link.verbs == []
    window.close()


def test_settings_change_light_and_language_at_once(booth: Booth) -> None:
    booth.press(Key.Key_Comma)
    booth.window.settings.lighten(True)
    booth.window.settings.speak("de")
    booth.draw()
    try:
        assert "Einstellungen" in booth.texts()
        assert booth.window.root.color().lightnessF() > 0.8
        assert booth.link.language == "de"
    finally:
        booth.window.settings.speak("en")
    booth.press(Key.Key_Escape)
    assert booth.window.root.property("sheet") == 0
    assert booth.link.verbs == []


def test_esc_on_a_page_still_holds_what_is_under_way(booth: Booth) -> None:
    booth.tell(script.started(), *script.played(script.STORE)[:2])
    booth.press(Key.Key_Comma)
    booth.press(Key.Key_Escape)
    assert booth.link.verbs == ["hold"]


def _lose(booth: Booth) -> None:
    booth.tell(script.started())
    booth.link.connection.emit(int(Connection.LOST), "Gone.", "")


def _replay(booth: Booth) -> None:
    booth.link.recording.emit(True)
    booth.tell(script.started())


STATES: dict[str, Callable[[Booth], None]] = {
    "starting": lambda booth: booth.link.connection.emit(int(Connection.STARTING), "", ""),
    "broken": lambda booth: booth.link.connection.emit(int(Connection.BROKEN), "No.", "Look."),
    "empty": lambda booth: booth.window.library.refresh(),
    "ready": lambda booth: booth.tell(script.started(), script.standby(script.ADMIT)),
    "running": lambda booth: booth.tell(script.started(), *script.played(script.STORE)[:2]),
    "failed": lambda booth: booth.tell(
        script.started(), *script.played(script.STORE, script.REFUSED)
    ),
    "waiting": lambda booth: booth.tell(
        script.started(),
        CueWaits(
            run="r1",
            cue="store",
            sender="archive",
            receivers=("ct",),
            todo="Send.",
            values={"a": "1"},
        ),
    ),
    "ended": lambda booth: booth.tell(
        script.started(), *script.played(script.ADMIT), script.audit(), script.ended()
    ),
    "lost": _lose,
    "recording": _replay,
}


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_drawn_without_a_warning(booth: Booth, state: str) -> None:
    STATES[state](booth)
    for tab in range(4):
        booth.window.root.setProperty("tab", tab)
        booth.draw()


HOSTILE = Patient(
    given="<img src='http://127.0.0.1:9/x'><b>Rosa</b>\x07",
    family="\u202eQuill" + "X" * 300,
    born="19610402",
    sex="F",
)


def format_of(item: QQuickItem) -> object:
    """Its textFormat, which PySide cannot convert by itself."""
    context = qmlContext(item)
    assert context
    return QQmlExpression(context, item, "textFormat").evaluate()[0]


def test_hostile_name_is_only_text(booth: Booth) -> None:
    events = [script.started(HOSTILE), *script.played(script.ADMIT)]
    events[2] = msgspec.structs.replace(script.hop_started(script.ADMIT), label=HOSTILE.name)
    booth.tell(*events)
    booth.window.root.setProperty("tab", 2)
    booth.draw()
    texts = [item for item in booth.items() if item.inherits("QQuickText")]
    assert any("<b>Rosa</b>" in item.property("text") for item in texts)
    assert {format_of(item) for item in texts} == {Qt.TextFormat.PlainText.value}


def test_every_thing_one_can_press_has_a_name(booth: Booth) -> None:
    booth.tell(script.started(), *script.played(script.STORE, script.REFUSED))
    pressable = [
        item for item in booth.items() if item.metaObject().indexOfSignal("pressed()") >= 0
    ]
    assert len(pressable) >= 8
    assert all(item.property("name") for item in pressable)


def test_window_asks_nobody_on_the_network(qtbot: QtBot) -> None:
    nobody = NoNetwork().create(None)  # type: ignore[arg-type]  # no parent
    reply = nobody.get(QNetworkRequest(QUrl("http://127.0.0.1:9/")))
    qtbot.waitUntil(reply.isFinished, timeout=2_000)
    assert reply.url().isEmpty()
    assert reply.error() is QNetworkReply.NetworkError.ProtocolUnknownError


def test_window_without_a_run_says_so(booth: Booth) -> None:
    assert booth.window.console.phase == ConsoleModel.Phase.EMPTY
    assert "Nothing on stage" in booth.texts()


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (3840, 2160)])
def test_cue_on_stage_is_in_sight_at_every_size(
    booth: Booth, qtbot: QtBot, size: tuple[int, int]
) -> None:
    booth.window.root.resize(*size)
    for entry in journey():
        booth.link.tell(entry)
        if entry.seq % 20 == 0:  # the window is slower than the run
            qtbot.waitUntil(lambda: shown_cue(booth), timeout=2_000)


def shown_cue(booth: Booth) -> bool:
    """Whether the line of the cue list that people look for is drawn in full."""
    wanted = booth.window.console.cues.rows[booth.window.console.focusRow].cue
    lines = [item for item in booth.items() if item.property("cue") == wanted]
    return any(line.opacity() > 0.9 for line in lines)
