"""A run as files, and their index."""

import json

import pytest

from showcase.inspector.files import File, NoSuchHop, files
from showcase.inspector.recording import NothingRecorded
from showcase.journal import Journal
from showcase.model.events import from_json
from tests.showcase.inspector import runs


async def taken(journal: Journal, *hops: str) -> dict[str, File]:
    return {file.name: file async for file in files(journal, runs.RUN, hops)}


async def test_everything_that_was_recorded_becomes_a_file() -> None:
    async with runs.recorded() as journal:
        found = await taken(journal)
        entries = await journal.entries(runs.RUN)
    assert list(found) == [
        "01-ITI-31-desk-ehr-request.hl7",
        "02-RAD-8-ct-ehr-request.hl7",
        "02-RAD-8-ct-ehr-picture.png",
        "03-ITI-43-ehr-gp-request.hl7",
        "03-ITI-43-ehr-gp-document.xml",
        "04-ITI-31-10-0-0-9-4242-ehr-request.hl7",
        "audit/01-ITI-20-ehr-audit-request.hl7",
        "events.jsonl",
        "index.json",
        "index.html",
    ]
    assert found["01-ITI-31-desk-ehr-request.hl7"].data == runs.message("Rosa Quill")
    assert found["02-RAD-8-ct-ehr-picture.png"].data == runs.png()
    assert [from_json(line) for line in found["events.jsonl"].data.splitlines()] == entries


async def test_the_index_names_every_file() -> None:
    async with runs.recorded() as journal:
        found = await taken(journal)
    index = json.loads(found["index.json"].data)
    named = {name for line in (*index["hops"], *index["audits"]) for name in line["files"].values()}
    assert named == found.keys() - {"events.jsonl", "index.json", "index.html"}
    assert (index["format"], index["run"]) == (1, runs.RUN)
    assert index["hops"][1]["outcome"] == "refused"


async def test_some_hops_are_taken_by_number_or_id() -> None:
    async with runs.recorded() as journal:
        found = await taken(journal, "1", "hop5")
        with pytest.raises(NoSuchHop, match="7"):
            await taken(journal, "7")
    assert list(found) == [
        "01-ITI-31-desk-ehr-request.hl7",
        "audit/01-ITI-20-ehr-audit-request.hl7",
        "index.json",
        "index.html",
    ]


async def test_no_such_run_is_said() -> None:
    async with runs.recorded() as journal:
        with pytest.raises(NothingRecorded):
            _ = [file async for file in files(journal, "nothing")]


@pytest.mark.parametrize(
    "sender", ["../../etc/passwd", "C:\\con", "a/b", "\u202ex", "", "[::1]:80"]
)
async def test_no_name_leads_out_of_the_folder(sender: str) -> None:
    async with runs.recorded() as journal:
        journal.record(runs.hop(9, "ITI-31", (sender, "ehr"), b""))
        await journal.settled()
        names = [name for name in await taken(journal) if name.startswith("05-")]
    (name,) = names
    assert name.isascii()
    assert not set(name) & set("/\\:")
    assert ".." not in name
