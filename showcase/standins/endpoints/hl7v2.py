"""HL7 v2 over MLLP: which behaviour answers which message, and what nobody answers."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, ClassVar

import msgspec
import structlog

from showcase.model.system import Mllp
from showcase.protocols.hl7v2.ack import Fault, accept, judge_ack, refuse
from showcase.protocols.hl7v2.codec import Message
from showcase.protocols.hl7v2.header import Party, sender_of, signed
from showcase.protocols.hl7v2.person import read_pid
from showcase.protocols.hl7v2.server import Server, Told, nobody_is_told
from showcase.standins.behaviour import Behaviour
from showcase.wire.line import Line

if TYPE_CHECKING:
    from showcase.standins.standin import StandIn

_log = structlog.get_logger()


class Answers(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of message that a behaviour answers.

    Attributes:
        transaction: Catalogue id.
        code: MSH-9.1.
        triggers: MSH-9.2.
        version: The version the transaction is specified in. Any other is answered, too; this
            decides only where two transactions use the same message.
    """

    transaction: str
    code: str
    triggers: tuple[str, ...]
    version: str


class AnswersHl7(Behaviour, ABC):
    """A behaviour that answers HL7 v2 messages. Subclass, set `answers`, write `answer`."""

    answers: ClassVar[tuple[Answers, ...]]
    """What it answers."""

    @abstractmethod
    async def answer(self, transaction: str, message: Message) -> Message:
        """The one answer to a message; whatever is raised becomes AR."""

    def accept(self, message: Message) -> Message:
        """The answer that says AA."""
        return accept(message, self.me.now())

    def refuse(self, message: Message, faults: Sequence[Fault]) -> Message:
        """The answer that says AE or AR, and why."""
        return refuse(message, faults, self.me.now())


class Hl7v2Endpoint:
    """The MLLP port of one stand-in."""

    def __init__(self, me: "StandIn") -> None:
        """Collect the behaviours that answer here."""
        self._me = me
        self._behaviours = tuple(b for b in me.behaviours if isinstance(b, AnswersHl7))
        self._kinds: dict[str, list[tuple[AnswersHl7, Answers]]] = {}
        for behaviour in self._behaviours:
            for kind in behaviour.answers:
                self._kinds.setdefault(kind.code, []).append((behaviour, kind))
        self._server = Server(self._answer, me.hops.clock, watch=self._watch)

    @property
    def wanted(self) -> bool:
        """Whether any behaviour answers here."""
        return bool(self._behaviours)

    async def open(self) -> Mllp:
        """Listen; return the address.

        Raises:
            OSError: The port is taken.
        """
        mine = self._me.listening
        security = self._me.security
        port = await self._server.open(
            mine.host,
            mine.ports.get("hl7v2", 0),
            tls=security.door(),
            gate=self._me.gate("hl7v2"),
        )
        return Mllp(
            host=mine.host,
            port=port,
            application=mine.application,
            facility=mine.facility,
            tls=security.address,
        )

    async def close(self) -> None:
        """Stop listening and drop every connection."""
        await self._server.close()

    async def _answer(self, message: Message) -> Message:
        mine = self._me.listening
        return signed(await self._content(message), Party(mine.application, mine.facility))

    async def _content(self, message: Message) -> Message:
        found = self._find(message)
        if isinstance(found, Fault):
            return refuse(message, (found,), self._me.now())
        behaviour, kind = found
        return await behaviour.answer(kind.transaction, message)

    @asynccontextmanager
    async def _watch(self, message: Message, line: Line, since: int) -> AsyncIterator[Told]:
        """Make a hop of what a caller starts here; it is in the journal before the answer goes."""
        found = self._find(message)
        name = sender_of(message).application
        if isinstance(found, Fault):
            _log.warning("not taken", role=self._me.role.key, sender=name, why=found.said)
            yield nobody_is_told
            return
        _, kind = found
        async with self._me.hops.incoming(
            kind.transaction,
            self._me.role.key,
            line,
            since=since,
            sender=self._me.book.identify(line.remote, name),
            label=read_pid(message).name,
        ) as hop:

            async def told(answer: Message) -> None:
                hop.judge(judge_ack(answer))
                await hop.keep()

            yield told

    def _find(self, message: Message) -> tuple[AnswersHl7, Answers] | Fault:
        """Who answers: the message code and the trigger event decide, not the version."""
        kinds = self._kinds.get(message.code, [])
        if not kinds:
            return Fault("200", "MSH-9.1", f"{self._me.role.title} takes no {message.code}")
        found = [(b, kind) for b, kind in kinds if message.trigger in kind.triggers]
        if not found:
            event = f"{message.code}^{message.trigger}"
            return Fault("201", "MSH-9.2", f"{self._me.role.title} takes no {event}")
        return next((each for each in found if each[1].version == message.version), found[0])
