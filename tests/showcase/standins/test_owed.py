"""What a vendor's system misses while a stand-in plays its role."""

import msgspec
import pytest

from showcase.model.answers import Missed
from showcase.model.events import HopEnded
from showcase.model.exchange import Outcome, Verdict
from showcase.model.system import System
from showcase.standins.book import Book
from showcase.standins.owed import Owed, notice_of
from showcase.wire.line import Line
from tests.showcase.conductor.players import cue, hop_ended, programme

ACME = System(key="acme", vendor="Acme", stand_in=False, takes=("RAD-4", "RAD-8", "RAD-14"))
RECORDING = Line("dicom", initiated=True).recording()


def images(count: int = 24, run: str = "r1") -> HopEnded:
    hop = hop_ended("RAD-8", "ct", "archive", count=count, cue="store", hop=f"images {count}")
    return msgspec.structs.replace(hop, run=run)


def told(transaction: str, **more: object) -> HopEnded:
    hop = hop_ended(transaction, "ris", "archive", **more)
    return msgspec.structs.replace(hop, run="r1")


@pytest.fixture
def book() -> Book:
    story = programme(cue("store", "RAD-8", "ct", "archive"), roles="ct ris archive")
    book = Book(story, {role.key: System(key=role.key) for role in story.roles}, {"archive": ACME})
    book.take_over("archive")
    return book


@pytest.fixture
def owed(book: Book) -> Owed:
    return Owed(book)


def test_what_the_stand_in_took_is_owed(owed: Owed, book: Book) -> None:
    for hop in (told("RAD-4"), images(24), told("RAD-4"), images(1)):
        owed.note(hop, RECORDING)
    missed = owed.settle("archive")
    assert [(each.transaction, each.images, len(each.hops)) for each in missed] == [
        ("RAD-4", 0, 2),
        ("RAD-8", 25, 2),
    ]
    book.give_back("archive")
    notice = notice_of(missed, "archive", book)
    assert notice
    assert notice.words == (
        "Acme (Archive) did not receive: Procedure Scheduled (RAD-4) 2 times, 25 images (RAD-8)."
    )
    assert notice.remedy == (
        "To send it again, choose “Store” and press GO; or play on without it."
    )
    assert (notice.role, notice.level) == ("archive", "warning")


def test_it_is_told_once(owed: Owed, book: Book) -> None:
    owed.note(images(), RECORDING)
    assert owed.settle("archive")
    assert owed.settle("archive") == ()
    assert notice_of((), "archive", book) is None


@pytest.mark.parametrize(
    "hop",
    [
        told("RAD-14"),  # a question teaches nobody but who asks
        told("RAD-28"),  # the stand-in's own part of the role
        told("RAD-4", verdict=Verdict(outcome=Outcome.FAILED)),
        told("C-ECHO"),
    ],
)
def test_what_was_never_the_vendors_is_not_owed(owed: Owed, hop: HopEnded) -> None:
    owed.note(hop, RECORDING)
    assert owed.settle("archive") == ()


def test_before_the_takeover_and_in_another_run_nothing_is_owed(owed: Owed, book: Book) -> None:
    owed.note(images(run="r0"), RECORDING)
    owed.note(told("RAD-14"), RECORDING)
    assert owed.settle("archive") == ()
    book.give_back("archive")
    owed.note(images(), RECORDING)
    assert owed.settle("archive") == ()


def test_what_happens_between_two_runs_makes_nobody_forget(owed: Owed) -> None:
    owed.note(images(), RECORDING)
    owed.note(images(1, run=""), RECORDING)
    (missed,) = owed.settle("archive")
    assert missed.images == 24


def test_what_is_sent_by_itself_is_sent_again_by_its_cause() -> None:
    order = cue("order", "RAD-2", "ehr", "ris")
    announced = cue("announce", "RAD-4", "ris", "archive", caused_by="order")
    story = programme(order, announced, roles="ehr ris archive")
    book = Book(story, {role.key: System(key=role.key) for role in story.roles}, {})
    missed = (Missed(transaction="RAD-4", name="Procedure Scheduled", cues=("announce",)),)
    notice = notice_of(missed, "archive", book)
    assert notice
    assert notice.remedy.startswith("To send it again, choose “Order” and press GO")
