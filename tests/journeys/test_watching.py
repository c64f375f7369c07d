"""Passive mode in the window: a stranger is drawn by its address until somebody names it."""

import asyncio
from pathlib import Path

import pytest
import qasync
from hl7 import parse
from hl7.mllp import open_hl7_connection
from PySide6.QtGui import QGuiApplication

from showcase.model.events import HopEnded, RunStarted
from tests.journeys.foreign import addresses
from tests.journeys.test_newcomer import Elsewhere, Key, Newcomer, booth
from tests.showcase.protocols.hl7v2.samples import A04
from ui.fonts import load_fonts
from ui.viewmodels.reception import UnknownRow
from ui.window import Window


async def _send(port: int) -> None:
    """A stranger's own program sends an ADT, and reads its acknowledgement."""
    reader, writer = await open_hl7_connection("127.0.0.1", port, encoding="utf-8")
    writer.writemessage(parse(A04.decode()))
    assert (await reader.readmessage()).extract_field("MSA", 1, 1) == "AA"
    writer.close()


def _stranger(port: int) -> None:
    asyncio.run(_send(port))


async def _visit(window: Window, visitor: Newcomer) -> None:
    visitor.press(Key.Key_Return, "Let us begin")
    await visitor.until(lambda: bool(window.library.chosen), "the engine is there")
    visitor.press(Key.Key_O, "O")
    await visitor.until(lambda: bool(window.console.isWatching), "it watches")
    start = visitor.of(RunStarted)[0]
    assert isinstance(start, RunStarted)
    hl7 = start.systems["ehr"].endpoints.hl7v2
    assert hl7
    await asyncio.to_thread(_stranger, hl7.port)
    unknown = window.reception._unknown
    await visitor.until(lambda: bool(unknown.rows), "somebody unknown has called")
    (row,) = unknown.rows
    assert isinstance(row, UnknownRow)
    assert (row.address, row.named) == ("127.0.0.1", "")
    assert row.says, "it can be named with one press"
    window.reception.name(row.address, row.says)
    await visitor.until(lambda: unknown.rows[0].named == row.says, "it has a name")
    await asyncio.to_thread(_stranger, hl7.port)
    await visitor.until(lambda: len(_told(visitor)) == 2, "it has called again")
    assert [hop.sender for hop in _told(visitor)] == ["127.0.0.1", row.says]
    assert [each.sender for each in window.traffic._rows.rows if each.transaction == "ITI-31"] == [
        "127.0.0.1",
        row.says,
    ]


def _told(visitor: Newcomer) -> list[HopEnded]:
    hops = [each for each in visitor.of(HopEnded) if isinstance(each, HopEnded)]
    return [each for each in hops if each.transaction == "ITI-31"]


async def _watch(folder: Path) -> None:
    nobody = Elsewhere(folder, addresses("archive"))  # no vendor's system is there at all
    async with booth("", folder / "journal.db") as window:
        await _visit(window, Newcomer(window, nobody))


@pytest.mark.window
@pytest.mark.timeout(120)
def test_a_stranger_is_watched_and_named(qapp: QGuiApplication, tmp_path: Path) -> None:
    load_fonts()
    with qasync.QEventLoop(qapp) as loop:
        loop.run_until_complete(_watch(tmp_path))
