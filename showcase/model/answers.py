"""What the engine's API answers to a window."""

from datetime import datetime
from enum import StrEnum

import msgspec

from showcase.model.exchange import Outcome
from showcase.model.fact import Side
from showcase.model.node import Node


class StoryBrief(msgspec.Struct, frozen=True, kw_only=True):
    """A story that can be played.

    Attributes:
        cuts: Names of its cuts, with the minutes each is meant to last (0: not said).
        titles: Its title in every language that it is told in, its own first.
    """

    key: str
    title: str
    cuts: dict[str, float] = {}
    cues: int = 0
    titles: dict[str, str] = {}


class RunBrief(msgspec.Struct, frozen=True, kw_only=True):
    """A run in the history.

    Attributes:
        ended: None while it is under way, or when the program was killed in it.
        held: True when every cue held and every proof holds.
        bare: Its exchanges have no bytes any more: the journal needed the room.
    """

    run: str
    story: str
    title: str
    patient: str
    started: datetime
    ended: datetime | None = None
    hops: int = 0
    acknowledged: int = 0
    refused: int = 0
    failed: int = 0
    held: bool = False
    bare: bool = False


class EngineState(msgspec.Struct, frozen=True, kw_only=True):
    """What the engine is doing now.

    Attributes:
        run: The run on stage; empty between runs.
        standby: Id of the cue that GO would fire; empty at the end.
        busy: A cue is being performed.
        held: Staff have stopped the sending.
        last_seq: The newest entry of the journal.
        trouble: Why nothing can be written to the disk at the moment, in plain words; else empty.
    """

    run: str = ""
    story: str = ""
    cut: str = ""
    cast: str = ""
    standby: str = ""
    busy: bool = False
    held: bool = False
    last_seq: int = 0
    trouble: str = ""
    version: str = ""


class RunWanted(msgspec.Struct, frozen=True, kw_only=True):
    """What a window asks for when it starts a run.

    Attributes:
        cast: Path of a cast file; empty: stand-ins play every role.
        cut: Name of a shorter cut; empty: the whole story.
        fast: No pauses.
        language: Of the story's texts; empty: the story's own.
        watch: Nothing is played: whatever the story's systems see is drawn, until somebody ends it.
    """

    story: str
    cast: str = ""
    cut: str = ""
    fast: bool = False
    language: str = ""
    watch: bool = False


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """A conformance remark about an exchange.

    Attributes:
        side: Which direction it is about.
        path: The field, in the standard's words: ``PID-3.1``; empty when it is about the whole.
        words: What is wrong.
        clause: What it rests on: ``IHE ITI TF-2, 3.8``.
        theirs: The receiver has said so; else we do.
    """

    side: Side
    path: str
    words: str
    clause: str
    theirs: bool = False


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """The recorded bytes of a hop, for people.

    Attributes:
        request: What went out, as a tree.
        response: What came back, as a tree.
        request_text: The same as indented lines.
        response_text: The same as indented lines.
        findings: What is to be remarked about it.
        specified: The transaction's title, and where it is specified; empty for no such.
    """

    hop: str
    request: tuple[Node, ...]
    response: tuple[Node, ...]
    request_text: str
    response_text: str
    findings: tuple[Finding, ...] = ()
    specified: str = ""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A run, or an exchange of one, in which a search found its words.

    Attributes:
        seq: The entry: how the run began, or how the hop ended.
        at: UTC time at which it did.
        patient: Name of the run's patient; empty for traffic between runs.
        hop: Empty when it is the run that was found.
        transaction: Of the hop.
        sender: Role key, or an address.
        receiver: Role key, or an address.
        outcome: Of the hop; None for a run.
        kind: What the matching text means: ``accession number``, ``label``, ``birth date``.
        value: The matching text.
        path: Where it stood, in the standard's words; empty when it stood in no message.
        side: Whether in the request or the response; None when in neither.
        authority: OID of its assigning authority; empty where none is stated.
    """

    seq: int
    at: datetime
    run: str
    kind: str
    value: str
    patient: str = ""
    hop: str = ""
    transaction: str = ""
    sender: str = ""
    receiver: str = ""
    outcome: Outcome | None = None
    path: str = ""
    side: Side | None = None
    authority: str = ""


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """An exchange in which a value occurs.

    Attributes:
        at: UTC time of the exchange's first byte.
        value: As it is written there.
        path: Where, in the standard's words; empty where nothing but the offset is known.
        side: Request or response.
        kind: What the value means there; empty when no fact names it.
        authority: OID of its assigning authority; empty where none is stated.
        stated: True for a fact; False when it was found in the bytes alone.
        offset: Of its first byte among the recorded bytes of that side; -1 for a fact.
    """

    at: datetime
    hop: str
    transaction: str
    sender: str
    receiver: str
    side: Side
    value: str
    path: str = ""
    kind: str = ""
    authority: str = ""
    stated: bool = True
    offset: int = -1


class Change(StrEnum):
    """How a line of one tree differs from the other tree."""

    ADDED = "added"  # only in the second
    REMOVED = "removed"  # only in the first
    CHANGED = "changed"  # in both, with another value


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One line in which two trees differ.

    Attributes:
        label: What it is, in the standard's words.
        path: How the standard addresses it; empty when it does not.
        within: Labels of the lines above it, outermost first, numbered where they repeat.
        before: What the first tree holds; empty when it was added.
        after: What the second tree holds; empty when it was removed.
    """

    change: Change
    label: str
    path: str = ""
    within: tuple[str, ...] = ()
    before: str = ""
    after: str = ""


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """In which lines two exchanges differ.

    Attributes:
        a: The first hop.
        b: The second hop.
        same_request: Whether the recorded bytes are the same, to the last one.
        same_response: Likewise.
    """

    a: str
    b: str
    request: tuple[Difference, ...]
    response: tuple[Difference, ...]
    same_request: bool = False
    same_response: bool = False


class Missed(msgspec.Struct, frozen=True, kw_only=True):
    """What a vendor's system was not told while a stand-in played its role.

    Attributes:
        transaction: Catalogue id.
        name: The standard's name of it.
        images: How many, where images were sent; else 0.
        hops: Ids of the hops that the stand-in took.
        cues: Ids of the cues they belonged to.
    """

    transaction: str
    name: str
    images: int = 0
    hops: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """Why the engine did not do what a window asked: HTTP 4xx, as JSON."""

    words: str
    remedy: str = ""


class Door(msgspec.Struct, frozen=True, kw_only=True):
    """Where an engine listens for windows, and the key it asks of them."""

    url: str
    key: str
    pid: int
