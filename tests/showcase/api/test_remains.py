import pytest

from showcase.api.remains import Remains
from showcase.model.clearance import Holding
from showcase.model.events import HopEnded
from showcase.model.exchange import Outcome, Verdict
from showcase.model.fact import Fact, FactKind
from showcase.model.system import System
from showcase.standins.book import Book
from tests.showcase.conductor.players import cue, hop_ended, programme

ORTHANC = System(key="orthanc", vendor="Orthanc", stand_in=False, takes=("RAD-8",))
STUDY = Fact(kind=FactKind.STUDY, value="1.2.3", path="(0020,000D)")


@pytest.fixture
def book() -> Book:
    story = programme(
        cue("scan", "RAD-8", "ct", "archive"),
        cue("look", "RAD-14", "reading", "archive"),
        cue("audit", "ITI-20", "ct", "trail"),
        roles="ct archive reading trail",
    )
    keys = ("ct", "archive", "reading", "trail")
    return Book(story, {key: System(key=key) for key in keys}, {"archive": ORTHANC})


def images(*uids: str) -> HopEnded:
    facts = tuple(Fact(kind=FactKind.INSTANCE, value=uid, path="(0008,0018)") for uid in uids)
    return hop_ended("RAD-8", "ct", "archive", facts=(STUDY, *facts))


def test_what_a_vendor_has_taken_it_still_keeps(book: Book) -> None:
    remains = Remains()
    remains.note(images("1.1", "1.2"), book, "Rosa Quill")
    (left,) = remains.all("")
    assert (left.system, left.holding, left.count) == ("Orthanc", Holding.IMAGE, 2)
    assert (left.name, left.patient, left.ours) == ("1.2.3", "Rosa Quill", False)


def test_the_same_image_sent_again_is_one_image(book: Book) -> None:
    remains = Remains()
    for each in (images("1.1", "1.2"), images("1.2", "1.3")):
        remains.note(each, book, "Rosa Quill")
    assert [left.count for left in remains.all("")] == [3]


def test_what_was_refused_is_not_kept(book: Book) -> None:
    remains = Remains()
    no = Verdict(outcome=Outcome.REFUSED)
    remains.note(hop_ended("RAD-8", "ct", "archive", verdict=no), book, "Rosa Quill")
    assert remains.all("") == ()


def test_a_question_leaves_nothing_behind(book: Book) -> None:
    remains = Remains()
    remains.note(hop_ended("RAD-14", "reading", "archive"), book, "Rosa Quill")
    assert remains.all("") == ()


def test_what_our_stand_in_took_is_ours_to_clear(book: Book) -> None:
    remains = Remains()
    book.take_over("archive")
    remains.note(images("1.1"), book, "Rosa Quill")
    assert remains.all("") == ()


def test_an_audit_trail_forgets_nothing(book: Book) -> None:
    remains = Remains()
    for _ in range(3):
        remains.note(hop_ended("ITI-20", "ct", "trail"), book, "Rosa Quill")
    (left,) = remains.all("")
    assert (left.holding, left.count, left.ours) == (Holding.RECORD, 3, True)
    assert left.patient == ""
