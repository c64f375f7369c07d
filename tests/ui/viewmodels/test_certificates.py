"""The certificate of the system on the cast page."""

from pathlib import Path

import pytest

from tests.ui.fake_caster import FakeCaster
from ui.viewmodels.casting import CastingModel
from ui.viewmodels.certificates import CertificatesModel

ENTERED = {"vendor": "Acme", "dicom.host": "10.4.0.21", "dicom.port": "104", "dicom.ae_title": "A"}


class Page:
    """The cast page with Acme in it."""

    def __init__(self, folder: Path) -> None:
        self.caster = FakeCaster(folder / "casts")
        self.casting = CastingModel(self.caster)
        self.casting.open("chest-pain")
        self.casting.show("archive")
        self.folder = folder / "stick"

    @property
    def model(self) -> CertificatesModel:
        found = self.casting.certificates
        assert isinstance(found, CertificatesModel)
        return found

    def enter_acme(self) -> None:
        self.casting.fresh()
        for at, text in ENTERED.items():
            self.casting.enter(at, text)

    def issue(self) -> None:
        self.model.setFolder(str(self.folder))
        self.model.issue()

    def again(self) -> None:
        self.casting.show("reading")
        self.casting.show("archive")


@pytest.fixture
def page(tmp_path: Path) -> Page:
    return Page(tmp_path)


def test_a_stand_in_is_issued_nothing_here(page: Page) -> None:
    assert not page.model.shown
    page.casting.fresh()
    assert not page.model.shown, "it is not in the cast yet"


def test_a_system_has_none_at_first(page: Page) -> None:
    page.enter_acme()
    assert page.model.shown
    assert page.model.words.startswith("No certificate of the booth's authority yet.")
    assert (page.model.outcome, page.model.deed) == ("", "Issue a certificate")
    assert page.model.authority == "The first certificate makes the booth's authority."


def test_one_press_issues_one_and_says_what_to_do_with_it(page: Page) -> None:
    page.enter_acme()
    page.issue()
    assert (page.folder / "acme.key").exists()
    assert page.model.handed.startswith("acme.crt, acme.key and authority.crt lie in ")
    assert page.model.place.toLocalFile() == str(page.folder)
    assert page.model.words.endswith("13 days. It stands for 10.4.0.21.")
    assert (page.model.outcome, page.model.urgent) == ("acknowledged", False)
    assert page.model.authority.startswith("Booth authority, until ")


@pytest.mark.parametrize(
    ("days", "words", "outcome"),
    [
        (11, "2 days", "waiting"),
        (12, "expires tomorrow", "waiting"),
        (13, "expires today", "waiting"),
        (15, "expired on", "failed"),
    ],
)
def test_its_end_is_told_in_good_time(page: Page, days: int, words: str, outcome: str) -> None:
    page.enter_acme()
    page.issue()
    page.caster.clock.days = days
    page.again()
    assert words in str(page.model.words)
    assert (page.model.outcome, page.model.urgent) == (outcome, True)


def test_a_new_address_wants_a_new_certificate(page: Page) -> None:
    page.enter_acme()
    page.issue()
    page.casting.enter("dicom.host", "10.4.0.99")
    assert "It does not stand for 10.4.0.99: issue a new one." in str(page.model.words)
    assert page.model.outcome == "failed"
    page.model.issue()
    assert page.model.words.endswith("It stands for 10.4.0.99.")


def test_what_was_handed_over_is_said_of_that_system_only(page: Page) -> None:
    page.enter_acme()
    page.issue()
    page.again()
    assert page.model.handed == ""
    assert page.model.folder != str(page.folder)


def test_a_folder_that_cannot_be_written_is_told(page: Page) -> None:
    page.enter_acme()
    page.model.setFolder("/proc/nowhere")
    page.model.issue()
    assert "Name a folder that can be written." in str(page.model.trouble)
    assert page.model.handed == ""
