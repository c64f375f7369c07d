"""Pictures from the network, read with care."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtTest import QSignalSpy

from tests.ui import journey, logos
from ui.blobs import BlobProvider, read_png, read_svg


def test_a_picture_that_is_put_is_given() -> None:
    blobs = BlobProvider()
    blobs.put("d", journey.slice_png(0.5, 40))
    size = QSize()
    assert blobs.requestImage("d?3", size, QSize()).width() == 40
    assert size == QSize(40, 40)
    assert blobs.requestImage("d", QSize(), QSize(20, 20)).width() == 20


def test_a_missing_picture_is_asked_for_once() -> None:
    blobs = BlobProvider()
    spy = QSignalSpy(blobs.missing)
    for attempt in range(3):
        assert blobs.requestImage(f"d?{attempt}", QSize(), QSize(20, 20)).width() == 1
    assert [spy.at(n)[0] for n in range(spy.count())] == ["d"]


def test_what_is_no_picture_becomes_a_blank_one() -> None:
    blobs = BlobProvider()
    blobs.put("d", b"<svg onload='fetch()'/>")
    picture = blobs.requestImage("d", QSize(), QSize())
    assert picture.width() == 64
    assert picture.pixelColor(5, 5).alpha() == 0


def test_other_formats_are_not_read() -> None:
    assert read_png(b"GIF89a\x01\x00\x01\x00\x00\x00\x00;") is None


def test_a_bomb_is_not_read() -> None:
    head = journey.slice_png(0.5, 20)
    wide = head[:16] + (60_000).to_bytes(4) + (60_000).to_bytes(4) + head[24:]
    assert read_png(wide) is None


@given(st.binary(max_size=400))
def test_noise_is_no_picture(noise: bytes) -> None:
    assert read_png(b"\x89PNG\r\n\x1a\n" + noise) is None


def test_the_oldest_make_room() -> None:
    blobs, data = BlobProvider(), journey.slice_png(0.5, 8)
    for number in range(257):
        blobs.put(str(number), data)
    assert blobs.requestImage("0", QSize(), QSize()).width() == 1
    assert blobs.requestImage("256", QSize(), QSize()).width() == 8


def svg(inside: str) -> bytes:
    head = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 20'>"
    return f"{head}<rect width='40' height='20' fill='#ff0000'/>{inside}</svg>".encode()


def test_a_drawing_is_drawn_large() -> None:
    picture = read_svg(svg(""))
    assert picture
    assert picture.size() == QSize(1024, 512)
    assert picture.pixelColor(500, 250).red() == 255


@pytest.mark.parametrize(
    "inside",
    [
        "<image href='file:///etc/hostname'/>",
        "<s:image xmlns:s='http://www.w3.org/2000/svg'/>",
        "<use xlink:href = 'http://a.b/c'/>",
        "<script>1</script>",
    ],
)
def test_a_drawing_that_refers_elsewhere_is_none(inside: str) -> None:
    assert read_svg(svg(inside)) is None


def test_what_only_looks_like_a_drawing_is_none() -> None:
    assert read_svg(b"<svg") is None
    assert read_svg(b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 9999999'/>") is None


def test_a_logo_comes_on_a_plate_as_high_as_asked_for() -> None:
    blobs = BlobProvider()
    blobs.put("d", logos.wordmark("#123a6b"))
    size = QSize()
    assert blobs.requestImage("plate/d?1", size, QSize(0, 60)).height() == 60
    assert size.width() > 180


def test_a_logo_that_is_none_is_told_from_one_that_is_missing() -> None:
    blobs = BlobProvider()
    blobs.put("d", logos.HOSTILE)
    assert blobs.requestImage("plate/d", QSize(), QSize(0, 60)).width() == 2
    assert blobs.requestImage("plate/other", QSize(), QSize(0, 60)).width() == 1
