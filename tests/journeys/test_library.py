"""The stories that ship: their sizes, their stages, their languages, their shorter cuts."""

from pathlib import Path

import pytest

from showcase.conductor.typed import filled
from showcase.model.events import CueEnded, RunStarted
from showcase.model.exchange import Outcome
from showcase.model.programme import Patient, Programme
from showcase.standins.actors import BEHAVIOURS
from showcase.standins.xds.kinds import KINDS
from showcase.story.library import story_file, story_names
from showcase.story.loader import load_story
from showcase.story.translation import texts, translations
from showcase.transactions.catalogue import CATALOGUE
from tests.journeys.staging import engine, played

_NAMES = story_names()
_EXPECTED = {
    "ambulance",
    "biosurveillance",
    "cancer-care",
    "cardiology-referral",
    "chest-pain",
    "immunisation",
    "integrated-reporting",
    "medical-home",
}
_ROSA = Patient(given="Rosa", family="Quill", born="19610402", sex="F")


def hops(programme: Programme) -> int:
    return sum(len(cue.receivers) for cue in programme.cues)


def test_library_is_complete() -> None:
    assert set(_NAMES) >= _EXPECTED


@pytest.mark.parametrize("name", _NAMES)
def test_story_has_the_size_of_a_showcase(name: str) -> None:
    whole = load_story(name).whole
    assert 7 <= hops(whole) <= 29
    assert 2 <= len(whole.roles) <= 12
    assert 1 <= len(whole.places) <= 3


@pytest.mark.parametrize("name", _NAMES)
def test_every_role_has_a_part(name: str) -> None:
    whole = load_story(name).whole
    busy = {role for cue in whole.cues for role in (cue.sender, *cue.receivers)}
    silent = [role.key for role in whole.roles if role.key not in busy]
    assert all(whole.role(key).plays == ("Audit Record Repository",) for key in silent)


@pytest.mark.parametrize("name", _NAMES)
def test_only_what_the_catalogue_lacks_is_planned(name: str) -> None:
    for cue in load_story(name).whole.cues:
        assert cue.planned == (cue.transaction not in CATALOGUE), cue.id


@pytest.mark.parametrize("name", _NAMES)
def test_every_role_that_sends_has_a_stand_in_that_can(name: str) -> None:
    known = {kind.actor for kind in BEHAVIOURS}
    whole = load_story(name).whole
    for cue in whole.cues:
        if not cue.planned:
            assert known.intersection(whole.role(cue.sender).plays), cue.id


@pytest.mark.parametrize("name", _NAMES)
def test_written_documents_are_of_a_kind_that_exists(name: str) -> None:
    for cue in load_story(name).whole.cues:
        if "text" in cue.typed and cue.transaction == "ITI-41":
            assert cue.typed["kind"] in KINDS, cue.id
            assert "language" in cue.typed, cue.id


@pytest.mark.parametrize("name", _NAMES)
def test_story_is_complete_in_german(name: str) -> None:
    english, german = load_story(name), load_story(name, "de")
    assert "de" in translations(story_file(name))
    assert german.whole.language == "de"
    assert texts(german).keys() == texts(english).keys()
    assert german.tell != english.tell
    for there, here in zip(english.whole.cues, german.whole.cues, strict=True):
        assert (here.title, here.tell) != (there.title, there.tell), here.id
        assert here.tell.endswith("."), here.id
        assert filled(here.typed, _ROSA).keys() == filled(there.typed, _ROSA).keys()
        assert here.typed.get("language", "de-DE") == "de-DE", here.id


@pytest.mark.parametrize("name", _NAMES)
async def test_short_cut_holds(name: str, tmp_path: Path) -> None:
    async with played(tmp_path, name, cut="short") as run:
        assert run.ended.held, [proof for proof in run.ended.proofs if not proof.holds]
        assert run.ended.proofs


async def test_german_travels_on_the_wire(tmp_path: Path) -> None:
    async with played(tmp_path, "cardiology-referral", language="de") as run:
        (started,) = [event for event in run.events if isinstance(event, RunStarted)]
        assert run.ended.held
        (shared,) = run.hops("ITI-41", cue="refer")
        document = (await run.journal.blob(shared.document)).decode()
        titles = [f.value for hop in run.hops("ITI-18") for f in hop.facts if "title" in f.kind]
    assert started.programme.title == "Herz-Überweisung"
    assert "<title>Überweisung</title>" in document
    assert 'languageCode code="de-DE"' in document
    assert {"Überweisung", "Arztbrief Kardiologie"} <= set(titles)


async def test_planned_hops_are_passed_over_and_never_sent(tmp_path: Path) -> None:
    async with played(tmp_path, "biosurveillance") as run:
        ended = [event for event in run.events if isinstance(event, CueEnded)]
    planned = {"order-test", "result", "alert"}
    assert {event.cue for event in ended if event.skipped} == planned
    assert not [hop for hop in run.hops() if hop.cue in planned]


async def test_three_sites_read_the_same_images(tmp_path: Path) -> None:
    async with played(tmp_path, "integrated-reporting") as run:
        (scan,) = run.hops("RAD-8")
        sent = {fact.value for fact in scan.facts if fact.kind == "SOP Instance UID"}
        arrived = {
            hop.receiver: {f.value for f in hop.facts if f.kind == "SOP Instance UID"}
            for hop in run.hops("RAD-16")
            if hop.sender == "archive"
        }
    assert arrived == {"night": sent, "heart": sent, "day": sent}


async def test_house_that_runs_the_exchange_shares_under_its_own_number(tmp_path: Path) -> None:
    async with played(tmp_path, "cancer-care") as run:
        (shared, _, _) = run.hops("ITI-41")
        (admitted,) = run.hops("ITI-31")
        outcomes = {hop.verdict.outcome for hop in run.told()}
    hers = {f.value for f in admitted.facts if f.kind == "patient identifier"}
    assert {f.value for f in shared.facts if f.kind == "patient identifier"} == hers
    assert outcomes == {Outcome.ACKNOWLEDGED}


async def test_engine_knows_every_title_in_every_language(tmp_path: Path) -> None:
    async with engine(tmp_path) as stage:
        briefs = {brief.key: brief for brief in await stage.stories()}
    assert set(briefs) == set(_NAMES)
    assert briefs["chest-pain"].titles == {"en": "Chest pain", "de": "Brustschmerzen"}
    assert all({"en", "de"} <= set(brief.titles) for brief in briefs.values())
