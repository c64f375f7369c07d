"""What has happened in a console when a picture of it is taken."""

from collections.abc import Callable

import msgspec

from showcase.model.clearance import Clearance, Cleared, Holding, Remainder
from showcase.model.events import CueStandby, CueWaits, HopEnded, RolePassed
from showcase.model.exchange import Outcome, Verdict
from showcase.model.node import Node
from tests.stills.booth import Booth
from tests.stills.recorded import hop_of, taped
from tests.ui import cast_still, journey, script
from ui.link import Connection
from ui.replay import Replay


def sheet(number: int) -> Callable[[Booth], None]:
    """That sheet is open."""

    def show(booth: Booth) -> None:
        booth.window.root.setProperty("sheet", number)

    return show


def middle(booth: Booth) -> None:
    """The images have arrived."""
    booth.play("images", then="complete")


def failed(booth: Booth) -> None:
    """The archive was silent."""
    _spoiled(booth, _SILENT)


def refused(booth: Booth) -> None:
    """The archive has said no."""
    _spoiled(booth, journey.REFUSAL)


_SILENT = Verdict(
    outcome=Outcome.FAILED,
    status="no answer in 10 s",
    words="10.4.0.16:104 took the association and then said nothing for ten seconds.",
    remedy="Look whether the archive still works; its people know.",
)


def _spoiled(booth: Booth, verdict: Verdict) -> None:
    """The images do not arrive."""
    entries = taped(journey.journey(refuse="images"))[0][:-1]
    for number, entry in enumerate(entries):
        event = entry.event
        if isinstance(event, HopEnded) and event.verdict == journey.REFUSAL:
            event = msgspec.structs.replace(event, verdict=verdict)
            entries[number] = msgspec.structs.replace(entry, event=event)
    booth.tell(entries)
    booth.happen(CueStandby(run=journey.RUN, cue="complete"))


def waits(booth: Booth) -> None:
    """The scanner has to be used by its people."""
    started = list(journey.until(taped(journey.journey())[0], "images"))[:-1]
    booth.tell(started)
    waits = CueWaits(
        run=journey.RUN,
        cue="images",
        sender="ct",
        receivers=("archive",),
        todo="Send the images of this examination to ARCHIVE at 10.4.0.16, port 104.",
        values={"patient": "Rosa Quill", "patient id": "40213", "accession": journey.ACCESSION},
    )
    booth.happen(waits)


def takeover(booth: Booth) -> None:
    """A stand-in has taken the archive."""
    middle(booth)
    event = journey.systems()["archive"]
    passed = RolePassed(
        run=journey.RUN,
        role="archive",
        system=type(event)(key="archive"),
        words="The archive did not answer for ten seconds.",
    )
    booth.happen(passed)


def over(booth: Booth) -> None:
    """The story is told."""
    booth.play()


def reset(booth: Booth) -> None:
    """The next patient is here."""
    booth.tell(script.entries(script.started(), script.standby(script.ADMIT)))
    rest = Remainder(
        role="archive", title="Archive", system="Orthanc", holding=Holding.IMAGE, count=24,
        patient="Iris Vale", name="2.25.329800735698586629295641978511506172918", run="r0",
    )  # fmt: skip
    cleared = (
        Cleared(role="ris", title="Radiology", counts={Holding.PATIENT: 1, Holding.ORDER: 1}),
        Cleared(role="registry", title="Registry", counts={Holding.ENTRY: 2}),
    )
    booth.link.clearanceCame.emit(
        Clearance(patient="Rosa Quill", cleared=cleared, kept=(rest,), milliseconds=180.0)
    )


def hop(cue: str, receiver: str, *, depth: int = 2, wide: bool = True) -> Callable[[Booth], None]:
    """That hop is looked into."""

    def look(booth: Booth) -> None:
        booth.play()
        booth.look(cue, receiver)
        booth.window.inspector.deepen(depth)
        if wide:
            booth.window.inspector.widen()

    return look


def picked(cue: str, receiver: str, label: str) -> Callable[[Booth], None]:
    """A line of the request is picked: its bytes light up."""

    def pick(booth: Booth) -> None:
        hop(cue, receiver)(booth)
        side = booth.window.inspector.request
        tape = booth.link.tapes[hop_of(booth.link.tapes, cue, receiver)]
        side.pick(key_of(tape.explained().request, label))

    return pick


def remarked(booth: Booth) -> None:
    """The number says not who has assigned it."""
    hop("admit", "ris")(booth)
    booth.window.inspector.request.pickRemark()


def key_of(nodes: tuple[Node, ...], label: str, prefix: str = "") -> str:
    """Where the first line stands whose label begins like that."""
    for number, node in enumerate(nodes):
        key = f"{prefix}{number}"
        if node.label.startswith(label):
            return key
        if inner := key_of(node.children, label, f"{key}/"):
            return inner
    return ""


def compare(booth: Booth) -> None:
    """Two registrations beside each other."""
    booth.play()
    finder = booth.window.finder
    first, second = (hop_of(booth.link.tapes, "admit", each) for each in ("ehr", "ris"))
    booth.look("admit", "ris")
    finder.mark(first, "ITI-31 → Hospital EHR")
    finder.compareWith(second, "ITI-31 → Radiology")


def search(booth: Booth) -> None:
    """An accession number is looked for."""
    booth.play()
    booth.window.finder.find(journey.ACCESSION)


def follow(booth: Booth) -> None:
    """Her number is followed."""
    booth.play()
    booth.window.finder.follow(journey.RUN, "40213")


def replayed(booth: Booth) -> None:
    """A recording, in its middle."""
    link = booth.link
    link.reel = Replay(link.entries, link.entry.emit, link.moved.emit)
    link.recording.emit(True)
    link.seek(len(link.entries) // 2)
    booth.window.root.setProperty("tab", 1)


def tab(number: int) -> Callable[[Booth], None]:
    """That tab is shown."""

    def show(booth: Booth) -> None:
        booth.play()
        booth.window.root.setProperty("tab", number)

    return show


def ready(booth: Booth) -> None:
    """Every system was asked."""
    booth.window.root.check()  # a function of Main.qml


def cast(state: str) -> Callable[[Booth], None]:
    """That state of the cast page."""

    def arrange(booth: Booth) -> None:
        booth.window.casting.open("chest-pain")
        booth.window.root.setProperty("sheet", 3)
        cast_still.STATES[state](booth.window, booth.link)

    return arrange


def welcome(booth: Booth) -> None:
    """The first start."""
    booth.window.root.setProperty("sheet", 1)


def starting(booth: Booth) -> None:
    """The engine is not there yet."""
    booth.link.connection.emit(int(Connection.STARTING), "", "")


def broken(booth: Booth) -> None:
    """The engine does not come."""
    booth.link.connection.emit(
        int(Connection.BROKEN),
        "The engine does not start: its journal cannot be opened.",
        "Free some disk space, then try again.",
    )
