"""The booth's own certificate authority: who may talk to us over TLS, for two weeks.

A folder holds it::

    authority.crt    what everybody at the booth has to trust
    authority.key    signs; never leaves this machine
    issued/NAME.crt  one certificate for each system, and its key beside it

Keys are RSA: the suites that IHE ITI TF-2 3.19 asks every node to support at TLS 1.2 sign with
RSA and with nothing else, so a guest that supports just those could not use ECDSA.
"""

import ipaddress
import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from showcase import disk
from showcase.model.certificates import Certificate
from showcase.wire.clock import Clock
from showcase.wire.tls import Credentials

DAYS = 14
"""How long a certificate is good for: set-up, show, and the way home."""

_RENEW_BEFORE = timedelta(days=7)
"""A show must not outlive the certificate with which it began."""

_AUTHORITY_DAYS = 2 * 365
_BACKDATED = timedelta(days=1)
"""Clocks at a booth differ; a certificate from the future is refused."""

_BITS = 2048
"""RFC 9325 4.4: at least 2048."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,60}")
_NODE = "stand-ins"


class BadName(ValueError):
    """No file can bear the name that was given."""


class Authority:
    """The authority in a folder."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        """Nothing is written before it is asked for."""
        self._folder = folder
        self._clock = clock

    @property
    def certificate(self) -> Path:
        """What everybody at the booth has to trust."""
        return self._folder / "authority.crt"

    @property
    def exists(self) -> bool:
        """Whether it has been created."""
        return self.certificate.exists() and self._key.exists()

    def create(self) -> Path:
        """Create it unless it is there, and return its certificate.

        Raises:
            OSError: The folder cannot be written.
        """
        if self.exists:
            return self.certificate
        key = _new_key()
        name = _name(f"Showcase booth authority {self._clock.now():%Y-%m-%d %H:%M}")
        builder = (
            self._builder(name, key.public_key(), _AUTHORITY_DAYS)
            .issuer_name(name)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(_usage(signs_certificates=True), critical=True)
        )
        _write_key(self._key, key)
        disk.replace(self.certificate, _pem(builder.sign(key, hashes.SHA256())))
        return self.certificate

    def issue(self, name: str, hosts: Iterable[str] = (), *, to: Path | None = None) -> Credentials:
        """Issue a certificate, and create the authority if need be.

        Args:
            name: Whose; a file name.
            hosts: Addresses and host names it shall stand for; none: the name itself.
            to: A folder that gets certificate, key and the authority's certificate, to hand over;
                the key is then kept nowhere else. None: it stays with the authority.

        Raises:
            BadName: `name` can be no file's.
            OSError: A folder cannot be written.
        """
        if not _NAME.fullmatch(name):
            raise BadName(name)
        authority = x509.load_pem_x509_certificate(self.create().read_bytes())
        signer = serialization.load_pem_private_key(self._key.read_bytes(), None)
        assert isinstance(signer, rsa.RSAPrivateKey)
        key = _new_key()
        alternatives = x509.SubjectAlternativeName(
            [_general(host) for host in dict.fromkeys(hosts) or (name,)]
        )
        server_and_client = [ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH]
        identifier = x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key())
        certificate = (
            self._builder(_name(name), key.public_key(), DAYS)
            .issuer_name(authority.subject)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_usage(signs_certificates=False), critical=True)
            .add_extension(x509.ExtendedKeyUsage(server_and_client), critical=False)
            .add_extension(alternatives, critical=False)
            .add_extension(identifier, critical=False)
            .sign(signer, hashes.SHA256())
        )
        disk.replace(self._issued / f"{name}.crt", _pem(certificate))
        folder = to or self._issued
        _write_key(folder / f"{name}.key", key)
        if to:
            disk.replace(to / f"{name}.crt", _pem(certificate))
            disk.replace(to / "authority.crt", _pem(authority))
            with suppress(FileNotFoundError):  # of the certificate that this one replaces
                (self._issued / f"{name}.key").unlink()
        return Credentials(
            certificate=folder / f"{name}.crt",
            key=folder / f"{name}.key",
            trusted=(self.certificate,),
        )

    def node(self, hosts: Iterable[str]) -> Credentials:
        """What this machine's stand-ins show; renewed in good time, or for another address.

        ITI-19 authenticates nodes: all systems of one machine share a certificate.

        Raises:
            OSError: The folder cannot be written.
        """
        wanted = tuple(dict.fromkeys(hosts))
        crt, key = self._issued / f"{_NODE}.crt", self._issued / f"{_NODE}.key"
        if self.exists and crt.exists() and key.exists():
            found = self._read(crt)
            lasts = found.until - self._clock.now() > _RENEW_BEFORE
            if lasts and set(wanted) <= set(found.hosts) and self._signed(crt):
                return Credentials(certificate=crt, key=key, trusted=(self.certificate,))
        return self.issue(_NODE, wanted)

    def list(self) -> tuple[Certificate, ...]:
        """The authority and all it has issued, by name; nothing before it is created."""
        if not self.exists:
            return ()
        issued = sorted(self._issued.glob("*.crt"))
        return tuple(self._read(each) for each in (self.certificate, *issued))

    @property
    def _key(self) -> Path:
        return self._folder / "authority.key"

    @property
    def _issued(self) -> Path:
        return self._folder / "issued"

    def _signed(self, file: Path) -> bool:
        """Whether it is signed by this authority, rather than by one that was here before."""
        authority = x509.load_pem_x509_certificate(self.certificate.read_bytes())
        try:
            x509.load_pem_x509_certificate(file.read_bytes()).verify_directly_issued_by(authority)
        except Exception:  # noqa: BLE001 - whatever is wrong with it, a fresh one will do
            return False
        return True

    def _read(self, file: Path) -> Certificate:
        certificate = x509.load_pem_x509_certificate(file.read_bytes())
        until = certificate.not_valid_after_utc
        return Certificate(
            name=file.stem,
            hosts=hosts_of(certificate),
            until=until,
            days_left=(until - self._clock.now()).days,
            file=str(file),
        )

    def _builder(
        self, subject: x509.Name, key: rsa.RSAPublicKey, days: int
    ) -> x509.CertificateBuilder:
        now = self._clock.now()
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .public_key(key)
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - _BACKDATED)
            .not_valid_after(now + timedelta(days=days))
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
        )


def hosts_of(certificate: x509.Certificate) -> tuple[str, ...]:
    """The addresses and host names that a certificate stands for."""
    try:
        found = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return ()
    addresses = (str(each) for each in found.get_values_for_type(x509.IPAddress))
    return (*found.get_values_for_type(x509.DNSName), *addresses)


def _general(host: str) -> x509.GeneralName:
    with suppress(ValueError):
        return x509.IPAddress(ipaddress.ip_address(host))
    return x509.DNSName(host)


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=False,
        key_encipherment=not signs_certificates,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )


def _new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=_BITS)


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)


def _write_key(path: Path, key: rsa.RSAPrivateKey) -> None:
    pem = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    disk.replace(path, pem, private=True)
