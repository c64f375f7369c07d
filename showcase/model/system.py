"""Who plays a role, and where it listens."""

from urllib.parse import urlsplit

import msgspec

EVERYWHERE = "0.0.0.0"  # noqa: S104 - staff choose it; nobody else does
"""Host of a listener that is reached at every address of its machine."""


class Tls(msgspec.Struct, frozen=True, kw_only=True):
    """TLS at an address (IHE ITI-19), and whose certificate is believed there.

    Attributes:
        ca: File with the certificate of its authority.
        pinned: File with its own certificate; no other one is believed.

    Both empty: the booth's own authority has issued it.
    """

    ca: str = ""
    pinned: str = ""


class Mllp(msgspec.Struct, frozen=True, kw_only=True):
    """Where a system takes HL7 v2 over MLLP, and the names it goes by in MSH-3..6.

    Attributes:
        tls: None: in the clear.
    """

    host: str
    port: int
    application: str
    facility: str
    tls: Tls | None = None


class Dicom(msgspec.Struct, frozen=True, kw_only=True):
    """A DICOM application entity: address and AE title (1 to 16 characters, PS3.8 9.3.2).

    Attributes:
        max_pdu: Bytes of the largest PDU between us (PS3.8 D.1); 0: as the two agree.
        transfer_syntaxes: UIDs of those that it shall be offered, of all that we would; empty: all.
        tls: None: in the clear.
    """

    host: str
    port: int
    ae_title: str
    max_pdu: int = 0
    transfer_syntaxes: tuple[str, ...] = ()
    tls: Tls | None = None


class Soap(msgspec.Struct, frozen=True, kw_only=True):
    """Where a system takes SOAP: one URL for each transaction id it answers.

    Attributes:
        tls: Whose certificate is believed where a URL begins with ``https:``; None: the booth's
            own authority has issued it.
    """

    urls: dict[str, str]
    tls: Tls | None = None


class Syslog(msgspec.Struct, frozen=True, kw_only=True):
    """Where a system takes audit messages: UDP (RFC 5426), or TLS with octet counting (RFC 5425).

    Attributes:
        port: The UDP port; 0 when UDP is not taken.
        tls_port: The TLS port; 0 when TLS is not taken.
        tls: Whose certificate is believed there; None: the booth's own authority has issued it.
    """

    host: str
    port: int = 0
    tls_port: int = 0
    tls: Tls | None = None


class Endpoints(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a system listens on; None where it speaks no such protocol."""

    hl7v2: Mllp | None = None
    dicom: Dicom | None = None
    soap: Soap | None = None
    syslog: Syslog | None = None

    def places(self) -> dict[str, tuple[str, int]]:
        """Host and port by protocol as a cast names it; ``syslog_tls`` stands beside ``syslog``.

        One server answers all URLs of a system: the first says where.
        """
        found = {
            "hl7v2": self.hl7v2 and (self.hl7v2.host, self.hl7v2.port),
            "dicom": self.dicom and (self.dicom.host, self.dicom.port),
            "soap": next(map(_place, self.soap.urls.values()), None) if self.soap else None,
            "syslog": self.syslog and (self.syslog.host, self.syslog.port),
            "syslog_tls": self.syslog and (self.syslog.host, self.syslog.tls_port),
        }
        return {protocol: place for protocol, place in found.items() if place and place[1]}

    def at(self, host: str) -> "Endpoints":
        """The same, at another host."""
        soap = self.soap and msgspec.structs.replace(
            self.soap,
            urls={transaction: _at(url, host) for transaction, url in self.soap.urls.items()},
        )
        return Endpoints(
            hl7v2=self.hl7v2 and msgspec.structs.replace(self.hl7v2, host=host),
            dicom=self.dicom and msgspec.structs.replace(self.dicom, host=host),
            soap=soap,
            syslog=self.syslog and msgspec.structs.replace(self.syslog, host=host),
        )


def _place(url: str) -> tuple[str, int]:
    parts = urlsplit(url)
    return parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)


def _at(url: str, host: str) -> str:
    parts = urlsplit(url)
    named = in_url(host)
    return parts._replace(netloc=f"{named}:{parts.port}" if parts.port else named).geturl()


def in_url(host: str) -> str:
    """A host as a URL names it: an IPv6 address in brackets (RFC 3986 3.2.2)."""
    return f"[{host}]" if ":" in host else host


class Oids(msgspec.Struct, frozen=True, kw_only=True):
    """Object identifiers a system goes by.

    Attributes:
        authority: Name of the domain in which the system assigns or knows patients (CX.4.1).
        authority_oid: OID of that domain (CX.4.2).
        unique_id: repositoryUniqueId of a document repository, sourceId of a document source.
    """

    authority: str = ""
    authority_oid: str = ""
    unique_id: str = ""


class System(msgspec.Struct, frozen=True, kw_only=True):
    """Whoever plays a role: a vendor system, or one of our stand-ins.

    Attributes:
        key: Name in the cast file; for a stand-in the role's key.
        vendor: Maker's name; empty for a stand-in.
        product: Product name and version.
        logo: SHA-256 of its logo, PNG or SVG, which the engine hands out like any recorded
            picture; empty: none.
        stand_in: True when it is one of ours.
        takes: Transactions it plays of its role; empty means all of them.
        deadline: Seconds it has to answer one request.
        take_over_after: Seconds of a cue after which the stand-in takes the role over by itself,
            when this system fails or does not act; 0: staff decide.
    """

    key: str
    vendor: str = ""
    product: str = ""
    logo: str = ""
    stand_in: bool = True
    takes: tuple[str, ...] = ()
    deadline: float = 10.0
    take_over_after: float = 0.0
    endpoints: Endpoints = Endpoints()
    oids: Oids = Oids()

    @property
    def assisted(self) -> bool:
        """True when a stand-in keeps part of the role."""
        return not self.stand_in and bool(self.takes)

    def plays(self, transaction: str) -> bool:
        """Whether this system, rather than the stand-in, plays `transaction` of its role."""
        return self.stand_in or not self.takes or transaction in self.takes
