"""What a failed TLS handshake means, in words that name the peer.

OpenSSL's reasons are of two kinds: an alert is what the peer said of us, all else is what we found
wrong with the peer.
"""

import ssl
from datetime import datetime

import msgspec

from showcase.wire.failure import TlsRefused

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
            day = f" before {shown.since:%d %b %Y}" if shown else " yet"
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


def no_answer(who: str, seconds: float) -> TlsRefused:
    """For a peer that says nothing to our greeting."""
    return TlsRefused(
        f"{who} did not answer our TLS greeting within {seconds:g} seconds. "
        "Most likely it speaks no TLS on this port.",
        remedy=_ASK_FOR_TLS,
        status=f"TLS: no answer in {seconds:g} s",
    )


def _plain(reason: str) -> str:
    return reason.replace("_", " ").lower()
