"""The second door: for whoever only looks on, say a wall on another machine.

It is closed until staff choose an interface. Behind it the same server listens with a key of its
own, which opens the stream of events and what is recorded, and nothing that changes anything or
makes the engine ask a vendor's system. The engine's own key is not taken there: it never needs to
cross a network. What staff chose is kept in a file beside the journal, so that a wall finds the
engine again after a restart, at the same address and with the same key.
"""

import hmac
import secrets
from contextlib import suppress
from pathlib import Path
from weakref import WeakSet

import msgspec
import structlog
from aiohttp import WSCloseCode, web

from showcase import disk
from showcase.api.stagehand import Refused
from showcase.model.lookout import Lookout as Told
from showcase.model.lookout import LookoutWanted
from showcase.model.system import EVERYWHERE
from showcase.wire.addresses import addresses, everywhere

PORT = 7412
"""Where the second door is, unless another program is there."""

_SEEN = frozenset(
    {"state", "stories", "runs", "search", "compare", "hops", "blobs", "events", "curtain"}
)
"""What may be looked at: the beginning of a path."""

_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"  # none that looks like another
_KEY = 4, 4  # groups of letters: 79 bits
_log = structlog.get_logger()


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept in the file.

    Attributes:
        host: Interface that is listened on; empty: the door is closed.
    """

    version: int = 1
    host: str = ""
    port: int = PORT
    key: str = ""


class Lookout:
    """The second door of one server."""

    def __init__(self, file: Path | None = None) -> None:
        """Closed. `file`: where to keep what staff chose; None: nowhere."""
        self._file = file
        self._kept = _read(file)
        self._site: web.TCPSite | None = None
        self._bound = 0
        self._trouble = ""
        self._runner: web.AppRunner | None = None
        self._guests: WeakSet[web.WebSocketResponse] = WeakSet()
        if not self._kept.key:
            self._kept = msgspec.structs.replace(self._kept, key=fresh_key())

    async def begin(self, runner: web.AppRunner) -> None:
        """The server is up: open the door again, if it was open when the engine ended."""
        self._runner = runner
        if self._kept.host:
            await self._open(self._kept.host, self._kept.port)

    async def want(self, wanted: LookoutWanted) -> Told:
        """Open, close, or change the key, which sends everybody away who has the old one.

        Raises:
            Refused: There is no such interface, or the port is taken.
        """
        await self._close()
        if wanted.fresh_key:
            self._kept = msgspec.structs.replace(self._kept, key=fresh_key())
        if wanted.host:
            await self._open(wanted.host, self._kept.port if wanted.port is None else wanted.port)
            if self._trouble:
                raise Refused(self._trouble, "Choose another interface, or another port.")
        port = self._bound or self._kept.port
        self._kept = msgspec.structs.replace(self._kept, host=wanted.host, port=port)
        self._keep()
        return self.told()

    def told(self) -> Told:
        """What there is to enter on the other machine."""
        is_open = self._site is not None
        hosts = everywhere(self._kept.host)
        return Told(
            host=self._kept.host if is_open else "",
            urls=tuple(f"http://{host}:{self._bound}" for host in hosts) if is_open else (),
            key=self._kept.key,
            guests=sum(not guest.closed for guest in self._guests),
            interfaces=(*addresses(), EVERYWHERE),
            trouble=self._trouble,
        )

    # --- Who may what -----------------------------------------------------------------------------

    def is_through(self, request: web.Request) -> bool:
        """Whether a request came through the second door."""
        transport = request.transport
        at = transport.get_extra_info("sockname") if transport else None
        return self._site is not None and at is not None and at[1] == self._bound

    def knows(self, key: str) -> bool:
        """Whether that is the key of who looks on."""
        return hmac.compare_digest(
            key.strip().lower().encode(errors="replace"), self._kept.key.encode()
        )

    @staticmethod
    def may(request: web.Request) -> bool:
        """Whether who only looks on may ask that."""
        return request.method in {"GET", "HEAD"} and request.path.split("/")[1] in _SEEN

    def welcome(self, socket: web.WebSocketResponse) -> None:
        """Somebody follows the events through the second door."""
        self._guests.add(socket)

    # --- Opening and closing ----------------------------------------------------------------------

    async def _open(self, host: str, port: int) -> None:
        assert self._runner
        self._trouble = ""
        before = set(self._runner.addresses)
        site = web.TCPSite(self._runner, host, port)
        try:
            await site.start()
        except OSError as error:
            with suppress(RuntimeError):  # it may not have been registered
                await site.stop()
            self._trouble = f"Nobody can listen on {host}, port {port}: {_why(error)}."
            _log.warning("the second door stays closed", host=host, port=port, why=str(error))
            return
        self._site = site
        (bound,) = set(self._runner.addresses) - before
        self._bound = bound[1]

    async def _close(self) -> None:
        site, self._site, self._bound, self._trouble = self._site, None, 0, ""
        for guest in tuple(self._guests):
            with suppress(ConnectionError):
                await guest.close(code=WSCloseCode.GOING_AWAY)
        self._guests.clear()
        if site is not None:
            await site.stop()

    def _keep(self) -> None:
        """In a file that is readable by this user only: it holds the key."""
        if self._file is None:
            return
        try:
            disk.replace(self._file, msgspec.json.encode(self._kept), private=True)
        except OSError as error:
            _log.warning("the second door is forgotten at the next start", why=str(error))


def fresh_key() -> str:
    """A key that one can read out across a table: ``k7mq-93xd-2prf-t6wn``."""
    groups, letters = _KEY
    return "-".join(
        "".join(secrets.choice(_LETTERS) for _ in range(letters)) for _ in range(groups)
    )


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).rstrip(".").lower()


def _read(file: Path | None) -> Kept:
    if file is None:
        return Kept()
    try:
        return msgspec.json.decode(file.read_bytes(), type=Kept)
    except FileNotFoundError:
        return Kept()
    except (OSError, msgspec.DecodeError) as error:
        _log.warning("what was chosen for the second door is lost", why=str(error))
        return Kept()
