"""The closed set of events: what happened, and nothing that did not.

Every event is committed to the journal before anybody sees it; one that the disk does not take
is shown all the same, and marked as not kept yet. The console, the wall, the terminal and a replay
draw from these and from nothing else, so a recorded run looks exactly like the live one. Forget
one in a ``match`` and the type checker objects.
"""

from datetime import datetime

import msgspec

from showcase.model.exchange import Exchange, Verdict
from showcase.model.fact import Fact
from showcase.model.programme import Patient, Programme
from showcase.model.system import System


class _Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="event", tag=True):
    """What all events share: the run they belong to; empty between runs."""

    run: str = ""


class RunStarted(_Event, frozen=True, kw_only=True):
    """A run begins. Carries all that a picture needs, so that a replay needs nothing else.

    Attributes:
        systems: Who plays each role, by role key, at the start of the run.
        fast: True when the run was played without pauses.
        version: Version of Showcase that played it.
    """

    programme: Programme
    patient: Patient
    systems: dict[str, System]
    fast: bool = False
    version: str = ""


class CueStandby(_Event, frozen=True, kw_only=True):
    """A cue is next: GO would fire it. `cue` is empty when the story is at its end."""

    cue: str


class CueStarted(_Event, frozen=True, kw_only=True):
    """A cue was fired, by GO or by the one before."""

    cue: str


class CueEnded(_Event, frozen=True, kw_only=True):
    """All hops of a cue have ended, or it was skipped.

    Attributes:
        held: True when every hop ended as the cue expects.
        skipped: True when staff passed it over; nothing was sent.
        interrupted: True when the engine stopped before its acknowledgement was seen: it may have
            arrived.
        words: Why it did not hold, in plain language.
    """

    cue: str
    held: bool
    skipped: bool = False
    interrupted: bool = False
    words: str = ""


class CueWaits(_Event, frozen=True, kw_only=True):
    """A cue waits for the human at a vendor's system; told anew when an address has changed.

    Attributes:
        sender: Role key of whoever has to act.
        receivers: Role keys of those it has not reached yet.
        todo: What to do, as one plain sentence with the address in it.
        values: What to type or to select there, by name, as the run's exchanges have stated it.
    """

    cue: str
    sender: str
    receivers: tuple[str, ...]
    todo: str
    values: dict[str, str] = {}


class HopStarted(_Event, frozen=True, kw_only=True):
    """The first byte of a hop has left its sender (or the attempt to connect began).

    Attributes:
        hop: Unique in the journal.
        cue: The cue it belongs to; empty for traffic that belongs to none.
        sender: Role key; or an address, where the sender is unknown.
        receiver: Role key; or an address.
        count: How many objects travel, where there are several (images); else 1.
        label: What is written on the thing that travels: a name, an accession number, a title.
        thumbnails: SHA-256 digests of PNG pictures in the journal, at most three.
    """

    hop: str
    transaction: str
    sender: str
    receiver: str
    cue: str = ""
    count: int = 1
    label: str = ""
    thumbnails: tuple[str, ...] = ()


class HopProgressed(_Event, frozen=True, kw_only=True):
    """Some of the objects of a hop have been acknowledged: 17 of 24 images."""

    hop: str
    done: int
    total: int


class HopEnded(_Event, frozen=True, kw_only=True):
    """The acknowledgement of a hop is in, or will never come.

    Attributes:
        verdict: Acknowledged, refused or failed, with the peer's words and ours.
        exchange: The recorded bytes.
        facts: What those bytes state.
        label: What the thing turned out to be: a document's title.
        picture: SHA-256 of a PNG in the journal that shows what arrived; empty when none.
        document: SHA-256 of a document in the journal that arrived; empty when none.
        document_type: Its media type.
    """

    hop: str
    transaction: str
    sender: str
    receiver: str
    verdict: Verdict
    exchange: Exchange
    cue: str = ""
    count: int = 1
    facts: tuple[Fact, ...] = ()
    label: str = ""
    thumbnails: tuple[str, ...] = ()
    picture: str = ""
    document: str = ""
    document_type: str = ""


class NearMissed(_Event, frozen=True, kw_only=True):
    """A hop was what a cue waits for, but not of this patient or order; the cue waits on.

    Attributes:
        hop: It has ended, and belongs to no cue.
        words: What was wrong with it, in plain language.
        differences: One for each identifier: *accession number A1 instead of A2*.
    """

    cue: str
    hop: str
    words: str
    differences: tuple[str, ...]


class RolePassed(_Event, frozen=True, kw_only=True):
    """Another system plays a role from now on: a stand-in took over, or gave back."""

    role: str
    system: System
    words: str = ""


class RunHeld(_Event, frozen=True, kw_only=True):
    """Sending has stopped.

    Attributes:
        panic: Even the hop in flight was cut.
        interrupted: The engine itself had stopped in the run, and has brought it back: everything
            is where it stood, and nothing is sent before somebody has said so.
    """

    panic: bool = False
    interrupted: bool = False
    words: str = ""


class RunResumed(_Event, frozen=True, kw_only=True):
    """GO after a hold: the run goes on where it stood."""


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """One link in the chain that shows that one patient was one patient throughout.

    Attributes:
        claim: What must be true: *the worklist names the patient that was ordered for*.
        holds: Whether the recorded bytes bear it out.
        evidence: The values and where they stood: ``RAD-2 PID-3 = 40213 = RAD-5 (0010,0020)``.
        hops: The hops whose bytes were compared.
    """

    claim: str
    holds: bool
    evidence: str
    hops: tuple[str, ...] = ()


class RunEnded(_Event, frozen=True, kw_only=True):
    """The run is over.

    Attributes:
        held: True when every cue held and every proof holds.
        finished: False when staff ended it early.
    """

    hops: int
    acknowledged: int
    refused: int
    failed: int
    held: bool
    finished: bool = True
    seconds: float = 0.0
    proofs: tuple[Proof, ...] = ()


class Knocked(_Event, frozen=True, kw_only=True):
    """A caller whom nobody expects stands before the door; of what it sent, only its name was read.

    Attributes:
        caller: Its address, without a port.
        role: Role key of whom it wants.
        protocol: ``hl7v2``, ``dicom``, ``soap``, ``syslog``.
        name: The AE title, or ``MSH-3|MSH-4``, that it goes by; empty: it has said none.
    """

    caller: str
    role: str
    protocol: str
    name: str = ""


class CallerJudged(_Event, frozen=True, kw_only=True):
    """Staff have admitted such a caller, or turned it away; without a name: whatever its name."""

    caller: str
    admitted: bool
    name: str = ""


class Noticed(_Event, frozen=True, kw_only=True):
    """Something staff should know that belongs to no hop: a port taken, a damaged message.

    Attributes:
        role: Role key it concerns; empty: the engine itself.
        level: ``info``, ``warning`` or ``error``.
    """

    words: str
    remedy: str = ""
    role: str = ""
    level: str = "info"


Event = (
    RunStarted
    | CueStandby
    | CueStarted
    | CueWaits
    | CueEnded
    | HopStarted
    | HopProgressed
    | HopEnded
    | NearMissed
    | RolePassed
    | RunHeld
    | RunResumed
    | RunEnded
    | Knocked
    | CallerJudged
    | Noticed
)
"""Every event there is."""


class Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An event as the journal holds it.

    Attributes:
        seq: 1, 2, 3 … in the order of commitment, over all runs.
        at: UTC time at which it happened.
        kept: False while the disk takes nothing: it is in memory only, and a crash would lose it.
    """

    seq: int
    at: datetime
    event: Event
    kept: bool = True


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Entry).decode


def to_json(entry: Entry) -> bytes:
    """One line of JSON, without a line end."""
    return _encode(entry)


def from_json(line: bytes | str) -> Entry:
    """The entry that `to_json` wrote; msgspec.DecodeError when it is none."""
    return _decode(line)
