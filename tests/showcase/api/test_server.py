"""The routes, the key, and the stream, against a fake stagehand and a real journal."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import aiohttp
import pytest

from showcase.api.server import Server
from showcase.api.stagehand import Refused
from showcase.client import EngineClient, EngineGone, EngineRefused, alive
from showcase.journal import Journal, open_journal
from showcase.model.answers import Door, EngineState, Missed, StoryBrief
from showcase.model.clearance import Clearance, Cleared, Holding, Remainder
from showcase.model.events import HopEnded, Noticed, RunStarted
from showcase.model.exchange import Exchange, Outcome, Verdict
from showcase.model.programme import Patient, Programme
from showcase.model.readiness import ReadinessReport
from showcase.standins.evidence import digest
from showcase.story.fault import Fault, Faults
from showcase.wire.clock import SystemClock

WAIT = 20.0
_ALONE = 2.0

REPORT = ReadinessReport(
    story="chest-pain",
    cast="morning.yaml",
    at=datetime(2026, 11, 24, 8, tzinfo=UTC),
    milliseconds=7.5,
    verdict="Ready: 11 of 11.",
    ready=True,
    roles=(),
    checks=(),
)

CLEARANCE = Clearance(
    run="r1",
    before="r0",
    patient="Rosa Quill",
    cleared=(Cleared(role="ris", title="Radiology", counts={Holding.PATIENT: 1}),),
    kept=(
        Remainder(
            role="archive", title="Archive", system="Orthanc", holding=Holding.IMAGE, count=24
        ),
    ),
)


MISSED = Missed(transaction="RAD-8", name="Images Stored", images=24, hops=("h1",), cues=("store",))


class FakeStagehand:
    """Notes what it was asked; refuses what it does not know."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.fault: Exception | None = None

    async def stories(self) -> list[StoryBrief]:
        return [StoryBrief(key="chest-pain", title="Chest pain", cuts={"short": 3.0}, cues=9)]

    async def state(self) -> EngineState:
        return EngineState(run="r1", standby="admit", last_seq=7)

    async def readiness(self, story: str, *, cast: str = "", language: str = "") -> ReadinessReport:
        await self._note(f"readiness {story} {cast} {language}".strip())
        return REPORT

    async def start_run(
        self,
        story: str,
        *,
        cast: str = "",
        cut: str = "",
        fast: bool = False,
        language: str = "",
        watch: bool = False,
    ) -> str:
        verb = "watch" if watch else "start"
        await self._note(f"{verb} {story} {cast} {cut} {fast} {language}".strip())
        return "r1"

    async def clearance(self) -> Clearance:
        return CLEARANCE

    async def go(self) -> None:
        await self._note("go")

    async def hold(self) -> None:
        await self._note("hold")

    async def panic(self) -> None:
        await self._note("panic")

    async def skip(self) -> None:
        await self._note("skip")

    async def retry(self) -> None:
        await self._note("retry")

    async def jump(self, cue: str) -> None:
        await self._note(f"jump {cue}")

    async def stand_in(self, role: str) -> None:
        await self._note(f"stand_in {role}")

    async def give_back(self, role: str) -> tuple[Missed, ...]:
        await self._note(f"give_back {role}")
        return (MISSED,)

    async def end(self) -> None:
        await self._note("end")

    async def _note(self, what: str) -> None:
        if self.fault:
            raise self.fault
        self.asked.append(what)


@pytest.fixture
async def journal() -> AsyncIterator[Journal]:
    async with await open_journal(None, SystemClock()) as journal:
        yield journal


@pytest.fixture
def stage() -> FakeStagehand:
    return FakeStagehand()


@pytest.fixture
async def server(stage: FakeStagehand, journal: Journal) -> AsyncIterator[Server]:
    server = Server(stage, journal)
    yield server
    await server.close()


@pytest.fixture
async def door(server: Server) -> Door:
    return await server.open()


@pytest.fixture
async def client(door: Door) -> AsyncIterator[EngineClient]:
    async with EngineClient(door) as client:
        yield client


def hop(name: str, transport: str, request: bytes, response: bytes) -> HopEnded:
    exchange = Exchange(
        id=name,
        transport=transport,
        initiator="127.0.0.1:1",
        responder="127.0.0.1:2",
        started=datetime(2026, 5, 4, tzinfo=UTC),
        milliseconds=5,
        request=digest(request),
        response=digest(response),
    )
    return HopEnded(
        run="r1",
        hop=name,
        transaction="ITI-31",
        sender="desk",
        receiver="ehr",
        verdict=Verdict(outcome=Outcome.ACKNOWLEDGED),
        exchange=exchange,
    )


async def test_every_verb_arrives(stage: FakeStagehand, client: EngineClient) -> None:
    run = await client.start_run("chest-pain", "c.yaml", "short", fast=True, language="de")
    assert run == "r1"
    await client.start_run("chest-pain", "c.yaml", watch=True)
    await client.go()
    await client.hold()
    await client.panic()
    await client.skip()
    await client.retry()
    await client.jump("scan")
    await client.stand_in("ris")
    assert await client.give_back("ris") == [MISSED]
    await client.end()
    assert stage.asked == [
        "start chest-pain c.yaml short True de",
        "watch chest-pain c.yaml  False",
        *(
            "go",
            "hold",
            "panic",
            "skip",
            "retry",
            "jump scan",
            "stand_in ris",
            "give_back ris",
            "end",
        ),
    ]


async def test_questions_are_answered(stage: FakeStagehand, client: EngineClient) -> None:
    assert await client.state() == await stage.state()
    assert await client.stories() == await stage.stories()
    assert await client.clearance() == CLEARANCE


async def test_a_journal_in_trouble_is_told(journal: Journal, client: EngineClient) -> None:
    assert (await client.state()).trouble == ""
    journal._writing.trouble = "The disk is full."
    assert (await client.state()).trouble == "The disk is full."


async def test_a_refusal_brings_its_words(stage: FakeStagehand, client: EngineClient) -> None:
    stage.fault = Refused("A cue is under way.", "Wait.")
    with pytest.raises(EngineRefused) as refused:
        await client.go()
    assert (refused.value.words, refused.value.remedy) == ("A cue is under way.", "Wait.")


async def test_faults_of_a_story_bring_their_lines(
    stage: FakeStagehand, client: EngineClient
) -> None:
    stage.fault = Faults([Fault("s.yaml", 7, "no role ris", "name one")])
    with pytest.raises(EngineRefused, match=r"s\.yaml:7: no role ris"):
        await client.start_run("s.yaml")


async def test_a_bug_is_told_as_ours(stage: FakeStagehand, client: EngineClient) -> None:
    stage.fault = KeyError("bug")
    with pytest.raises(EngineRefused, match="Showcase itself failed"):
        await client.go()
    assert await alive(client.door)


async def test_runs_are_told_from_the_journal(journal: Journal, client: EngineClient) -> None:
    programme = Programme(key="chest-pain", title="Chest pain", places=(), roles=(), scenes=())
    rosa = Patient(given="Rosa", family="Quill", born="19610402", sex="F")
    journal.record(RunStarted(run="r1", programme=programme, patient=rosa, systems={}))
    journal.record(Noticed(run="r1", words="line\nend ☃"))
    await journal.settled()
    assert await client.runs() == await journal.runs()
    assert await client.run_events("last") == await journal.entries("r1")
    assert len(await client.run_events("r")) == 2
    with pytest.raises(EngineRefused, match="No run begins with x"):
        await client.run_events("x")


async def test_bytes_are_told_as_they_were(journal: Journal, client: EngineClient) -> None:
    data = bytes(range(256)) * 100
    journal.record(Noticed(words="x"), {digest(data): data})
    await journal.settled()
    assert await client.blob(digest(data)) == data
    with pytest.raises(EngineRefused, match="no such bytes"):
        await client.blob("0" * 64)


async def test_a_hop_is_explained(journal: Journal, client: EngineClient) -> None:
    request = b"\x00\x01unknown"
    journal.record(hop("h1", "carrier pigeon", request, b""), {digest(request): request})
    await journal.settled()
    explanation = await client.explain("h1")
    assert "00 01 75 6e" in explanation.request_text
    assert explanation.response == ()
    with pytest.raises(EngineRefused, match="No such hop"):
        await client.explain("h2")


async def test_the_stream_has_no_gap(journal: Journal, client: EngineClient) -> None:
    for number in range(5):
        journal.record(Noticed(words=str(number)))
    await journal.settled()
    stream = client.events(after=2)
    async with asyncio.timeout(WAIT):
        seen = [(await anext(stream)).seq for _ in range(3)]
        journal.record(Noticed(words="live"))
        seen.append((await anext(stream)).seq)
    assert seen == [3, 4, 5, 6]
    await stream.aclose()


async def test_a_window_learns_that_the_engine_went(
    server: Server, journal: Journal, client: EngineClient
) -> None:
    stream = client.events(after=0)
    journal.record(Noticed(words="x"))
    async with asyncio.timeout(WAIT):
        await anext(stream)
        await server.close()
        with pytest.raises(EngineGone):
            await anext(stream)
        with pytest.raises(EngineGone):
            await client.state()
        assert not await alive(client.door)


async def test_a_window_that_leaves_holds_nobody_up(
    journal: Journal, client: EngineClient, door: Door
) -> None:
    async with EngineClient(door) as leaving, asyncio.timeout(WAIT):
        stream, abandoned = client.events(after=0), leaving.events(after=0)
        journal.record(Noticed(words="x"))
        await anext(stream)
        await anext(abandoned)
        await abandoned.aclose()
        journal.record(Noticed(words="y"))
        assert (await anext(stream)).seq == 2
        await stream.aclose()


async def test_whoever_asks_does_not_leave_the_engine_alone(
    server: Server, client: EngineClient
) -> None:
    now = asyncio.get_running_loop().time
    alone = asyncio.create_task(server.left_alone(_ALONE))
    await asyncio.sleep(0)
    asked = now()
    await client.state()
    await alone
    assert now() - asked >= _ALONE


async def test_whoever_follows_does_not_leave_the_engine_alone(
    server: Server, journal: Journal, client: EngineClient
) -> None:
    stream = client.events(after=0)
    journal.record(Noticed(words="x"))
    await anext(stream)
    alone = asyncio.create_task(server.left_alone(_ALONE))
    done, _ = await asyncio.wait({alone}, timeout=2.5 * _ALONE)
    assert not done
    await stream.aclose()
    async with asyncio.timeout(WAIT):
        await alone


async def test_quit_is_passed_on(server: Server, client: EngineClient) -> None:
    assert not server.quitting.is_set()
    await client.quit()
    assert server.quitting.is_set()


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/state", {}, 401),
        ("/state", {"Authorization": "Bearer wrong"}, 401),
        ("/state?key=wrong", {}, 401),
        ("/state?key=é", {}, 401),
        ("/nothing", {}, 401),
        ("/events", {}, 401),
        ("/state?key=KEY", {}, 200),
        ("/state", {"Authorization": "Bearer KEY"}, 200),
        ("/state?key=KEY", {"Host": "evil.example"}, 421),
        ("/state?key=KEY", {"Host": "127.0.0.1"}, 421),
        ("/nothing?key=KEY", {}, 404),
        ("/go?key=KEY", {}, 405),
        ("/events?key=KEY&after=x", {}, 409),
    ],
)
async def test_only_the_key_opens(
    door: Door, path: str, headers: dict[str, str], status: int
) -> None:
    headers = {name: value.replace("KEY", door.key) for name, value in headers.items()}
    async with (
        aiohttp.ClientSession() as stranger,
        stranger.get(door.url + path.replace("KEY", door.key), headers=headers) as answer,
    ):
        assert answer.status == status


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"story": 7}', b"\xff"])
async def test_a_damaged_request_is_refused(door: Door, stage: FakeStagehand, body: bytes) -> None:
    headers = {"Authorization": f"Bearer {door.key}"}
    async with (
        aiohttp.ClientSession(headers=headers) as stranger,
        stranger.post(f"{door.url}/runs", data=body) as answer,
    ):
        assert answer.status == 400
    assert stage.asked == []


async def test_a_huge_request_is_refused(door: Door) -> None:
    headers = {"Authorization": f"Bearer {door.key}"}
    async with (
        aiohttp.ClientSession(headers=headers) as stranger,
        stranger.post(f"{door.url}/runs", data=b"x" * 10**6) as answer,
    ):
        assert answer.status == 413


async def test_readiness_is_asked_with_story_and_cast(
    stage: FakeStagehand, client: EngineClient
) -> None:
    assert await client.readiness("chest-pain", "morning.yaml", "de") == REPORT
    assert stage.asked == ["readiness chest-pain morning.yaml de"]
