"""The audit port over UDP, which answers nothing: the most it can do is refuse.

An empty datagram is sent, which no audit repository can take for a record. Where nobody listens,
the machine says so (ICMP port unreachable, RFC 1122 4.1.3.1).
"""

import asyncio
import socket
from collections.abc import AsyncIterator

from showcase.readiness.path import Finding, Path, ready
from showcase.wire.failure import unreachable

_REFUSED_WITHIN = 0.5
"""Seconds in which a machine on a booth network says that nobody listens."""


async def ask_audit(path: Path) -> AsyncIterator[Finding]:
    """See whether a UDP port refuses.

    Raises:
        Unreachable: It does, or there is no way to it.
    """
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(path.host, path.port, type=socket.SOCK_DGRAM)
        family, kind, protocol, _, target = found[0]
        with socket.socket(family, kind, protocol) as plug:
            plug.setblocking(False)  # noqa: FBT003 - socket's signature
            plug.connect(target)
            plug.send(b"")
            async with asyncio.timeout(_REFUSED_WITHIN):
                await loop.sock_recv(plug, 1)
    except TimeoutError:
        pass  # silence is all that a well one has to say
    except OSError as error:
        raise unreachable(path.address, error) from error
    yield ready("answer", "UDP, which answers nothing; at least nobody refuses.")
