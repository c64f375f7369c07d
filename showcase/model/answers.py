"""What the engine's API answers to a window."""

from datetime import datetime

import msgspec

from showcase.model.node import Node


class StoryBrief(msgspec.Struct, frozen=True, kw_only=True):
    """A story that can be played.

    Attributes:
        cuts: Names of its cuts, with the minutes each is meant to last (0: not said).
    """

    key: str
    title: str
    cuts: dict[str, float] = {}
    cues: int = 0


class RunBrief(msgspec.Struct, frozen=True, kw_only=True):
    """A run in the history.

    Attributes:
        ended: None while it is under way, or when the program was killed in it.
        held: True when every cue held and every proof holds.
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


class EngineState(msgspec.Struct, frozen=True, kw_only=True):
    """What the engine is doing now.

    Attributes:
        run: The run on stage; empty between runs.
        standby: Id of the cue that GO would fire; empty at the end.
        busy: A cue is being performed.
        held: Staff have stopped the sending.
        last_seq: The newest entry of the journal.
        trouble: Why nothing can be recorded, and so nothing is shown, at the moment; else empty.
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
    """

    story: str
    cast: str = ""
    cut: str = ""
    fast: bool = False


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """The recorded bytes of a hop, for people.

    Attributes:
        request: What went out, as a tree.
        response: What came back, as a tree.
        request_text: The same as indented lines.
        response_text: The same as indented lines.
    """

    hop: str
    request: tuple[Node, ...]
    response: tuple[Node, ...]
    request_text: str
    response_text: str


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """Why the engine did not do what a window asked: HTTP 4xx, as JSON."""

    words: str
    remedy: str = ""


class Door(msgspec.Struct, frozen=True, kw_only=True):
    """Where an engine listens for windows, and the key it asks of them."""

    url: str
    key: str
    pid: int
