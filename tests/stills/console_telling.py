"""The telling moments of the console, its inspector and its pages: `consoles` lists them."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImage

from tests.stills import moments
from tests.stills.booth import Booth
from ui import translations


@dataclass(frozen=True, slots=True)
class Console:
    """A picture of the console worth looking at.

    Attributes:
        arrange: What happens before the picture is taken.
    """

    name: str
    arrange: Callable[[Booth], None]
    size: QSize = QSize(1920, 1080)  # noqa: RUF009 - nobody changes it
    light: bool = False
    language: str = "en"

    def take(self, application: QGuiApplication, size: QSize | None = None) -> QImage:
        """Take it; `size`: of another number of pixels."""
        with TemporaryDirectory() as casts, _greenwich():
            booth = Booth(Path(casts), size or self.size, self.language, self.light)
            try:
                self.arrange(booth)
                return booth.grab()
            finally:
                booth.window.close()
                translations.remove(application)


@contextmanager
def _greenwich() -> Iterator[None]:
    """The same hour on every machine."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = "UTC"
    time.tzset()
    yield
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


def consoles() -> Iterator[Console]:
    """All of them."""
    yield from _shows()
    yield from _pages()
    yield from _insights()
    yield from _variants()


def _shows() -> Iterator[Console]:
    yield Console("console-starting", moments.starting)
    yield Console("console-broken", moments.broken)
    yield Console("console-welcome", moments.welcome)
    yield Console("console-tours", lambda _: None)
    yield Console("console", moments.middle)
    yield Console("console-failure", moments.failed)
    yield Console("console-refused", moments.refused)
    yield Console("console-waiting", moments.waits)
    yield Console("console-takeover", moments.takeover)
    yield Console("console-end", moments.over)
    yield Console("console-reset", moments.reset)
    yield Console("console-replay", moments.replayed)
    yield Console("console-readiness", moments.ready)
    yield Console("console-traffic", moments.tab(2))
    yield Console("console-doors", moments.tab(4))


def _pages() -> Iterator[Console]:
    yield Console("settings", moments.sheet(2))
    yield Console("cast", moments.cast("full"))
    yield Console("cast-tested", moments.cast("tested"))


def _insights() -> Iterator[Console]:
    yield Console("search", moments.search)
    yield Console("follow", moments.follow)
    yield Console("compare", moments.compare)
    yield Console("inspector-hl7", moments.picked("admit", "ehr", "PID-3"))
    yield Console("inspector-finding", moments.remarked)
    yield Console("inspector-dicom", moments.picked("images", "archive", "(0010,0020)"))
    yield Console("inspector-soap", moments.picked("share", "repository", "patientId"))
    yield Console("inspector-audit", moments.picked("", "audit", "ParticipantObjectIdentification"))
    yield Console("inspector-visitor", moments.hop("images", "archive", depth=0, wide=False))
    yield Console("inspector-clinician", moments.hop("share", "repository", depth=1, wide=False))
    yield Console("inspector-engineer", moments.hop("images", "archive", wide=False))


def _variants() -> Iterator[Console]:
    yield Console("console-german", moments.middle, language="de")
    yield Console("console-failure-german", moments.failed, language="de")
    yield Console("settings-german", moments.sheet(2), language="de")
    yield Console("console-light", moments.middle, light=True)
    yield Console("inspector-light", moments.picked("share", "repository", "patientId"), light=True)
    yield Console("console-720p", moments.middle, size=QSize(1280, 720))
    yield Console("console-failure-720p", moments.failed, size=QSize(1280, 720))
    yield Console(
        "console-welcome-720p-german", moments.welcome, size=QSize(1280, 720), language="de"
    )
    yield Console("console-720p-german", moments.middle, size=QSize(1280, 720), language="de")
    yield Console(
        "console-readiness-720p-german", moments.ready, size=QSize(1280, 720), language="de"
    )
    yield Console("console-4k", moments.middle, size=QSize(3840, 2160))
