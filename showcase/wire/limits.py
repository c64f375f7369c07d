"""What a peer may ask of us before it is cut off. Declared lengths are claims, not facts."""

import msgspec


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds for one listening port.

    Attributes:
        connections: Open connections at once, over all peers.
        message_bytes: Largest message accepted.
        idle_seconds: A connection that brings nothing for so long is closed.
    """

    connections: int = 256
    message_bytes: int = 64 * 1024 * 1024
    idle_seconds: float = 120.0


DEFAULT = Limits()
