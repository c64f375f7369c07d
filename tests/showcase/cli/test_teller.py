from datetime import UTC, datetime
from io import StringIO

from rich.console import Console

from showcase.cli.teller import Teller
from showcase.model.events import CueWaits, Entry, Event, NearMissed


def told(*events: Event) -> str:
    screen = StringIO()
    teller = Teller(Console(file=screen, width=120))
    for event in events:
        teller.apply(Entry(seq=1, at=datetime(2026, 11, 24, tzinfo=UTC), event=event))
    return screen.getvalue()


def test_vendors_human_is_told_what_to_do_and_with_which_values() -> None:
    waits = CueWaits(
        cue="images",
        sender="ct",
        receivers=("archive",),
        todo="Acme CT: send the images of Rosa Quill to ARCHIVE at 10.4.0.5:21041.",
        values={"Patient": "Rosa Quill", "Accession number": "A2"},
    )
    lines = told(waits).splitlines()
    assert lines[0].endswith(waits.todo)
    assert lines[1:] == [
        "       Patient           Rosa Quill",
        "       Accession number  A2",
    ]


def test_near_miss_is_told_in_words() -> None:
    words = "CT scanner sent the right message, but accession number A1 instead of A2."
    missed = NearMissed(cue="images", hop="h1", words=words, differences=("x",))
    assert told(missed).strip() == f"!  {words}"
