"""`EngineClient`: every verb of the engine's API, and the stream of events."""

from collections.abc import AsyncGenerator, Sequence
from importlib import import_module
from types import ModuleType, TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

import msgspec

from showcase.client.failure import EngineGone, EngineRefused
from showcase.model.answers import (
    Comparison,
    Door,
    EngineState,
    Explanation,
    Found,
    Mention,
    Missed,
    Refusal,
    RunBrief,
    RunWanted,
    StoryBrief,
)
from showcase.model.callers import Reception
from showcase.model.casting import CastBrief, CastSaved, CastSheet, CastWanted
from showcase.model.certificates import Certificates, CertificateWanted
from showcase.model.clearance import Clearance
from showcase.model.events import Entry, from_json
from showcase.model.lookout import Curtain, Lookout, LookoutWanted
from showcase.model.readiness import Check, ReadinessReport

if TYPE_CHECKING:
    import aiohttp

_DEADLINE = 30.0
"""Seconds for one answer; opening a story's ports is the slowest of them."""

_SURVEY = 70.0
"""The same, where twelve systems are asked."""

_HEARTBEAT = 5.0
"""Seconds between pings on the event stream: a dead engine is noticed after half as many more."""

_T = TypeVar("_T")


class EngineClient:
    """Talks to one engine. Every method may raise `EngineRefused` or `EngineGone`."""

    def __init__(self, door: Door) -> None:
        """Nothing is sent before the first call."""
        self.door = door
        self._open: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Let go of the connections; the engine goes on."""
        if self._open:
            await self._open.close()

    async def stories(self) -> list[StoryBrief]:
        """Every story that can be played."""
        return await self._get("/stories", list[StoryBrief])

    async def state(self) -> EngineState:
        """What the engine is doing now."""
        return await self._get("/state", EngineState)

    async def readiness(self, story: str, cast: str = "", language: str = "") -> ReadinessReport:
        """Whether every system that a cast names can play a story; takes up to a minute."""
        query = (("story", story), ("cast", cast), ("language", language))
        body = await self._call("GET", "/readiness", query=query, patience=_SURVEY)
        return _read(body, ReadinessReport)

    async def start_run(
        self,
        story: str,
        cast: str = "",
        cut: str = "",
        fast: bool = False,  # noqa: FBT001, FBT002 - a switch with a name, passed by name
        language: str = "",
        *,
        watch: bool = False,
    ) -> str:
        """Put a story on stage; GO fires its first cue. Or only watch. Returns the run's id."""
        wanted = RunWanted(
            story=story, cast=cast, cut=cut, fast=fast, language=language, watch=watch
        )
        body = await self._call("POST", "/runs", msgspec.json.encode(wanted))
        return _read(body, dict[str, str])["run"]

    async def casts(self, story: str, also: str = "") -> list[CastBrief]:
        """Every cast there is; and one more file, wherever it lies."""
        return await self._get("/casts", list[CastBrief], story=story, also=also)

    async def cast(self, file: str, story: str, language: str = "") -> CastSheet:
        """What stands in a cast, beside a story told in a language (empty: its own)."""
        return await self._get("/cast", CastSheet, file=file, story=story, language=language)

    async def change_cast(self, wanted: CastWanted) -> CastSaved:
        """Change a cast, unless that would make it worse."""
        return _read(await self._call("POST", "/cast", msgspec.json.encode(wanted)), CastSaved)

    async def bring(self, file: str, name: str, data: bytes) -> str:
        """Put a logo or a certificate beside a cast; returns what to call it there."""
        query = (("file", file), ("name", name))
        body = await self._call("POST", "/cast/file", data, query=query)
        return _read(body, dict[str, str])["name"]

    async def test(self, file: str, story: str, role: str, subject: str) -> list[Check]:
        """Ask one system of a cast, at one address or (`subject` empty) at all of them."""
        query = (("file", file), ("story", story), ("role", role), ("subject", subject))
        body = await self._call("GET", "/cast/test", query=query, patience=_SURVEY)
        return _read(body, list[Check])

    async def switch_cast(self, file: str, story: str) -> None:
        """Open the ports of a cast; refused while a run is under way."""
        await self._call("POST", "/cast/switch", query=(("file", file), ("story", story)))

    async def clearance(self) -> Clearance:
        """What the newest start of a run has cleared, and what it could not clear."""
        return await self._get("/clearance", Clearance)

    async def reception(self) -> Reception:
        """Every port that is open, who calls there, and who knocks."""
        return await self._get("/reception", Reception)

    async def judge(self, caller: str, name: str = "", *, admitted: bool) -> None:
        """Admit a stranger who goes by that name, or turn it away; no name: by whatever name."""
        said = {"caller": caller, "name": name, "admitted": admitted}
        await self._call("POST", "/reception/judge", msgspec.json.encode(said))

    async def certificates(self) -> Certificates:
        """All that the booth's certificate authority has issued."""
        return await self._get("/certificates", Certificates)

    async def issue(self, wanted: CertificateWanted) -> Certificates:
        """Have one more issued, and handed over in a folder; creates the authority if need be."""
        body = msgspec.json.encode(wanted)
        return _read(await self._call("POST", "/certificates", body), Certificates)

    async def name(self, address: str, name: str) -> None:
        """Call a caller whom the cast does not know so; empty: by its address again."""
        said = {"address": address, "name": name}
        await self._call("POST", "/reception/name", msgspec.json.encode(said))

    async def open_house(self, *, everybody: bool, interface: str) -> None:
        """Say whether strangers come in unasked, and where stand-ins listen (empty: by cast)."""
        said = {"everybody": everybody, "interface": interface}
        await self._call("POST", "/reception/house", msgspec.json.encode(said))

    async def lookout(self) -> Lookout:
        """The second door: what a wall on another machine has to know."""
        return await self._get("/lookout", Lookout)

    async def change_lookout(self, wanted: LookoutWanted) -> Lookout:
        """Open the second door, close it, or change its key."""
        return _read(await self._call("POST", "/lookout", msgspec.json.encode(wanted)), Lookout)

    async def curtain(self, known: int = -1) -> Curtain:
        """What staff do with the walls; only once it is another than `known`, or after a while."""
        return await self._get("/curtain", Curtain, known=str(known))

    async def draw_curtain(self, *, holding: bool, frozen: bool) -> Curtain:
        """Have walls on other machines do as the one here."""
        wanted = msgspec.json.encode(Curtain(holding=holding, frozen=frozen))
        return _read(await self._call("POST", "/curtain", wanted), Curtain)

    async def go(self) -> None:
        """Fire the standby cue; returns at once, the events tell how it went."""
        await self._call("POST", "/go")

    async def hold(self) -> None:
        """Let the cue under way finish, then stop."""
        await self._call("POST", "/hold")

    async def panic(self) -> None:
        """Cut everything at once."""
        await self._call("POST", "/panic")

    async def skip(self) -> None:
        """Pass over the standby cue."""
        await self._call("POST", "/skip")

    async def retry(self) -> None:
        """Fire the last cue that did not hold once more."""
        await self._call("POST", "/retry")

    async def jump(self, cue: str) -> None:
        """Put another cue on standby."""
        await self._call("POST", "/jump", msgspec.json.encode({"cue": cue}))

    async def stand_in(self, role: str) -> None:
        """Have the stand-in take a role over."""
        await self._call("POST", "/stand-in", msgspec.json.encode({"role": role}))

    async def give_back(self, role: str) -> list[Missed]:
        """Have the vendor's system that was relieved play its role again; what has it missed?"""
        body = await self._call("POST", "/give-back", msgspec.json.encode({"role": role}))
        return _read(body, list[Missed])

    async def end(self) -> None:
        """End the run on stage, wherever it stands."""
        await self._call("POST", "/end")

    async def quit(self) -> None:
        """Have the engine end the run, close its ports and exit."""
        await self._call("POST", "/quit")

    async def runs(self) -> list[RunBrief]:
        """The history, newest first."""
        return await self._get("/runs", list[RunBrief])

    async def run_events(self, run: str) -> list[Entry]:
        """Every entry of a run, named by the beginning of its id, or ``last``."""
        body = await self._call("GET", f"/runs/{run}/events")
        return [from_json(line) for line in body.splitlines()]

    async def explain(self, hop: str) -> Explanation:
        """The recorded bytes of a hop that has ended, for people."""
        return await self._get(f"/hops/{hop}/explanation", Explanation)

    async def search(self, text: str, limit: int = 50) -> list[Found]:
        """Runs and exchanges in which every word of `text` begins a word, the newest first."""
        return await self._get("/search", list[Found], q=text, limit=str(limit))

    async def follow(self, run: str, value: str) -> list[Mention]:
        """Every exchange of a run in which a value occurs, whatever the standard."""
        return await self._get(f"/runs/{run}/follow", list[Mention], value=value)

    async def compare(self, a: str, b: str) -> Comparison:
        """In which lines two hops differ."""
        return await self._get("/compare", Comparison, a=a, b=b)

    async def export_page(self, run: str) -> bytes:
        """A run as one self-contained HTML page."""
        return await self._call("GET", f"/runs/{run}/export.html")

    async def export_files(self, run: str, hops: Sequence[str] = ()) -> bytes:
        """A run, or some of its hops, as a ZIP archive of raw files with an index."""
        named = [("hop", hop) for hop in hops]
        return await self._call("GET", f"/runs/{run}/export.zip", query=named)

    async def blob(self, digest: str) -> bytes:
        """Recorded bytes, a picture or a document, by SHA-256."""
        return await self._call("GET", f"/blobs/{digest}")

    async def events(self, after: int | None = None) -> AsyncGenerator[Entry, None]:
        """Everything behind the entry `after`, then whatever comes.

        Never ends by itself; raises `EngineGone` when the engine goes away.

        Args:
            after: The last entry already seen; 0: from the beginning; None: only what is new.
        """
        http = library()
        query = {} if after is None else {"after": str(after)}
        try:
            async with self._session.ws_connect(
                self.door.url + "/events", params=query, heartbeat=_HEARTBEAT, max_msg_size=0
            ) as socket:
                async for message in socket:
                    if message.type is not http.WSMsgType.TEXT:
                        break
                    yield from_json(message.data)
        except http.WSServerHandshakeError as error:
            raise EngineRefused(f"The engine does not let us watch ({error.status}).") from error
        except (http.ClientError, OSError) as error:
            raise EngineGone from error
        raise EngineGone

    @property
    def _session(self) -> "aiohttp.ClientSession":
        if self._open is None:  # not before a loop runs
            headers = {"Authorization": f"Bearer {self.door.key}"}
            self._open = library().ClientSession(headers=headers)
        assert self._open
        return self._open

    async def _get(self, path: str, kind: type[_T], **query: str) -> _T:
        return _read(await self._call("GET", path, query=tuple(query.items())), kind)

    async def _call(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        query: Sequence[tuple[str, str]] = (),
        patience: float = _DEADLINE,
    ) -> bytes:
        http = library()
        url, limit = self.door.url + path, http.ClientTimeout(total=patience)
        try:
            async with self._session.request(
                method, url, data=body, params=query, timeout=limit
            ) as answer:
                data = await answer.read()
        except (http.ClientError, OSError, TimeoutError) as error:
            raise EngineGone from error
        if answer.status >= 400:
            raise _refused(answer.status, data)
        return data


def library() -> ModuleType:
    """aiohttp, imported when it is first needed: a window's first frame does not wait for it."""
    return import_module("aiohttp")


def _read(body: bytes, kind: type[_T]) -> _T:
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.DecodeError as error:
        raise EngineGone(
            "What answers there is not this version of Showcase's engine.",
            "Close every window of Showcase, then start it again.",
        ) from error


def _refused(status: int, body: bytes) -> EngineRefused:
    try:
        refusal = msgspec.json.decode(body, type=Refusal)
    except msgspec.DecodeError:
        return EngineRefused(f"The engine answered with HTTP status {status}.")
    return EngineRefused(refusal.words, refusal.remedy)
