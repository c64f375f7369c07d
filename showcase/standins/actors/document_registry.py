"""The document registry: knows what documents there are, and of whom."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from showcase.model.clearance import Holding
from showcase.protocols.soap import registry_response
from showcase.protocols.soap.message import Message
from showcase.protocols.soap.metadata import Cx
from showcase.protocols.soap.service import Operation, Reply
from showcase.protocols.soap.vocabulary import REGISTER, STORED_QUERY
from showcase.standins.endpoints.soap import AnswersSoap
from showcase.standins.xds import registering, stored_queries
from showcase.standins.xds.holdings import Holdings
from showcase.transactions import iti18, iti42
from showcase.wire.clock import SystemClock

if TYPE_CHECKING:
    from showcase.standins.standin import StandIn


class DocumentRegistry(AnswersSoap):
    """Answers ITI-42 and ITI-18; the patients it accepts are those of its own feed (ITI-8)."""

    actor = "Document Registry"

    def __init__(self, me: "StandIn") -> None:
        """An empty registry."""
        super().__init__(me)
        self._holdings = Holdings()
        self._clock = SystemClock()

    async def forget(self) -> dict[Holding, int]:
        """An empty registry."""
        count = len(self._holdings.documents.by_uuid)
        self._holdings = Holdings()
        return {Holding.ENTRY: count}

    def soap_operations(self) -> Iterable[tuple[str, Operation]]:
        """ITI-42 and ITI-18."""
        yield (
            REGISTER,
            Operation(
                transaction="ITI-42",
                response_action=f"{REGISTER}Response",
                mtom=False,
                handle=self._register,
            ),
        )
        yield (
            STORED_QUERY,
            Operation(
                transaction="ITI-18",
                response_action=f"{STORED_QUERY}Response",
                mtom=False,
                handle=self._answer,
            ),
        )

    async def _register(self, request: Message) -> Reply:
        objects = iti42.read(request)
        self._follow_merges()
        now = self._clock.now().strftime("%Y%m%d%H%M%S")
        errors = registering.register(self._holdings, objects, knows=self._knows, now=now)
        return Reply(body=registry_response.write(registry_response.outcome(errors)))

    async def _answer(self, request: Message) -> Reply:
        query = iti18.read(request)
        self._follow_merges()
        return Reply(body=iti18.write(*stored_queries.answer(self._holdings, query)))

    def _follow_merges(self) -> None:
        """The feed (`registry_feed`) keeps subsumed identifiers as links of the surviving one."""
        for (authority, value), subsumed in self.me.memory.linked.items():
            for each in subsumed:
                self._holdings.merge(
                    str(Cx(each.id, each.authority_oid)), str(Cx(value, authority))
                )

    def _knows(self, patient: Cx) -> bool:
        return (patient.oid, patient.id) in self.me.memory.people
