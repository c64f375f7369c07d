"""What people have chosen, kept where the platform keeps such things."""

from dataclasses import dataclass
from typing import Protocol, TypeVar

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.stage.legibility import DIAGONAL, DISTANCE
from ui.translations import choose, languages

QML_IMPORT_NAME = "Showcase.Console"
QML_IMPORT_MAJOR_VERSION = 1

IDLE = 90
"""Seconds without a run before the wall replays a recorded one."""

_LONGEST_IDLE = 600
_NAMES = {"en": "English", "de": "Deutsch"}

_T = TypeVar("_T", str, bool, int, float)


class Store(Protocol):
    """As `QSettings` keeps values."""

    def value(self, key: str, default: object = None, /) -> object:
        """What was kept; `default` where nothing was."""

    def setValue(self, key: str, value: object, /) -> None:
        """Keep it."""


class Forgetful:
    """Keeps values as long as the program runs."""

    def __init__(self) -> None:
        """Nothing kept."""
        self.kept: dict[str, object] = {}

    def value(self, key: str, default: object = None, /) -> object:
        """What was kept."""
        return self.kept.get(key, default)

    def setValue(self, key: str, value: object, /) -> None:
        """Keep it."""
        self.kept[key] = value


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """All that is kept, as values."""

    language: str
    light: bool
    reduced_motion: bool
    greeted: bool
    diagonal: float
    distance: float
    idle: int
    screens: tuple[str, ...]


@QmlElement
@QmlUncreatable("The window makes it.")
class SettingsModel(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """Language, light, motion, the wall and its idling, and what was played last.

    Attributes:
        store: Where they are kept.
    """

    changed = Signal()

    def __init__(self, store: Store | None = None, parent: QObject | None = None) -> None:
        """As they were left.

        Args:
            store: Where they are kept; None: nowhere.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self.store = store or Forgetful()

    @property
    def choices(self) -> Choices:
        """All of it, for Python."""
        return Choices(
            language=choose(self._read("language", "")),
            light=self._read("light", False),  # noqa: FBT003 - a value
            reduced_motion=self._read("reducedMotion", False),  # noqa: FBT003 - a value
            greeted=self._read("greeted", False),  # noqa: FBT003 - a value
            diagonal=self._read("diagonal", float(DIAGONAL)),
            distance=self._read("distance", float(DISTANCE)),
            idle=self._read("idle", IDLE),
            screens=tuple(each for each in self._read("screens", "").split("\n") if each),
        )

    # --- How it looks and speaks ------------------------------------------------------------------

    @Property(str, notify=changed)
    def language(self) -> str:
        """``en``, ``de``: the chosen one, else the system's."""
        return self.choices.language

    @Property("QStringList", constant=True)  # type: ignore[arg-type]  # Qt's type, by its name
    def languages(self) -> list[str]:
        """Codes of those there are."""
        return languages()

    @Property("QStringList", constant=True)  # type: ignore[arg-type]  # Qt's type, by its name
    def languageNames(self) -> list[str]:
        """What they call themselves."""
        return [_NAMES.get(code, code) for code in languages()]

    @Property(bool, notify=changed)
    def light(self) -> bool:
        """Dark on light."""
        return self.choices.light

    @Property(bool, notify=changed)
    def reducedMotion(self) -> bool:
        """Highlights in place of travel."""
        return self.choices.reduced_motion

    @Property(bool, notify=changed)
    def greeted(self) -> bool:
        """The first start's page has been read."""
        return self.choices.greeted

    @Slot(str)
    def speak(self, language: str) -> None:
        """From now on in that language."""
        self._keep("language", language)

    @Slot(bool)
    def lighten(self, light: bool) -> None:  # noqa: FBT001 - a slot
        """Dark on light, or light on dark."""
        self._keep("light", light)

    @Slot(bool)
    def calm(self, reduced: bool) -> None:  # noqa: FBT001 - a slot
        """Less motion, or as designed."""
        self._keep("reducedMotion", reduced)

    @Slot()
    def greet(self) -> None:
        """The first start's page has been read."""
        self._keep("greeted", True)  # noqa: FBT003 - a value

    # --- The wall ---------------------------------------------------------------------------------

    @Property(float, notify=changed)
    def diagonal(self) -> float:
        """Of the wall's screen, in inches."""
        return self.choices.diagonal

    @Property(float, notify=changed)
    def distance(self) -> float:
        """From which visitors look, in metres."""
        return self.choices.distance

    @Property(int, notify=changed)
    def idle(self) -> int:
        """Seconds without a run before a recording plays; 0: never."""
        return self.choices.idle

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]  # Qt's type, by its name
    def screens(self) -> list[str]:
        """Names of the screens that the wall fills; none: the largest that is not the console's."""
        return list(self.choices.screens)

    @Slot(float)
    def measure(self, diagonal: float) -> None:
        """The wall's screen has so many inches."""
        self._keep("diagonal", min(400.0, max(10.0, diagonal)))

    @Slot(float)
    def stand(self, distance: float) -> None:
        """Visitors stand so many metres away."""
        self._keep("distance", min(30.0, max(0.5, distance)))

    @Slot(int)
    def wait(self, seconds: int) -> None:
        """So long without a run; 0: never."""
        self._keep("idle", min(_LONGEST_IDLE, max(0, seconds)))

    @Slot(str)
    def toggleScreen(self, name: str) -> None:
        """The wall fills that screen as well, or no longer."""
        names = list(self.choices.screens)
        (names.remove if name in names else names.append)(name)
        self._keep("screens", "\n".join(names))

    # --- What was played last ---------------------------------------------------------------------

    @property
    def tour(self) -> tuple[str, str]:
        """Story and cut."""
        return self._read("story", ""), self._read("cut", "")

    @property
    def cast(self) -> str:
        """Path of the cast."""
        return self._read("cast", "")

    def played(self, story: str, cut: str, cast: str) -> None:
        """These are on stage: what N begins next time."""
        for key, value in {"story": story, "cut": cut, "cast": cast}.items():
            self.store.setValue(key, value)

    def plays(self, cast: str) -> None:
        """Runs begin with that cast from now on."""
        self.store.setValue("cast", cast)

    def _read(self, key: str, default: _T) -> _T:
        """A value of the default's kind: text files keep none, and people edit them."""
        kept = str(self.store.value(key, default))
        if isinstance(default, bool):
            return type(default)(kept.lower() == "true")
        try:
            return type(default)(kept)
        except ValueError:
            return default

    def _keep(self, key: str, value: object) -> None:
        self.store.setValue(key, value)
        self.changed.emit()
