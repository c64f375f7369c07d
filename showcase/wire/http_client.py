"""One HTTP exchange on one recorded connection.

httpx speaks HTTP; below it stands a network backend of ours, whose streams are recorded streams
(`showcase.wire.stream`), so that what is recorded is what the socket carried.
"""

import asyncio
import ssl
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import httpcore
import httpx
import msgspec

from showcase.wire.failure import Garbled, HungUp, LineBroke, Unreachable, hung_up, silent
from showcase.wire.limits import DEFAULT, Limits
from showcase.wire.line import Line
from showcase.wire.stream import Stream, connect


class HttpReply(msgspec.Struct, frozen=True, kw_only=True):
    """An answer over HTTP, whatever its status.

    Attributes:
        status: 200, 400, 500 …
        reason: The phrase behind it.
        content_type: The header field; empty where there is none.
        body: Decoded from its transfer coding, nothing else.
        date: The header field; empty where there is none.
    """

    status: int
    reason: str
    content_type: str
    body: bytes
    date: str = ""


async def post(
    url: str,
    *,
    headers: dict[str, str],
    body: bytes,
    line: Line,
    deadline: float,
    tls: ssl.SSLContext | None = None,
    limits: Limits = DEFAULT,
) -> HttpReply:
    """Send one POST on a connection of its own, and read the answer.

    Args:
        url: ``http://`` or ``https://``.
        headers: Header fields beside Host and Content-Length.
        body: What to send.
        line: Where to record.
        deadline: Seconds from now to the last byte of the answer.
        tls: Context for ``https://``; None: whatever this machine's authorities vouch for.
        limits: How large an answer may be.

    Raises:
        LineBroke: No HTTP answer came.
    """
    address = _address(url)
    since = line.mark()
    try:
        async with asyncio.timeout(deadline):
            return await _post(url, headers, body, line, deadline, tls, limits)
    except TimeoutError as error:
        if not _begins_well(line.recording(since).response):
            raise _no_http(address, "no HTTP") from error
        raise silent(address, deadline) from error
    except httpx.RemoteProtocolError as error:
        raise _not_http(address, line.recording(since).response, error) from error


async def _post(
    url: str,
    headers: dict[str, str],
    body: bytes,
    line: Line,
    deadline: float,
    tls: ssl.SSLContext | None,
    limits: Limits,
) -> HttpReply:
    head = {"Accept-Encoding": "identity", "Connection": "close", **headers}
    https = url.lower().startswith("https:")
    context = (tls or ssl.create_default_context()) if https else None
    transport = RecordedTransport(line, deadline=deadline, tls=context)
    async with (
        httpx.AsyncClient(transport=transport, timeout=deadline) as client,
        client.stream("POST", url, content=body, headers=head) as response,
    ):
        content = await _bounded(response, limits.message_bytes)
        return HttpReply(
            status=response.status_code,
            reason=response.reason_phrase,
            content_type=response.headers.get("Content-Type", ""),
            body=content,
            date=response.headers.get("Date", ""),
        )


async def _bounded(response: httpx.Response, most: int) -> bytes:
    """The body, counted as it comes: a declared length is a claim."""
    coding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if coding not in {"", "identity"}:
        raise Garbled(
            f"The answer is compressed ({coding}), though it was asked not to be.",
            remedy="Switch off HTTP compression at that system.",
            status=f"Content-Encoding {coding}",
        )
    pieces: list[bytes] = []
    size = 0
    async for piece in response.aiter_raw():
        size += len(piece)
        if size > most:
            raise Garbled(
                f"The answer is larger than {most // 2**20} MB.",
                remedy="Let that system answer with less.",
                status="answer too large",
            )
        pieces.append(piece)
    return b"".join(pieces)


class RecordedTransport(httpx.AsyncBaseTransport):
    """An httpx transport with one connection, recorded on a line."""

    def __init__(self, line: Line, *, deadline: float, tls: ssl.SSLContext | None = None) -> None:
        """Nothing is connected before the first request."""
        self._pool = httpcore.AsyncConnectionPool(
            max_connections=1, network_backend=_Backend(line, deadline, tls)
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send, and return once the head of the answer is there."""
        url = request.url
        assert isinstance(request.stream, httpx.AsyncByteStream)
        asked = httpcore.Request(
            method=request.method,
            url=httpcore.URL(
                scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
            ),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        try:
            answer = await self._pool.handle_async_request(asked)
        except httpcore.RemoteProtocolError as error:
            raise httpx.RemoteProtocolError(str(error)) from error
        return httpx.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=_Body(answer),
            extensions=answer.extensions,
        )

    async def aclose(self) -> None:
        """Close the connection."""
        await self._pool.aclose()


class _Body(httpx.AsyncByteStream):
    """The body of an answer, with httpcore's errors under httpx's names."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for piece in self._answer.aiter_stream():
                yield piece
        except httpcore.RemoteProtocolError as error:
            raise httpx.RemoteProtocolError(str(error)) from error

    async def aclose(self) -> None:
        await self._answer.aclose()


class _Backend(httpcore.AsyncNetworkBackend):
    """Connects by `showcase.wire.stream`; TLS, where wanted, begins with the connection."""

    def __init__(self, line: Line, deadline: float, tls: ssl.SSLContext | None) -> None:
        self._line = line
        self._deadline = deadline
        self._tls = tls

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002 - httpcore's signature
        socket_options: object = None,  # noqa: ARG002 - httpcore's signature
    ) -> httpcore.AsyncNetworkStream:
        stream = await connect(
            host, port, self._line, deadline=timeout or self._deadline, tls=self._tls
        )
        return _NetworkStream(stream)


class _NetworkStream(httpcore.AsyncNetworkStream):
    """A recorded stream as httpcore wants it."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 - httpcore's signature
        return await self._stream.read()

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002 - httpcore's signature
        if not buffer:
            return
        try:
            await self._stream.write(buffer)
        except HungUp as error:
            # httpcore then still reads: a server may refuse a large body before its end
            raise httpcore.WriteError(str(error)) from error

    async def aclose(self) -> None:
        await self._stream.close()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,  # noqa: ARG002 - the backend began with it
        server_hostname: str | None = None,  # noqa: ARG002 - httpcore's signature
        timeout: float | None = None,  # noqa: ARG002 - httpcore's signature
    ) -> httpcore.AsyncNetworkStream:
        return self


def _not_http(address: str, said: bytes, error: httpx.RemoteProtocolError) -> LineBroke:
    """Which it was: a peer that left in the middle, or one that speaks something else."""
    left = "disconnected" in str(error) or "closed connection" in str(error)
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


def _address(url: str) -> str:
    """``host:port`` of a URL.

    Raises:
        Unreachable: It is no URL of a web service.
    """
    try:
        parts = httpx.URL(url)
        port = urlsplit(url).port
    except (httpx.InvalidURL, ValueError):
        parts, port = httpx.URL(), 0
    if parts.scheme not in {"http", "https"} or not parts.host or port == 0:
        raise Unreachable(
            f"{url} is not the address of a web service.",
            remedy="Correct the URL in the cast: http://host:port/path.",
            status="bad URL",
        )
    return f"{parts.host}:{port or (443 if parts.scheme == 'https' else 80)}"
