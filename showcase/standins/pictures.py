"""Pictures for people out of DICOM instances."""

from collections.abc import Callable, Iterable
from io import BytesIO

import numpy as np
import structlog
from PIL import Image
from pydicom import dcmread
from pydicom.dataset import Dataset
from pydicom.pixels.processing import apply_color_lut
from pydicom.pixels.utils import pixel_array

from showcase.protocols.dicom.part10 import File, head

_log = structlog.get_logger()
_LARGEST = 64 * 1024 * 1024
"""Pixels beyond which no picture is made: nobody needs one that large on a card."""

_TELLING = 512
"""Rows and columns that tell how bright the rest is."""


def png(pixels: np.ndarray, *, center: float, width: float, size: int = 0) -> bytes:
    """Grey levels through a window (PS3.3 C.11.2.1.2) as a PNG.

    Args:
        pixels: Rows and columns of stored or rescaled values.
        center: Window centre.
        width: Window width.
        size: Longest side of the picture; 0: as it is.
    """
    low = center - width / 2
    grey = np.clip((pixels.astype(np.float32) - low) * (255.0 / max(width, 1.0)), 0, 255)
    return _encode(Image.fromarray(grey.astype(np.uint8)), size)


def picture(file: File, *, size: int = 0) -> bytes:
    """The first frame of an instance as a PNG; empty when it has none that can be read here."""
    try:
        dataset = dcmread(BytesIO(head(file) + file.data))
        rows, columns = int(dataset.get("Rows") or 0), int(dataset.get("Columns") or 0)
        if not 0 < rows * columns * int(dataset.get("NumberOfFrames") or 1) <= _LARGEST:
            return b""
        return _render(dataset, size)
    except Exception as error:  # noqa: BLE001 - a stranger's pixels must not stop a hop
        _log.info("no picture", sop_class=file.sop_class, why=repr(error))
        return b""


def _render(dataset: Dataset, size: int) -> bytes:
    pixels = pixel_array(dataset, index=0)
    if dataset.get("PhotometricInterpretation") == "PALETTE COLOR":
        pixels = apply_color_lut(pixels, dataset)
        pixels = pixels >> 8 if pixels.dtype == np.uint16 else pixels
    if pixels.ndim == 3:
        return _encode(Image.fromarray(pixels[..., :3].astype(np.uint8)), size)
    pixels = _thinned(pixels, 2 * size or max(pixels.shape))
    values = pixels * float(dataset.get("RescaleSlope") or 1)
    values = values + float(dataset.get("RescaleIntercept") or 0)
    center, width = _window(dataset, values)
    if dataset.get("PhotometricInterpretation") == "MONOCHROME1":
        values, center = -values, -center
    return png(values, center=center, width=width, size=size)


def _thinned(pixels: np.ndarray, enough: int) -> np.ndarray:
    """Rows and columns in even steps: at least `enough` of each, where there are so many.

    A thumbnail of a radiograph would else take half a second, and the next image as much longer.
    """
    step = max(1, min(pixels.shape) // enough)
    return pixels[::step, ::step]


def _window(dataset: Dataset, values: np.ndarray) -> tuple[float, float]:
    center, width = dataset.get("WindowCenter"), dataset.get("WindowWidth")
    if center is None or width is None:
        low, high = np.percentile(_thinned(values, _TELLING), (1, 99))
        return float(low + high) / 2, float(high - low)
    first = [each[0] if hasattr(each, "__getitem__") else each for each in (center, width)]
    return float(first[0]), float(first[1])


def _encode(image: Image.Image, size: int) -> bytes:
    if size:
        image.thumbnail((size, size), Image.Resampling.BILINEAR)
    out = BytesIO()
    image.save(out, "PNG", compress_level=1)
    return out.getvalue()


def thumbnails(files: Iterable[Callable[[], File]], *, size: int = 256) -> tuple[bytes, ...]:
    """Small pictures of instances that are read one by one; those without pixels give none."""
    return tuple(found for file in files if (found := picture(file(), size=size)))
