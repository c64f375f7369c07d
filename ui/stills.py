"""Pictures of the wall without a screen: ``python -m ui.stills OUT_DIR [--size 1920x1080] …``.

Plays a recorded run (a journal's events as lines of JSON), stops at chosen moments, and renders
offscreen with the software renderer. Pictures for documents, and for looking at what one has made.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import Q_ARG, QElapsedTimer, QMetaObject, QObject, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQuick import QQuickItem, QQuickView

from showcase.model.events import (
    Entry,
    HopEnded,
    HopStarted,
    NearMissed,
    RunStarted,
    from_json,
)
from ui.blobs import BlobProvider
from ui.fonts import load_fonts
from ui.viewmodels.stage import StageModel

QML = Path(__file__).with_name("qml")
_HOUR = "10:24"  # on every picture, whenever it was taken
_RUSH = 30.0  # tempo at which all that has been seen goes by
_CALM = 260  # milliseconds after which, at that tempo, nothing moves


HOVER, ANSWER = 1.5, 2.0
"""Shares beyond a path's end: waiting before the card; being answered."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When a picture is taken.

    Attributes:
        name: Of the file.
        hop: Number of the hop that is under way, from 1; 0: before the first; -1: the end.
        share: How far along its path the hop is; or `HOVER`, or `ANSWER`.
    """

    name: str
    hop: int
    share: float = 0.5


class Theatre:
    """A wall that nobody sees, and a way to photograph it."""

    def __init__(self, size: QSize, *, light: bool = False, blobs: dict[str, bytes]) -> None:
        """Raise the curtain.

        Args:
            size: Of the pictures, in pixels.
            light: The light variant.
            blobs: Pictures that the run names, by digest.
        """
        self.model = StageModel()
        self._provider = BlobProvider()
        for digest, data in blobs.items():
            self._provider.put(digest, data)
        self.view: QQuickView | None = QQuickView()
        self.view.engine().addImageProvider("blob", self._provider)
        self.view.engine().addImportPath(str(QML))
        self.view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        self.view.setInitialProperties({"model": self.model})
        self.view.resize(size)
        self.view.loadFromModule("Showcase.Wall", "Wall")
        if self.view.status() is not QQuickView.Status.Ready:
            raise RuntimeError("\n".join(error.toString() for error in self.view.errors()))
        theme = self.view.engine().singletonInstance("Showcase.Theme", "Theme")
        assert isinstance(theme, QObject)
        self.theme = theme
        self.theme.setProperty("dark", not light)
        self.root.setProperty("hour", _HOUR)
        self.view.show()

    @property
    def root(self) -> QQuickItem:
        """The wall itself."""
        assert self.view
        return self.view.rootObject()

    def close(self) -> None:
        """The engine goes before the view-models."""
        self.view = None

    def play(self, entries: Sequence[Entry], moment: Moment) -> QImage:
        """The picture at a moment of the run; the same one every time."""
        before, rest = _split(entries, moment)
        self.rush(before)
        for entry in rest:
            self.model.apply(entry)
        if rest:
            self._reach(moment.share)
        return self.grab()

    def rush(self, entries: Sequence[Entry]) -> None:
        """Everything up to there has been seen."""
        self.theme.setProperty("still", True)  # noqa: FBT003 - Qt's order
        self.theme.setProperty("tempo", _RUSH)
        self.model.clear()
        for entry in entries:
            self.model.apply(entry)
            self.model.settle()
        self.until(lambda: False, _CALM)

    def _reach(self, share: float) -> None:
        """Let the thing under way stand just there."""
        moving = self.model.picture.cursor.moving
        if share > 1 and moving is not None:
            self.model.finished(moving.start.hop, moving.step)
        for item in self._flying():
            QMetaObject.invokeMethod(
                item, "pose", Qt.ConnectionType.DirectConnection, Q_ARG("double", min(1.0, share))
            )

    def _flying(self) -> list[QQuickItem]:
        return _descendants(self.view.contentItem(), "progress", "homeward") if self.view else []

    def until(self, done: Callable[[], bool], milliseconds: int) -> None:
        """Let Qt work until something is so, or the time is over."""
        clock = QElapsedTimer()
        clock.start()
        while not done() and clock.elapsed() < milliseconds:
            QGuiApplication.processEvents()

    def grab(self) -> QImage:
        """What is to be seen, once everything has come to rest."""
        assert self.view
        self.until(lambda: False, _CALM)
        return self.view.grabWindow()


def _descendants(item: QQuickItem, *properties: str) -> list[QQuickItem]:
    """Items below that have all of these properties; `findChild` never finds delegates."""
    meta = item.metaObject()
    found = [item] if all(meta.indexOfProperty(name) >= 0 for name in properties) else []
    for child in item.childItems():
        found += _descendants(child, *properties)
    return found


def _split(entries: Sequence[Entry], moment: Moment) -> tuple[list[Entry], list[Entry]]:
    """What is over by that moment, and what is just happening."""
    hops = [n for n, each in enumerate(entries) if _seen(each)]
    if moment.hop < 0 or moment.hop > len(hops):
        return list(entries), []
    if moment.hop == 0:
        return [each for each in entries if isinstance(each.event, RunStarted)], []
    start = hops[moment.hop - 1]
    following = hops[moment.hop] if moment.hop < len(hops) else len(entries)
    rest = list(entries[start:following])
    if moment.share < ANSWER:
        rest = [each for each in rest if not isinstance(each.event, HopEnded | NearMissed)]
    if moment.share <= 1:
        rest = rest[:1]
    return list(entries[:start]), rest


def _seen(entry: Entry) -> bool:
    return isinstance(entry.event, HopStarted) and entry.event.transaction != "ITI-20"


def _moments(wanted: Sequence[str]) -> list[Moment]:
    """``9`` or ``9@0.6``: which hop, and how far along; ``9@hover``, ``9@answer``."""
    moments = []
    for each in wanted:
        hop, _, share = each.partition("@")
        far = {"": 0.5, "hover": HOVER, "answer": ANSWER}.get(share)
        moments.append(
            Moment(f"wall-{each.replace('@', '-')}", int(hop), float(share) if far is None else far)
        )
    return moments


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the pictures."""
    parser = argparse.ArgumentParser(prog="python -m ui.stills", description=__doc__)
    parser.add_argument("out", type=Path, help="folder for the pictures")
    parser.add_argument("--run", type=Path, required=True, help="events, one JSON object a line")
    parser.add_argument("--blobs", type=Path, help="folder of PNG files named by their digest")
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("--light", action="store_true")
    parser.add_argument("--at", nargs="*", default=["0", "1", "-1"], help="hop, or hop@share")
    options = parser.parse_args(arguments)
    application = QGuiApplication.instance() or QGuiApplication([])
    load_fonts()
    entries = [from_json(line) for line in options.run.read_bytes().splitlines() if line]
    blobs = (
        {file.stem: file.read_bytes() for file in options.blobs.glob("*.png")}
        if options.blobs
        else {}
    )
    width, _, height = options.size.partition("x")
    theatre = Theatre(QSize(int(width), int(height)), light=options.light, blobs=blobs)
    options.out.mkdir(parents=True, exist_ok=True)
    variant = "-light" if options.light else ""
    for moment in _moments(options.at):
        picture = theatre.play(entries, moment)
        picture.save(str(options.out / f"{moment.name}-{options.size}{variant}.png"))
    theatre.close()
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
