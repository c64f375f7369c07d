"""One listening port's way in: who has come there, and what the porter says of who comes now."""

import asyncio

import msgspec

from showcase.wire.addresses import host_of
from showcase.wire.porter import Knock, Porter

_REMEMBERED = 256
"""Callers that a port remembers."""


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

    def knows(self, remote: str) -> bool:
        """Whether the cast names the address of a caller, by whatever name it may call."""
        return self._porter.knows(host_of(remote))

    def admits(self, remote: str, local: str, name: str | None = None) -> bool | None:
        """Whether a caller may come in, as far as that is known; None: somebody has to judge.

        Args:
            remote: ``host:port`` of the caller.
            local: ``host:port`` that it called.
            name: The name it goes by; None: that is not known yet.
        """
        host = host_of(remote)
        return True if host == host_of(local) else self._porter.admits(host, self._protocol, name)

    async def judged(self, remote: str, name: str = "") -> bool:
        """Knock by a name, and wait for a judgement, unless there is one."""
        knock = self._knock(remote, name)
        said = self._porter.admits(knock.caller, self._protocol, name)
        return await self._porter.answer(knock) if said is None else said

    def hear(self, remote: str) -> None:
        """Knock, and do not wait."""
        self._porter.hear(self._knock(remote, ""))

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

    def _knock(self, remote: str, name: str) -> Knock:
        return Knock(caller=host_of(remote), role=self._role, protocol=self._protocol, name=name)


def open_gate() -> Gate:
    """The way in to a port that anybody may call."""
    return Gate(Porter(), "", "")
