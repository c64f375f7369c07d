"""Pictures out of the journal, for QML: ``image://blob/<digest>``; ``…/plate/<digest>``: a logo.

A picture that is not here yet is asked for with `missing`, and drawn as a single clear pixel
until it comes; `Picture` in QML looks again. What comes may be anything, so it is read as PNG,
within bounds, or not at all; or as the SVG of a logo, which the engine has judged before.
"""

import re
from collections import OrderedDict

from PySide6.QtCore import QBuffer, QByteArray, QMutex, QMutexLocker, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPainter
from PySide6.QtQuick import QQuickImageProvider

from ui.plate import plate

PLATE = "plate"
"""Before a digest: the picture as a logo on its plate, as high as asked for."""

_MOST_BYTES = 8 * 1024 * 1024
_PNG = b"\x89PNG\r\n\x1a\n"
_MOST_PIXELS = 4096 * 4096
_MOST_PICTURES = 256
_MOST_DRAWING = 512 * 1024
_SIDE = 1024
"""Pixels of a drawing's longer side: large enough for a card at 4K."""

_FOREIGN = re.compile(
    rb"<!doctype|<!entity|[<:](image|script|foreignobject)\b|href\s*=\s*.[^#]", re.IGNORECASE
)
"""What the engine lets through in no logo; Qt's reader would open a file that is named there."""


class BlobProvider(QQuickImageProvider):
    """Holds the newest pictures, read; the oldest make room."""

    missing = Signal(str)
    """A digest that QML wants and nobody has put yet. Emitted once for each."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._lock = QMutex()  # Qt may ask from its image thread
        self._pictures: OrderedDict[str, QImage] = OrderedDict()
        self._asked: set[str] = set()

    def put(self, digest: str, data: bytes) -> None:
        """Take a picture in; anything that is no picture within bounds becomes a blank one."""
        picture = read_png(data) if data.startswith(_PNG) else read_svg(data)
        with QMutexLocker(self._lock):
            self._pictures[digest] = QImage() if picture is None else picture
            self._asked.discard(digest)
            while len(self._pictures) > _MOST_PICTURES:
                self._pictures.popitem(last=False)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002 - Qt's name
        """The picture, at most as large as asked for; a single clear pixel when it is not here."""
        kind, _, digest = id.partition("?")[0].rpartition("/")
        with QMutexLocker(self._lock):
            picture = self._pictures.get(digest)
            ask = picture is None and digest not in self._asked
            if ask:
                self._asked.add(digest)
        if ask:
            self.missing.emit(digest)
        picture = _fitted(picture, requestedSize, kind)
        size.setWidth(picture.width())
        size.setHeight(picture.height())
        return picture


def _fitted(picture: QImage | None, wanted: QSize, kind: str) -> QImage:
    """As QML draws it: one clear pixel while it is missing, two for a logo that is none."""
    if picture is None:
        return blank(1)
    if kind == PLATE:
        return plate(picture, wanted.height()) or blank(2)
    picture = blank(64) if picture.isNull() else picture
    if not wanted.isValid() or wanted.isEmpty():
        return picture
    return picture.scaled(
        wanted, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def blank(side: int) -> QImage:
    """A clear square."""
    picture = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def read_png(data: bytes) -> QImage | None:
    """The picture; None when it is no PNG, damaged, or larger than any of ours."""
    if len(data) > _MOST_BYTES:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    reader = QImageReader(buffer, QByteArray(b"png"))
    reader.setAutoDetectImageFormat(False)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST_PIXELS:
        return None
    picture = reader.read()
    return None if picture.isNull() else picture


def read_svg(data: bytes) -> QImage | None:
    """The drawing, large; None when it is none, or none that a logo may be."""
    if len(data) > _MOST_DRAWING or b"<svg" not in data[:4096] or _FOREIGN.search(data):
        return None
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - most windows never need it

    renderer = QSvgRenderer(QByteArray(data))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        return None
    picture = QImage(
        size.scaled(_SIDE, _SIDE, Qt.AspectRatioMode.KeepAspectRatio),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    if picture.isNull():
        return None
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter)
    painter.end()
    return picture
