"""At which addresses others find this machine, and what an address says of who calls.

Whoever listens at ``0.0.0.0`` listens at every address the machine has, and at each that it will
have; but nobody can enter ``0.0.0.0`` anywhere. So what is *told* of such a listener is an address
of the machine, looked up anew each time it is told, and who calls it from here calls loopback.
"""

import socket
import struct
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from ipaddress import ip_address

from showcase.model.system import EVERYWHERE

if sys.platform != "win32":  # there, the host's own name answers with all its addresses
    from fcntl import ioctl

LOOPBACK = "127.0.0.1"

_ELSEWHERE = "192.0.2.1"
"""RFC 5737: nobody's. The way to it starts where the default route does."""

_SIOCGIFADDR = 0xC0206921 if sys.platform == "darwin" else 0x8915
"""The request for an interface's address; that stands in bytes 20 to 23 of a struct ifreq."""


def told(host: str) -> str:
    """What to enter in order to reach a listener at `host`: a name or an address."""
    return next(iter(addresses()), LOOPBACK) if host == EVERYWHERE else host


def near(host: str) -> str:
    """How this machine itself reaches a listener at `host`, whatever becomes of the network."""
    return LOOPBACK if host == EVERYWHERE else host


def everywhere(host: str) -> tuple[str, ...]:
    """Each address at which a listener at `host` is reached from outside; the best one first."""
    return addresses() if host == EVERYWHERE else (host,)


def addresses(towards: Iterable[str] = ()) -> tuple[str, ...]:
    """This machine's IPv4 addresses, without loopback.

    Args:
        towards: Hosts; first come the addresses that lead there, then the one that leads outward.
    """
    leading = (address for host in towards for address in _towards(host))
    all_of_them = (*leading, *_found())
    found = dict.fromkeys(each for each in all_of_them if not each.startswith("127."))
    return tuple(sorted(found, key=lambda each: each.startswith("169.254.")))


def host_of(address: str) -> str:
    """The host of ``host:port``, an IPv4 address as such even where IPv6 wraps it."""
    host = address.rpartition(":")[0].strip("[]")
    return host.removeprefix("::ffff:")


def is_loopback(host: str) -> bool:
    """Whether an address is reached from this machine only."""
    try:
        return ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False


def _found() -> Iterator[str]:
    yield from _towards(_ELSEWHERE)
    yield from _of_interfaces()
    with suppress(OSError):  # a name that nobody knows
        named = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
        yield from (str(each[4][0]) for each in named)


def _towards(host: str) -> Iterator[str]:
    """The address from which this machine reaches another; connecting a datagram sends nothing."""
    if not host.replace(".", "").isdecimal():  # a name might have to be asked for, and wait
        return
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as plug:
        plug.connect((host, 9))  # fails where no route leads there: a booth has none outward
        yield plug.getsockname()[0]


def _of_interfaces() -> Iterator[str]:
    if sys.platform == "win32":
        return
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as plug:
        for _, name in socket.if_nameindex():
            with suppress(OSError):  # it has none
                answer = ioctl(plug, _SIOCGIFADDR, struct.pack("256s", name.encode()[:15]))
                yield socket.inet_ntoa(answer[20:24])
