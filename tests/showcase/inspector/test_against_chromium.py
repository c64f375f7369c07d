"""The page of a run in a real browser."""

import asyncio
import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from lxml import html
from PIL import Image

from showcase.explain.legible import legible
from showcase.inspector.page import page
from showcase.inspector.recording import recording
from tests.showcase.inspector import runs
from tests.showcase.inspector.chromium import Chromium

pytestmark = pytest.mark.peer("chromium")

HL7V2 = (0xD0, 0x8F, 0x00)
DICOM = (0x3A, 0x9B, 0xD4)
UTF8 = html.HTMLParser(encoding="utf-8")


@pytest.fixture
def browser(tmp_path: Path) -> Chromium:
    return Chromium(tmp_path)


async def made(name: str = "Rosa Quill") -> bytes:
    async with runs.recorded(name) as journal:
        return await page(journal, recording(await journal.entries(runs.RUN)))


def seen(png: bytes) -> dict[tuple[int, ...], int]:
    """How many pixels of which colour."""
    with Image.open(io.BytesIO(png)) as picture:
        colours = picture.convert("RGB").getcolors(maxcolors=2**24) or []
    return {colour: count for count, colour in colours if isinstance(colour, tuple)}


class Trap:
    """A web server that a hostile name wants to be asked."""

    def __init__(self) -> None:
        self.asked: list[bytes] = []
        self.url = ""

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.asked.append(await reader.readline())
        writer.close()


@pytest.fixture
async def trap() -> AsyncIterator[Trap]:
    trap = Trap()
    server = await asyncio.start_server(trap, "127.0.0.1", 0)
    trap.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    yield trap
    server.close()
    await server.wait_closed()


async def test_the_drawing_is_seen(browser: Chromium) -> None:
    colours = seen(await browser.screenshot(await made(), 1280, 1600))
    assert colours[(255, 255, 255)] > 200_000
    assert colours[HL7V2] > 100
    assert colours[DICOM] > 100
    assert len(colours) > 50


async def test_an_identifier_can_be_followed_without_a_script(browser: Chromium) -> None:
    whole = await made()
    on = b' checked="checked"'
    chosen = whole.replace(on, b"").replace(b'id="follow-1"', b'id="follow-1"' + on)
    assert chosen != whole
    before = seen(await browser.screenshot(whole, 1280, 1600))
    after = seen(await browser.screenshot(chosen, 1280, 1600))
    # the accession number runs through RAD-8 and not through ITI-31
    assert after[DICOM] == before[DICOM]
    assert after.get(HL7V2, 0) < before[HL7V2] / 4


async def test_it_prints_on_paper(browser: Chromium) -> None:
    printed = await browser.pdf(await made())
    assert printed.startswith(b"%PDF-")
    assert printed.count(b"/Type /Page\n") >= 2


@pytest.mark.parametrize("name", runs.HOSTILE)
async def test_a_browser_reads_a_hostile_name_as_text(browser: Chromium, name: str) -> None:
    document = html.document_fromstring(await browser.dom(await made(name)), UTF8)
    (heading,) = document.iter("h1")
    assert heading.text == legible(name)
    assert document.findtext(".//title") == legible(f"{name}, {name} Quill")
    assert not list(document.iter("script"))


async def test_nothing_is_fetched(browser: Chromium, trap: Trap) -> None:
    name = f'<img src="{trap.url}/a"><link rel=stylesheet href="{trap.url}/b">'
    await browser.screenshot(await made(name), 800, 800)
    assert trap.asked == []


async def test_even_markup_in_it_could_neither_run_nor_fetch(browser: Chromium, trap: Trap) -> None:
    broken = (
        f'<img src="{trap.url}/a"><iframe src="{trap.url}/b"></iframe>'
        f'<style>body {{ background: url("{trap.url}/c") }}</style>'
        f"<script>document.title = 'owned'; fetch('{trap.url}/d')</script>"
    )
    page_ = (await made()).replace(b"</body>", broken.encode() + b"</body>")
    document = html.document_fromstring(await browser.dom(page_), UTF8)
    assert document.findtext(".//title") == "Rosa Quill, Rosa Quill Quill"
    # Chromium may connect ahead of its policy; it asks for nothing
    assert not any(trap.asked)


async def test_the_trap_would_have_snapped(browser: Chromium, trap: Trap) -> None:
    await browser.dom(f'<!doctype html><img src="{trap.url}/a">'.encode())
    assert trap.asked == [b"GET /a HTTP/1.1\r\n"]
