"""Fixtures that several storeys share."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from showcase.wire.tls import Credentials


class Identity:
    """A certificate with its key, signed by an issuer, or by itself."""

    def __init__(self, folder: Path, name: str, issuer: "Identity | None" = None) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        signer = issuer or self
        now = datetime.now(UTC)
        certificate = (
            x509.CertificateBuilder()
            .subject_name(self.name)
            .issuer_name(signer.name)
            .public_key(self.key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=1))
            .add_extension(
                x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True
            )
            .sign(signer.key, hashes.SHA256())
        )
        self.certificate_file = folder / f"{name}.crt"
        self.key_file = folder / f"{name}.key"
        self.certificate_file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
        self.key_file.write_bytes(
            self.key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )


@pytest.fixture
def credentials(tmp_path: Path) -> Callable[..., Credentials]:
    """``credentials("me", "peer")``: mine, trusting the peer's certificate or authority.

    Names stand for certificates, made when first named; ``issuer="ca"`` has mine signed by "ca".
    """
    known: dict[str, Identity] = {}

    def named(name: str, issuer: str = "") -> Identity:
        if name not in known:
            known[name] = Identity(tmp_path, name, named(issuer) if issuer else None)
        return known[name]

    def make(own: str, *trusted: str, issuer: str = "") -> Credentials:
        mine = named(own, issuer)
        return Credentials(
            certificate=mine.certificate_file,
            key=mine.key_file,
            trusted=tuple(named(each).certificate_file for each in trusted),
        )

    return make
