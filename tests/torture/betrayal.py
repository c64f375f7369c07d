"""Whether a secret stands somewhere: as it is, or as base64 or hex of it."""

import base64
import re
import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

_LEAST = 8
"""Bytes of a secret; shorter ones occur by chance."""


class Secret:
    """Something that nobody may read.

    Attributes:
        name: What it is, for whoever reads of it; never the secret itself.
    """

    def __init__(self, name: str, *plain: bytes | str) -> None:
        """`plain`: each way to write it down."""
        self.name = name
        self._forms = {form for each in plain for form in _forms(_bytes(each))}

    def stands_in(self, data: bytes) -> bool:
        """Whether it does."""
        return any(form in data for form in self._forms)


def key_file(path: Path) -> Secret:
    """A private key in PEM (RFC 7468): its lines, its DER, and a prime of it."""
    pem = path.read_bytes()
    key = serialization.load_pem_private_key(pem, password=None)
    assert isinstance(key, rsa.RSAPrivateKey)
    prime = key.private_numbers().p
    body = b"".join(pem.split(b"\n")[1:-2])
    number = prime.to_bytes(prime.bit_length() // 8 + 1, "big").lstrip(b"\0")
    return Secret(f"private key {path.name}", pem, body, base64.b64decode(body), number)


def found(secrets: Iterable[Secret], name: str, data: bytes) -> Iterator[str]:
    """Where which secret stands; archives are looked into."""
    known = tuple(secrets)
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for each in archive.namelist():
                yield from found(known, f"{name}!{each}", archive.read(each))
    yield from (f"{each.name} in {name}" for each in known if each.stands_in(data))


def _bytes(text: bytes | str) -> bytes:
    return text.encode() if isinstance(text, str) else text


def _forms(secret: bytes) -> Iterator[bytes]:
    assert len(secret) >= _LEAST
    yield secret
    yield secret.hex().encode()
    yield secret.hex().upper().encode()
    for shift in range(3):  # in base64 it looks otherwise behind one byte, and behind two
        whole = base64.b64encode(b"\0" * shift + secret)
        inside = whole[4 * (shift > 0) : -4]
        yield inside
        yield inside.translate(bytes.maketrans(b"+/", b"-_"))
        yield re.sub(rb"(.{64})", rb"\1\n", inside)
