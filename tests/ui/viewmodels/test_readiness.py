"""Role by check, and who has to act."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from showcase.model.readiness import Check, CheckState, Job, ReadinessReport, RoleReadiness
from ui.viewmodels.readiness import ReadinessModel


def _check(role: str, question: str, state: CheckState, words: str = "") -> Check:
    bad = state is CheckState.FAILED
    return Check(
        role=role,
        system="Orthanc",
        subject="DICOM",
        question=question,
        address="10.0.0.7:4242",
        state=state,
        words=words,
        remedy="Start it." if bad else "",
        job=Job.VENDOR if bad else None,
    )


REPORT = ReadinessReport(
    story="chest-pain",
    cast="booth.yaml",
    at=datetime(2026, 11, 24, 9, tzinfo=UTC),
    milliseconds=900.0,
    verdict="Ready: 1 of 2. Archive unreachable, a stand-in will play.",
    ready=False,
    roles=(
        RoleReadiness(role="desk", title="Front desk", system="", stand_in=True, ready=True),
        RoleReadiness(
            role="archive", title="Archive", system="Orthanc", stand_in=False, ready=False
        ),
    ),
    checks=(
        _check("archive", "name", CheckState.READY),
        _check("archive", "port", CheckState.FAILED, "Nobody listens there."),
        _check("archive", "answer", CheckState.SKIPPED),
        _check("", "port", CheckState.READY),
    ),
)


class Surveyor:
    """An engine that answers when it is told to."""

    def __init__(self) -> None:
        self.stories: list[str] = []
        self.given_up = 0
        self.then: Callable[[ReadinessReport], None] = lambda _: None
        self.failed: Callable[[str], None] = lambda _: None

    def readiness(
        self,
        story: str,
        then: Callable[[ReadinessReport], None],
        failed: Callable[[str], None],
    ) -> Callable[[], None]:
        """Asked."""
        self.stories.append(story)
        self.then, self.failed = then, failed
        return self._give_up

    def _give_up(self) -> None:
        self.given_up += 1


@pytest.fixture
def surveyor() -> Surveyor:
    return Surveyor()


@pytest.fixture
def model(surveyor: Surveyor, qapp: object) -> ReadinessModel:
    del qapp  # its timer needs an application
    return ReadinessModel(surveyor)


def test_what_needs_somebody_stands_first(model: ReadinessModel, surveyor: Surveyor) -> None:
    model.check("chest-pain")
    surveyor.then(REPORT)
    first, *others = model.rows.rows
    assert (first.title, first.stands) == ("Archive", "failed")
    assert first.cells == ("ready", "failed", "", "skipped", "")
    assert first.cause == "10.0.0.7:4242 · Nobody listens there."
    assert (first.remedy, first.owner) == ("Start it.", "The vendor's engineer")
    assert {row.title for row in others} == {"Front desk", "This machine"}
    assert model.verdict == REPORT.verdict


def test_asked_twice_at_once_it_asks_once(model: ReadinessModel, surveyor: Surveyor) -> None:
    model.check("chest-pain")
    model.check("chest-pain")
    assert surveyor.stories == ["chest-pain"]
    assert model.busy


def test_it_can_be_stopped(model: ReadinessModel, surveyor: Surveyor) -> None:
    model.check("chest-pain")
    model.cancel()
    assert surveyor.given_up == 1
    assert not model.busy
    assert model.verdict == "Stopped before every system had answered."


def test_a_refusal_is_the_verdict(model: ReadinessModel, surveyor: Surveyor) -> None:
    model.check("poem")
    surveyor.failed("There is no such story.")
    assert model.verdict == "There is no such story."
    assert not model.asked
