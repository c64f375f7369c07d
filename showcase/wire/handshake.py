"""TLS handshakes, and what a failed one means in words.

A handshake begins on a connection that stands already, so that *nobody is there* and *nobody
there wants to know us* are told apart, and so that a listener hears of the callers it lost.
"""

import asyncio
import ssl
from collections.abc import Coroutine
from contextlib import suppress
from datetime import UTC, datetime
from typing import TypeVar

import msgspec
from cryptography import x509

from showcase.wire.clock import Clock, SystemClock
from showcase.wire.failure import LineBroke, TlsRefused, silent, unreachable
from showcase.wire.tls import PLUG, Context

_T = TypeVar("_T")

PATIENCE = 10.0
"""Seconds that a caller may take over its handshake."""

_CERTIFICATE_REQUEST = 13
"""RFC 8446 4, HandshakeType certificate_request."""

_ISSUE = "Or give it one of ours: “showcase cert issue”."
_IMPORT = "Have them trust our authority.crt; “showcase cert list” says where it lies."
_ASK_FOR_TLS = "Switch TLS on at that port, or take `tls` out of the cast."


class Presented(msgspec.Struct, frozen=True, kw_only=True):
    """How a server presents itself in a handshake.

    Attributes:
        version: ``TLSv1.3``.
        subject: Common name in its certificate; all of its name where it has none.
        issuer: Likewise, of who signed it.
        since: UTC time from which its certificate is good.
        until: UTC time of its last second.
        asks: Whether it asks for the caller's certificate (ITI-19 wants that).
    """

    version: str
    subject: str
    issuer: str
    since: datetime
    until: datetime
    asks: bool


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
        raise _no_answer(who, deadline) from error
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
        raise tell(tls, remote, _no_answer(remote, PATIENCE)) from error
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


def refused(
    error: BaseException,
    who: str,
    *,
    shown: Presented | None = None,
    now: datetime | None = None,
    shows: bool = True,
    calling: bool = False,
) -> TlsRefused:
    """What a failed handshake means.

    Args:
        error: What was raised.
        who: What people call the peer.
        shown: How it presented itself, if that is known.
        now: The time, if it matters.
        shows: Whether we had a certificate to show.
        calling: Whether we called, and the handshake is not done.
    """
    if isinstance(error, ssl.SSLCertVerificationError):
        return _untrusted(error, who, shown, now)
    reason = (error.reason if isinstance(error, ssl.SSLError) else "") or ""
    if reason.endswith("ALERT_HANDSHAKE_FAILURE") and not shows:
        reason = "TLSV13_ALERT_CERTIFICATE_REQUIRED"  # TLS 1.2 has no alert of its own for this
    for words, remedy, reasons in _REASONS:
        if reason in reasons:
            return TlsRefused(words.format(who=who), remedy=remedy, status=f"TLS: {_plain(reason)}")
    if not reason or "EOF" in reason:
        guess = " Most likely it speaks no TLS on this port." if calling else ""
        return TlsRefused(
            f"{who} broke off the TLS handshake without a reason.{guess}",
            remedy="See that this is its TLS port, and that it trusts our booth authority.",
            status="TLS: connection closed",
        )
    return TlsRefused(
        f"The TLS handshake with {who} failed: {_plain(reason)}.",
        remedy="Look into that system's log: it may say more.",
        status=f"TLS: {_plain(reason)}",
    )


def turned_away(who: str, error: BaseException) -> TlsRefused:
    """For a peer that breaks off right behind the handshake, before it has said a word.

    In TLS 1.3 a server judges our certificate only after we may send (RFC 8446 2).
    """
    if isinstance(error, ssl.SSLError):
        return refused(error, who)
    return TlsRefused(
        f"{who} closed the connection right after the TLS handshake. "
        "Most likely it does not trust our booth authority.",
        remedy=_IMPORT,
        status="TLS: closed after the handshake",
    )


def when(moment: datetime, now: datetime) -> str:
    """A day as people say it: ``yesterday (23 Nov 2026)``."""
    days = (moment.astimezone().date() - now.astimezone().date()).days
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    said = near.get(days, f"{-days} days ago" if days < 0 else f"in {days} days")
    return f"{said} ({moment:%d %b %Y})"


def _untrusted(
    error: ssl.SSLCertVerificationError, who: str, shown: Presented | None, now: datetime | None
) -> TlsRefused:
    status = f"TLS: {error.verify_message}"
    match error.verify_code:
        case 10:  # X509_V_ERR_CERT_HAS_EXPIRED
            ago = f" {when(shown.until, now)}" if shown and now else ""
            verb = "expired" if ago else "has expired"
            return TlsRefused(
                f"{who}'s certificate {verb}{ago}.",
                remedy=f"They have to install a new one. {_ISSUE}",
                status=status,
            )
        case 9:  # X509_V_ERR_CERT_NOT_YET_VALID
            day = f" before {when(shown.since, now)}" if shown and now else " yet"
            return TlsRefused(
                f"{who}'s certificate is not valid{day}.",
                remedy="Compare both machines' clocks.",
                status=status,
            )
        case 2 | 18 | 19 | 20 | 21:  # no way from it to anything that we trust
            by = f" is signed by “{shown.issuer}”, which" if shown else " comes from somebody whom"
            return TlsRefused(
                f"{who}'s certificate{by} we do not trust.",
                remedy="Name its authority's certificate in the cast, `tls: {ca: FILE}`. " + _ISSUE,
                status=status,
            )
        case _:
            return TlsRefused(
                f"{who}'s certificate is not accepted: {error.verify_message}.",
                remedy=f"They have to install another one. {_ISSUE}",
                status=status,
            )


_REASONS: tuple[tuple[str, str, frozenset[str]], ...] = (
    (
        "{who} speaks no TLS on this port.",
        _ASK_FOR_TLS,
        frozenset(
            {
                "BAD_RECORD_TYPE",
                "HTTPS_PROXY_REQUEST",
                "HTTP_REQUEST",
                "PACKET_LENGTH_TOO_LONG",
                "RECORD_LAYER_FAILURE",
                "UNKNOWN_PROTOCOL",
                "WRONG_VERSION_NUMBER",
            }
        ),
    ),
    (
        "{who} does not trust our booth authority.",
        _IMPORT,
        frozenset(
            {
                "SSLV3_ALERT_BAD_CERTIFICATE",
                "SSLV3_ALERT_CERTIFICATE_UNKNOWN",
                "SSLV3_ALERT_UNSUPPORTED_CERTIFICATE",
                "TLSV1_ALERT_ACCESS_DENIED",
                "TLSV1_ALERT_DECRYPT_ERROR",
                "TLSV1_ALERT_UNKNOWN_CA",
            }
        ),
    ),
    (
        "{who} takes our certificate for expired.",
        "Compare both machines' clocks; “showcase cert list” says how long ours is good for.",
        frozenset({"SSLV3_ALERT_CERTIFICATE_EXPIRED"}),
    ),
    (
        "{who} asks for a certificate that we do not have.",
        "Issue one with “showcase cert issue”, or set `standins: {tls: true}` in the cast.",
        frozenset({"TLSV13_ALERT_CERTIFICATE_REQUIRED", "SSLV3_ALERT_NO_CERTIFICATE"}),
    ),
    (
        "{who} showed no certificate, and we talk to nobody who does not (ITI-19).",
        "Have it show one to the server. " + _ISSUE,
        frozenset({"PEER_DID_NOT_RETURN_A_CERTIFICATE"}),
    ),
    (
        "{who} speaks no TLS 1.2 or newer.",
        "Have them switch TLS 1.2 on; older versions are broken (BCP 195).",
        frozenset(
            {"TLSV1_ALERT_PROTOCOL_VERSION", "UNSUPPORTED_PROTOCOL", "UNSUPPORTED_SSL_VERSION"}
        ),
    ),
    (
        "{who} and we share no cipher suite.",
        "Have them switch on TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 (BCP 195, ITI-19).",
        frozenset(
            {
                "NO_SHARED_CIPHER",
                "NO_SUITABLE_SIGNATURE_ALGORITHM",
                "SSLV3_ALERT_HANDSHAKE_FAILURE",
                "TLSV1_ALERT_INSUFFICIENT_SECURITY",
            }
        ),
    ),
)
"""Words and remedy by OpenSSL's reasons: an alert is what the peer said, the rest is ours."""


def _no_answer(who: str, seconds: float) -> TlsRefused:
    return TlsRefused(
        f"{who} did not answer our TLS greeting within {seconds:g} seconds. "
        "Most likely it speaks no TLS on this port.",
        remedy=_ASK_FOR_TLS,
        status=f"TLS: no answer in {seconds:g} s",
    )


def _plain(reason: str) -> str:
    return reason.replace("_", " ").lower()


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
