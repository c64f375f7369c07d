from showcase.conductor.recognising import Known
from showcase.conductor.waiting import Board
from showcase.model.exchange import Outcome, Verdict
from showcase.model.programme import Programme
from showcase.model.system import System
from showcase.standins.book import Book
from tests.showcase.conductor.players import PATIENT, cue, hop_ended, programme

SHARE = cue("share", "ITI-41", "ehr", "index")
REGISTER = cue("register", "ITI-42", "index", "registry", caused_by="share")
STORY = programme(SHARE, REGISTER)
VENDOR = System(key="acme", stand_in=False)


def board(story: Programme = STORY, **vendors: System) -> Board:
    book = Book(story, {r.key: System(key=r.key) for r in story.roles}, vendors)
    return Board(story, book, Known(PATIENT))


def test_reaction_before_its_cause_belongs_to_no_cue() -> None:
    assert board().claim("ITI-42", "index", "registry") == ""


def test_reaction_after_its_cause_is_claimed_once() -> None:
    waiting = board()
    waiting.fired(SHARE)
    assert waiting.claim("ITI-42", "index", "registry") == "register"
    assert waiting.claim("ITI-42", "index", "registry") == ""


async def test_failed_attempt_leaves_the_place_free() -> None:
    waiting = board()
    waiting.fired(SHARE)
    waiting.claim("ITI-42", "index", "registry")
    waiting.ended(
        hop_ended(
            "ITI-42",
            "index",
            "registry",
            cue="register",
            verdict=Verdict(outcome=Outcome.FAILED),
        )
    )
    assert waiting.claim("ITI-42", "index", "registry") == "register"


def test_cue_that_we_prompt_claims_nothing() -> None:
    waiting = board()
    waiting.fired(SHARE)
    assert waiting.claim("ITI-41", "ehr", "index") == ""


def test_vendor_who_calls_from_an_unknown_address_is_matched() -> None:
    waiting = board(ehr=VENDOR)
    waiting.fired(SHARE)
    assert waiting.claim("ITI-41", "10.0.0.7:50123", "index") == "share"


async def test_complete_tells_whether_all_receivers_were_reached() -> None:
    waiting = board()
    assert not await waiting.complete(REGISTER, 0.01)
    waiting.ended(hop_ended("ITI-42", "index", "registry", cue="register"))
    assert await waiting.complete(REGISTER, 1)
