"""The telling moments, from a scripted run: ``python -m tests.stills.telling OUT``.

Those of the wall stand here, those of the console in `tests.stills.console_telling`. ``--bless``
makes them the pictures that the tests compare with (``make bless-stills``): look at every one of
them before.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

import numpy as np
from msgspec import structs
from PIL import Image
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage

from showcase.model.events import (
    CueWaits,
    Entry,
    Event,
    HopStarted,
    NearMissed,
    RolePassed,
    RunStarted,
)
from showcase.model.programme import Cue, Scene
from showcase.model.system import System
from showcase.story.loader import load_story
from tests.stills.console_telling import Console, consoles
from tests.ui import journey
from tests.ui.logos import logos
from ui import translations
from ui.fonts import load_fonts
from ui.stills import ANSWER, HOVER, Moment, Theatre
from ui.viewmodels.curtain import CurtainModel
from ui.viewmodels.sight import SightModel
from ui.viewmodels.stage import StageModel

BLESSED = Path(__file__).with_name("blessed")
BOARD = QSize(1920, 1080)
SMALL = 640  # width of what is blessed
_COLOURS = 96  # of what is blessed


def _nothing(stage: StageModel) -> None:
    """Nothing more happens."""
    del stage


@dataclass(frozen=True, slots=True)
class Telling:
    """A picture worth looking at.

    Attributes:
        entries: The run.
        after: What happens to the stage before the picture is taken.
    """

    name: str
    entries: tuple[Entry, ...]
    moment: Moment
    after: Callable[[StageModel], None] = _nothing
    size: QSize = BOARD
    light: bool = False
    language: str = "en"
    reduced: bool = False

    def take(self, application: QGuiApplication, size: QSize | None = None) -> QImage:
        """Take it; `size`: of another number of pixels."""
        translations.install(application, self.language)
        theatre = Theatre(size or self.size, light=self.light, blobs=journey.blobs() | logos())
        try:
            theatre.theme.setProperty("reducedMotion", self.reduced)
            theatre.play(self.entries, self.moment)
            self.after(theatre.model)
            return theatre.grab()
        finally:
            theatre.close()
            translations.remove(application)


def tellings() -> Iterator[Telling | Console]:
    """All of them: the wall's, then the console's."""
    yield from _walls()
    yield from consoles()


def _walls() -> Iterator[Telling]:
    run = tuple(journey.journey())
    refused = tuple(journey.journey(refuse="images"))
    end = Moment("end", -1)
    images = Moment("images", 10, 0.55)
    yield Telling("empty", (), end)
    yield Telling("idle", run, Moment("idle", 0))
    yield Telling("first-hop", run, Moment("first", 1, 0.5))
    yield Telling("images-travelling", run, images)
    yield Telling("hovering", run, Moment("hover", 20, HOVER))
    yield Telling("answered", run, Moment("answer", 10, ANSWER))
    yield Telling("refusal", refused, Moment("refusal", 10, ANSWER))
    yield Telling("takeover", _up_to(run, "images"), end, _then(_TAKEOVER))
    yield Telling("waiting", _up_to(run, "images"), end, _then(_WAITS))
    yield Telling("near-miss", (*_up_to(run, "images"), *_missed()), Moment("miss", 10, ANSWER))
    yield Telling("planned", (_with_planned(run[0]), *run[1:60]), end)
    yield Telling("end", run, end)
    yield Telling("replay", run, images, lambda stage: stage.recording(True))
    yield Telling("attract", run, images, _attract)
    yield Telling("holding", run, end, _hold)
    yield Telling("stale", run, end, lambda stage: stage.stale(True))
    yield Telling("light", run, images, light=True)
    yield Telling("light-end", run, end, light=True)
    yield Telling("reduced-motion", run, images, reduced=True)
    yield Telling("far-visitors", run, images, _far)
    yield Telling("german", _german(run), images, language="de")
    yield Telling("german-end", _german(run), end, language="de")
    yield Telling("720p", run, images, size=QSize(1280, 720))
    yield Telling("4k", run, images, size=QSize(3840, 2160))
    yield from _threads(run, end)
    yield from _vendors(run, images, end)


def _threads(run: tuple[Entry, ...], end: Moment) -> Iterator[Telling]:
    """A value is followed through all that carries it."""
    small = QSize(1280, 720)
    yield Telling("thread", run, end, _follow("7731-04"))
    yield Telling("light-thread", run, end, _follow("40213"), light=True)
    yield Telling("german-thread", _german(run), end, _follow(journey.NAME), small, language="de")


def _vendors(run: tuple[Entry, ...], images: Moment, end: Moment) -> Iterator[Telling]:
    """Who plays brought a logo; one of them is none."""
    cast = (_with_logos(run[0]), *run[1:])
    yield Telling("logos", cast, images)
    yield Telling("light-logos", cast, end, light=True)


def _up_to(run: tuple[Entry, ...], cue: str) -> tuple[Entry, ...]:
    return tuple(journey.until(list(run), cue))[:-1]


def _then(*events: Event) -> Callable[[StageModel], None]:
    def happen(stage: StageModel) -> None:
        stage.settle()
        for number, event in enumerate(events):
            stage.apply(Entry(seq=9_000 + number, at=journey.START, event=event))

    return happen


def _attract(stage: StageModel) -> None:
    stage.recording(True)
    curtain = stage.curtain
    assert isinstance(curtain, CurtainModel)
    curtain.invite(True)


def _hold(stage: StageModel) -> None:
    curtain = stage.curtain
    assert isinstance(curtain, CurtainModel)
    curtain.hold(True)


def _follow(value: str) -> Callable[[StageModel], None]:
    return lambda stage: stage.follow(journey.thread(value))


def _far(stage: StageModel) -> None:
    sight = stage.sight
    assert isinstance(sight, SightModel)
    sight.look(55.0, 7.0)


_TAKEOVER = RolePassed(
    role="ct", system=System(key="ct"), words="The scanner did not answer for ten seconds"
)
_WAITS = CueWaits(
    cue="images", sender="ct", receivers=("archive",), todo="Send the study to the archive."
)


def _missed() -> Iterator[Entry]:
    hop = HopStarted(
        run=journey.RUN,
        hop="stray",
        transaction="RAD-8",
        sender="ct",
        receiver="archive",
        count=24,
        thumbnails=tuple(journey.blobs_named()),
    )
    news = NearMissed(
        run=journey.RUN,
        cue="images",
        hop="stray",
        words="The scanner sent another patient's images.",
        differences=("accession number A26-0007 instead of A26-0091",),
    )
    events: tuple[Event, ...] = (hop, journey.ended(hop), news)
    for number, event in enumerate(events):
        yield Entry(seq=8_000 + number, at=journey.START, event=event)


def _with_planned(begin: Entry) -> Entry:
    event = begin.event
    assert isinstance(event, RunStarted)
    cues = tuple(
        Cue(
            id=f"later-{receiver}",
            number=90,
            transaction=transaction,
            sender=sender,
            receivers=(receiver,),
            title="Later",
            planned=True,
        )
        for transaction, sender, receiver in (
            ("ITI-65", "reading", "repository"),
            ("RAD-1", "desk", "ct"),
        )
    )
    scenes = (*event.programme.scenes, Scene(title="Later", cues=cues))
    story = structs.replace(event.programme, scenes=scenes)
    return structs.replace(begin, event=structs.replace(event, programme=story))


def _with_logos(begin: Entry) -> Entry:
    event = begin.event
    assert isinstance(event, RunStarted)
    systems = {
        role: system if system.stand_in else structs.replace(system, logo=f"logo-{system.key}")
        for role, system in event.systems.items()
    }
    return structs.replace(begin, event=structs.replace(event, systems=systems))


def _german(run: tuple[Entry, ...]) -> tuple[Entry, ...]:
    event = run[0].event
    assert isinstance(event, RunStarted)
    told = load_story("chest-pain", "de").whole
    patient = structs.replace(event.patient, tell="65, kam mit Brustschmerzen")
    begin = structs.replace(event, programme=told, patient=patient)
    return (structs.replace(run[0], event=begin), *run[1:])


def small(picture: QImage) -> QImage:
    """As it is compared."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    return plain.scaledToWidth(SMALL, Qt.TransformationMode.SmoothTransformation)


def bless(picture: QImage, file: Path) -> None:
    """Keep it, small, for the tests to compare with."""
    less = small(picture)
    rows = np.frombuffer(bytes(less.constBits()), np.uint8)
    rows = rows.reshape(less.height(), less.bytesPerLine())[:, : 3 * less.width()]
    plain = Image.frombytes("RGB", (less.width(), less.height()), rows.tobytes())
    few = plain.quantize(_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(file, optimize=True)


def main() -> int:
    """Write the pictures."""
    parser = argparse.ArgumentParser(prog="python -m tests.stills.telling", description=__doc__)
    parser.add_argument("out", type=Path, nargs="?", default=Path("out/stills"))
    parser.add_argument("--bless", action="store_true")
    parser.add_argument("--only", nargs="*", default=[])
    options = parser.parse_args()
    application = QGuiApplication.instance() or QGuiApplication([])
    assert isinstance(application, QGuiApplication)
    load_fonts()
    out = BLESSED if options.bless else options.out
    out.mkdir(parents=True, exist_ok=True)
    for each in tellings():
        if options.only and each.name not in options.only:
            continue
        picture = each.take(application)
        if options.bless:
            bless(picture, out / f"{each.name}.png")
        elif not picture.save(str(out / f"{each.name}.png")):
            raise OSError(f"{out / each.name}.png cannot be written.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
