"""Who may come in: asked for every connection, before any protocol has seen a byte of it.

Whoever calls from this machine is at home, and so is everybody whose address the cast names. A
stranger *knocks*: what it sends stays in the socket, unread, until staff admit it or turn it away,
and a caller with patience never notices. In an *open house* everybody comes in. Nobody but this
machine itself may come too often, or with too many connections at once.
"""

import asyncio
from collections import Counter, deque
from collections.abc import Callable, Iterable
from ipaddress import ip_address

import msgspec
import structlog

PATIENCE = 60.0
"""Seconds that a stranger may stand before the door; DICOM callers give up after thirty."""

_STRANGERS = 64
"""Connections that may wait to be judged, over all callers."""

_REMEMBERED = 256
"""Callers that a port remembers."""

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
    """

    caller: str
    role: str
    protocol: str


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
        self._expected: frozenset[str] = frozenset()
        self._judged: dict[str, bool] = {}
        self._waiting: set[tuple[str, asyncio.Future[bool]]] = set()
        self._connections: Counter[str] = Counter()
        self._comings: dict[str, deque[float]] = {}

    @property
    def open_house(self) -> bool:
        """Whether everybody may come in."""
        return self._open_house

    @property
    def judged(self) -> dict[str, bool]:
        """Strangers that staff have admitted (True) or turned away."""
        return dict(self._judged)

    def expect(self, hosts: Iterable[str]) -> None:
        """From now on these addresses are known, and no others but those that staff admit."""
        self._expected = frozenset(hosts)
        self._release(lambda host: True if host in self._expected else None)

    def let_everybody_in(self, *, open_house: bool) -> None:
        """Open the house, or close it to strangers; whoever is inside stays."""
        self._open_house = open_house
        if open_house:
            self._release(lambda host: self._judged.get(host, True))

    def judge(self, caller: str, *, admitted: bool) -> None:
        """Admit a stranger, or turn it away, now and whenever it comes again."""
        self._judged[caller] = admitted
        self._release(lambda host: admitted if host == caller else None)

    def admits(self, caller: str) -> bool | None:
        """Whether an address may come in; None: staff have to say."""
        if _is_loopback(caller) or caller in self._expected:
            return True
        return self._judged.get(caller, True if self._open_house else None)

    async def answer(self, knock: Knock) -> bool:
        """Wait until staff have judged a stranger, or its time is up."""
        self.hear(knock)
        if len(self._waiting) >= _STRANGERS:
            return False
        judged: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        waiting = (knock.caller, judged)
        self._waiting.add(waiting)
        try:
            async with asyncio.timeout(self._patience):
                return await judged
        except TimeoutError:
            return False
        finally:
            self._waiting.discard(waiting)

    def hear(self, knock: Knock) -> None:
        """Note a knock, and tell of it unless that was done."""
        if knock not in self.knocks and len(self.knocks) < _STRANGERS:
            self.knocks[knock] = None
            self._told(knock)

    def comes(self, caller: str) -> bool:
        """Count a connection in; False: it is one too many, and not counted."""
        if _is_loopback(caller):
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
        if not _is_loopback(caller):
            self._connections[caller] -= 1
            self._connections += Counter()  # whoever has none is forgotten

    def _forget_old_comings(self, now: float) -> None:
        if len(self._comings) > _REMEMBERED:
            old = [who for who, at in self._comings.items() if now - at[-1] > self._limits.window]
            for who in old:
                del self._comings[who]

    def _release(self, judgement: Callable[[str], bool | None]) -> None:
        for host, judged in tuple(self._waiting):
            said = judgement(host)
            if said is not None and not judged.done():
                judged.set_result(said)
        self.knocks = {k: None for k in self.knocks if judgement(k.caller) is None}


class Seen(msgspec.Struct, kw_only=True):
    """A caller at one port.

    Attributes:
        connections: Open now.
        times: How often it has come.
        last: By the event loop's clock, when that was.
    """

    connections: int = 0
    times: int = 0
    last: float = 0.0


class Gate:
    """One listening port's way in.

    Attributes:
        seen: Who has come, by address; the last few hundred.
    """

    def __init__(self, porter: Porter, role: str, protocol: str) -> None:
        """Nobody has come.

        Args:
            porter: Whom to ask.
            role: Role key of whoever listens.
            protocol: What is spoken there, as a cast names it.
        """
        self.seen: dict[str, Seen] = {}
        self._porter = porter
        self._role = role
        self._protocol = protocol

    def admits(self, remote: str, local: str) -> bool | None:
        """Whether a caller may come in, as far as that is known; None: somebody has to judge.

        Args:
            remote: ``host:port`` of the caller.
            local: ``host:port`` that it called.
        """
        host = host_of(remote)
        return True if host == host_of(local) else self._porter.admits(host)

    async def judged(self, remote: str) -> bool:
        """Knock, and wait for a judgement."""
        return await self._porter.answer(self._knock(remote))

    def hear(self, remote: str) -> None:
        """Knock, and do not wait."""
        self._porter.hear(self._knock(remote))

    def comes(self, remote: str) -> bool:
        """Count a connection in; False: its caller has too many, and it is not counted."""
        host = host_of(remote)
        if not self._porter.comes(host):
            return False
        seen = self.seen.setdefault(host, Seen())
        seen.connections += 1
        seen.times += 1
        seen.last = asyncio.get_running_loop().time()
        if len(self.seen) > _REMEMBERED:
            idle = (each for each, at in self.seen.items() if not at.connections)
            del self.seen[min(idle, key=lambda each: self.seen[each].last, default=host)]
        return True

    def goes(self, remote: str) -> None:
        """Count a connection out that `comes` had counted in."""
        host = host_of(remote)
        self._porter.goes(host)
        if host in self.seen:
            self.seen[host].connections -= 1

    def _knock(self, remote: str) -> Knock:
        return Knock(caller=host_of(remote), role=self._role, protocol=self._protocol)


def open_gate() -> Gate:
    """The way in to a port that anybody may call."""
    return Gate(Porter(), "", "")


def host_of(address: str) -> str:
    """The host of ``host:port``, an IPv4 address as such even where IPv6 wraps it."""
    host = address.rpartition(":")[0].strip("[]")
    return host.removeprefix("::ffff:")


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False
