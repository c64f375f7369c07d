"""The byte recorder of one connection: what crossed, in which direction, and when."""

from collections.abc import Callable, Iterator
from datetime import datetime

import msgspec

from showcase.model.exchange import Turn
from showcase.wire.clock import Clock, SystemClock


class Recording(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a line, seen from its initiator.

    Attributes:
        transport: ``mllp``, ``dicom``, ``http``, ``syslog-udp``, ``syslog-tls``.
        initiator: ``host:port`` of whoever opened the connection; may be empty.
        responder: ``host:port`` of whoever accepted it, or should have.
        started: UTC time of the first byte; of the attempt to connect, where there was none.
        milliseconds: From there to the last byte; where no valid answer came, to the moment at
            which it was no longer waited for.
        request: Bytes from initiator to responder.
        response: Bytes from responder to initiator.
        turns: How they were interleaved.
        tls: ``TLSv1.3``; empty: it crossed in the clear.
    """

    transport: str
    initiator: str
    responder: str
    started: datetime
    milliseconds: float
    request: bytes
    response: bytes
    turns: tuple[Turn, ...]
    tls: str = ""


class Line:
    """Records one connection.

    The side that owns the line calls `sent` and `received` with the very bytes that it hands to,
    and gets from, the socket (for TLS: the plaintext). `initiated` tells which of the two is the
    initiator's direction; `tls` the version of TLS, once a handshake is done.
    """

    def __init__(
        self,
        transport: str,
        *,
        initiated: bool,
        local: str = "",
        remote: str = "",
        clock: Clock | None = None,
    ) -> None:
        """A line with nothing on it yet; addresses are ``host:port``."""
        self.transport = transport
        self.initiated = initiated
        self.local = local
        self.remote = remote
        self.tls = ""
        self.on_connect: Callable[[Line], None] | None = None
        self.on_first_byte: Callable[[], None] | None = None
        self._clock = clock or SystemClock()
        self._called: float | None = None
        self._left: float | None = None
        self._pieces: list[tuple[bool, bytes, float]] = []

    def calling(self, remote: str) -> None:
        """Note that a connection is asked for: without an answer, time runs from here."""
        self.remote = self.remote or remote
        self._called = self._clock.monotonic() if self._called is None else self._called
        self._left = None

    def leaving(self) -> None:
        """Note that nobody waits any longer; closing, which may take its time, is not waiting."""
        self._left = self._clock.monotonic() if self._left is None else self._left

    def connected(self, local: str, remote: str) -> None:
        """Note both addresses, once the connection stands."""
        self.local, self.remote = local, remote
        if self.on_connect:
            self.on_connect(self)

    def sent(self, data: bytes | bytearray | memoryview) -> None:
        """Note bytes handed to the socket."""
        self._note(bytes(data), outward=self.initiated)

    def received(self, data: bytes | bytearray | memoryview) -> None:
        """Note bytes that came from the socket."""
        self._note(bytes(data), outward=not self.initiated)

    def put_back(self, count: int) -> None:
        """Take the last `count` bytes off: the next message's, read with the end of this one.

        Whoever takes them up hands them to `received` again, so that every exchange of a
        connection owns its bytes.
        """
        if not count:
            return
        outward, data, at = self._pieces.pop()
        if count < len(data):
            self._pieces.append((outward, data[:-count], at))

    def heard(self, mark: int) -> Iterator[bytes]:
        """What has come since `mark`, piece by piece."""
        return (data for outward, data, _ in self._pieces[mark:] if outward is not self.initiated)

    def set_beyond(self, mark: int, count: int) -> list[tuple[bool, bytes, float]]:
        """Take off what has come since `mark` beyond its first `count` bytes.

        A caller need not wait for an answer before it asks the next thing. `take_up` notes it
        again.
        """
        kept: list[tuple[bool, bytes, float]] = []
        later: list[tuple[bool, bytes, float]] = []
        left = count
        for outward, data, at in self._pieces[mark:]:
            own = len(data) if outward is self.initiated else min(left, len(data))
            left -= 0 if outward is self.initiated else own
            kept += [(outward, data[:own], at)] if own else []
            later += [(outward, data[own:], at)] if own < len(data) else []
        self._pieces[mark:] = kept
        return later

    def cut(self, mark: int) -> "Line":
        """Take off everything noted before `mark`, as a line of its own; marks begin anew at 0.

        What is finished can then be read at leisure while the connection goes on.
        """
        finished = Line(
            self.transport,
            initiated=self.initiated,
            local=self.local,
            remote=self.remote,
            clock=self._clock,
        )
        finished.tls = self.tls
        finished.take_up(self._pieces[:mark])
        del self._pieces[:mark]
        return finished

    @property
    def size(self) -> int:
        """Bytes noted so far, in both directions."""
        return sum(len(data) for _, data, _ in self._pieces)

    def set_aside(self, mark: int) -> list[tuple[bool, bytes, float]]:
        """Take off everything noted since `mark`: it belongs to the next exchange."""
        later = self._pieces[mark:]
        del self._pieces[mark:]
        return later

    def take_up(self, pieces: list[tuple[bool, bytes, float]]) -> None:
        """Note again what was set aside, as it was noted."""
        self._pieces += pieces

    def forget(self) -> None:
        """Drop everything recorded so far, once it is in the journal; marks begin anew at 0.

        A partner may keep one connection open for three days.
        """
        self._pieces.clear()

    def mark(self) -> int:
        """A place to which `recording` can go back."""
        return len(self._pieces)

    def recording(self, since: int = 0, *, in_vain: bool = False) -> Recording:
        """Everything from the mark `since` to now.

        Args:
            since: Where the exchange begins.
            in_vain: No valid answer came, so that the wait for it counts, too.
        """
        pieces = self._pieces[since:]
        first, last = self._stretch(pieces, in_vain=in_vain)
        turns: list[Turn] = []
        for outward, data, at in pieces:
            if turns and turns[-1].outward is outward:
                turns[-1] = msgspec.structs.replace(turns[-1], size=turns[-1].size + len(data))
            else:
                turns.append(Turn(outward, len(data), round((at - first) * 1e6)))
        initiator, responder = (
            (self.local, self.remote) if self.initiated else (self.remote, self.local)
        )
        return Recording(
            transport=self.transport,
            initiator=initiator,
            responder=responder,
            started=self._started(first),
            milliseconds=(last - first) * 1e3,
            request=b"".join(data for outward, data, _ in pieces if outward),
            response=b"".join(data for outward, data, _ in pieces if not outward),
            turns=tuple(turns),
            tls=self.tls,
        )

    def _stretch(
        self, pieces: list[tuple[bool, bytes, float]], *, in_vain: bool
    ) -> tuple[float, float]:
        """When it began, and when it was over."""
        if pieces and not in_vain:
            return pieces[0][2], pieces[-1][2]
        left = self._clock.monotonic() if self._left is None else self._left
        if pieces:
            return pieces[0][2], max(pieces[-1][2], left)
        return (left if self._called is None else self._called), left

    def _started(self, first: float) -> datetime:
        now, ago = self._clock.now(), self._clock.monotonic() - first
        return datetime.fromtimestamp(now.timestamp() - ago, tz=now.tzinfo)

    def _note(self, data: bytes, *, outward: bool) -> None:
        if not data:
            return
        if not self._pieces and self.on_first_byte:
            self.on_first_byte()
        self._pieces.append((outward, data, self._clock.monotonic()))
