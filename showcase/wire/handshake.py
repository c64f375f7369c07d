"""TLS handshakes.

A handshake begins on a connection that stands already, so that *nobody is there* and *nobody
there wants to know us* are told apart, and so that a listener hears of the callers it lost.
"""

import asyncio
import ssl
from collections.abc import Coroutine
from contextlib import suppress
from datetime import UTC
from typing import TypeVar

from cryptography import x509

from showcase.wire.clock import Clock, SystemClock
from showcase.wire.distrust import Presented, no_answer, refused
from showcase.wire.failure import LineBroke, TlsRefused, silent, unreachable
from showcase.wire.tls import PLUG, Context

_T = TypeVar("_T")

PATIENCE = 10.0
"""Seconds that a caller may take over its handshake."""

_CERTIFICATE_REQUEST = 13
"""RFC 8446 4, HandshakeType certificate_request."""


async def call(
    writer: asyncio.StreamWriter, host: str, address: str, tls: ssl.SSLContext, deadline: float
) -> None:
    """Do the caller's side of a handshake on an open connection.

    Args:
        writer: The connection.
        host: Whom we called.
        address: The same with its port, for people.
        tls: The context.
        deadline: Seconds the peer has.

    Raises:
        TlsRefused: It failed.
    """
    who = name_of(tls, address)
    PLUG.set(writer.get_extra_info("socket").dup)
    try:
        async with asyncio.timeout(deadline):
            await writer.start_tls(tls, server_hostname=host)
    except TimeoutError as error:
        raise no_answer(who, deadline) from error
    except (OSError, EOFError) as error:
        raise refused(error, who, shows=_shows(tls), calling=True) from error


async def answer(
    begin: Coroutine[object, object, _T], transport: asyncio.BaseTransport, tls: ssl.SSLContext
) -> _T:
    """Do the listener's side of a handshake; whoever listens is told when it fails.

    Args:
        begin: What does it: ``start_tls`` of a stream or a loop.
        transport: The connection.
        tls: The context.

    Returns:
        What `begin` returns.

    Raises:
        TlsRefused: It failed.
    """
    peer = transport.get_extra_info("peername")
    remote = f"{peer[0]}:{peer[1]}" if isinstance(peer, tuple) else str(peer or "")
    PLUG.set(transport.get_extra_info("socket").dup)
    try:
        async with asyncio.timeout(PATIENCE):
            return await begin
    except TimeoutError as error:
        raise tell(tls, remote, no_answer(remote, PATIENCE)) from error
    except (OSError, EOFError) as error:
        raise tell(tls, remote, refused(error, remote)) from error


def tell(tls: ssl.SSLContext, remote: str, failure: TlsRefused) -> TlsRefused:
    """Have whoever listens know that a caller was lost."""
    if isinstance(tls, Context) and tls.told:
        tls.told(remote, failure)
    return failure


def name_of(tls: ssl.SSLContext | None, address: str) -> str:
    """What people call the peer."""
    return (tls.who if isinstance(tls, Context) else "") or address


async def present(host: str, port: int, tls: ssl.SSLContext, *, deadline: float) -> Presented:
    """See how a server presents itself, whether it can be trusted or not.

    Nothing is sent once the handshake is done.

    Args:
        host: Name or address.
        port: TCP port.
        tls: The context that would be used; what we show is taken from it.
        deadline: Seconds for all of it.

    Raises:
        LineBroke: There is no server, or no TLS.
    """
    address = f"{host}:{port}"
    looking = _looker(tls)
    asked: list[bool] = []
    # no public way tells whether a server asked; this one serves `debug` in CPython's own tests
    looking._msg_callback = lambda *said: asked.append(said[4] == _CERTIFICATE_REQUEST)  # type: ignore[attr-defined] # noqa: SLF001 - see above
    try:
        async with asyncio.timeout(deadline):
            _, writer = await asyncio.open_connection(host, port)
    except TimeoutError as error:
        raise silent(address, deadline) from error
    except OSError as error:
        raise unreachable(address, error) from error
    try:
        await call(writer, host, address, looking, deadline)
        shown = writer.get_extra_info("ssl_object")
        der = shown.getpeercert(binary_form=True)
        return _presented(shown.version(), x509.load_der_x509_certificate(der), asks=any(asked))
    finally:
        writer.close()
        with suppress(OSError, TimeoutError):
            async with asyncio.timeout(1):
                await writer.wait_closed()


async def explained(
    failure: TlsRefused,
    host: str,
    port: int,
    tls: ssl.SSLContext,
    *,
    deadline: float,
    clock: Clock | None = None,
) -> TlsRefused:
    """The same failure with whose certificate it was and when it expired, if that can be seen.

    OpenSSL does not hand out a certificate that it has refused; a second look does.
    """
    cause = failure.__cause__
    if not isinstance(cause, ssl.SSLCertVerificationError):
        return failure
    try:
        shown = await present(host, port, tls, deadline=deadline)
    except LineBroke:
        return failure
    now = (clock or SystemClock()).now()
    return refused(cause, name_of(tls, f"{host}:{port}"), shown=shown, now=now)


def _shows(tls: ssl.SSLContext) -> bool:
    return not isinstance(tls, Context) or tls.credentials is not None


def _looker(tls: ssl.SSLContext) -> Context:
    """A context that takes whatever certificate is shown, only to look at it."""
    looking = Context(ssl.PROTOCOL_TLS_CLIENT)
    looking.check_hostname = False
    looking.verify_mode = ssl.CERT_NONE
    if isinstance(tls, Context):
        looking.who = tls.who
        if tls.credentials:  # in TLS 1.2 a server may want ours before it is done
            looking.load_cert_chain(tls.credentials.certificate, tls.credentials.key)
    return looking


def _presented(version: str, certificate: x509.Certificate, *, asks: bool) -> Presented:
    return Presented(
        version=version,
        subject=_common_name(certificate.subject),
        issuer=_common_name(certificate.issuer),
        since=certificate.not_valid_before_utc.astimezone(UTC),
        until=certificate.not_valid_after_utc.astimezone(UTC),
        asks=asks,
    )


def _common_name(name: x509.Name) -> str:
    found = name.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
    return str(found[0].value) if found else name.rfc4514_string()
