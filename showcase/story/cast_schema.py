"""The shape of a cast file, format 1: who plays which role, and at which address."""

from typing import Annotated, Literal

from pydantic import Discriminator, Field, StringConstraints, Tag

from showcase.story.schema import Form, Key, RoleKey, Text, TransactionId

Host = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.:-]+$", max_length=253)]
Port = Annotated[int, Field(ge=1, le=65535)]
AeTitle = Annotated[
    str, StringConstraints(pattern=r"^[!-\[\]-~]([ -\[\]-~]{0,14}[!-\[\]-~])?$", max_length=16)
]
"""PS3.5 6.2, VR AE: 1 to 16 characters, no backslash, no space at either end."""

Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/]+(/\S*)?$", max_length=2000)]
Oid = Annotated[str, StringConstraints(pattern=r"^[0-2](\.(0|[1-9][0-9]*))+$|^$", max_length=64)]
Name = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_. -]+$", max_length=180)]
"""MSH-3 to MSH-6 without HL7's own separators."""

File = Annotated[str, StringConstraints(min_length=1, max_length=500)]

_HOST = "Host name or address on the booth network."
_TLS = (
    "true: TLS with certificates of our booth authority; or whose certificate we believe: "
    "{ca: FILE} or {pinned: FILE}. false: in the clear."
)


class TlsForm(Form):
    """TLS (ITI-19), and whose certificate we believe. Files are sought beside the cast."""

    ca: File | None = Field(default=None, description="Certificate of its authority, PEM.")
    pinned: File | None = Field(
        default=None, description="Its own certificate, PEM: no other one is believed."
    )


def _way(value: object) -> str | None:
    """Tells the two ways to write it apart, so that only one of them is complained about."""
    return "<mapping>" if isinstance(value, dict | TlsForm) else "<switch>"


TlsChoice = Annotated[
    Annotated[bool, Tag("<switch>")] | Annotated[TlsForm, Tag("<mapping>")], Discriminator(_way)
]


class MllpForm(Form):
    """Where a system takes HL7 v2 over MLLP, and the names it goes by."""

    host: Host = Field(description=_HOST)
    port: Port = Field(description="TCP port for MLLP, usually 2575.")
    application: Name = Field(description="Receiving application, MSH-5; MSH-3 when it sends.")
    facility: Name = Field(description="Receiving facility, MSH-6; MSH-4 when it sends.")
    tls: TlsChoice | None = Field(default=None, description=_TLS)


TransferSyntax = Literal[
    "Explicit VR Little Endian",
    "Implicit VR Little Endian",
    "JPEG Lossless",
    "JPEG 2000 Lossless",
    "RLE Lossless",
]


class DicomForm(Form):
    """A DICOM application entity."""

    host: Host = Field(description=_HOST)
    port: Port = Field(description="TCP port, usually 104, 4242 or 11112.")
    ae_title: AeTitle = Field(description="AE title, exactly as the system knows itself.")
    max_pdu: int = Field(
        default=0,
        ge=4096,
        le=131072,
        description="Bytes of the largest PDU between us (PS3.8 D.1). Left out: as the two agree.",
    )
    transfer_syntaxes: list[TransferSyntax] = Field(
        default=[],
        description="Of all that we would propose to it, only these. Left out: all of them.",
    )
    tls: TlsChoice | None = Field(default=None, description=_TLS)


class SyslogForm(Form):
    """Where a system takes audit messages."""

    host: Host = Field(description=_HOST)
    port: Annotated[int, Field(ge=0, le=65535)] = Field(
        default=0, description="UDP port (RFC 5426); left out: no UDP."
    )
    tls_port: Annotated[int, Field(ge=0, le=65535)] = Field(
        default=0, description="TLS port (RFC 5425); left out: no TLS."
    )
    tls: TlsForm | None = Field(
        default=None, description="Whose certificate we believe at the TLS port."
    )


class OidsForm(Form):
    """Object identifiers a system goes by."""

    authority: str = Field(
        default="",
        pattern=r"^[A-Z0-9][A-Z0-9_-]{0,19}$|^$",
        description="Short name of the domain of its patient identifiers (CX.4.1).",
    )
    authority_oid: Oid = Field(default="", description="OID of that domain (CX.4.2).")
    unique_id: Oid = Field(
        default="", description="repositoryUniqueId of a repository, sourceId of a document source."
    )


class SystemForm(Form):
    """A vendor's system."""

    vendor: Text = Field(description="The maker's name, as the card shows it.")
    product: Text = Field("", description="Product and version.")
    logo: File | None = Field(
        default=None,
        description="Its logo: SVG or PNG beside the cast, at most 512 KB.",
    )
    hl7v2: MllpForm | None = Field(default=None, description="HL7 v2 over MLLP, if it takes any.")
    dicom: DicomForm | None = Field(default=None, description="DICOM, if it speaks it.")
    soap: dict[TransactionId, Url] = Field(
        default={}, description="One address for each SOAP transaction it answers: ITI-41: http://…"
    )
    syslog: SyslogForm | None = Field(default=None, description="Audit messages, if it keeps them.")
    tls: TlsChoice | None = Field(
        default=None, description="The same for all of its protocols. " + _TLS
    )
    oids: OidsForm = Field(default=OidsForm(), description="Object identifiers it goes by.")
    takes: list[TransactionId] = Field(
        default=[],
        description="Transactions it plays of its role; the stand-in keeps the rest. "
        "Left out: all of them.",
    )
    deadline: float = Field(
        default=10.0, gt=0, le=600, description="Seconds it has to answer one request."
    )
    take_over_after: float = Field(
        default=0.0,
        ge=0,
        le=3600,
        description="Seconds of a cue after which the stand-in takes the role over by itself, when "
        "this system fails or does not act. Left out: staff decide.",
    )


class StandInMllpForm(Form):
    """A stand-in's HL7 v2 port and names; what is left out stays as it is."""

    port: Port | None = Field(default=None, description="TCP port for MLLP.")
    application: Name | None = Field(default=None, description="MSH-3 and MSH-5 it goes by.")
    facility: Name | None = Field(default=None, description="MSH-4 and MSH-6 it goes by.")


class StandInDicomForm(Form):
    """A stand-in's DICOM port and AE title; what is left out stays as it is."""

    port: Port | None = Field(default=None, description="TCP port.")
    ae_title: AeTitle | None = Field(default=None, description="AE title it goes by.")


class StandInSoapForm(Form):
    """A stand-in's HTTP port; left out, it stays as it is."""

    port: Port | None = Field(default=None, description="TCP port for SOAP over HTTP.")


class StandInSyslogForm(Form):
    """A stand-in's ports for audit messages; what is left out stays as it is."""

    port: Port | None = Field(default=None, description="UDP port (RFC 5426).")
    tls_port: Port | None = Field(default=None, description="TLS port (RFC 5425).")


class StandInForm(Form):
    """One stand-in, where something must be fixed because a system has to know it."""

    hl7v2: StandInMllpForm = Field(default=StandInMllpForm(), description="HL7 v2.")
    dicom: StandInDicomForm = Field(default=StandInDicomForm(), description="DICOM.")
    soap: StandInSoapForm = Field(default=StandInSoapForm(), description="SOAP.")
    syslog: StandInSyslogForm = Field(default=StandInSyslogForm(), description="Audit messages.")


class StandInsForm(Form):
    """Where our stand-ins listen."""

    host: Host = Field(
        default="127.0.0.1", description="The interface of this machine they listen on."
    )
    tls: bool = Field(
        default=False,
        description="true: every port of theirs takes TLS and nothing else, with certificates of "
        "our booth authority.",
    )
    roles: dict[RoleKey, StandInForm] = Field(default={}, description="Settings by role.")


class TapForm(Form):
    """Two vendors' systems that talk to each other, and how we see it."""

    sender: RoleKey | None = Field(
        default=None,
        alias="from",
        description="The role that is given our port. Left out: whoever calls, by the name it "
        "gives.",
    )
    to: RoleKey = Field(description="The role whose system is called.")
    protocol: Literal["hl7v2", "dicom", "soap"] | None = Field(
        default=None, description="What is spoken there; left out where its system has only one."
    )
    listen: Port | None = Field(
        default=None,
        description="Our port; the sender enters it in place of the receiver's own.",
    )
    seen_by: Literal["tap", "audit"] = Field(
        default="tap",
        description="tap: through our port. audit: by the audit records (ITI-20) that both send "
        "us; then `from` is needed, and no port.",
    )


class CastForm(Form):
    """A cast: systems, and the roles they play. A role left out is played by a stand-in."""

    format: Literal[1] = Field(description="Version of this file format: 1.")
    title: str = Field(default="", max_length=80, description="What the console calls it.")
    time_server: Host | None = Field(
        default=None,
        description="Time server of the booth (ITI-1), host or host:port; readiness compares "
        "our clock with it.",
    )
    systems: dict[Key, SystemForm] = Field(default={}, description="Vendors' systems, by key.")
    roles: dict[RoleKey, Key] = Field(default={}, description="The system that plays a role.")
    standins: StandInsForm = Field(
        default=StandInsForm(), description="What must be fixed about our stand-ins."
    )
    taps: list[TapForm] = Field(
        default=[], description="Vendors' systems that talk to each other: where we listen in."
    )
