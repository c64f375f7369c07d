"""The verbs of `casting` as HTTP routes."""

from aiohttp import web

from showcase.api.answering import body, json_answer
from showcase.api.casting import MOST_BROUGHT, Casting
from showcase.model.casting import CastWanted


class Backstage:
    """Casts, for whoever edits them."""

    def __init__(self, casting: Casting) -> None:
        """Translate for that one."""
        self._casting = casting
        registrar = casting.registrar
        self._more = registrar.routes() if registrar else ()

    def routes(self) -> tuple[web.RouteDef, ...]:
        """Every question and every verb."""
        return (
            web.get("/casts", self._casts),
            web.get("/cast", self._sheet),
            web.post("/cast", self._change),
            web.post("/cast/file", self._bring),
            web.get("/cast/test", self._test),
            web.post("/cast/switch", self._switch),
            *self._more,
        )

    def logo(self, digest: str) -> bytes | None:
        """A logo of a cast that was looked at, though no run has drawn it yet."""
        return self._casting.logos.get(digest)

    async def _casts(self, request: web.Request) -> web.StreamResponse:
        asked = request.query
        return json_answer(await self._casting.casts(asked.get("story", ""), asked.get("also", "")))

    async def _sheet(self, request: web.Request) -> web.StreamResponse:
        wanted = (request.query.get(key, "") for key in ("file", "story", "language"))
        return json_answer(await self._casting.sheet(*wanted))

    async def _change(self, request: web.Request) -> web.StreamResponse:
        return json_answer(await self._casting.change(await body(request, CastWanted)))

    async def _bring(self, request: web.Request) -> web.StreamResponse:
        data = await request.content.read(MOST_BROUGHT + 1)
        while len(data) <= MOST_BROUGHT and (more := await request.content.read(MOST_BROUGHT)):
            data += more
        asked = request.query
        name = await self._casting.bring(asked.get("file", ""), asked.get("name", ""), data)
        return json_answer({"name": name})

    async def _test(self, request: web.Request) -> web.StreamResponse:
        wanted = (request.query.get(key, "") for key in ("file", "story", "role", "subject"))
        return json_answer(await self._casting.test(*wanted))

    async def _switch(self, request: web.Request) -> web.StreamResponse:
        asked = request.query
        await self._casting.switch(asked.get("file", ""), asked.get("story", ""))
        return web.Response(status=204)
