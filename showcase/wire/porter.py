"""Who may come in: asked for every connection, before any protocol has seen a byte of it.

Whoever calls from this machine is at home, and so is everybody whom the cast names: by address,
and, where it names an AE title or an application at that address, by that name as well. A stranger
*knocks*: of what it sends, no more is looked at than the name it goes by, until staff admit it or
turn it away, and a caller with patience never notices. In an *open house* everybody comes in.
Nobody but this machine itself may come too often, or with too many connections at once.
"""

import asyncio
from collections import Counter, deque
from collections.abc import Callable, Collection, Mapping

import msgspec
import structlog

from showcase.wire.addresses import is_loopback

PATIENCE = 60.0
"""Seconds that a stranger may stand before the door; DICOM callers give up after thirty."""

_STRANGERS = 64
"""Connections that may wait to be judged, over all callers."""

_NAMES = 8
"""By so many names one address may knock; staff could not tell more of them apart."""

_REMEMBERED = 256
"""Callers whose comings are remembered."""

_log = structlog.get_logger()


class PeerLimits(msgspec.Struct, frozen=True, kw_only=True):
    """What one address may ask of all our ports together; this machine itself is not counted.

    Attributes:
        connections: Open at once.
        burst: New ones within `window` seconds.
    """

    connections: int = 64
    burst: int = 200
    window: float = 2.0


DEFAULT_PEER = PeerLimits()


class Knock(msgspec.Struct, frozen=True, kw_only=True):
    """A stranger before the door.

    Attributes:
        caller: Its address, without a port.
        role: Role key of whom it wants.
        protocol: ``hl7v2``, ``dicom``, ``soap``, ``syslog``.
        name: Its calling AE title; its sending application and facility as ``MSH-3|MSH-4``;
            empty: it has said none.
    """

    caller: str
    role: str
    protocol: str
    name: str = ""


Known = Mapping[str, Mapping[str, Collection[str]]]
"""Whom a cast names: names by protocol, by address. No name by a protocol: any will do."""


class Porter:
    """Knows who is expected, and asks staff about everybody else.

    Attributes:
        knocks: Strangers nobody has judged, in the order in which they came.
    """

    def __init__(
        self,
        *,
        open_house: bool = True,
        told: Callable[[Knock], None] = lambda _knock: None,
        limits: PeerLimits = DEFAULT_PEER,
        patience: float = PATIENCE,
    ) -> None:
        """Nobody is expected.

        Args:
            open_house: Whether everybody may come in.
            told: Hears of each knock once, until it has been judged.
            limits: What one address may ask.
            patience: Seconds that a stranger may stand before the door.
        """
        self.knocks: dict[Knock, None] = {}
        self._told = told
        self._limits = limits
        self._patience = patience
        self._open_house = open_house
        self._known: Known = {}
        self._judged: dict[tuple[str, str], bool] = {}
        self._waiting: set[tuple[Knock, asyncio.Future[bool]]] = set()
        self._connections: Counter[str] = Counter()
        self._comings: dict[str, deque[float]] = {}

    @property
    def open_house(self) -> bool:
        """Whether everybody may come in."""
        return self._open_house

    @property
    def judged(self) -> dict[tuple[str, str], bool]:
        """Strangers, by address and name, that staff have admitted (True) or turned away."""
        return dict(self._judged)

    def expect(self, known: Known) -> None:
        """From now on these callers are known, and no others but those that staff admit."""
        self._known = known
        self._reconsider()

    def let_everybody_in(self, *, open_house: bool) -> None:
        """Open the house, or close it to strangers; whoever is inside stays."""
        self._open_house = open_house
        self._reconsider()

    def judge(self, caller: str, name: str = "", *, admitted: bool) -> None:
        """Admit a stranger, or turn it away, now and whenever it comes again.

        Args:
            caller: Its address.
            name: The name it gave; empty: whatever it calls itself.
            admitted: Whether it may come in.
        """
        self._judged[caller, name] = admitted
        self._reconsider()

    def knows(self, caller: str) -> bool:
        """Whether the cast names that address, whoever calls from there."""
        return caller in self._known

    def admits(self, caller: str, protocol: str = "", name: str | None = None) -> bool | None:
        """Whether a caller may come in.

        Args:
            caller: Its address.
            protocol: What it speaks, as a cast names it.
            name: The name it goes by; None: that is not known yet.

        Returns:
            None where its name would have to be known, or staff have to say.
        """
        if is_loopback(caller) or self._names(caller, protocol, name):
            return True
        for said in (name or "", ""):
            if (caller, said) in self._judged:
                return self._judged[caller, said]
        return True if self._open_house else None

    def _names(self, caller: str, protocol: str, name: str | None) -> bool:
        """Whether the cast names that caller, by that name."""
        if caller not in self._known:
            return False
        names = self._known[caller].get(protocol, ())
        return not names or name in names or (name or "").partition("|")[0] in names

    async def answer(self, knock: Knock) -> bool:
        """Wait until staff have judged a stranger, or its time is up."""
        if not self.hear(knock) or len(self._waiting) >= _STRANGERS:
            return False
        judged: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        waiting = (knock, judged)
        self._waiting.add(waiting)
        try:
            async with asyncio.timeout(self._patience):
                return await judged
        except TimeoutError:
            return False
        finally:
            self._waiting.discard(waiting)

    def hear(self, knock: Knock) -> bool:
        """Note a knock, and tell of it unless that was done.

        Returns:
            Whether it stands there to be judged: there may be too many.
        """
        if knock in self.knocks:
            return True
        names = {each.name for each in self.knocks if each.caller == knock.caller} | {knock.name}
        if len(self.knocks) >= _STRANGERS or len(names) > _NAMES:
            return False
        self.knocks[knock] = None
        self._told(knock)
        return True

    def comes(self, caller: str) -> bool:
        """Count a connection in; False: it is one too many, and not counted."""
        if is_loopback(caller):
            return True
        now = asyncio.get_running_loop().time()
        self._forget_old_comings(now)
        recent = self._comings.setdefault(caller, deque(maxlen=self._limits.burst))
        too_often = len(recent) == recent.maxlen and now - recent[0] < self._limits.window
        if too_often or self._connections[caller] >= self._limits.connections:
            why = "too often" if too_often else "too many connections"
            _log.warning("caller turned away", peer=caller, why=why)
            return False
        recent.append(now)
        self._connections[caller] += 1
        return True

    def goes(self, caller: str) -> None:
        """Count a connection out that `comes` had counted in."""
        if not is_loopback(caller):
            self._connections[caller] -= 1
            self._connections += Counter()  # whoever has none is forgotten

    def _forget_old_comings(self, now: float) -> None:
        if len(self._comings) > _REMEMBERED:
            old = [who for who, at in self._comings.items() if now - at[-1] > self._limits.window]
            for who in old:
                del self._comings[who]

    def _reconsider(self) -> None:
        for knock, judged in tuple(self._waiting):
            said = self._says(knock)
            if said is not None and not judged.done():
                judged.set_result(said)
        self.knocks = {knock: None for knock in self.knocks if self._says(knock) is None}

    def _says(self, knock: Knock) -> bool | None:
        return self.admits(knock.caller, knock.protocol, knock.name)
