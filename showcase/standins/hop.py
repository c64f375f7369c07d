"""One transaction under way, as whoever starts or answers it sees it."""

from collections.abc import Awaitable, Callable

from showcase.model.events import HopStarted
from showcase.model.exchange import Outcome, Verdict
from showcase.wire.line import Line

LONGEST_LABEL = 120
"""Characters of a name or a title; every window draws them."""


class Hop:
    """One transaction under way. Its owner records on `line` and calls `judge`.

    Attributes:
        over: Whether its end is recorded.
        read_as: The transaction whose bytes are on the line: an audit record's, where that is
            all that we have seen of it.
    """

    def __init__(self, started: HopStarted, line: Line) -> None:
        """Not begun yet: the first byte on the line begins it."""
        self.started = started
        self.line = line
        self.verdict: Verdict | None = None
        self.label = started.label
        self.picture = b""
        self.document = b""
        self.document_type = ""
        self.count = started.count
        self.thumbnails: tuple[bytes, ...] = ()
        self.on_progress: Callable[[int], None] | None = None
        self.on_keep: Callable[[], Awaitable[None]] | None = None
        self.over = False
        self.read_as = started.transaction

    @property
    def id(self) -> str:
        """The hop's id in the journal."""
        return self.started.hop

    @property
    def in_vain(self) -> bool:
        """Whether no valid answer came."""
        return self.verdict is None or self.verdict.outcome is Outcome.FAILED

    def judge(self, verdict: Verdict) -> None:
        """Say how it ended."""
        self.verdict = verdict

    async def keep(self) -> None:
        """End it: return once it is in the journal, so that its answer may be sent.

        Whoever calls this has recorded the answer on the line, and judged the hop. Nothing
        happens where the hop is told by its other end.
        """
        if self.on_keep:
            await self.on_keep()

    def progressed(self, done: int) -> None:
        """Say how many of `count` objects have been acknowledged."""
        if self.on_progress:
            self.on_progress(done)

    def shows(
        self,
        *,
        label: str = "",
        picture: bytes = b"",
        thumbnails: tuple[bytes, ...] = (),
        document: bytes = b"",
        document_type: str = "",
    ) -> None:
        """Say what arrived, for people: PNG pictures, a document, a title."""
        self.label = label[:LONGEST_LABEL] or self.label
        self.picture = picture or self.picture
        self.thumbnails = thumbnails or self.thumbnails
        self.document = document or self.document
        self.document_type = document_type or self.document_type
