"""A cast as a window edits it: what the file says, what the story needs, what vendors must know."""

import msgspec

from showcase.model.transaction import Family


class CastFault(msgspec.Struct, frozen=True, kw_only=True):
    """One thing wrong with a cast; see `showcase.story.fault.Fault`.

    Attributes:
        line: 1, 2, 3 …; 0 when it is the file itself.
        at: Which value: ``systems.acme.dicom.port``; empty when it is not one value.
    """

    words: str
    remedy: str
    line: int = 0
    at: str = ""


class CastBrief(msgspec.Struct, frozen=True, kw_only=True):
    """A cast that can be chosen.

    Attributes:
        file: Its path; empty: our own stand-ins, and no file.
        shipped: It came with the program: who changes it gets a copy.
        vendors: Makers' names of those who play a role.
        faults: Why it cannot be played; none: it can.
    """

    file: str
    title: str
    shipped: bool = False
    vendors: tuple[str, ...] = ()
    faults: tuple[CastFault, ...] = ()


class CastTransaction(msgspec.Struct, frozen=True, kw_only=True):
    """A transaction that a role has to do with in the story.

    Attributes:
        starts: The role starts it.
        answers: The role answers it.
        taken: The vendor's system takes it; else the stand-in keeps it.
    """

    id: str
    name: str
    family: Family
    starts: bool
    answers: bool
    taken: bool = False


class CastPeer(msgspec.Struct, frozen=True, kw_only=True):
    """Whom a role talks to, as its engineer enters it.

    Attributes:
        role: Role key of the other side.
        title: Of that role.
        protocol: ``HL7 v2``, ``DICOM``, ``SOAP``, ``Audit``.
        name: AE title, or application and facility; empty where a protocol has no names.
        url: Where it is SOAP; else empty.
        calls: It calls the role's system.
        called: The role's system calls it.
        transactions: What for.
    """

    role: str
    title: str
    protocol: str
    host: str
    port: int
    name: str = ""
    url: str = ""
    calls: bool = False
    called: bool = False
    transactions: tuple[str, ...] = ()


class CastRole(msgspec.Struct, frozen=True, kw_only=True):
    """A role of the story, and who plays it.

    Attributes:
        system: Key of the vendor's system; empty: our stand-in.
        facility: What a system of this role is usually called in MSH-4 and MSH-6.
        keeps_audit: It is the role that audit messages go to.
    """

    role: str
    title: str
    place: str
    actors: tuple[str, ...]
    system: str = ""
    facility: str = ""
    keeps_audit: bool = False
    transactions: tuple[CastTransaction, ...] = ()
    peers: tuple[CastPeer, ...] = ()


class CastSystem(msgspec.Struct, frozen=True, kw_only=True):
    """A vendor's system, as the file says it.

    Attributes:
        logo: Digest of its logo; empty: none.
        values: What stands where, as text: ``{"dicom.port": "104", "takes": "RAD-8, RAD-10"}``.
    """

    key: str
    logo: str = ""
    values: dict[str, str] = {}


class CastSheet(msgspec.Struct, frozen=True, kw_only=True):
    """One cast beside one story.

    Attributes:
        values: What stands at the top of the file: ``title``, ``time_server``, ``standins.host``.
        here: Addresses of this machine, those first by which others may reach it.
        faults: Why the file cannot be edited here; none: it can.
    """

    file: str
    story: str
    title: str = ""
    shipped: bool = False
    values: dict[str, str] = {}
    roles: tuple[CastRole, ...] = ()
    systems: tuple[CastSystem, ...] = ()
    here: tuple[str, ...] = ()
    faults: tuple[CastFault, ...] = ()


class CastChange(msgspec.Struct, frozen=True, kw_only=True):
    """One value as somebody typed it.

    Attributes:
        at: ``systems.acme.dicom.port``, ``roles.archive``.
        text: Empty: nothing shall stand there.
    """

    at: str
    text: str


class CastWanted(msgspec.Struct, frozen=True, kw_only=True):
    """What a window asks to be changed in a cast.

    Attributes:
        file: Empty: a new file.
        language: Of the story's texts; empty: its own.
    """

    file: str
    story: str
    changes: tuple[CastChange, ...]
    language: str = ""


class CastSaved(msgspec.Struct, frozen=True, kw_only=True):
    """What became of it.

    Attributes:
        faults: Why nothing was written; none: it was.
        sheet: The cast as it stands on the disk now.
    """

    sheet: CastSheet
    faults: tuple[CastFault, ...] = ()
