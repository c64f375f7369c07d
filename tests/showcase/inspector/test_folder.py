"""The files of an export, in a folder or an archive."""

import io
import zipfile
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from showcase.inspector.files import File
from showcase.inspector.folder import InTheWay, into_folder, zipped


async def two() -> AsyncIterator[File]:
    yield File("a.hl7", b"MSH")
    yield File("audit/b.syslog", b"<13>")


async def test_a_folder_holds_every_file(tmp_path: Path) -> None:
    assert await into_folder(two(), tmp_path / "new" / "export") == 2
    assert (tmp_path / "new/export/audit/b.syslog").read_bytes() == b"<13>"
    (tmp_path / "empty").mkdir()
    assert await into_folder(two(), tmp_path / "empty") == 2


async def test_what_is_in_the_way_stays(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    for place in (tmp_path, tmp_path / "mine.txt"):
        with pytest.raises(InTheWay):
            await into_folder(two(), place)
    assert (tmp_path / "mine.txt").read_text() == "mine"


@pytest.mark.parametrize("year", [1970, 2026])
async def test_an_archive_holds_every_file(year: int) -> None:
    made = await zipped(two(), datetime(year, 5, 4, 9, 30, tzinfo=UTC))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["a.hl7", "audit/b.syslog"]
        assert archive.read("a.hl7") == b"MSH"
        assert archive.infolist()[0].date_time[0] == max(year, 1980)
