from datetime import UTC, datetime
from io import StringIO

from rich.console import Console

from showcase.cli.teller import Teller
from showcase.model.events import (
    CueEnded,
    CueWaits,
    Entry,
    Event,
    NearMissed,
    Noticed,
    RolePassed,
    RunHeld,
    RunStarted,
)
from showcase.model.exchange import Outcome, Verdict
from showcase.model.system import System
from tests.showcase.conductor.players import hop_ended
from tests.showcase.inspector import runs


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


def test_a_cue_that_broke_is_told_once_and_by_its_title() -> None:
    start = next(each for each in runs.events()[0] if isinstance(each, RunStarted))
    cue = start.programme.cues[0]
    broken = CueEnded(cue=cue.id, held=False, words="Nobody listens at 192.0.2.1:2575.")
    lines = told(start, broken, RunHeld(words=f"“{cue.title}” did not hold.")).splitlines()
    assert lines[-2:] == [
        f"  !  “{cue.title}” did not hold. Nobody listens at 192.0.2.1:2575.",
        "The run holds here.",
    ]


def test_what_a_hop_has_said_its_cue_does_not_say_again() -> None:
    start = next(each for each in runs.events()[0] if isinstance(each, RunStarted))
    cue = start.programme.cues[0]
    why = "Nobody listens at 192.0.2.1:2575."
    hop = hop_ended("ITI-31", "desk", "ehr", verdict=Verdict(outcome=Outcome.FAILED, words=why))
    lines = told(start, hop, CueEnded(cue=cue.id, held=False, words=why)).splitlines()
    assert lines[-1] == f"  !  “{cue.title}” did not hold."


def test_a_peers_own_words_are_not_said_twice() -> None:
    verdict = Verdict(
        outcome=Outcome.REFUSED,
        status="AE 204 4711 unknown (PID-3)",
        words="HIS refused it: it does not know an identifier (PID-3). It says: “4711 unknown”.",
    )
    lines = told(hop_ended("ITI-31", "desk", "ehr", verdict=verdict)).splitlines()
    assert lines[1].strip() == f"{verdict.words} (AE 204)"


def test_what_a_terminal_would_obey_is_made_visible() -> None:
    hop = hop_ended("ITI-31", "\x1b[2Jacme", "\x07ris")
    shown = told(hop, Noticed(words="A stranger\x1b]0;owned\x07 knocked."))
    assert not {"\x1b", "\x07"} & set(shown)
    assert "␛[2Jacme → ␇ris" in shown


def test_audit_records_that_nobody_took_are_told_apart() -> None:
    start, *_, end = runs.events()[0]
    sent = hop_ended("ITI-20", "desk", "audit", verdict=Verdict(outcome=Outcome.SENT))
    why = Verdict(outcome=Outcome.FAILED, words="Nobody listens at 192.0.2.9:514.", remedy="Go.")
    lost = hop_ended("ITI-20", "ehr", "audit", verdict=why)
    lines = told(start, sent, lost, lost, end).splitlines()
    assert [line.strip() for line in lines if "ITI-20" in line] == [
        "ITI-20  1 audit records sent (syslog has no acknowledgement)",
        "ITI-20  2 audit records not taken: Nobody listens at 192.0.2.9:514. Go.",
    ]


def test_who_plays_a_role_from_now_on_is_told_by_name() -> None:
    acme = System(key="acme", vendor="Acme", product="Acme PACS 9", stand_in=False)
    start = next(each for each in runs.events()[0] if isinstance(each, RunStarted))
    role = start.programme.roles[0]
    lines = told(
        start,
        RolePassed(role=role.key, system=System(key=role.key), words="It has caught up."),
        RolePassed(role=role.key, system=acme),
    ).splitlines()
    assert lines[-2:] == [
        f"A stand-in plays {role.title} from now on. It has caught up.",
        f"Acme PACS 9 plays {role.title} from now on.",
    ]
