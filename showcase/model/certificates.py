"""The booth's certificates as the console shows them, and what it asks for."""

from datetime import datetime

import msgspec


class Certificate(msgspec.Struct, frozen=True, kw_only=True):
    """One of ours (ITI-19).

    Attributes:
        name: Whose it is: the key of a system; ``authority`` for the authority's own.
        hosts: Addresses and host names it stands for.
        until: UTC time of its last second.
        days_left: Whole days until then; negative when it has expired.
        file: Where it lies.
    """

    name: str
    hosts: tuple[str, ...]
    until: datetime
    days_left: int
    file: str


class Certificates(msgspec.Struct, frozen=True, kw_only=True):
    """All that the booth's authority has issued.

    Attributes:
        authority: Its own certificate, which everybody has to trust; None: it does not exist yet.
    """

    authority: Certificate | None = None
    issued: tuple[Certificate, ...] = ()


class CertificateWanted(msgspec.Struct, frozen=True, kw_only=True):
    """A certificate to be issued, and handed over.

    Attributes:
        name: Whose: the key of a system.
        hosts: Addresses and host names it shall stand for; none: the name itself.
        folder: Gets certificate, key and the authority's certificate; the key is kept nowhere else.
    """

    name: str
    hosts: tuple[str, ...]
    folder: str
