"""Our open ports and who calls there; strangers are admitted here, or turned away."""

import asyncio
from collections.abc import Iterator

import msgspec
from aiohttp import web

from showcase.api.answering import body, json_answer
from showcase.api.gates import OpenGate
from showcase.api.house import House
from showcase.journal.journal import Journal
from showcase.model.callers import (
    CallerAtPort,
    OpenPort,
    Reception,
    Stranger,
    UnknownCaller,
)
from showcase.model.events import CallerJudged, Noticed
from showcase.wire.porter import Porter

_LONGEST_NAME = 40
"""Characters that a card can bear."""


class ReceptionDesk:
    """What staff see of the porter's work, and what they tell it; as HTTP routes, too."""

    def __init__(self, porter: Porter, house: House, journal: Journal) -> None:
        """Nobody has called.

        Args:
            porter: Whom every port asks.
            house: Knows the ports that are open.
            journal: Where judgements are recorded.
        """
        self._porter = porter
        self._house = house
        self._journal = journal

    def routes(self) -> tuple[web.RouteDef, ...]:
        """The question, and every verb."""
        return (
            web.get("/reception", self._seen),
            web.post("/reception/judge", self._judged),
            web.post("/reception/name", self._named),
            web.post("/reception/house", self._opened),
        )

    def seen(self) -> Reception:
        """Every open port, and who calls there."""
        return Reception(
            open_house=self._porter.open_house,
            interface=self._house.interface,
            ports=tuple(self._port(gate) for gate in self._house.gates()),
            strangers=tuple(self._strangers()),
            unknown=tuple(
                UnknownCaller(
                    address=address, calls_itself=said, name=self._house.guests.called(address)
                )
                for address, said in self._house.guests.heard.items()
            ),
        )

    def judge(self, caller: str, name: str = "", *, admitted: bool) -> None:
        """Admit a stranger by its name, or turn it away, now and whenever it comes again."""
        self._porter.judge(caller, name, admitted=admitted)
        self._journal.record(CallerJudged(caller=caller, name=name, admitted=admitted))

    def open_house(self, *, everybody: bool, interface: str) -> None:
        """Say who may come in, and on which interface.

        Args:
            everybody: Whether strangers come in unasked.
            interface: Where stand-ins listen from their next start on; empty: as the cast says.
        """
        self._porter.let_everybody_in(open_house=everybody)
        if self._house.listen_on(interface):
            self._journal.record(
                Noticed(
                    words="The stand-ins move to the other network with the next patient.",
                    remedy="Press New patient (N) when this tour is over.",
                )
            )

    def _port(self, gate: OpenGate) -> OpenPort:
        now = asyncio.get_running_loop().time()
        return OpenPort(
            role=gate.role,
            title=gate.title,
            protocol=gate.protocol,
            address=gate.address,
            tap=gate.tap,
            callers=tuple(
                CallerAtPort(
                    address=host,
                    system=self._house.guests.called(host),
                    connections=seen.connections,
                    times=seen.times,
                    seconds=round(now - seen.last, 1),
                )
                for host, seen in gate.gate.seen.items()
            ),
        )

    def _strangers(self) -> Iterator[Stranger]:
        wants: dict[tuple[str, str], list[str]] = {}
        for knock in self._porter.knocks:
            who = knock.caller, knock.name
            wants.setdefault(who, []).append(f"{knock.role} {knock.protocol}")
        for (address, name), where in wants.items():
            yield Stranger(address=address, name=name, wants=tuple(where))
        for (address, name), admitted in self._porter.judged.items():
            yield Stranger(address=address, name=name, admitted=admitted)

    async def _seen(self, _request: web.Request) -> web.StreamResponse:
        return json_answer(self.seen())

    async def _judged(self, request: web.Request) -> web.StreamResponse:
        said = await body(request, _Judgement)
        self.judge(said.caller, said.name, admitted=said.admitted)
        return web.Response(status=204)

    async def _named(self, request: web.Request) -> web.StreamResponse:
        said = await body(request, _Name)
        self._house.guests.name(said.address, said.name.strip()[:_LONGEST_NAME])
        return web.Response(status=204)

    async def _opened(self, request: web.Request) -> web.StreamResponse:
        said = await body(request, _House)
        self.open_house(everybody=said.everybody, interface=said.interface)
        return web.Response(status=204)


class _Judgement(msgspec.Struct, frozen=True):
    caller: str
    admitted: bool
    name: str = ""


class _Name(msgspec.Struct, frozen=True):
    address: str
    name: str


class _House(msgspec.Struct, frozen=True):
    everybody: bool
    interface: str = ""
