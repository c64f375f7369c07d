"""One HTTP exchange on one recorded connection.

h11 says what HTTP is (RFC 9112); the connection is a recorded stream (`showcase.wire.stream`), so
that what is recorded is what the socket carried.
"""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

import h11
import msgspec

from showcase.model.system import in_url
from showcase.wire.failure import Garbled, HungUp, LineBroke, Unreachable, hung_up, silent
from showcase.wire.limits import DEFAULT, Limits
from showcase.wire.line import Line
from showcase.wire.stream import Stream, connect

_LARGEST_HEAD = 100 * 1024
"""Bytes of an answer's head."""

_AS_IT_IS = "/?%:@!$&'()*+,;=~"
"""What stands in a path and a query as it is (RFC 3986, 3.3 and 3.4), beside letters."""

_SMALL = 64 * 1024
"""Bytes of a body that goes out together with its head."""


class HttpReply(msgspec.Struct, frozen=True, kw_only=True):
    """An answer over HTTP, whatever its status.

    Attributes:
        status: 200, 400, 500 …
        reason: The phrase behind it.
        content_type: The header field; empty where there is none.
        body: Decoded from its transfer coding, nothing else.
        date: The header field; empty where there is none.
        location: Likewise: where a redirection leads (RFC 9110 15.4).
    """

    status: int
    reason: str
    content_type: str
    body: bytes
    date: str = ""
    location: str = ""


class _Where(msgspec.Struct, frozen=True, kw_only=True):
    """A URL, taken apart.

    Attributes:
        secure: ``https``.
        name: Host and port as the URL has them, for the header field Host.
        target: Path and query.
    """

    host: str
    port: int
    secure: bool
    name: str
    target: str


async def post(
    url: str,
    *,
    headers: dict[str, str],
    body: bytes | tuple[bytes, ...],
    line: Line,
    deadline: float,
    tls: ssl.SSLContext | None = None,
    limits: Limits = DEFAULT,
) -> HttpReply:
    """Send one POST on a connection of its own, and read the answer.

    Args:
        url: ``http://`` or ``https://``.
        headers: Header fields beside Host and Content-Length.
        body: What to send, in one piece or in several.
        line: Where to record.
        deadline: Seconds from now to the last byte of the answer.
        tls: Context for ``https://``; None: whatever this machine's authorities vouch for.
        limits: How large an answer may be.

    Raises:
        LineBroke: No HTTP answer came.
    """
    where = _parsed(url)
    address = f"{where.host}:{where.port}"
    since = line.mark()
    talk = h11.Connection(h11.CLIENT, max_incomplete_event_size=_LARGEST_HEAD)
    try:
        async with asyncio.timeout(deadline), _connected(where, line, deadline, tls) as stream:
            await _ask(talk, stream, where, headers, body if isinstance(body, tuple) else (body,))
            return await _reply(talk, stream, limits.message_bytes)
    except TimeoutError as error:
        if not _begins_well(line.recording(since).response):
            raise _no_http(address, "no HTTP") from error
        raise silent(address, deadline) from error
    except h11.RemoteProtocolError as error:
        said = line.recording(since).response
        left = talk.trailing_data[1]  # the peer has closed
        raise _not_http(address, said, error, left=left) from error


@asynccontextmanager
async def _connected(
    where: _Where, line: Line, deadline: float, tls: ssl.SSLContext | None
) -> AsyncIterator[Stream]:
    secure = (tls or ssl.create_default_context()) if where.secure else None
    stream = await connect(where.host, where.port, line, deadline=deadline, tls=secure)
    try:
        yield stream
    finally:
        await stream.close()


def _request(where: _Where, headers: dict[str, str], size: int) -> h11.Request:
    fields = {
        "Host": where.name,
        "Accept": "*/*",
        "Accept-Encoding": "identity",
        "Connection": "close",
        **headers,
        "Content-Length": str(size),
    }
    return h11.Request(method="POST", target=where.target, headers=list(fields.items()))


async def _ask(
    talk: h11.Connection,
    stream: Stream,
    where: _Where,
    headers: dict[str, str],
    body: tuple[bytes, ...],
) -> None:
    size = sum(len(piece) for piece in body)
    begin = talk.send(_request(where, headers, size)) or b""
    for piece in body:
        talk.send_with_data_passthrough(h11.Data(data=piece))  # with a length it goes as it is
    talk.send(h11.EndOfMessage())
    with suppress(HungUp):  # a server may refuse a large body before its end, and say why
        if size <= _SMALL:
            await stream.write(b"".join((begin, *body)))
            return
        for piece in (begin, *body):
            await stream.write(piece)


async def _reply(talk: h11.Connection, stream: Stream, most: int) -> HttpReply:
    head = await _head(talk, stream)
    coding = _field(head, b"content-encoding").strip().lower()
    if coding not in {"", "identity"}:
        raise Garbled(
            f"The answer is compressed ({coding}), though it was asked not to be.",
            remedy="Switch off HTTP compression at that system.",
            status=f"Content-Encoding {coding}",
        )
    return HttpReply(
        status=head.status_code,
        reason=head.reason.decode("ascii", "replace"),
        content_type=_field(head, b"content-type"),
        body=await _body(talk, stream, most),
        date=_field(head, b"date"),
        location=_field(head, b"location"),
    )


async def _head(talk: h11.Connection, stream: Stream) -> h11.Response:
    while not isinstance(event := await _next(talk, stream), h11.Response):
        pass  # an interim answer: 100 Continue
    return event


async def _body(talk: h11.Connection, stream: Stream, most: int) -> bytes:
    """The body, counted as it comes: a declared length is a claim."""
    pieces: list[bytes] = []
    size = 0
    while isinstance(event := await _next(talk, stream), h11.Data):
        size += len(event.data)
        if size > most:
            raise Garbled(
                f"The answer is larger than {most // 2**20} MB.",
                remedy="Let that system answer with less.",
                status="answer too large",
            )
        pieces.append(event.data)
    return b"".join(pieces)


async def _next(talk: h11.Connection, stream: Stream) -> object:
    while (event := talk.next_event()) is h11.NEED_DATA:
        talk.receive_data(await stream.read())
    return event


def _field(head: h11.Response, name: bytes) -> str:
    return next((value.decode("latin-1") for each, value in head.headers if each == name), "")


def _not_http(
    address: str, said: bytes, error: h11.RemoteProtocolError, *, left: bool
) -> LineBroke:
    """Which it was: a peer that left in the middle, or one that speaks something else."""
    return hung_up(address) if left and _begins_well(said) else _no_http(address, str(error))


def _begins_well(said: bytes) -> bool:
    """Whether it may become an answer (RFC 9112 4), or is none yet."""
    return said[:5] == b"HTTP/"[: len(said)]


def _no_http(address: str, status: str) -> Garbled:
    return Garbled(
        f"What {address} answered is not HTTP.",
        remedy="Check host and port in the cast: another program seems to listen there.",
        status=status,
    )


def _parsed(url: str) -> _Where:
    """Where a URL of a web service leads.

    Raises:
        Unreachable: It is none.
    """
    try:
        return _taken_apart(urlsplit(url))
    except (ValueError, KeyError) as error:
        raise Unreachable(
            f"{url} is not the address of a web service.",
            remedy="Correct the URL in the cast: http://host:port/path.",
            status="bad URL",
        ) from error


def _taken_apart(parts: SplitResult) -> _Where:
    usual = {"http": 80, "https": 443}[parts.scheme]
    port = usual if parts.port is None else parts.port
    host = parts.hostname or ""
    if not host or not port:
        raise ValueError("no host, or no port")
    host = host if host.isascii() else host.encode("idna").decode("ascii")
    named = in_url(host)
    target = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    return _Where(
        host=host,
        port=port,
        secure=parts.scheme == "https",
        name=named if parts.port is None else f"{named}:{port}",
        target=quote(target, safe=_AS_IT_IS),
    )
