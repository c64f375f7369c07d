"""Walls on other machines: the door that they look through, and what staff do with all of them."""

import msgspec


class Curtain(msgspec.Struct, frozen=True, kw_only=True):
    """What staff do with every wall, at the console.

    Attributes:
        holding: A branded screen stands before the stage.
        frozen: The picture stands still; what happens meanwhile is caught up with afterwards.
        number: Grows with every change; the engine counts.
    """

    holding: bool = False
    frozen: bool = False
    number: int = 0


class LookoutWanted(msgspec.Struct, frozen=True, kw_only=True):
    """What staff want of the engine's second door, for who only looks on.

    Attributes:
        host: Interface to listen on; empty: close the door.
        port: Where; None: where it was; 0: where there is room.
        fresh_key: Change the key; who has the old one is sent away.
    """

    host: str = ""
    port: int | None = None
    fresh_key: bool = False


class Lookout(msgspec.Struct, frozen=True, kw_only=True):
    """The engine's second door: what there is to enter on another machine.

    Attributes:
        host: Interface that is listened on; empty: the door is closed.
        urls: Where it is, one for each address of this machine.
        key: What it asks for; it opens nothing that changes anything.
        guests: How many look on through it.
        interfaces: What staff can choose from.
        trouble: Why it is closed although it should not be; else empty.
    """

    host: str = ""
    urls: tuple[str, ...] = ()
    key: str = ""
    guests: int = 0
    interfaces: tuple[str, ...] = ()
    trouble: str = ""
