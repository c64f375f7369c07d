"""The SOAP server: HTTP in, HTTP out, every byte recorded.

A request that is not HTTP, or too large, is refused here, by status; what is SOAP about it is
`service`'s business.
"""

import ssl
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from weakref import WeakKeyDictionary

import msgspec
import structlog
from aiohttp import web

from showcase.protocols.soap.service import Served
from showcase.wire.failure import Garbled, HungUp, LineBroke, hung_up
from showcase.wire.gate import Gate
from showcase.wire.http_body import HttpBodies
from showcase.wire.http_recorder import line_of
from showcase.wire.http_server import HttpServer
from showcase.wire.limits import DEFAULT, Limits
from showcase.wire.line import Line

_PIECES = 2000
"""After so many recorded pieces a connection is closed, so that its record does not grow on."""

_END_OF_HEAD = b"\r\n\r\n"

_log = structlog.get_logger()


class Incoming(msgspec.Struct, frozen=True, kw_only=True):
    """A request that has come in whole.

    Attributes:
        path: Of its URL: ``/iti-41``.
        body: To be looked at until it is answered.
        line: The connection it came on.
        since: The line's mark before its first byte.
    """

    path: str
    content_type: str
    body: bytearray
    line: Line
    since: int


Answering = Callable[[Incoming], AbstractAsyncContextManager[Served]]
"""Opens around one request, and closes once its answer has been written."""


class SoapServer:
    """One HTTP port. Paths that `paths` does not know are answered 404."""

    def __init__(
        self, answering: Answering, paths: frozenset[str], *, limits: Limits = DEFAULT
    ) -> None:
        """A server that does not listen yet."""
        self._answering = answering
        self._paths = paths
        self._http = HttpServer(self._handle, limits=limits)
        self._bodies = HttpBodies(limits)
        self._marks: WeakKeyDictionary[Line, int] = WeakKeyDictionary()

    async def open(
        self,
        host: str,
        port: int,
        *,
        tls: ssl.SSLContext | None = None,
        gate: Gate | None = None,
    ) -> int:
        """Listen, and return the port; see `HttpServer.open`.

        Raises:
            OSError: The address is taken or not ours.
        """
        return await self._http.open(host, port, tls=tls, gate=gate)

    async def close(self) -> None:
        """Stop listening and drop every connection."""
        await self._http.close()

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        line = line_of(request)
        try:
            return await self._answer_or_refuse(request, line)
        except HungUp as error:  # while we read, answered, or refused
            _log.warning("caller went away", peer=line.remote, why=error.words)
            return _refusal(400, error.words, close=True)  # nobody is there to read it

    async def _answer_or_refuse(self, request: web.Request, line: Line) -> web.StreamResponse:
        try:
            return await self._answer(request, line)
        except Garbled as error:
            _log.warning("request refused", peer=line.remote, why=error.words)
            status = int(error.status) if error.status.isdigit() else 400
            return await self._write(request, line, _refusal(status, error.words, close=True))
        except HungUp:
            raise
        except LineBroke as error:
            _log.warning("request broke off", peer=line.remote, why=error.words)
            return await self._write(request, line, _refusal(408, error.words, close=True))

    async def _answer(self, request: web.Request, line: Line) -> web.StreamResponse:
        refusal = self._refused(request)
        if refusal:
            return await self._write(request, line, refusal)
        async with self._bodies.of(request) as body:
            incoming = Incoming(
                path=request.path,
                content_type=request.headers.get("Content-Type", ""),
                body=body,
                line=line,
                since=self._marks.get(line, 0),
            )
            async with self._answering(incoming) as served:
                answer = web.Response(
                    status=served.status,
                    body=served.body,
                    headers={"Content-Type": served.content_type},
                )
                written = await self._write(request, line, answer)
                ahead = _sent_ahead(request, incoming)
                self._marks[line] = line.mark()
            line.take_up(ahead)
            return written

    async def _write(
        self, request: web.Request, line: Line, answer: web.Response
    ) -> web.StreamResponse:
        """Write an answer to its last byte, so that it is recorded before its hop ends."""
        answer.headers["Server"] = "Showcase"
        if line.mark() > _PIECES:
            answer.force_close()
        try:
            await answer.prepare(request)
            await answer.write_eof()
        except ConnectionError as error:
            raise hung_up(line.remote) from error
        # a connection may carry many exchanges: the next begins where this one ended
        self._marks[line] = line.mark()
        return answer

    def _refused(self, request: web.Request) -> web.Response | None:
        if request.path not in self._paths:
            known = ", ".join(sorted(self._paths))
            return _refusal(404, f"There is no {request.path} here, only {known}.")
        if request.method != "POST":
            return _refusal(405, "SOAP requests are posted.", headers={"Allow": "POST"})
        coding = request.headers.get("Content-Encoding", "identity").strip().lower()
        if coding not in {"", "identity"}:
            return _refusal(415, f"Content-Encoding {coding} is not taken.", close=True)
        return None


def _sent_ahead(request: web.Request, incoming: Incoming) -> list[tuple[bool, bytes, float]]:
    """Take off the line what was sent behind a request before its answer (RFC 9112 9.3.2).

    Of the next request's hop, not of this one. Behind chunks nobody looks: who pipelines knows
    how much it sends.
    """
    head = b""
    for piece in incoming.line.heard(incoming.since) if request.content_length else ():
        head += piece
        end = head.find(_END_OF_HEAD, len(head) - len(head.lstrip(b"\r\n")))
        if end >= 0:
            size = end + len(_END_OF_HEAD) + (request.content_length or 0)
            return incoming.line.set_beyond(incoming.since, size)
    return []


def _refusal(
    status: int, words: str, *, close: bool = False, headers: dict[str, str] | None = None
) -> web.Response:
    response = web.Response(status=status, text=words + "\n", headers=headers)
    if close:
        response.force_close()
    return response
