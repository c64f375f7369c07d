from datetime import UTC, date, datetime

from showcase.story.loader import load_story
from showcase.story.persona import FAMILIES, GIVEN, age_on, fresh_patient
from showcase.wire.clock import SystemClock
from tests.showcase.story.specimens import STORY, replaced, story


class _Calendar(SystemClock):
    def __init__(self, day: date) -> None:
        self._day = day

    def now(self) -> datetime:
        return datetime(self._day.year, self._day.month, self._day.day, tzinfo=UTC)


def test_patient_is_as_the_story_says() -> None:
    patient = fresh_patient(load_story("chest-pain"), _Calendar(date(2026, 11, 24)))
    assert (patient.sex, patient.born) == ("F", "19610402")
    assert patient.tell == "65, came with chest pain"
    assert patient.given in GIVEN["F"]


def test_her_age_grows_on_her_birthday() -> None:
    assert age_on(date(2026, 4, 1), "19610402") == 64
    assert age_on(date(2026, 4, 2), "19610402") == 65
    assert age_on(date(2026, 3, 1), "20000229") == 26


def test_names_differ_from_run_to_run() -> None:
    names = {fresh_patient(story()).name for _ in range(200)}
    assert len(names) > 150


def test_a_name_is_taken_once_until_none_is_left() -> None:
    taken: set[str] = set()
    every = len(GIVEN["F"]) * len(FAMILIES)
    for _ in range(every):
        taken.add(fresh_patient(story(), taken=taken).name)
    assert len(taken) == every
    assert fresh_patient(story(), taken=taken).name in taken


def test_sex_decides_the_given_name() -> None:
    for sex, names in GIVEN.items():
        patient = fresh_patient(story(replaced(STORY, "sex: F", f"sex: {sex}")))
        assert patient.given in names


def test_names_fit_every_standard() -> None:
    names = [*FAMILIES, *(name for names in GIVEN.values() for name in names)]
    assert all(name.isascii() and name.isalpha() and len(name) <= 16 for name in names)
    assert len(FAMILIES) == len(set(FAMILIES)) >= 50
