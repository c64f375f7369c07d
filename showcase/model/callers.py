"""What the console says of our open ports, and of whoever calls there."""

import msgspec


class CallerAtPort(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who has called one of our ports.

    Attributes:
        address: Without its port.
        system: What people call it, where the cast knows it; else empty.
        connections: Open now.
        times: How often it has come.
        seconds: Since it came last.
    """

    address: str
    system: str = ""
    connections: int = 0
    times: int = 0
    seconds: float = 0.0


class OpenPort(msgspec.Struct, frozen=True, kw_only=True):
    """A port of ours that listens.

    Attributes:
        role: Role key of whoever listens there.
        title: What people call it.
        protocol: ``hl7v2``, ``dicom``, ``soap``, ``syslog``, ``syslog_tls``.
        address: ``host:port``.
        tap: Whether it leads on to somebody else.
    """

    role: str
    title: str
    protocol: str
    address: str
    tap: bool = False
    callers: tuple[CallerAtPort, ...] = ()


class Stranger(msgspec.Struct, frozen=True, kw_only=True):
    """A caller whom the cast does not know.

    Attributes:
        address: Without its port.
        name: The AE title, or ``MSH-3|MSH-4``, that it goes by; empty: whatever its name.
        wants: Role keys and protocols it has knocked at: ``archive dicom``.
        admitted: True and False as staff have said; None: it stands before the door.
    """

    address: str
    name: str = ""
    wants: tuple[str, ...] = ()
    admitted: bool | None = None


class UnknownCaller(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who was let in, and whom the cast does not name.

    Attributes:
        address: Without its port.
        calls_itself: Its AE title, or its application (MSH-3); empty: it gave no name.
        name: What staff call it; empty: by its address.
    """

    address: str
    calls_itself: str = ""
    name: str = ""


class Reception(msgspec.Struct, frozen=True, kw_only=True):
    """Who may come in, and where.

    Attributes:
        open_house: Whether everybody may.
        interface: Where our ports listen from the next start on; empty: where the cast says.
        ports: Every open one.
        strangers: Whoever has knocked.
        unknown: Whoever is drawn by address, until somebody names it.
    """

    open_house: bool
    interface: str = ""
    ports: tuple[OpenPort, ...] = ()
    strangers: tuple[Stranger, ...] = ()
    unknown: tuple[UnknownCaller, ...] = ()
