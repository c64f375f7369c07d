"""A vendor's logo on a plate: legible in the dark and in the light, whatever it was drawn for."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

PAPER, NIGHT = QColor("#ffffff"), QColor("#141d33")

_WIDEST = 6.0  # in heights
_PAD = 0.14  # of the height, above and below
_ROUND = 0.2  # of the height
_LOOKED_AT = 64  # pixels of the longer side, enough to judge by
_SEEN = 24  # alpha below this is nothing
_PALE = 0.8  # brighter than this on average: drawn for a dark ground


def plate(logo: QImage, height: int) -> QImage | None:
    """The logo, cropped to what can be seen of it, on a plate as high as that.

    The plate is white; dark under a pale logo; and of the logo's own ground where it has one.

    Returns:
        None where there is nothing to be seen.
    """
    if logo.isNull() or height < 4:
        return None
    small = logo.scaled(_LOOKED_AT, _LOOKED_AT, Qt.AspectRatioMode.KeepAspectRatio).convertToFormat(
        QImage.Format.Format_ARGB32
    )
    seen = [
        (x, y, small.pixelColor(x, y))
        for y in range(small.height())
        for x in range(small.width())
        if small.pixelColor(x, y).alpha() > _SEEN
    ]
    if not seen:
        return None
    part = _part(logo, small, [(x, y) for x, y, _ in seen])
    pad = round(_PAD * height)
    inner = part.size().scaled(
        QSize(round(height * _WIDEST) - 2 * pad, height - 2 * pad),
        Qt.AspectRatioMode.KeepAspectRatio,
    )
    made = QImage(
        max(height, inner.width() + 3 * pad), height, QImage.Format.Format_ARGB32_Premultiplied
    )
    made.fill(Qt.GlobalColor.transparent)
    _paint(made, _ground(small, [colour for _, _, colour in seen]), logo, part, inner)
    return made


def _part(logo: QImage, small: QImage, seen: list[tuple[int, int]]) -> QRect:
    """What can be seen, in the logo's own pixels."""
    across, down = [x for x, _ in seen], [y for _, y in seen]
    wide, high = logo.width() / small.width(), logo.height() / small.height()
    left, top = int(min(across) * wide), int(min(down) * high)
    right, bottom = round((max(across) + 1) * wide), round((max(down) + 1) * high)
    return QRect(left, top, right - left, bottom - top).intersected(logo.rect())


def _ground(small: QImage, seen: list[QColor]) -> QColor:
    right, bottom = small.width() - 1, small.height() - 1
    corners = [small.pixelColor(x, y) for x in (0, right) for y in (0, bottom)]
    if all(corner.alpha() == 255 for corner in corners) and len({c.rgb() for c in corners}) == 1:
        return corners[0]
    light = sum(colour.lightnessF() for colour in seen) / len(seen)
    return NIGHT if light > _PALE else PAPER


def _paint(made: QImage, ground: QColor, logo: QImage, part: QRect, inner: QSize) -> None:
    shape = QPainterPath()
    radius = _ROUND * made.height()
    shape.addRoundedRect(QRectF(made.rect()), radius, radius)
    place = QRectF(QPointF(), inner.toSizeF())
    place.moveCenter(QRectF(made.rect()).center())
    painter = QPainter(made)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    painter.fillPath(shape, ground)
    smooth = logo.copy(part).scaled(
        inner, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    painter.drawImage(place, smooth)
    painter.end()
