"""The wall as windows of its own: full screen on the screens that the audience sees."""

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen, QWindow
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.translations import translate

QML_IMPORT_NAME = "Showcase"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The window makes it.")
class WallScreen(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """Whether the wall is up, and where."""

    changed = Signal()
    wanted = Signal()  # answer with `adopt`: a window is missing
    noticed = Signal(str, str)  # words, remedy

    def __init__(self, parent: QObject | None = None) -> None:
        """No window yet; when one is wanted, `adopt` hands it in."""
        super().__init__(parent)
        self._windows: list[QWindow] = []
        self._console: QWindow | None = None
        self._chosen: tuple[str, ...] = ()

    def adopt(self, wall: QWindow, console: QWindow) -> None:
        """Take care of a window for the wall, beside the console's."""
        self._windows.append(wall)
        self._console = console
        # the keyboard stays with the console: GO must never be lost to the audience's screen
        wall.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, True)  # noqa: FBT003 - Qt's order
        wall.visibleChanged.connect(self.changed)

    def choose(self, names: tuple[str, ...]) -> None:
        """Fill these screens, those of them that are there; none: the one that suits best."""
        before, self._chosen = self._chosen, names
        if self._is_up() and before != self._chosen:
            self.take_down()
            self.put_up()

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        """Whether the audience sees the stage."""
        return self._is_up()

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]  # Qt's type, by its name
    def screens(self) -> list[str]:
        """Names of the screens that there are."""
        return [screen.name() for screen in QGuiApplication.screens()]

    @Slot()
    def toggle(self) -> None:
        """Put the wall up, or take it down."""
        if self._is_up():
            self.take_down()
        else:
            self.put_up()

    @property
    def is_up(self) -> bool:
        """For Python."""
        return self._is_up()

    def _is_up(self) -> bool:
        return any(window.isVisible() for window in self._windows)

    def put_up(self) -> None:
        """Full screen on the chosen screens, else on another; a window where there is only one."""
        first, console = self._window(0), self._console
        if first is None or console is None:
            return
        screens = wall_screens(console.screen(), QGuiApplication.screens(), self._chosen)
        if screens:
            for number, screen in enumerate(screens):
                if window := self._window(number):
                    _fill(window, screen)
        else:
            self._as_a_window(first)
        console.requestActivate()

    def _as_a_window(self, window: QWindow) -> None:
        window.resize(1280, 720)
        window.show()
        self.noticed.emit(
            translate("Wall", "There is only one screen, so the wall opens as a window."),
            translate(
                "Wall", "Connect the second screen as an extended desktop, then press W twice."
            ),
        )

    def _window(self, number: int) -> QWindow | None:
        if number >= len(self._windows):
            self.wanted.emit()
        return self._windows[number] if number < len(self._windows) else None

    def let_go(self) -> None:
        """The windows are about to be destroyed."""
        self.take_down()
        self._windows.clear()
        self._console = None

    def take_down(self) -> None:
        """Close the wall; the run goes on."""
        for window in self._windows:
            window.setVisible(False)
            if window.windowState() == Qt.WindowState.WindowFullScreen:
                window.setWindowState(Qt.WindowState.WindowNoState)


def _fill(window: QWindow, screen: QScreen) -> None:
    # The QML property `screen` stays on the first screen; these three calls do not.
    window.setScreen(screen)
    window.setGeometry(screen.geometry())
    window.showFullScreen()


def wall_screens(
    console: QScreen, screens: list[QScreen], chosen: tuple[str, ...] = ()
) -> list[QScreen]:
    """The screens for the audience: those chosen by name, else the best; none: there is no other.

    Args:
        console: The screen of the console, which is never covered.
        screens: All there are.
        chosen: Names; screens that are not there today are left out.
    """
    named = [each for each in screens if each.name() in chosen and each is not console]
    other = other_screen(console, screens)
    return named or ([other] if other else [])


def other_screen(console: QScreen, screens: list[QScreen]) -> QScreen | None:
    """The screen for the audience: the largest that is not the console's; None: there is none."""
    others = [each for each in screens if each is not console]
    return max(others, key=_area, default=None)


def _area(screen: QScreen) -> int:
    size = screen.geometry().size()
    return size.width() * size.height()
