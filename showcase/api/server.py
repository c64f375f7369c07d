"""The stagehand's verbs as HTTP routes, the journal as a WebSocket stream, on loopback.

Whoever only looks on may come through a second door, if staff have opened it: `Lookout`.
"""

import asyncio
import hmac
import os
import secrets
from contextlib import suppress
from weakref import WeakSet

import msgspec
from aiohttp import WSCloseCode, web

from showcase.api.answering import Handler, answer, body, json_answer, perform, refusal, refusals
from showcase.api.asker import Askers
from showcase.api.backstage import Backstage
from showcase.api.casting import Casting
from showcase.api.curtain import Draper
from showcase.api.inspection import Inspection
from showcase.api.lookout import Lookout
from showcase.api.reception import ReceptionDesk
from showcase.api.stagehand import Refused, Stagehand
from showcase.journal import Journal
from showcase.model.answers import Door, EngineState, RunWanted
from showcase.model.events import to_json
from showcase.model.lookout import LookoutWanted

_HOST = "127.0.0.1"
_MOST_ASKED = 64 * 1024
"""Bytes of a request; the largest of ours is a file name."""

_KEYS = {
    False: "It stands in the engine's door file.",
    True: "It stands at the console, under “Wall on another machine”.",
}
"""Where the right key is to be found: on this machine, and through the second door."""

_HEARTBEAT = 10.0
_LEAVING = 1.0
"""Seconds that open connections get when the server closes."""


class Server:
    """The engine's face. `open` it, hand its `Door` out, wait for `quitting`, `close` it.

    Attributes:
        quitting: Set when a window asks the engine to quit.
    """

    def __init__(
        self,
        stage: Stagehand,
        journal: Journal,
        casting: Casting | None = None,
        reception: ReceptionDesk | None = None,
        *,
        lookout: Lookout | None = None,
        draper: Draper | None = None,
    ) -> None:
        """A server that does not listen yet, with a fresh key.

        Args:
            stage: Who performs what a window asks.
            journal: What it watches.
            casting: Who reads and changes casts; None: nobody does.
            reception: Who admits strangers; None: nobody does.
            lookout: The second door; None: one that nobody remembers.
            draper: Who holds the curtain of walls elsewhere.
        """
        self._reception = reception
        self._lookout = lookout or Lookout()
        self._backstage = Backstage(casting) if casting else None
        self.quitting = asyncio.Event()
        self._stage = stage
        self._journal = journal
        self._key = secrets.token_urlsafe(32)
        self._hosts: frozenset[str] = frozenset()
        self._watching: WeakSet[web.WebSocketResponse] = WeakSet()
        self._seen = 0.0
        self._askers, self._draper = Askers(), draper or Draper()
        self._runner = web.AppRunner(
            self._application(),
            access_log=None,
            shutdown_timeout=_LEAVING,
            handler_cancellation=True,
        )

    async def left_alone(self, seconds: float) -> None:
        """Return once nobody has followed the events, or asked for anything, for so long."""
        self._see()
        now = asyncio.get_running_loop().time
        while (left := self._seen + seconds - now()) > 0:
            await asyncio.sleep(left)
            if self._watching:
                self._see()

    async def open(self, port: int = 0) -> Door:
        """Listen on loopback, on a port that the operating system chooses unless one is given.

        Raises:
            OSError: The port is taken.
        """
        await self._runner.setup()
        await web.TCPSite(self._runner, _HOST, port).start()
        bound = self._runner.addresses[0][1]
        await self._lookout.begin(self._runner)
        self._hosts = frozenset({f"{_HOST}:{bound}", f"localhost:{bound}"})
        return Door(url=f"http://{_HOST}:{bound}", key=self._key, pid=os.getpid())

    async def close(self) -> None:
        """Say good-bye to every window, and stop listening."""
        self._draper.release()
        for socket in tuple(self._watching):
            with suppress(ConnectionError):
                await socket.close(code=WSCloseCode.GOING_AWAY)
        await self._runner.cleanup()
        await self._askers.close()

    def _application(self) -> web.Application:
        stage = self._stage
        backstage = self._backstage
        inspection = Inspection(self._journal, backstage.logo if backstage else None)
        application = web.Application(
            middlewares=[refusals, self._only_with_key, self._askers.see_through],
            client_max_size=_MOST_ASKED,
        )
        application.add_routes(
            [
                web.get("/state", answer(self._state)),
                web.get("/stories", answer(stage.stories)),
                web.get("/clearance", answer(stage.clearance)),
                web.get("/readiness", self._readiness),
                web.get("/runs", answer(self._journal.runs)),
                web.get("/runs/{run}/events", self._run_events),
                *inspection.routes(),
                *(backstage.routes() if backstage else ()),
                *(self._reception.routes() if self._reception else ()),
                web.get("/events", self._events),
                *self._draper.routes(),
                web.get("/lookout", self._told),
                web.post("/lookout", self._look_out),
                web.post("/runs", self._start_run),
                web.post("/jump", self._jump),
                web.post("/stand-in", self._stand_in),
                web.post("/give-back", self._give_back),
                web.post("/quit", self._quit),
                *(
                    web.post(f"/{verb.__name__}", perform(verb))
                    for verb in (
                        stage.go,
                        stage.hold,
                        stage.panic,
                        stage.skip,
                        stage.retry,
                        stage.end,
                    )
                ),
            ]
        )
        return application

    def _see(self) -> None:
        self._seen = asyncio.get_running_loop().time()

    @web.middleware
    async def _only_with_key(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        given = request.query.get("key", "") or request.headers.get("Authorization", "")
        key = given.removeprefix("Bearer ")
        through = self._lookout.is_through(request)
        # a page that rebinds its own name to loopback still sends that name (DNS rebinding)
        if not through and request.host not in self._hosts:
            return refusal(421, "This address is not the engine's.")
        if not through and hmac.compare_digest(key.encode(), self._key.encode()):
            self._see()
            return await handler(request)
        if not self._lookout.knows(key):
            return refusal(401, "The key is missing or wrong.", _KEYS[through])
        if not self._lookout.may(request):
            return refusal(
                403,
                "This key only looks on: it can change nothing.",
                "Whatever changes something is pressed at the console.",
            )
        return await handler(request)

    async def _told(self, _request: web.Request) -> web.StreamResponse:
        return json_answer(self._lookout.told())

    async def _look_out(self, request: web.Request) -> web.StreamResponse:
        return json_answer(await self._lookout.want(await body(request, LookoutWanted)))

    async def _state(self) -> EngineState:
        # a window that comes while the disk is full has not seen the event that told of it
        state = await self._stage.state()
        return msgspec.structs.replace(state, trouble=self._journal.trouble)

    async def _run_events(self, request: web.Request) -> web.StreamResponse:
        run = await self._journal.run_matching(request.match_info["run"])
        entries = await self._journal.entries(run)
        lines = b"".join(to_json(entry) + b"\n" for entry in entries)
        return web.Response(body=lines, content_type="application/x-ndjson")

    async def _readiness(self, request: web.Request) -> web.StreamResponse:
        asked = request.query
        report = await self._stage.readiness(
            asked.get("story", ""),
            cast=asked.get("cast", ""),
            language=asked.get("language", ""),
        )
        return json_answer(report)

    async def _start_run(self, request: web.Request) -> web.StreamResponse:
        wanted = await body(request, RunWanted)
        run = await self._stage.start_run(
            wanted.story,
            cast=wanted.cast,
            cut=wanted.cut,
            fast=wanted.fast,
            language=wanted.language,
            watch=wanted.watch,
        )
        return json_answer({"run": run})

    async def _jump(self, request: web.Request) -> web.StreamResponse:
        await self._stage.jump((await body(request, _Jump)).cue)
        return web.Response(status=204)

    async def _stand_in(self, request: web.Request) -> web.StreamResponse:
        await self._stage.stand_in((await body(request, _Passed)).role)
        return web.Response(status=204)

    async def _give_back(self, request: web.Request) -> web.StreamResponse:
        return json_answer(await self._stage.give_back((await body(request, _Passed)).role))

    async def _quit(self, _request: web.Request) -> web.StreamResponse:
        self.quitting.set()
        return web.Response(status=204)

    async def _events(self, request: web.Request) -> web.StreamResponse:
        asked = request.query.get("after")
        if asked is not None and not asked.isdecimal():
            raise Refused("`after` must be the number of an entry.")
        socket = web.WebSocketResponse(heartbeat=_HEARTBEAT, compress=False)
        entries = self._journal.subscribe(int(asked) if asked is not None else None)
        await socket.prepare(request)
        self._watching.add(socket)
        if self._lookout.is_through(request):
            self._lookout.welcome(socket)

        async def send() -> None:
            with suppress(ConnectionError):  # the loop below learns of it, too
                async for entry in entries:
                    await socket.send_str(to_json(entry).decode())

        sending = asyncio.get_running_loop().create_task(send())
        try:
            async for _message in socket:
                pass  # a watcher has nothing to say; reading notices when it leaves
        finally:
            self._watching.discard(socket)
            self._see()
            sending.cancel()
            await asyncio.gather(sending, return_exceptions=True)
        return socket


class _Jump(msgspec.Struct, frozen=True):
    cue: str


class _Passed(msgspec.Struct, frozen=True):
    role: str
