"""Draws the program's icon from our own SVG: PNG for Linux, ICO for Windows, ICNS for macOS."""

import io
import os
import sys
from pathlib import Path

from PIL import Image

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

_ROOT = Path(__file__).resolve().parents[1]
_SIZES = (16, 24, 32, 48, 64, 128, 256)
_LARGEST = 1024


def drawn(svg: Path, size: int) -> Image.Image:
    """The icon at one size: drawn, not scaled, so that its edges are sharp."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return Image.open(io.BytesIO(data.data()))


def draw(svg: Path, folder: Path) -> list[Path]:
    """Write ``showcase.png``, ``showcase.ico`` and ``showcase.icns``."""
    folder.mkdir(parents=True, exist_ok=True)
    png, ico, icns = (folder / f"showcase.{kind}" for kind in ("png", "ico", "icns"))
    small = {size: drawn(svg, size) for size in _SIZES}
    small[256].save(png)
    small[256].save(ico, sizes=[(size, size) for size in _SIZES],
                    append_images=[small[size] for size in _SIZES[:-1]])  # fmt: skip
    drawn(svg, _LARGEST).save(icns, append_images=[drawn(svg, 512), small[256], small[128]])
    return [png, ico, icns]


if __name__ == "__main__":
    for file in draw(_ROOT / "assets" / "showcase.svg", Path(sys.argv[1])):
        sys.stdout.write(f"{file}\n")
