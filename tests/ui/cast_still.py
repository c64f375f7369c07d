"""Pictures of the cast page: ``python -m tests.ui.cast_still OUT_DIR [STATE…]``. To look at them.

Every designed state at 1280x720, 1920x1080 and 3840x2160, dark and light, English and German.
"""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication

from showcase.model.readiness import Check, CheckState, Job
from tests.ui import script
from tests.ui.fake_caster import FakeCaster
from tests.ui.fake_link import FakeLink
from ui.fonts import load_fonts
from ui.viewmodels.certificates import CertificatesModel
from ui.viewmodels.settings import SettingsModel
from ui.window import Wanted, Window

SIZES = ((1280, 720), (1920, 1080), (3840, 2160))
_LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40">'
    '<circle cx="20" cy="20" r="16" fill="#2f7dd1"/><path d="M12 24 L20 10 L28 24 Z" fill="#fff"/>'
    '<text x="42" y="28" font-size="24" font-family="Inter" fill="#2f7dd1">acme</text></svg>'
)
_FULL = """\
format: 1
title: {title}
systems:
{systems}
roles:
{roles}
"""
_PLAYED = ("archive", "desk", "ehr", "ris", "ct", "reading", "index", "registry", "gp", "audit")
_VENDORS = (
    "Acme Imaging", "Northwind Health", "Contoso Registration and Admission Systems", "Fabrikam",
    "Litware", "Tailspin Diagnostics", "Wingtip", "Proseware", "Adatum", "Keepwell", "Lucerne",
    "Woodgrove",
)  # fmt: skip


class CastLink(FakeCaster, FakeLink):
    """A link whose casts are real files."""

    def __init__(self, folder: Path) -> None:
        FakeLink.__init__(self)
        FakeCaster.__init__(self, folder)

    def fetch(self, digest: str) -> None:
        """A logo of a cast that was looked at."""
        self.blobCame.emit(digest, self.casting.logos.get(digest, b""))


def _system(number: int, vendor: str, *, logo: bool = False) -> str:
    host = f"10.4.0.{20 + number}"
    lines = [
        f"  v{number}:",
        f"    vendor: {vendor}",
        f"    product: {vendor.split(maxsplit=1)[0]} {number + 4}.2",
        *(["    logo: acme.svg"] if logo else []),
        f"    hl7v2: {{host: {host}, port: 2575, application: V{number}, facility: ALBA}}",
        f"    dicom: {{host: {host}, port: 104, ae_title: V{number}}}",
        "    soap: {ITI-18: http://10.4.0.30:8080/q, ITI-42: http://10.4.0.30:8080/r}",
        f"    syslog: {{host: {host}, port: 514}}",
    ]
    return "\n".join(lines)


def full(folder: Path, title: str = "Morning") -> Path:
    """A cast with twelve vendors."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "acme.svg").write_text(_LOGO, "utf-8")
    systems = "\n".join(_system(n, vendor, logo=n == 0) for n, vendor in enumerate(_VENDORS))
    roles = "\n".join(f"  {role}: v{number}" for number, role in enumerate(_PLAYED))
    file = folder / f"{title.lower()}.yaml"
    file.write_text(_FULL.format(title=title, systems=systems, roles=roles), "utf-8")
    return file


def _check(state: CheckState, words: str, remedy: str = "", job: Job | None = None) -> Check:
    return Check(
        role="archive",
        system="Acme",
        subject="DICOM",
        question="answer",
        address="10.4.0.20:104",
        state=state,
        words=words,
        remedy=remedy,
        job=job,
    )


def _enter(window: Window, **values: str) -> None:
    for at, text in values.items():
        window.casting.enter(at.replace("__", "."), text)


def _empty(_window: Window, _link: CastLink) -> None:
    pass


def _fresh(window: Window, _link: CastLink) -> None:
    window.casting.show("archive")
    window.casting.fresh()
    _enter(window, vendor="Acme Imaging", dicom__host="10.4.0.21")


def _tested(window: Window, link: CastLink) -> None:
    _fresh(window, link)
    _enter(window, dicom__port="104", dicom__ae_title="ACME_PACS")
    window.casting.test("DICOM")
    link.answer(
        [
            _check(
                CheckState.FAILED,
                "As CT: ACME_PACS rejects the association: calling AE title not recognised.",
                "Enter our AE title in that system's configuration.",
                Job.VENDOR,
            ),
            _check(CheckState.READY, "Answers C-ECHO of READING."),
        ]
    )


def _full(window: Window, link: CastLink) -> None:
    full(link.folder, "Afternoon")
    window.casting.choose(str(full(link.folder)))
    window.casting.show("archive")


def _wrong(window: Window, link: CastLink) -> None:
    _full(window, link)
    _enter(window, dicom__port="99999", dicom__ae_title="WAY_TOO_LONG_AN_AE_TITLE")


def _certificate(window: Window, link: CastLink) -> None:
    window.casting.show("archive")
    window.casting.fresh()
    _enter(window, vendor="Acme Imaging", dicom__host="10.4.0.21", dicom__port="104")
    _enter(window, dicom__ae_title="ACME_PACS")
    found = window.casting.certificates
    assert isinstance(found, CertificatesModel)
    found.setFolder(str(link.folder / "stick"))
    found.issue()


def _refused(window: Window, link: CastLink) -> None:
    _full(window, link)
    link.tell(*script.entries(script.started()))
    link.refusal = (
        "A tour is under way, and its cast stays until its end. Let it end, or press N twice to "
        "begin anew; then change the cast."
    )
    window.casting.choose("")


STATES: dict[str, Callable[[Window, CastLink], None]] = {
    "empty": _empty,
    "fresh": _fresh,
    "tested": _tested,
    "full": _full,
    "wrong": _wrong,
    "refused": _refused,
    "certificate": _certificate,
}


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _shoot(folder: Path, name: str, *, language: str = "", light: bool = False) -> None:
    settings = SettingsModel()
    settings.greet()
    with TemporaryDirectory() as casts:
        link = CastLink(Path(casts))
        wanted = Wanted(language=language, light=light)
        window = Window(link, script.Jumpable(), settings=settings, wanted=wanted)
        link.told_in = language
        link.live()
        window.library.refresh()
        window.casting.open("chest-pain")
        window.root.setProperty("sheet", 3)
        STATES[name](window, link)
        variant = f"{'-' + language if language else ''}{'-light' if light else ''}"
        for width, height in SIZES:
            window.root.resize(width, height)
            _wait(900)
            picture = window.root.grabWindow()
            picture.save(str(folder / f"cast-{name}{variant}-{width}x{height}.png"))
        window.close()


def main(folder: Path, states: Sequence[str]) -> int:
    """Photograph every state."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QGuiApplication([])
    load_fonts()
    for name in states or tuple(STATES):
        _shoot(folder, name)
    _shoot(folder, "full", language="de")
    _shoot(folder, "tested", light=True)
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
