"""What a connection has brought and nobody has read yet."""

import asyncio
from collections import deque
from collections.abc import Iterable
from typing import SupportsIndex, cast

_WHOLE = 16 * 1024
"""Bytes from which on a piece is handed on as it came; smaller ones are put together first."""


class Inbox(asyncio.StreamReader):
    """A reader that hands on the very bytes which the socket gave.

    asyncio's own copies them twice on their way, which for images is as much work as all the
    rest. Only what a `Stream` needs of a reader is here: `read`, and the transport's side.
    """

    def __init__(self, limit: int) -> None:
        """Nothing has come. From twice `limit` bytes on that nobody reads, the peer must wait."""
        super().__init__(limit, asyncio.get_running_loop())
        self._most = 2 * limit
        self._came: deque[bytes] = deque()
        self._size = 0
        self._over = False
        self._news = asyncio.Event()
        self._source: asyncio.ReadTransport | None = None
        self._held_up = False

    def set_transport(self, transport: asyncio.BaseTransport) -> None:
        """Where it comes from."""
        super().set_transport(transport)
        self._source = cast("asyncio.ReadTransport", transport)  # sockets and TLS give no other

    def feed_data(self, data: Iterable[SupportsIndex]) -> None:
        """More has come."""
        piece = bytes(data)  # bytes stay what they are
        if not piece:
            return
        self._came.append(piece)
        self._size += len(piece)
        self._news.set()
        if self._source and self._size > self._most and not self._held_up:
            self._source.pause_reading()
            self._held_up = True

    def feed_eof(self) -> None:
        """Nothing more will come."""
        super().feed_eof()
        self._over = True
        self._news.set()

    def set_exception(self, exc: Exception) -> None:
        """The connection broke."""
        super().set_exception(exc)
        self._news.set()

    def at_eof(self) -> bool:
        """Whether all has been read that ever will come."""
        return self._over and not self._came

    async def read(self, n: int = -1) -> bytes:
        """The next bytes, at most `n`; empty once the peer has closed.

        Raises:
            Exception: The connection broke: whatever the transport said.
        """
        while not self._came:
            if broken := self.exception():
                raise broken
            if self._over:
                return b""
            self._news.clear()
            await self._news.wait()
        if broken := self.exception():
            raise broken
        data = self._taken(n if n > 0 else self._size)
        self._size -= len(data)
        if self._source and self._held_up and self._size <= self._most // 2:
            self._held_up = False
            self._source.resume_reading()
        return data

    def _taken(self, most: int) -> bytes:
        """The first piece; small ones together; of one that is too large, as much as is wanted."""
        data = self._came.popleft()
        if len(data) < _WHOLE and self._came:
            pieces = [data]
            size = len(data)
            while self._came and size + len(self._came[0]) <= most:
                pieces.append(self._came.popleft())
                size += len(pieces[-1])
            data = b"".join(pieces)
        if len(data) > most:
            self._came.appendleft(data[most:])
            data = data[:most]
        return data
