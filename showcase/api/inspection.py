"""What people ask of recorded runs, as HTTP routes."""

from collections.abc import Callable

from aiohttp import web

from showcase.api.answering import json_answer
from showcase.api.stagehand import Refused
from showcase.inspector.files import files
from showcase.inspector.folder import zipped
from showcase.inspector.following import followed
from showcase.inspector.page import page
from showcase.inspector.reading import compared, explained
from showcase.inspector.recording import recording
from showcase.journal import Journal

_FOUND = 50
_MOST_FOUND = 500


class Inspection:
    """Reads a journal for whoever asks."""

    def __init__(
        self, journal: Journal, picture: Callable[[str], bytes | None] | None = None
    ) -> None:
        """Read that journal.

        Args:
            journal: What was recorded.
            picture: Bytes by their SHA-256, which no run has recorded yet.
        """
        self._journal = journal
        self._picture = picture or (lambda _digest: None)

    def routes(self) -> tuple[web.RouteDef, ...]:
        """Every question that can be asked."""
        return (
            web.get("/search", self._search),
            web.get("/compare", self._compare),
            web.get("/runs/{run}/follow", self._follow),
            web.get("/runs/{run}/export.html", self._page),
            web.get("/runs/{run}/export.zip", self._archive),
            web.get("/hops/{hop}/explanation", self._explanation),
            web.get("/blobs/{digest}", self._blob),
        )

    async def _search(self, request: web.Request) -> web.StreamResponse:
        limit = request.query.get("limit", str(_FOUND))
        if not (limit.isascii() and limit.isdecimal()):
            raise Refused("`limit` must be a number.")
        most = min(int(limit[:9]), _MOST_FOUND)
        return json_answer(await self._journal.search(request.query.get("q", ""), most))

    async def _follow(self, request: web.Request) -> web.StreamResponse:
        run = await self._run(request)
        return json_answer(await followed(self._journal, run, request.query.get("value", "")))

    async def _compare(self, request: web.Request) -> web.StreamResponse:
        hops = request.query.get("a", ""), request.query.get("b", "")
        try:
            return json_answer(await compared(self._journal, *hops))
        except KeyError as error:
            raise _no_such_hop() from error

    async def _explanation(self, request: web.Request) -> web.StreamResponse:
        try:
            return json_answer(await explained(self._journal, request.match_info["hop"]))
        except KeyError as error:
            raise _no_such_hop() from error

    async def _blob(self, request: web.Request) -> web.StreamResponse:
        digest = request.match_info["digest"]
        try:
            data = self._picture(digest) or await self._journal.blob(digest)
        except KeyError as error:
            raise web.HTTPNotFound(reason="The journal holds no such bytes.") from error
        return web.Response(body=data, content_type="application/octet-stream")

    async def _page(self, request: web.Request) -> web.StreamResponse:
        run = await self._run(request)
        made = await page(self._journal, recording(await self._journal.entries(run)))
        return _download(made, f"{run}.html", "text/html")

    async def _archive(self, request: web.Request) -> web.StreamResponse:
        run = await self._run(request)
        began = recording(await self._journal.entries(run)).began
        hops = request.query.getall("hop", [])
        made = await zipped(files(self._journal, run, hops), began)
        return _download(made, f"{run}.zip", "application/zip")

    async def _run(self, request: web.Request) -> str:
        return await self._journal.run_matching(request.match_info["run"])


def _no_such_hop() -> web.HTTPNotFound:
    return web.HTTPNotFound(reason="No such hop has ended.")


def _download(data: bytes, name: str, content_type: str) -> web.Response:
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "X-Content-Type-Options": "nosniff",
    }
    return web.Response(body=data, content_type=content_type, headers=headers)
