import pytest

from showcase.model.system import Dicom, Endpoints, Mllp, System
from showcase.standins.book import Book
from tests.showcase.conductor.players import cue, programme

ORTHANC = System(
    key="orthanc",
    vendor="Orthanc",
    stand_in=False,
    takes=("RAD-8",),
    endpoints=Endpoints(dicom=Dicom(host="10.0.0.1", port=4242, ae_title="ORTHANC")),
)
ACME = System(
    key="acme",
    stand_in=False,
    endpoints=Endpoints(
        hl7v2=Mllp(host="10.0.0.2", port=2575, application="ACME", facility="ALBA")
    ),
)


@pytest.fixture
def book() -> Book:
    story = programme(
        cue("scan", "RAD-8", "ct", "archive"),
        cue("again", "RAD-8", "ct", "archive", "reading"),
        roles="ct archive reading ehr",
    )
    stand_ins = {key: System(key=key) for key in ("ct", "archive", "reading")}
    return Book(story, stand_ins, {"archive": ORTHANC, "ehr": ACME})


def test_vendor_answers_what_it_takes(book: Book) -> None:
    assert book.system("archive", "RAD-8") is ORTHANC


def test_stand_in_keeps_the_rest_of_the_role(book: Book) -> None:
    assert book.system("archive", "RAD-4").stand_in
    assert book.ours("archive", "RAD-4")


def test_card_bears_the_vendor(book: Book) -> None:
    assert book.on_stage("archive").assisted


def test_a_stand_in_is_told_at_an_address_that_others_can_enter(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("showcase.wire.addresses.addresses", lambda: ("192.0.2.7", "10.0.0.9"))
    ends = Endpoints(dicom=Dicom(host="127.0.0.1", port=11112, ae_title="READING"))
    book.stand_ins["reading"] = System(key="reading", endpoints=ends)
    assert book.on_stage("reading").endpoints == ends
    book.interface = "0.0.0.0"
    assert book.on_stage("reading").endpoints == ends.at("192.0.2.7")
    assert book.system("reading", "RAD-16").endpoints == ends
    assert book.from_outside(ORTHANC) is ORTHANC


def test_partners_are_those_of_the_story_each_once(book: Book) -> None:
    assert book.partners("ct", "RAD-8") == ("archive", "reading")


def test_who_was_left_out_is_nobodys_partner(book: Book) -> None:
    book.left_out = frozenset({"reading"})
    assert book.partners("ct", "RAD-8") == ("archive",)


def test_ae_title_is_found_whatever_its_padding(book: Book) -> None:
    found = book.application_entity("ORTHANC  ")
    assert found is not None
    assert found[0] == "archive"


@pytest.mark.parametrize(
    ("remote", "name", "role"),
    [
        ("10.0.0.9:50000", "ORTHANC", "archive"),
        ("10.0.0.2:50000", "", "ehr"),
        ("10.0.0.9:50000", "UNKNOWN", "10.0.0.9"),
    ],
)
def test_caller_is_known_by_name_then_by_host(
    book: Book, remote: str, name: str, role: str
) -> None:
    assert book.identify(remote, name) == role


def test_takeover_and_giving_back_change_who_plays(book: Book) -> None:
    stand_in = book.take_over("archive")
    assert stand_in == book.system("archive", "RAD-8") == book.on_stage("archive")
    assert book.ours("archive", "RAD-8")
    assert book.shared("archive")
    assert book.identify("10.0.0.1:5000", "ORTHANC") == "archive"  # it may still call
    assert book.give_back("archive") is ORTHANC
    assert not book.ours("archive", "RAD-8")


def test_only_a_vendors_role_can_be_taken_over(book: Book) -> None:
    with pytest.raises(KeyError):
        book.take_over("reading")
    with pytest.raises(KeyError):
        book.give_back("archive")


def test_tap_for_one_caller_comes_before_that_for_any(book: Book) -> None:
    book.tapped = {
        ("", "archive", "dicom"): "127.0.0.1:1",
        ("ct", "archive", "dicom"): "127.0.0.1:2",
    }
    assert book.tap("ct", "archive", "dicom") == "127.0.0.1:2"
    assert book.tap("reading", "archive", "dicom") == "127.0.0.1:1"
    assert book.tap("ct", "archive", "hl7v2") == ""
