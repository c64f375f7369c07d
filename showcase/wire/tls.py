"""TLS contexts for IHE ITI-19 Authenticate Node.

Mutual, TLS 1.2 or newer, the suites of BCP 195 (RFC 9325 4.2), and no check of the host's name:
IHE ITI TF-2 3.19.6.1 trusts certificates, not names, unless the FQDN option is used. Both ways of
trusting work: a CA's certificate, or the peer's own ("pinned"), in the same list.
"""

import ssl
from pathlib import Path

import msgspec

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


def server_context(credentials: Credentials) -> ssl.SSLContext:
    """For whoever listens; a caller without a trusted certificate is turned away.

    Raises:
        OSError: A file is missing, or (ssl.SSLError) holds no such thing.
    """
    return _context(ssl.PROTOCOL_TLS_SERVER, credentials)


def client_context(credentials: Credentials) -> ssl.SSLContext:
    """For whoever calls; a server without a trusted certificate is not talked to.

    Raises:
        OSError: A file is missing, or (ssl.SSLError) holds no such thing.
    """
    return _context(ssl.PROTOCOL_TLS_CLIENT, credentials)


def _context(side: int, credentials: Credentials) -> ssl.SSLContext:
    context = ssl.SSLContext(side)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers(_SUITES)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_REQUIRED
    # a pinned certificate that no CA we know has signed is an anchor by itself
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    context.load_cert_chain(credentials.certificate, credentials.key)
    for path in credentials.trusted:
        context.load_verify_locations(path)
    return context
