"""The fonts we bring. Without any, Qt draws boxes and says nothing."""

from pathlib import Path

import fontpkg_inter
import fontpkg_jetbrains_mono
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

SANS = "Inter"
MONO = "JetBrains Mono"

_FILES = {
    SANS: Path(fontpkg_inter.ROOT) / "files" / "Inter[opsz,wght].ttf",
    MONO: Path(fontpkg_jetbrains_mono.ROOT) / "files" / "JetBrainsMono[wght].ttf",
}


class FontMissing(RuntimeError):
    """A font we bring is not there, or Qt cannot read it."""


def load_fonts() -> None:
    """Load them, and make ours the application's; call it once there is an application.

    Raises:
        FontMissing: Named by its file.
    """
    for family, file in _FILES.items():
        if not file.is_file():
            raise FontMissing(f"{file} is missing; install the packages of pyproject.toml again.")
        number = QFontDatabase.addApplicationFont(str(file))
        if family not in QFontDatabase.applicationFontFamilies(number):
            raise FontMissing(f"Qt finds no font {family} in {file}.")
    QGuiApplication.setFont(QFont(SANS))
