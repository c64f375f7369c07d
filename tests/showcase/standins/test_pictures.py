from io import BytesIO
from pathlib import Path

import numpy as np
import pydicom.data
import pytest
from PIL import Image

from showcase.protocols.dicom import dataset as datasets
from showcase.protocols.dicom.negotiation import EXPLICIT_LITTLE
from showcase.protocols.dicom.part10 import File, read
from showcase.standins.pictures import picture, png, thumbnails

_SHIPPED = Path(pydicom.data.__file__).parent / "test_files"


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def test_a_window_maps_values_to_grey() -> None:
    pixels = np.array([[-160, 40], [240, 900]], np.int16)
    grey = np.asarray(opened(png(pixels, center=40, width=400)))
    assert grey.tolist() == [[0, 127], [255, 255]]


@pytest.mark.parametrize(
    "name",
    [
        "CT_small.dcm",
        "MR_small.dcm",
        "MR_small_RLE.dcm",
        "SC_rgb_small_odd.dcm",
        "JPEG2000.dcm",
        "SC_ybr_full_422_uncompressed.dcm",
        "examples_palette.dcm",
    ],
)
def test_strangers_images_become_pictures(name: str) -> None:
    found = picture(read(_SHIPPED / name), size=64)
    assert max(opened(found).size) <= 64


def test_a_large_image_becomes_a_small_one_that_looks_like_it() -> None:
    large = pydicom.dcmread(_SHIPPED / "CT_small.dcm")
    wide = np.zeros((1500, 3000), "<i2")
    wide[:, 1500:] = 1000
    large.Rows, large.Columns, large.PixelData = *wide.shape, wide.tobytes()
    data = datasets.encode(large, EXPLICIT_LITTLE)
    kind, uid = str(large.SOPClassUID), str(large.SOPInstanceUID)
    file = File(sop_class=kind, sop_instance=uid, transfer=EXPLICIT_LITTLE, data=data)
    found = opened(picture(file, size=100))
    assert found.size == (100, 50)
    assert (found.getpixel((10, 25)), found.getpixel((90, 25))) == (0, 255)


def test_what_has_no_pixels_gives_no_picture() -> None:
    nothing = File(
        sop_class="1.2", sop_instance="1.3", transfer="1.2.840.10008.1.2.1", data=b"noise"
    )
    plan = read(_SHIPPED / "rtplan.dcm")
    assert picture(nothing) == b""
    assert thumbnails([lambda: nothing, lambda: plan]) == ()


def test_a_picture_that_claims_to_be_huge_is_not_made() -> None:
    small = read(_SHIPPED / "CT_small.dcm")
    rows = b"\x28\x00\x10\x00US\x02\x00\x80\x00"
    assert rows in small.data
    huge = small.data.replace(rows, rows[:-2] + b"\xff\xff")
    claimed = File(
        sop_class=small.sop_class,
        sop_instance=small.sop_instance,
        transfer=small.transfer,
        data=huge,
    )
    assert picture(claimed) == b""
