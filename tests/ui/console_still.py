"""Pictures of the console: ``python -m tests.ui.console_still OUT_DIR``. For looking at them.

Every designed state at 1280x720, 1920x1080 and 3840x2160, offscreen, in software, without an
engine: the scripted journey comes out of a fake link.
"""

import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

import msgspec
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication

from showcase.model.callers import Reception, UnknownCaller
from showcase.model.events import (
    CueStarted,
    CueWaits,
    Entry,
    HopEnded,
    HopStarted,
    NearMissed,
    Noticed,
    RolePassed,
)
from showcase.model.exchange import Outcome, Verdict
from showcase.model.programme import NOBODY
from tests.ui import script
from tests.ui.fake_link import FakeLink
from tests.ui.journey import journey
from ui.fonts import load_fonts
from ui.link import Connection
from ui.viewmodels.settings import SettingsModel
from ui.window import Window

SIZES = ((1280, 720), (1920, 1080), (3840, 2160))
_SETTLED = 900
"""Milliseconds after which every movement of the console has ended."""


class _Clock(script.Jumpable):
    def at_entry(self, at: datetime) -> None:
        self.at = at


class _Photographer:
    def __init__(self) -> None:
        self.clock = _Clock()
        self.link = FakeLink()
        self.settings = SettingsModel()
        self.settings.greet()
        self.window = Window(self.link, self.clock, settings=self.settings)
        self.link.live()
        self.window.library.refresh()

    def tell(self, entries: list[Entry]) -> None:
        for entry in entries:
            self.clock.at_entry(entry.at)
            self.link.tell(entry)

    def shoot(self, folder: Path, name: str) -> None:
        for width, height in SIZES:
            self.window.root.resize(width, height)
            _wait(_SETTLED)
            picture = self.window.root.grabWindow()
            picture.save(str(folder / f"{name}-{width}x{height}.png"))
        self.window.close()


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _middle(photographer: _Photographer) -> None:
    entries = list(journey())
    photographer.tell(entries[: len(entries) // 2])


def _failed(photographer: _Photographer) -> None:
    photographer.tell(script.entries(script.started(), *script.played(script.STORE, script.SILENT)))


def _interrupted(photographer: _Photographer) -> None:
    before = script.entries(
        script.started(),
        *script.played(script.ADMIT),
        script.standby(script.STORE),
        *script.played(script.ORDER)[:2],
    )
    after = script.interrupted(script.ORDER, then=script.STORE)
    photographer.tell([*before, *script.entries(*after, first=len(before) + 1)])


def _full(photographer: _Photographer) -> None:
    events = script.entries(script.started(), *script.played(script.ADMIT))
    photographer.tell([msgspec.structs.replace(each, kept=False) for each in events])


def _returned(photographer: _Photographer) -> None:
    after = script.interrupted(then=script.ORDER)
    photographer.tell(script.entries(script.started(), *script.played(script.ADMIT), *after))


def _given_back(photographer: _Photographer) -> None:
    words = "Orthanc (Archive) did not receive: Procedure Scheduled (RAD-4), 24 images (RAD-8)."
    remedy = (
        "To send it again, choose “The archive learns of it” or “The images go to the archive”"
        " and press GO; or play on without it."
    )
    before = [*script.played(script.ADMIT), *script.played(script.STORE)]
    passed = RolePassed(
        run="r1",
        role="archive",
        system=script.ORTHANC,
        words="It has not been told of what happened meanwhile.",
    )
    told = Noticed(run="r1", role="archive", words=words, remedy=remedy, level="warning")
    photographer.tell(script.entries(script.started(), *before, passed, told))


def _quoted(photographer: _Photographer) -> None:
    said = "java.lang.NullPointerException: Cannot invoke Patient.getId() on null at com.acme.Feed"
    verdict = Verdict(
        outcome=Outcome.REFUSED,
        status=f"AE 204 {said} (PID-3)",
        words="HIS refused the message: it does not know an identifier in it (PID-3)."
        f" It says: “{said}”.",
        remedy="Check that the patient or the order was sent there before.",
    )
    photographer.tell(script.entries(script.started(), *script.played(script.ADMIT, verdict)))


def _near(photographer: _Photographer) -> None:
    photographer.tell(script.entries(script.started(), *script.played(script.ADMIT)))
    wanted = CueWaits(
        run="r1",
        cue=script.STORE.id,
        sender="archive",
        receivers=("ris",),
        todo="Orthanc 1.10: send the images of Rosa Quill to RIS at 10.4.0.2:21041.",
        values={
            "Patient": "Rosa Quill",
            "Patient ID (ALBA)": "40213",
            "Accession number": "A26-0091",
            "Study Instance UID": "2.25.131342908754309853426711039234567890123",
            "Address": "10.4.0.2:21041",
            "AE title": "RIS",
        },
    )
    missed = NearMissed(
        run="r1",
        cue=script.STORE.id,
        hop="h9",
        words="Archive sent the right message, but accession number A26-0007 instead of A26-0091.",
        differences=("accession number A26-0007 instead of A26-0091",),
    )
    photographer.tell(
        script.entries(CueStarted(run="r1", cue=script.STORE.id), wanted, missed, first=90)
    )


def _watching(photographer: _Photographer) -> None:
    programme = msgspec.structs.replace(script.PROGRAMME, scenes=(), minutes=0.0)
    start = msgspec.structs.replace(script.started(NOBODY), programme=programme)
    scanner, ward = "10.4.0.40", "Northwind"
    photographer.link.house = Reception(
        open_house=True,
        unknown=(
            UnknownCaller(address=scanner, calls_itself="CT_ROOM_1"),
            UnknownCaller(address="10.4.0.17", calls_itself="NORTHWIND|ALBA", name=ward),
            UnknownCaller(address="10.4.0.52"),
        ),
    )
    hops = [
        msgspec.structs.replace(event, sender=sender, cue="", label="")
        for cue, sender in ((script.ADMIT, ward), (script.STORE, scanner))
        for event in script.played(cue)
        if isinstance(event, HopStarted | HopEnded)
    ]
    photographer.tell(script.entries(start, *hops))


def _recording(photographer: _Photographer) -> None:
    photographer.link.recording.emit(True)
    photographer.tell(list(journey()))
    photographer.window.root.setProperty("tab", 2)


STATES: dict[str, Callable[[_Photographer], None]] = {
    "starting": lambda p: p.link.connection.emit(int(Connection.STARTING), "", ""),
    "tours": lambda _: None,
    "middle": _middle,
    "failed": _failed,
    "interrupted": _interrupted,
    "returned": _returned,
    "full": _full,
    "given-back": _given_back,
    "quoted": _quoted,
    "near": _near,
    "watching": _watching,
    "recording": _recording,
}


def main(folder: Path, only: list[str]) -> int:
    """Photograph every state, or those that are named."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QGuiApplication([])
    load_fonts()
    for name, arrange in STATES.items():
        if only and name not in only:
            continue
        photographer = _Photographer()
        arrange(photographer)
        photographer.shoot(folder, name)
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
