"""The wall as a second window: full screen on the second screen, where there is one."""

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen, QWindow
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Showcase"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The window makes it.")
class WallScreen(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """Whether the wall is up, and where."""

    changed = Signal()
    wanted = Signal()  # answer with `adopt`: the window does not exist yet
    noticed = Signal(str, str)  # words, remedy

    def __init__(self, parent: QObject | None = None) -> None:
        """No window yet; the first time it is wanted, `adopt` hands one in."""
        super().__init__(parent)
        self._window: QWindow | None = None
        self._console: QWindow | None = None

    def adopt(self, wall: QWindow, console: QWindow) -> None:
        """Take care of the wall's window, beside the console's."""
        self._window, self._console = wall, console
        # the keyboard stays with the console: GO must never be lost to the audience's screen
        wall.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, True)  # noqa: FBT003 - Qt's order
        wall.visibleChanged.connect(self.changed)

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        """Whether the audience sees the stage."""
        return self._is_up()

    @Slot()
    def toggle(self) -> None:
        """Put the wall up, or take it down."""
        if self._is_up():
            self.take_down()
        else:
            self.put_up()

    def _is_up(self) -> bool:
        return self._window is not None and self._window.isVisible()

    def put_up(self) -> None:
        """Full screen on the other screen; a plain window where there is only one."""
        if self._window is None:
            self.wanted.emit()
        window, console = self._window, self._console
        if window is None or console is None:
            return
        screen = other_screen(console.screen(), QGuiApplication.screens())
        if screen is None:
            window.resize(1280, 720)
            window.show()
            console.requestActivate()
            self.noticed.emit(
                "There is only one screen, so the wall opens as a window.",
                "Connect the second screen as an extended desktop, then press W twice.",
            )
            return
        # The QML property `screen` stays on the first screen; these three calls do not.
        window.setScreen(screen)
        window.setGeometry(screen.geometry())
        window.showFullScreen()
        console.requestActivate()

    def let_go(self) -> None:
        """The windows are about to be destroyed."""
        self.take_down()
        self._window = self._console = None

    def take_down(self) -> None:
        """Close the wall; the run goes on."""
        if self._window:
            self._window.setVisible(False)
            if self._window.windowState() == Qt.WindowState.WindowFullScreen:
                self._window.setWindowState(Qt.WindowState.WindowNoState)


def other_screen(console: QScreen, screens: list[QScreen]) -> QScreen | None:
    """The screen for the audience: the largest that is not the console's; None: there is none."""
    others = [each for each in screens if each is not console]
    return max(others, key=_area, default=None)


def _area(screen: QScreen) -> int:
    size = screen.geometry().size()
    return size.width() * size.height()
