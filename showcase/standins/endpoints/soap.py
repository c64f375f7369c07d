"""Where a stand-in takes SOAP: one HTTP port, one path for each transaction.

A peer may well know a single address for both transactions of a repository, or of a registry: the
Technical Framework's own WSDL gives each actor one port (ITI TF-2 3.18.4.1.2.7, 3.43.5). So each
path takes all of them, and wsa:Action says which it is.
"""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from showcase.model.system import Soap, in_url
from showcase.protocols.soap import service
from showcase.protocols.soap.server import Incoming, SoapServer
from showcase.protocols.soap.service import Operation, Served
from showcase.standins.behaviour import Behaviour

if TYPE_CHECKING:
    from showcase.standins.standin import StandIn


class AnswersSoap(Behaviour, ABC):
    """A behaviour that answers SOAP requests."""

    @abstractmethod
    def soap_operations(self) -> Iterable[tuple[str, Operation]]:
        """The transactions it answers: wsa:Action of the request, and what to do."""


class SoapEndpoint:
    """The HTTP port of one stand-in, with a path for each transaction: ``/iti-41``."""

    def __init__(self, me: "StandIn") -> None:
        """Not listening yet."""
        self._me = me
        self._operations = {
            action: operation
            for behaviour in me.behaviours
            if isinstance(behaviour, AnswersSoap)
            for action, operation in behaviour.soap_operations()
        }
        self._transactions = {
            _path(operation.transaction): operation.transaction
            for operation in self._operations.values()
        }
        self._server = SoapServer(self._answering, frozenset(self._transactions))

    @property
    def wanted(self) -> bool:
        """Whether any behaviour answers SOAP."""
        return bool(self._operations)

    async def open(self) -> Soap:
        """Listen.

        Raises:
            OSError: The port is taken.
        """
        host = self._me.listening.host
        security = self._me.security
        port = await self._server.open(
            host,
            self._me.listening.ports.get("soap", 0),
            tls=security.door(),
            gate=self._me.gate("soap"),
        )
        scheme = "http" if security.clear else "https"
        return Soap(
            urls={
                transaction: f"{scheme}://{in_url(host)}:{port}{path}"
                for path, transaction in self._transactions.items()
            },
            tls=security.address,
        )

    async def close(self) -> None:
        """Stop listening and drop every connection."""
        await self._server.close()

    @asynccontextmanager
    async def _answering(self, incoming: Incoming) -> AsyncIterator[Served]:
        """A hop around the request: a stranger's becomes one of the journal's."""
        me = self._me
        asked = service.read(incoming.content_type, incoming.body)
        taken = self._operations.get(asked.action)
        async with me.hops.incoming(
            taken.transaction if taken else self._transactions[incoming.path],
            me.role.key,
            incoming.line,
            since=incoming.since,
            sender=me.book.identify(incoming.line.remote),
        ) as hop:
            served = await service.serve(asked, self._operations)
            hop.judge(served.verdict)
            hop.shows(label=served.label)
            yield served


def _path(transaction: str) -> str:
    return f"/{transaction.lower()}"
