"""What this process hands to the kernel, byte for byte: below asyncio, TLS and our own records."""

import socket
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Sent:
    """Bytes that left.

    Attributes:
        at: By `time.monotonic`.
        port: To whom.
    """

    at: float
    port: int
    size: int


@dataclass
class Counted:
    """Everything that left over TCP."""

    sent: list[Sent] = field(default_factory=list)

    def to(self, ports: Collection[int], after: float = 0.0) -> int:
        """Bytes that were asked of whoever listens at these ports."""
        return sum(each.size for each in self.sent if each.port in ports and each.at > after)


@contextmanager
def counted() -> Iterator[Counted]:
    """Count what is sent while this lasts."""
    count = Counted()
    names = ("send", "sendmsg")
    kept = {name: getattr(socket.socket, name) for name in names}
    for name in names:
        setattr(socket.socket, name, _counting(kept[name], count))
    try:
        yield count
    finally:
        for name in names:
            delattr(socket.socket, name)  # what they inherit is there again


def _counting(send: Callable[..., int], count: Counted) -> Callable[..., int]:
    def counting(plug: socket.socket, *args: Any, **more: Any) -> int:  # noqa: ANN401 - any call
        size = send(plug, *args, **more)
        if plug.family in {socket.AF_INET, socket.AF_INET6} and plug.type == socket.SOCK_STREAM:
            count.sent.append(Sent(time.monotonic(), _port(plug), size))
        return size

    return counting


def _port(plug: socket.socket) -> int:
    try:
        return int(plug.getpeername()[1])
    except OSError:  # it was reset meanwhile
        return 0
