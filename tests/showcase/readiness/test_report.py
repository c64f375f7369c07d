"""The one line, from whatever was found."""

from showcase.model.readiness import Check, CheckState
from showcase.readiness.report import roles_of, verdict
from showcase.story.loader import load_story

PROGRAMME = load_story("chest-pain").programme()


def failed(role: str, question: str, words: str = "No.") -> Check:
    return Check(
        role=role,
        system="Acme",
        subject="DICOM",
        question=question,
        address="h:1",
        state=CheckState.FAILED,
        words=words,
    )


def line(systems: dict[str, str], *checks: Check) -> str:
    return verdict(roles_of(PROGRAMME, systems, checks), checks)


def test_all_is_ready() -> None:
    assert line({"archive": "Acme"}) == "Ready: 11 of 11."


def test_one_is_not() -> None:
    found = failed("archive", "port")
    assert line({"archive": "Acme"}, found) == (
        "Ready: 10 of 11. Archive unreachable, a stand-in will play."
    )


def test_the_first_failure_of_a_role_counts() -> None:
    found = (failed("archive", "TLS"), failed("archive", "answer"))
    assert "Archive not to be trusted, a stand-in" in line({"archive": "Acme"}, *found)


def test_several_are_not() -> None:
    found = (failed("archive", "port"), failed("ehr", "answer"))
    assert line({"archive": "Acme", "ehr": "Acme"}, *found) == (
        "Ready: 9 of 11. Hospital EHR not answering as it should, Archive unreachable, "
        "stand-ins will play."
    )


def test_a_stand_in_without_its_port_plays_not() -> None:
    found = failed("ct", "port", "Another program holds port 7.")
    assert line({}, found) == (
        "Ready: 10 of 11. CT scanner cannot open its port: Another program holds port 7."
    )


def test_warnings_hold_nobody_back() -> None:
    warning = Check(
        role="archive",
        system="Acme",
        subject="DICOM",
        question="clock",
        address="h:1",
        state=CheckState.WARNING,
        words="Off.",
    )
    assert line({"archive": "Acme"}, warning) == "Ready: 11 of 11."
