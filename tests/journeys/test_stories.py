"""Every story that ships is played, and its journal asserted."""

import hashlib
from pathlib import Path

import pytest

from showcase.inspector.findings import specified
from showcase.inspector.reading import explained
from showcase.model.events import HopStarted, RunStarted
from showcase.model.exchange import Outcome
from showcase.story.library import story_names
from showcase.transactions.catalogue import CATALOGUE
from tests.journeys.staging import played


@pytest.mark.parametrize("story", story_names())
async def test_every_hop_of_a_shipped_story_is_acknowledged(story: str, tmp_path: Path) -> None:
    async with played(tmp_path, story) as run:
        assert [hop for hop in run.told() if hop.verdict.outcome is not Outcome.ACKNOWLEDGED] == []
        assert run.ended.held
        assert run.ended.acknowledged == run.ended.hops > 0


async def test_nothing_is_to_be_remarked_about_what_we_send_ourselves(tmp_path: Path) -> None:
    async with played(tmp_path, "chest-pain") as run:
        looked = [await explained(run.journal, hop.hop) for hop in run.hops()]
    assert {each.specified for each in looked} >= {specified(name) for name in CATALOGUE}
    assert [each.findings for each in looked if each.findings] == []


async def test_every_cut_of_chest_pain_holds(tmp_path: Path) -> None:
    async with played(tmp_path, "chest-pain", cut="short") as run:
        assert run.ended.held


async def test_chest_pain_uses_every_transaction_of_the_journey(tmp_path: Path) -> None:
    async with played(tmp_path, "chest-pain") as run:
        used = {hop.transaction for hop in run.hops()}
    assert used == {
        *("ITI-8", "ITI-9", "ITI-18", "ITI-20", "ITI-31", "ITI-41", "ITI-42", "ITI-43"),
        *("RAD-2", "RAD-4", "RAD-5", "RAD-6", "RAD-7", "RAD-8", "RAD-10", "RAD-14", "RAD-16"),
        "RAD-28",
    }


async def test_every_hop_of_chest_pain_belongs_to_a_cue(tmp_path: Path) -> None:
    async with played(tmp_path, "chest-pain") as run:
        assert [hop for hop in run.told() if not hop.cue] == []
        (started,) = [event for event in run.events if isinstance(event, RunStarted)]
        fired = {hop.cue for hop in run.told()}
    assert fired == {cue.id for cue in started.programme.cues}


async def test_document_arrives_byte_for_byte(tmp_path: Path) -> None:
    async with played(tmp_path, "chest-pain") as run:
        (shared,) = run.hops("ITI-41")
        (retrieved,) = run.hops("ITI-43")
        sent = await run.journal.blob(shared.document)
        arrived = await run.journal.blob(retrieved.document)
        listed = [f.value for f in run.hops("ITI-18")[0].facts if f.kind == "document SHA-1"]
    assert sent == arrived
    assert listed == [hashlib.sha1(arrived, usedforsecurity=False).hexdigest()]


async def test_at_least_24_images_travel_with_their_thumbnails(tmp_path: Path) -> None:
    async with played(tmp_path, "chest-pain") as run:
        (scan,) = run.hops("RAD-8")
        pictures = [await run.journal.blob(name) for name in scan.thumbnails]
    assert scan.count >= 24
    assert len(pictures) == 3
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)


async def test_identifiers_are_fresh_for_every_run(tmp_path: Path) -> None:
    values: list[set[str]] = []
    for number in (1, 2):
        folder = tmp_path / str(number)
        folder.mkdir()
        async with played(folder, "chest-pain", cut="short") as run:
            kinds = ("patient identifier", "accession number", "Study Instance UID")
            values.append({f.value for hop in run.hops() for f in hop.facts if f.kind in kinds})
    assert values[0]
    assert not values[0] & values[1]


async def test_hop_starts_before_it_ends(tmp_path: Path) -> None:
    async with played(tmp_path, "chest-pain", cut="short") as run:
        started = [event.hop for event in run.events if isinstance(event, HopStarted)]
        ended = [hop.hop for hop in run.hops()]
    assert set(started) == set(ended)
    assert len(started) == len(set(started))
