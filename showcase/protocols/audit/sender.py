"""One record to one repository: UDP (RFC 5426), or TLS with octet counting (RFC 5425)."""

import asyncio
import errno
import os
import socket
import ssl

from showcase.protocols.audit.syslog import frame
from showcase.wire.distrust import turned_away
from showcase.wire.failure import Garbled, LineBroke, silent, unreachable
from showcase.wire.handshake import name_of
from showcase.wire.line import Line
from showcase.wire.stream import Stream, connect

_ALERT_WITHIN = 0.1
"""Seconds in which a server that turns us away says so."""


async def send_udp(line: Line, host: str, port: int, message: bytes, *, deadline: float) -> None:
    """Send one datagram, recorded on `line`.

    The datagram has no answer. Still, a machine that says at once that nobody listens there is
    believed.

    Raises:
        Unreachable: There is no way to the repository, or its machine says that nobody listens.
        Garbled: The record is larger than a datagram can be.
        Silent: The name of the host was not resolved in time.
    """
    address = f"{host}:{port}"
    line.calling(address)
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(deadline):
            found = await loop.getaddrinfo(host, port, type=socket.SOCK_DGRAM)
    except TimeoutError as error:
        raise silent(address, deadline) from error
    except OSError as error:
        raise unreachable(address, error) from error
    family, kind, protocol, _, target = found[0]
    with socket.socket(family, kind, protocol) as plug:
        plug.settimeout(0.0)
        try:
            plug.connect(target)
            local = plug.getsockname()
            line.connected(f"{local[0]}:{local[1]}", address)
            line.sent(message)
            await loop.sock_sendall(plug, message)
            # an ICMP "port unreachable" that has come back by now waits on the socket
            refused = plug.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        except OSError as error:
            raise _cause(address, error) from error
    if refused:
        raise unreachable(address, OSError(refused, os.strerror(refused)))


async def send_tls(
    line: Line, host: str, port: int, message: bytes, *, tls: ssl.SSLContext, deadline: float
) -> None:
    """Send one record over a TLS connection of its own, recorded on `line`.

    Raises:
        Unreachable: Nobody accepts.
        TlsRefused: One of the two does not trust the other's certificate (ITI-19).
        Silent: Nothing happened within the deadline.
    """
    stream = await connect(host, port, line, deadline=deadline, tls=tls)
    try:
        async with asyncio.timeout(deadline):
            await stream.write(frame(message))
        await _not_turned_away(stream, name_of(tls, line.remote))
    except TimeoutError as error:
        raise silent(line.remote, deadline) from error
    finally:
        await stream.close()


async def _not_turned_away(stream: Stream, who: str) -> None:
    """In TLS 1.3 a server judges our certificate only after we may send (RFC 8446 2)."""
    try:
        async with asyncio.timeout(_ALERT_WITHIN):
            if await stream.read():
                return
    except TimeoutError:
        return  # a repository has nothing to say
    raise turned_away(who, EOFError())


def _cause(address: str, error: OSError) -> LineBroke:
    if error.errno == errno.EMSGSIZE:
        return Garbled(
            "The audit record is larger than a UDP datagram can be.",
            remedy="Give the repository a TLS port in the cast.",
            status="message too long",
        )
    return unreachable(address, error)
