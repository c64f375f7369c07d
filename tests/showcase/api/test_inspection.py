"""What people ask of recorded runs, through the real client."""

import io
import zipfile
from collections.abc import AsyncIterator

import pytest

from showcase.api.server import Server
from showcase.client import EngineClient, EngineRefused
from showcase.model.answers import Change
from showcase.model.exchange import Outcome
from tests.showcase.api.test_server import FakeStagehand
from tests.showcase.inspector import runs


@pytest.fixture
async def client() -> AsyncIterator[EngineClient]:
    ada = runs.message("Ada")
    async with runs.recorded() as journal:
        journal.record(runs.hop(9, "ITI-31", ("desk", "ehr"), ada), {runs.digest(ada): ada})
        await journal.settled()
        server = Server(FakeStagehand(), journal)
        async with EngineClient(await server.open()) as client:
            yield client
        await server.close()


async def test_a_search_finds_runs_and_exchanges(client: EngineClient) -> None:
    found = await client.search("rosa quill")
    assert [each.hop for each in found] == ["hop4", "hop2", "hop1", ""]
    assert found[1].outcome is Outcome.REFUSED
    assert {each.patient for each in found} == {"Rosa Quill Quill"}
    assert [each.hop for each in await client.search("rosa", limit=1)] == ["hop4"]
    assert await client.search("") == []


@pytest.mark.parametrize("text", [*runs.HOSTILE[:-1], '" OR told:*', "ÄÖ ß", "a" * 5000])
async def test_any_text_can_be_searched_for(client: EngineClient, text: str) -> None:
    assert await client.search(text) == []


async def test_a_value_is_followed(client: EngineClient) -> None:
    told = await client.follow("last", "40213")
    assert [(each.hop, each.path) for each in told][:2] == [("hop1", "PID-3.1"), ("hop2", "PID-3")]
    assert await client.follow(runs.RUN, "nothing of the kind") == []


async def test_two_hops_are_compared(client: EngineClient) -> None:
    (difference,) = (await client.compare("hop1", "hop9")).request
    assert (difference.change, difference.after) == (Change.CHANGED, "Ada")


async def test_a_run_is_taken_away(client: EngineClient) -> None:
    page = await client.export_page("last")
    assert page.startswith(b"<!doctype html>")
    whole, part = await client.export_files("last"), await client.export_files("last", ["hop1"])
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        assert "02-RAD-8-ct-ehr-picture.png" in archive.namelist()
    with zipfile.ZipFile(io.BytesIO(part)) as archive:
        assert archive.namelist()[0] == "01-ITI-31-desk-ehr-request.hl7"
        assert len(archive.namelist()) == 3


async def test_what_does_not_exist_is_said(client: EngineClient) -> None:
    with pytest.raises(EngineRefused, match="No run begins with"):
        await client.follow("nothing", "40213")
    with pytest.raises(EngineRefused, match="No run begins with"):
        await client.export_page("nothing")
    with pytest.raises(EngineRefused, match="No such hop"):
        await client.compare("hop1", "nothing")
    with pytest.raises(EngineRefused, match="no hop nothing"):
        await client.export_files("last", ["nothing"])
    with pytest.raises(EngineRefused, match="limit"):
        await client.search("rosa", limit=-1)
