import asyncio

from showcase.conductor.recognising import Known
from showcase.conductor.waiting import Board
from showcase.model.events import HopEnded
from showcase.model.exchange import Outcome, Verdict
from showcase.model.fact import Fact, FactKind
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


IMAGES = cue("images", "RAD-8", "ct", "archive")
SCAN = programme(cue("order", "RAD-4", "ris", "archive"), IMAGES, roles="ris ct archive")


def images(accession: str, sender: str = "ct", cue_id: str = "images") -> HopEnded:
    facts = tuple(
        Fact(kind=kind, value=value, path="")
        for kind, value in (
            (FactKind.PATIENT_ID, "1"),
            (FactKind.ACCESSION, accession),
            (FactKind.STUDY, "9"),
        )
    )
    return hop_ended("RAD-8", sender, "archive", cue=cue_id, facts=facts)


def expecting() -> Board:
    """A board that waits for images of the accession number A2."""
    known = Known(PATIENT)
    book = Book(SCAN, {r.key: System(key=r.key) for r in SCAN.roles}, {"ct": VENDOR})
    known.learn(images("A2"))
    waiting = Board(SCAN, book, known)
    waiting.fired(IMAGES)
    return waiting


async def test_near_miss_is_told_and_the_cue_waits_on() -> None:
    waiting = expecting()
    assert waiting.claim("RAD-8", "ct", "archive") == "images"
    hop = waiting.confirm(images("A1"))
    assert hop.cue == ""
    missed = waiting.near_miss(hop)
    assert missed
    assert missed.words == "Ct sent the right message, but accession number A1 instead of A2."
    waiting.ended(hop)
    assert waiting.missing(IMAGES) == ("archive",)
    assert waiting.claim("RAD-8", "ct", "archive") == "images"
    assert waiting.near_miss(hop) is None


async def test_right_hop_from_an_unknown_address_is_the_vendors() -> None:
    waiting = expecting()
    waiting.claim("RAD-8", "10.0.0.9:4711", "archive")
    hop = waiting.confirm(images("A2", sender="10.0.0.9:4711"))
    assert (hop.cue, hop.sender) == ("images", "ct")


async def test_hop_that_nobody_could_claim_is_recognised_at_its_end() -> None:
    waiting = expecting()
    assert waiting.claim("RAD-8", "ct", "archive") == "images"
    assert waiting.claim("RAD-8", "ct", "archive") == ""
    waiting.confirm(images("A1"))
    assert waiting.confirm(images("A2", cue_id="")).cue == "images"


async def test_technologist_may_be_quicker_than_go() -> None:
    waiting = expecting()
    waiting._started.clear()
    waiting.ended(waiting.confirm(images("A1", cue_id="")))
    waiting.ended(waiting.confirm(images("A2", cue_id="")))
    assert waiting.missing(IMAGES) == ("archive",)
    waiting.adopt(IMAGES)
    assert waiting.missing(IMAGES) == ()


async def test_complete_ends_early_when_nobody_is_waited_for() -> None:
    waiting = expecting()
    let_go = False
    ended = asyncio.create_task(waiting.complete(IMAGES, None, unless=lambda: let_go))
    await asyncio.sleep(0)
    let_go = True
    waiting.nudge()
    assert not await asyncio.wait_for(ended, 1)


async def test_forgiven_cue_keeps_what_was_acknowledged() -> None:
    admit = cue("admit", "ITI-31", "desk", "ehr", "ris")
    waiting = board(programme(admit))
    waiting.ended(hop_ended("ITI-31", "desk", "ehr", cue="admit"))
    failed = Verdict(outcome=Outcome.FAILED)
    waiting.ended(hop_ended("ITI-31", "desk", "ris", cue="admit", verdict=failed))
    waiting.forgive(admit)
    assert waiting.missing(admit) == ("ris",)
    waiting.forget(admit)
    assert waiting.missing(admit) == ("ehr", "ris")
