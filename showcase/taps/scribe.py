"""Hops of one tapped connection: who speaks, with whom, and the bytes that are theirs."""

from contextlib import AbstractAsyncContextManager

from showcase.model.exchange import Verdict
from showcase.standins.hop import Hop
from showcase.standins.standin import StandIn
from showcase.taps.tape import Span, Tape
from showcase.wire.addresses import host_of
from showcase.wire.failure import Garbled
from showcase.wire.line import Line


class Scribe:
    """Knows both ends of a connection.

    Attributes:
        tape: What has crossed it.
    """

    def __init__(
        self, receiver: StandIn, tape: Tape, transport: str, *, caller: str, sender: str
    ) -> None:
        """A connection on which nothing has been said.

        Args:
            receiver: The stand-in of the role that is called, whoever plays it.
            tape: What crosses the connection.
            transport: Its name in the recording: ``mllp``, ``dicom``, ``http``.
            caller: ``host:port`` of whoever has called.
            sender: The role that was given the tap's port; empty: anybody.
        """
        self.tape = tape
        self.tls = ""
        self.responder = ""
        self._me = receiver
        self._transport = transport
        self._caller = caller
        self._sender = sender

    @property
    def receiver(self) -> str:
        """What people call the system that is called."""
        return self._me.book.called(self._me.role.key)

    def sender(self, name: str) -> str:
        """The role of the caller, by the name that it gives; its address where nobody knows it."""
        book = self._me.book
        found = book.identify(self._caller, name)
        roles = {role.key for role in book.programme.roles}
        if found in roles - {self._me.role.key}:
            return found
        # on one machine the only system that the cast has there may be the one that is called
        host = host_of(self._caller)
        return self._sender or (book.names.get(host, host) if found in roles else found)

    def line(self) -> Line:
        """An empty line between the two real systems."""
        line = Line(
            self._transport,
            initiated=False,
            local=self.responder,
            remote=self._caller,
            clock=self._me.hops.clock,
        )
        line.tls = self.tls
        return line

    def hop(
        self, transaction: str, line: Line, *, name: str, label: str = ""
    ) -> AbstractAsyncContextManager[Hop]:
        """A hop from the caller to the receiver; `line` must hold its bytes when it ends."""
        return self._me.hops.incoming(
            transaction,
            self._me.role.key,
            line,
            since=0,
            sender=self.sender(name),
            label=label,
        )

    async def begin(self, transaction: str, *, name: str, label: str = "") -> "Heard":
        """A request has been understood."""
        line = self.line()
        context = self.hop(transaction, line, name=name, label=label)
        return Heard(await context.__aenter__(), context, line, self.tape)

    def lost(self, fault: Garbled) -> None:
        """Tell staff that what passes cannot be made out; it passes all the same."""
        self._me.hops.notice(
            f"A tap cannot follow what {self._caller} says. {fault.words} It is passed on unseen.",
            fault.remedy,
            role=self._me.role.key,
        )


class Heard:
    """A request that has been understood, and waits for its answer."""

    def __init__(
        self, hop: Hop, context: AbstractAsyncContextManager[Hop], line: Line, tape: Tape
    ) -> None:
        """The hop has begun."""
        self.hop = hop
        self._context = context
        self._line = line
        self._tape = tape

    async def end(self, verdict: Verdict, outward: Span, inward: Span) -> None:
        """It was answered, or never will be; the bytes in both spans are the hop's."""
        self.hop.judge(verdict)
        self._line.take_up(self._tape.take(outward, inward))
        await self._context.__aexit__(None, None, None)
