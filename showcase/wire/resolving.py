"""The addresses of a name. Where there is no DNS, asking takes its time: it is in nobody's way."""

import asyncio
import socket
from contextlib import suppress
from threading import Thread


async def addresses_of(host: str) -> frozenset[str]:
    """Every address of a host, a name or an address itself; none where nobody knows the name.

    The question is asked in a thread of its own, which nobody waits for at the end: a resolver
    without a network takes many seconds, and would hold up whoever shares its thread.
    """
    loop = asyncio.get_running_loop()
    found: asyncio.Future[frozenset[str]] = loop.create_future()

    def tell(addresses: frozenset[str]) -> None:
        if not found.done():
            found.set_result(addresses)

    def ask() -> None:
        addresses = _asked(host)
        with suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(tell, addresses)

    Thread(target=ask, name=f"resolve {host}", daemon=True).start()
    return await found


def _asked(host: str) -> frozenset[str]:
    try:
        found = socket.getaddrinfo(host, None)
    except (OSError, UnicodeError):  # readiness tells of a name that nobody knows
        return frozenset()
    return frozenset(str(address[0]) for *_, address in found)
