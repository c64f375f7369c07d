"""TLS contexts for IHE ITI-19 Authenticate Node.

Mutual, TLS 1.2 or newer, the suites of BCP 195 (RFC 9325 4.2), and no check of the host's name:
IHE ITI TF-2 3.19.6.1 trusts certificates, not names, unless the FQDN option is used. Both ways of
trusting work: a CA's certificate, or the peer's own ("pinned"), in the same list.
"""

import ssl
from collections.abc import Callable
from contextlib import suppress
from contextvars import ContextVar
from pathlib import Path
from socket import socket
from typing import Self

import msgspec

from showcase.wire.failure import TlsRefused

_SUITES = ":".join(
    (
        "ECDHE-ECDSA-AES128-GCM-SHA256",
        "ECDHE-RSA-AES128-GCM-SHA256",
        "ECDHE-ECDSA-AES256-GCM-SHA384",
        "ECDHE-RSA-AES256-GCM-SHA384",
        # IHE's "TLS 1.2 floor" option asks for these two as well
        "DHE-RSA-AES128-GCM-SHA256",
        "DHE-RSA-AES256-GCM-SHA384",
    )
)


class Credentials(msgspec.Struct, frozen=True, kw_only=True):
    """Who a system is, and whom it trusts: PEM files.

    Attributes:
        certificate: Its own certificate, with the chain behind it.
        key: Its private key, without a passphrase.
        trusted: Certificates of CAs, or of the peers themselves.
    """

    certificate: Path
    key: Path
    trusted: tuple[Path, ...]


Told = Callable[[str, TlsRefused], None]
"""(``host:port`` of a caller, why its handshake failed) -> told."""


PLUG: ContextVar[Callable[[], socket]] = ContextVar("PLUG")
"""Makes a socket on the connection whose handshake begins; `showcase.wire.handshake` sets it."""


class _Handshake(ssl.SSLObject):
    """Says why it fails: asyncio drops the alert (RFC 8446 6.2) that OpenSSL has prepared.

    Without it all that a guest's log says is "connection reset".
    """

    outgoing: ssl.MemoryBIO
    plug: Callable[[], socket] | None

    def do_handshake(self) -> None:
        """Go one step further."""
        try:
            super().do_handshake()
        except (ssl.SSLWantReadError, ssl.SSLWantWriteError):
            raise
        except ssl.SSLError:
            if self.plug and (alert := self.outgoing.read()):
                with suppress(OSError), self.plug() as plug:
                    plug.send(alert)
            raise


class Context(ssl.SSLContext):
    """A context that knows whom it is for, so that a failed handshake can name it.

    It passes through protocol clients and libraries as the `ssl.SSLContext` it is.

    Attributes:
        who: What people call the peer; empty: its address will have to do.
        credentials: Who we are; None: we have no certificate to show.
        told: Told of each caller whose handshake fails; None: nobody wants to know.
    """

    who: str
    credentials: Credentials | None
    told: Told | None

    def __new__(cls, side: int) -> Self:
        """For one side: ``ssl.PROTOCOL_TLS_SERVER`` or ``ssl.PROTOCOL_TLS_CLIENT``."""
        self = super().__new__(cls, side)
        self.who, self.credentials, self.told = "", None, None
        self.sslobject_class = _Handshake
        return self

    def wrap_bio(
        self,
        incoming: ssl.MemoryBIO,
        outgoing: ssl.MemoryBIO,
        server_side: bool = False,  # noqa: FBT001, FBT002 - ssl's signature
        server_hostname: str | bytes | None = None,
        session: ssl.SSLSession | None = None,
    ) -> ssl.SSLObject:
        """Begin a connection; asyncio calls this."""
        made = super().wrap_bio(incoming, outgoing, server_side, server_hostname, session)
        if isinstance(made, _Handshake):
            made.outgoing, made.plug = outgoing, PLUG.get(None)
        return made


def server_context(credentials: Credentials, *, told: Told | None = None) -> Context:
    """For whoever listens; a caller without a trusted certificate is turned away.

    Args:
        credentials: Who we are, and whom we trust.
        told: Told of each caller whose handshake fails.

    Raises:
        OSError: A file is missing, or (ssl.SSLError) holds no such thing.
    """
    context = _context(ssl.PROTOCOL_TLS_SERVER, credentials)
    context.told = told
    return context


def client_context(credentials: Credentials, *, who: str = "") -> Context:
    """For whoever calls; a server without a trusted certificate is not talked to.

    Args:
        credentials: Who we are, and whom we trust.
        who: What people call the peer.

    Raises:
        OSError: A file is missing, or (ssl.SSLError) holds no such thing.
    """
    context = _context(ssl.PROTOCOL_TLS_CLIENT, credentials)
    context.who = who
    return context


def _context(side: int, credentials: Credentials) -> Context:
    context = Context(side)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers(_SUITES)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_REQUIRED
    # a pinned certificate that no CA we know has signed is an anchor by itself
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    context.load_cert_chain(credentials.certificate, credentials.key)
    context.credentials = credentials
    for path in credentials.trusted:
        context.load_verify_locations(path)
    return context
