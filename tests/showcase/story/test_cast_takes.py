"""What a system can take of a role, by the addresses it has."""

from showcase.model.system import Dicom, Endpoints, Mllp, Soap, System
from showcase.story.cast_takes import transactions_of, within_reach
from showcase.story.loader import load_story

WHOLE = load_story("chest-pain").whole
DICOM = Dicom(host="h", port=104, ae_title="A")
MLLP = Mllp(host="h", port=2575, application="A", facility="F")


def reach(role: str, **ends: object) -> tuple[str, ...]:
    system = System(key="x", stand_in=False, endpoints=Endpoints(**ends))  # type: ignore[arg-type]
    return within_reach(system, WHOLE.role(role), WHOLE)


def test_a_dicom_archive_takes_what_is_dicom() -> None:
    assert reach("archive", dicom=DICOM) == ("RAD-8", "RAD-10", "RAD-14", "RAD-16")


def test_who_reaches_everything_need_not_say_so() -> None:
    assert reach("archive", dicom=DICOM, hl7v2=MLLP) == ()
    assert reach("desk", hl7v2=MLLP) == ()


def test_who_reaches_nothing_takes_nothing() -> None:
    assert reach("archive") == ()
    assert transactions_of(WHOLE, "archive")


def test_each_url_is_a_transaction_that_is_answered() -> None:
    soap = Soap(urls={"ITI-43": "http://h/r"})
    assert reach("repository", soap=soap) == ("ITI-42", "ITI-43")


def test_who_only_asks_needs_no_url() -> None:
    assert reach("gp", hl7v2=MLLP) == ()
