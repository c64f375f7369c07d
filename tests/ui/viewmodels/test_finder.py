"""Search, follow, compare."""

from collections.abc import Callable

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from showcase.model.answers import Change, Comparison, Difference, Found, Mention
from showcase.model.events import Entry, HopEnded, RunStarted
from showcase.model.fact import Side
from showcase.model.programme import Programme
from tests.ui import script
from ui.stage.thread import Thread
from ui.viewmodels.finder import FinderModel

Mode = FinderModel.Mode

FOUND = [
    Found(
        seq=9,
        at=script.START,
        run="r0",
        hop="h9",
        transaction="RAD-8",
        sender="ct",
        receiver="archive",
        kind="accession number",
        value="A26-0091",
        patient="Rosa Quill",
    )
]
MENTIONS = [
    Mention(
        at=script.START,
        hop=hop,
        transaction=transaction,
        sender="ct",
        receiver="archive",
        side=side,
        value="A26-0091",
        path=path,
        stated=bool(path),
        offset=-1 if path else 44,
    )
    for hop, transaction, side, path in (
        ("h1", "RAD-2", Side.REQUEST, "OBR-18"),
        ("h9", "RAD-8", Side.RESPONSE, ""),
    )
]


class Seeker:
    """An engine that answers when it is told to."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.searches: list[Callable[[list[Found]], None]] = []
        self.followed: Callable[[list[Mention]], None] = lambda _: None
        self.compared: Callable[[Comparison], None] = lambda _: None
        self.entries: list[Entry] = []

    def search(self, text: str, then: Callable[[list[Found]], None]) -> None:
        """Asked."""
        self.asked.append(f"search {text}")
        self.searches.append(then)

    def follow_value(self, run: str, value: str, then: Callable[[list[Mention]], None]) -> None:
        """Asked."""
        self.asked.append(f"follow {run} {value}")
        self.followed = then

    def compare(self, a: str, b: str, then: Callable[[Comparison], None]) -> None:
        """Asked."""
        self.asked.append(f"compare {a} {b}")
        self.compared = then

    def entries_of(self, run: str, then: Callable[[list[Entry]], None]) -> None:
        """At once."""
        self.asked.append(f"entries of {run}")
        then(self.entries)


@pytest.fixture
def seeker() -> Seeker:
    return Seeker()


@pytest.fixture
def finder(seeker: Seeker, qapp: object) -> FinderModel:
    del qapp  # its timer needs an application
    model = FinderModel(seeker, lambda hop: hop == "h1")
    for entry in script.entries(script.started()):
        model.apply(entry)
    return model


def test_it_asks_once_after_the_last_letter(
    finder: FinderModel, seeker: Seeker, qtbot: QtBot
) -> None:
    for text in ("q", "qu", "quill "):
        finder.find(text)
    qtbot.waitUntil(lambda: bool(seeker.asked), timeout=2_000)
    assert seeker.asked == ["search quill"]
    seeker.searches[0](FOUND)
    (row,) = finder.rows.rows
    assert row.head.endswith("CT scanner → Archive")
    assert (row.value, row.note) == ("A26-0091", "accession number · Rosa Quill")
    assert (finder.title, finder.waiting) == ("1 found", False)


def test_an_answer_to_what_nobody_asks_any_more_is_none(
    finder: FinderModel, seeker: Seeker, qtbot: QtBot
) -> None:
    finder.find("quill")
    qtbot.waitUntil(lambda: bool(seeker.asked), timeout=2_000)
    finder.follow("r1", "A26-0091")
    seeker.searches[0](FOUND)
    assert (finder.mode, finder.rows.rows, finder.waiting) == (Mode.THREAD, (), True)


def test_a_value_is_followed_through_the_run(finder: FinderModel, seeker: Seeker) -> None:
    finder.follow("r1", "A26-0091")
    seeker.followed(MENTIONS)
    assert seeker.asked == ["follow r1 A26-0091"]
    assert finder.title == "A26-0091: in 2 exchanges"
    assert [row.family for row in finder.rows.rows] == ["HL7 v2", "DICOM"]
    assert [row.note for row in finder.rows.rows] == [
        "OBR-18",
        "in the bytes, at 44 · in the response",
    ]


def test_a_thread_goes_to_the_stage_in_order(finder: FinderModel, seeker: Seeker) -> None:
    threads: list[Thread | None] = []
    finder.threaded.connect(threads.append)
    finder.follow("r1", "A26-0091")
    again = msgspec.structs.replace(MENTIONS[0], side=Side.RESPONSE)
    audit = msgspec.structs.replace(MENTIONS[1], hop="h2", transaction="ITI-20")
    seeker.followed([MENTIONS[0], audit, again, MENTIONS[1]])
    (thread,) = threads
    assert thread is not None
    assert (thread.run, thread.value) == ("r1", "A26-0091")
    assert [step.hop for step in thread.steps] == ["h1", "h2", "h9"]
    assert thread.numbers == {"h1": 1, "h9": 2}
    assert [row.order for row in finder.rows.rows] == [1, 0, 1, 2]
    assert finder.title == "A26-0091: in 2 exchanges; audit records: 1"


@pytest.mark.parametrize(
    "leave",
    [
        FinderModel.close,
        lambda finder: finder.find(""),
        lambda finder: (finder.mark("h1", "RAD-2"), finder.compareWith("h9", "RAD-8")),
        lambda finder: finder.apply(_begun("r2")),
    ],
    ids=["closed", "emptied", "compared", "another run"],
)
def test_a_thread_that_is_left_goes_off_the_stage(
    finder: FinderModel, seeker: Seeker, leave: Callable[[FinderModel], object]
) -> None:
    finder.follow("r1", "A26-0091")
    seeker.followed(MENTIONS)
    threads: list[Thread | None] = []
    finder.threaded.connect(threads.append)
    leave(finder)
    assert threads == [None]


def test_a_thread_grows_with_its_run(finder: FinderModel, seeker: Seeker, qtbot: QtBot) -> None:
    threads: list[Thread | None] = []
    finder.threaded.connect(threads.append)
    finder.follow("r1", "A26-0091")
    seeker.followed(MENTIONS[:1])
    for entry in script.entries(*(script.hop_ended(script.STORE, hop=hop) for hop in ("h8", "h9"))):
        finder.apply(entry)
    assert len(seeker.asked) == 1  # not for each of them
    qtbot.waitUntil(lambda: len(seeker.asked) == 2)
    assert not finder.waiting
    seeker.followed(MENTIONS)
    assert [len(each.steps) for each in threads if each] == [1, 2]


def test_another_runs_exchange_is_no_news_of_a_thread(
    finder: FinderModel, seeker: Seeker, qtbot: QtBot
) -> None:
    finder.follow("r0", "A26-0091")
    for entry in script.entries(script.hop_ended(script.STORE)):
        finder.apply(entry)
    qtbot.wait(10)
    assert not finder._grown.isActive()
    assert len(seeker.asked) == 1


def test_the_answer_about_a_thread_is_not_one_to_a_search_for_the_same(
    finder: FinderModel, seeker: Seeker
) -> None:
    finder.follow("r1", "A26-0091")
    finder.find("A26-0091")
    finder._search()
    seeker.followed(MENTIONS)
    assert (finder.mode, finder.waiting) == (Mode.SEARCH, True)


def test_a_thread_stays_while_its_run_is_replayed(finder: FinderModel, seeker: Seeker) -> None:
    finder.follow("r1", "A26-0091")
    seeker.followed(MENTIONS)
    finder.apply(_begun("r1"))
    assert finder.mode is Mode.THREAD


def _begun(run: str) -> Entry:
    (entry,) = script.entries(script.started())
    assert isinstance(entry.event, RunStarted)
    return msgspec.structs.replace(entry, event=msgspec.structs.replace(entry.event, run=run))


def test_two_hops_are_compared(finder: FinderModel, seeker: Seeker) -> None:
    finder.mark("h1", "RAD-2")
    finder.compareWith("h9", "RAD-8")
    assert seeker.asked == ["compare h1 h9"]
    changed = Difference(change=Change.CHANGED, label="PID-3", before="1", after="2")
    added = Difference(change=Change.ADDED, label="PV1", within=("ADT",), after="3")
    seeker.compared(Comparison(a="h1", b="h9", request=(changed,), response=(added,)))
    assert [(r.head, r.value, r.other) for r in finder.rows.rows] == [
        ("PID-3", "1", "2"),
        ("PV1", "not there", "3"),
    ]
    assert finder.title == "2 lines differ"


def test_what_is_the_same_says_so(finder: FinderModel, seeker: Seeker) -> None:
    finder.mark("h1", "RAD-2")
    finder.compareWith("h9", "RAD-8")
    same = Comparison(
        a="h1", b="h9", request=(), response=(), same_request=True, same_response=True
    )
    seeker.compared(same)
    assert finder.title == "The same, to the last byte"


def test_marked_twice_is_not_marked(finder: FinderModel, seeker: Seeker) -> None:
    for _ in range(2):
        finder.mark("h1", "RAD-2")
    finder.compareWith("h9", "RAD-8")
    assert (finder.marked, seeker.asked) == ("", [])


def test_a_hop_on_screen_is_opened_at_once(finder: FinderModel, seeker: Seeker) -> None:
    wanted: list[str] = []
    finder.hopWanted.connect(wanted.append)
    finder.open("r1", "h1")
    assert (wanted, seeker.asked) == (["h1"], [])


def test_a_hop_of_another_run_is_fetched(finder: FinderModel, seeker: Seeker) -> None:
    found: list[tuple[HopEnded, Programme]] = []
    finder.hopFound.connect(lambda hop, programme: found.append((hop, programme)))
    seeker.entries = script.entries(script.started(), *script.played(script.STORE))
    hop = next(e.event.hop for e in seeker.entries if isinstance(e.event, HopEnded))
    finder.open("r0", hop)
    ((event, programme),) = found
    assert (event.hop, programme.title) == (hop, "Chest pain")


def test_an_empty_search_shows_the_exchange_again(finder: FinderModel) -> None:
    finder.follow("r1", "A26-0091")
    finder.find(" ")
    assert finder.mode is Mode.CLOSED
