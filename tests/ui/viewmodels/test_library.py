"""What can be begun, and what can be seen again."""

from collections.abc import Callable, Sequence
from datetime import timedelta

import msgspec

from showcase.model.answers import RunBrief, StoryBrief
from tests.ui import script
from ui.viewmodels.library import LibraryModel

STORY = StoryBrief(key="chest-pain", title="Chest pain", cuts={"tour": 5.0, "full": 0.0}, cues=22)
RUN = RunBrief(
    run="r1",
    story="chest-pain",
    title="Chest pain",
    patient="Rosa Quill",
    started=script.START,
    ended=script.START + timedelta(minutes=5),
    hops=31,
    acknowledged=31,
    held=True,
)
SPOILED = RunBrief(
    run="r2",
    story="chest-pain",
    title="Chest pain",
    patient="Amina Ash",
    started=script.START,
    ended=script.START,
    hops=9,
    failed=1,
)
UNDER_WAY = RunBrief(
    run="r3",
    story="chest-pain",
    title="Chest pain",
    patient="Keiko Lark",
    started=script.START,
    hops=4,
)


class Shelves(script.Pressed):
    """An engine with one story and some history."""

    def __init__(self) -> None:
        super().__init__()
        self.briefs = [STORY]
        self.history = [UNDER_WAY, SPOILED, RUN]

    def stories(self, then: Callable[[list[StoryBrief]], None]) -> None:
        """Every story."""
        then(self.briefs)

    def runs(self, then: Callable[[list[RunBrief]], None]) -> None:
        """The history."""
        self.verbs.append("runs")
        then(self.history)

    def page(self, run: str, then: Callable[[bytes], None]) -> None:
        """A run as a page."""
        then(f"page of {run}".encode())

    def files(self, run: str, hops: Sequence[str], then: Callable[[bytes], None]) -> None:
        """A run as files."""
        then(f"{len(hops)} hops of {run}".encode())


def test_every_cut_is_a_tour() -> None:
    library = LibraryModel(Shelves())
    library.refresh()
    assert [(row.title, row.detail, row.chosen) for row in library.tours.rows] == [
        ("Chest pain", "Tour · 5\N{NO-BREAK SPACE}min", True),
        ("Chest pain", "Full", False),
    ]


def test_story_without_cuts_is_played_whole() -> None:
    shelves = Shelves()
    shelves.briefs = [StoryBrief(key="short", title="Short", cues=4)]
    library = LibraryModel(shelves)
    library.refresh()
    assert [row.detail for row in library.tours.rows] == ["The whole story, 4 steps"]
    library.begin()
    assert shelves.verbs[-1] == "start short"


def test_the_usual_story_is_chosen_among_many() -> None:
    shelves = Shelves()
    shelves.briefs = [StoryBrief(key="ambulance", title="Ambulance", cues=4), STORY]
    library = LibraryModel(shelves)
    library.refresh()
    assert [row.story for row in library.tours.rows if row.chosen] == ["chest-pain"]


def test_the_chosen_tour_is_begun() -> None:
    shelves = Shelves()
    library = LibraryModel(shelves)
    library.refresh()
    library.choose("chest-pain", "full")
    library.begin()
    assert shelves.verbs[-1] == "start chest-pain full"


def test_the_story_of_the_command_line_is_chosen() -> None:
    shelves = Shelves()
    library = LibraryModel(shelves, story="another")
    library.refresh()
    library.begin()
    assert shelves.verbs[-1] == "start another"


def test_no_story_is_said_to_be_none() -> None:
    shelves = Shelves()
    shelves.briefs = []
    library = LibraryModel(shelves)
    library.refresh()
    library.begin()
    assert library.empty
    assert not any(verb.startswith("start") for verb in shelves.verbs)


def test_history_says_how_each_run_went() -> None:
    library = LibraryModel(Shelves())
    library.refresh()
    assert [(row.patient, row.detail, row.outcome) for row in library.runs.rows] == [
        ("Keiko Lark", "4 hops so far", ""),
        ("Amina Ash", "9 hops, 1 not acknowledged", "failed"),
        ("Rosa Quill", "31 hops, all acknowledged", "acknowledged"),
    ]


def test_replay_marks_the_run_on_screen() -> None:
    shelves = Shelves()
    library = LibraryModel(shelves)
    library.refresh()
    library.replay("r1")
    assert shelves.verbs[-1] == "replay r1"
    assert [row.shown for row in library.runs.rows] == [False, False, True]
    library.recording(False)
    assert not any(row.shown for row in library.runs.rows)


def test_a_run_that_ends_refreshes_the_history() -> None:
    shelves = Shelves()
    library = LibraryModel(shelves)
    for entry in script.entries(script.started(), *script.played(script.ADMIT), script.ended()):
        library.apply(entry)
    assert shelves.verbs == ["runs", "runs"]


def test_watching_plays_nothing_and_has_nobody_in_it() -> None:
    shelves = Shelves()
    shelves.history = [msgspec.structs.replace(RUN, patient="")]
    library = LibraryModel(shelves)
    library.watch()
    assert "watch chest-pain" not in shelves.verbs, "no story is known yet"
    library.refresh()
    library.watch()
    assert shelves.verbs[-1] == "watch chest-pain"
    assert library.runs.rows[0].patient == "Only watched"
