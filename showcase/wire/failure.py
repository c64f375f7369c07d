"""The ways a line breaks.

A negative acknowledgement is news, not an exception; these are raised only when no valid answer
came. Each says in plain words what happened and what to do::

    LineBroke
    ├── Unreachable   nobody accepted the connection
    ├── TlsRefused    the TLS handshake failed: one side does not want to know the other
    ├── Silent        the deadline passed
    ├── HungUp        the peer closed or reset in the middle
    └── Garbled       what came is not the protocol, or over a limit
"""

import errno
import os
import re
import socket


class LineBroke(Exception):
    """No valid answer came.

    Attributes:
        words: What happened, naming the peer, for people who are not engineers.
        remedy: What to do about it.
        status: The technical cause in a few words.
    """

    def __init__(self, words: str, *, remedy: str, status: str = "") -> None:
        """Keep the three texts; `str()` gives the words."""
        super().__init__(words)
        self.words = words
        self.remedy = remedy
        self.status = status or type(self).__name__


class Unreachable(LineBroke):
    """Nobody accepted the connection."""


class TlsRefused(LineBroke):
    """The TLS handshake failed: one side does not want to know the other (IHE ITI-19)."""


class Silent(LineBroke):
    """The deadline passed without an answer."""


class HungUp(LineBroke):
    """The peer closed or reset the connection in the middle."""


class Garbled(LineBroke):
    """What came is not the protocol, or over a limit."""


def unreachable(address: str, error: OSError) -> Unreachable:
    """The `Unreachable` for a failed connect to `address` (``host:port``)."""
    if isinstance(error, socket.gaierror):
        return Unreachable(
            f"Nobody knows the name {address.rpartition(':')[0]}.",
            remedy="Write its address in the cast instead: a booth often has no DNS.",
            status=error.strerror or str(error),
        )
    causes = {
        errno.ECONNREFUSED: (
            f"Nobody listens at {address}.",
            "Start the system there, or correct host and port in the cast.",
        ),
        errno.EHOSTUNREACH: (
            f"There is no way to {address}.",
            "Check the cable, the Wi-Fi and the address in the cast.",
        ),
        errno.ENETUNREACH: (
            f"This machine has no network that leads to {address}.",
            "Check the cable, the Wi-Fi and the address in the cast.",
        ),
    }
    number = _errno(error)
    words, remedy = causes.get(
        number,
        (
            f"No connection to {address}.",
            "Check that the system runs, and its address in the cast.",
        ),
    )
    status = os.strerror(number) if number > 0 else error.strerror or str(error)
    return Unreachable(words, remedy=remedy, status=status)


def _errno(error: OSError) -> int:
    """The system's own number of a failed connect; 0 where it was not the system that failed.

    asyncio tells of a host with several addresses in one text, and that text is all it tells.
    """
    told = [int(each) for each in re.findall(r"\[Errno (\d+)\]", str(error))]
    return error.errno or next(iter(told), 0)


def silent(address: str, seconds: float) -> Silent:
    """The `Silent` for a peer that did not answer within `seconds`."""
    return Silent(
        f"{address} did not answer within {seconds:g} second{'s' * (seconds != 1)}.",
        remedy="Check that the system is not stuck, or raise its deadline in the cast.",
        status=f"no answer in {seconds:g} s",
    )


def hung_up(address: str) -> HungUp:
    """The `HungUp` for a peer that closed the connection before it had answered."""
    return HungUp(
        f"{address} closed the connection before it had answered.",
        remedy="Look into that system's log: it met something it did not expect.",
        status="connection closed",
    )
