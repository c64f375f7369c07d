import asyncio

import msgspec
import pytest

from showcase.model.events import HopEnded, HopProgressed, HopStarted, Noticed
from showcase.model.exchange import Outcome, Verdict
from showcase.model.fact import Fact, FactKind
from showcase.standins.evidence import digest
from showcase.standins.hops import Hops
from showcase.wire.clock import SystemClock
from showcase.wire.failure import LineBroke, hung_up, silent
from showcase.wire.line import Line
from tests.showcase.conductor.players import Notebook
from tests.showcase.wire.stepping import StepClock

GOOD = Verdict(outcome=Outcome.ACKNOWLEDGED, status="AA")


def facts(transaction: str, request: bytes, response: bytes) -> tuple[Fact, ...]:
    return (
        Fact(kind=FactKind.STATUS, value=f"{transaction} {len(request)} {len(response)}", path=""),
    )


@pytest.fixture
def notebook() -> Notebook:
    return Notebook()


@pytest.fixture
def hops(notebook: Notebook) -> Hops:
    ledger = Hops(notebook, facts, SystemClock())
    ledger.run = "r1"
    return ledger


def last(notebook: Notebook) -> HopEnded:
    event = notebook.events[-1]
    assert isinstance(event, HopEnded)
    return event


async def test_hop_starts_with_its_first_byte(hops: Hops, notebook: Notebook) -> None:
    async with hops.outgoing("ITI-31", "desk", "ehr", transport="mllp", cue="admit") as hop:
        assert not notebook.events
        hop.line.sent(b"ask")
        assert isinstance(notebook.events[0], HopStarted)
        hop.judge(GOOD)


async def test_facts_are_read_from_the_recorded_bytes(hops: Hops, notebook: Notebook) -> None:
    async with hops.outgoing("ITI-31", "desk", "ehr", transport="mllp") as hop:
        hop.line.sent(b"ask")
        hop.line.received(b"tell")
        hop.judge(GOOD)
    ended = last(notebook)
    assert ended.facts[0].value == "ITI-31 3 4"
    assert ended.exchange.request == digest(b"ask")
    assert ended.verdict == GOOD


async def test_broken_line_is_a_failed_hop(hops: Hops, notebook: Notebook) -> None:
    async with hops.outgoing("ITI-31", "desk", "ehr", transport="mllp"):
        raise hung_up("127.0.0.1:1")
    assert [type(event) for event in notebook.events] == [HopStarted, HopEnded]
    assert last(notebook).verdict.outcome is Outcome.FAILED
    assert "127.0.0.1:1" in last(notebook).verdict.words


async def test_a_silent_peer_costs_the_time_that_it_was_waited_for(notebook: Notebook) -> None:
    clock = StepClock()
    hops = Hops(notebook, facts, clock)
    async with hops.outgoing("ITI-31", "desk", "ehr", transport="mllp") as hop:
        hop.line.calling("127.0.0.1:1")
        hop.line.sent(b"ask")
        clock.ticks += 10_000
        raise silent("127.0.0.1:1", 10)
    assert last(notebook).exchange.milliseconds >= 10_000


async def test_hop_without_verdict_is_our_own_failure(hops: Hops, notebook: Notebook) -> None:
    async with hops.outgoing("ITI-31", "desk", "ehr", transport="mllp") as hop:
        hop.line.sent(b"ask")
    assert last(notebook).verdict.status == "internal fault"


async def test_cut_hop_is_recorded(hops: Hops, notebook: Notebook) -> None:
    with pytest.raises(asyncio.CancelledError):
        async with hops.outgoing("ITI-31", "desk", "ehr", transport="mllp"):
            raise asyncio.CancelledError
    assert last(notebook).verdict.status == "cut"


async def test_progress_is_told(hops: Hops, notebook: Notebook) -> None:
    async with hops.outgoing("RAD-8", "ct", "archive", transport="dicom", count=24) as hop:
        hop.line.sent(b"x")
        hop.progressed(17)
        hop.judge(GOOD)
    told = [event for event in notebook.events if isinstance(event, HopProgressed)]
    assert [(event.done, event.total) for event in told] == [(17, 24)]


async def test_caller_who_is_ours_makes_no_second_hop(hops: Hops, notebook: Notebook) -> None:
    async with hops.outgoing("ITI-31", "desk", "ehr", transport="mllp") as hop:
        hop.line.connected("127.0.0.1:5", "127.0.0.1:6")
        hop.line.sent(b"ask")
        theirs = Line("mllp", initiated=False, local="127.0.0.1:6", remote="127.0.0.1:5")
        async with hops.incoming("ITI-31", "ehr", theirs, since=0, sender="desk") as other:
            other.judge(GOOD)
        hop.judge(GOOD)
    assert len([event for event in notebook.events if isinstance(event, HopEnded)]) == 1


async def test_stranger_makes_a_hop(hops: Hops, notebook: Notebook) -> None:
    line = Line("mllp", initiated=False, local="127.0.0.1:6", remote="127.0.0.1:7")
    line.received(b"ask")
    async with hops.incoming("ITI-31", "ehr", line, since=0, sender=line.remote) as hop:
        line.sent(b"tell")
        hop.judge(GOOD)
    ended = last(notebook)
    assert (ended.sender, ended.receiver) == ("127.0.0.1:7", "ehr")
    assert ended.exchange.request == digest(b"ask")


async def test_claim_gives_a_hop_its_cue(hops: Hops, notebook: Notebook) -> None:
    hops.claim = lambda transaction, sender, receiver: f"{transaction} {sender} {receiver}"
    async with hops.outgoing("ITI-42", "repository", "registry", transport="http") as hop:
        hop.line.sent(b"x")
        hop.judge(GOOD)
    assert last(notebook).cue == "ITI-42 repository registry"


async def test_unseen_line_makes_no_hop_at_the_other_end(hops: Hops, notebook: Notebook) -> None:
    async with hops.unseen("mllp") as line:
        line.connected("127.0.0.1:50001", "127.0.0.1:21000")
        theirs = Line("mllp", initiated=False, remote="127.0.0.1:50001")
        async with hops.incoming("ITI-31", "ehr", theirs, since=0, sender="desk") as hop:
            hop.judge(GOOD)
    assert notebook.events == []


async def test_hop_may_turn_out_to_belong_to_another_cue(hops: Hops, notebook: Notebook) -> None:
    hops.confirm = lambda ended: msgspec.structs.replace(ended, cue="")
    async with hops.outgoing("ITI-31", "desk", "ehr", transport="mllp", cue="admit") as hop:
        hop.line.sent(b"ask")
        hop.judge(GOOD)
    assert last(notebook).cue == ""


async def test_what_is_kept_is_in_the_journal_before_its_answer(
    hops: Hops, notebook: Notebook
) -> None:
    line = Line("mllp", initiated=False, remote="10.0.0.9:5")
    line.received(b"ask")
    async with hops.incoming("ITI-31", "ehr", line, since=0, sender="10.0.0.9:5") as hop:
        line.sent(b"tell")
        hop.judge(GOOD)
        await hop.keep()
        assert last(notebook).exchange.response == digest(b"tell")
        seen = len(notebook.events)
    assert len(notebook.events) == seen


async def test_an_answer_that_did_not_arrive_is_told(hops: Hops, notebook: Notebook) -> None:
    line = Line("mllp", initiated=False, remote="10.0.0.9:5")

    async def answered_in_vain() -> None:
        async with hops.incoming("ITI-31", "ehr", line, since=0, sender="10.0.0.9:5") as hop:
            hop.judge(GOOD)
            await hop.keep()
            raise hung_up("10.0.0.9:5")

    with pytest.raises(LineBroke):
        await answered_in_vain()
    ended, notice = notebook.events[-2:]
    assert isinstance(ended, HopEnded)
    assert ended.verdict == GOOD
    assert isinstance(notice, Noticed)
    assert "may not have arrived" in notice.words


async def test_between_our_own_nothing_is_kept_twice(hops: Hops, notebook: Notebook) -> None:
    async with hops.outgoing("ITI-31", "desk", "ehr", transport="mllp") as ours:
        ours.line.connected("127.0.0.1:7", "127.0.0.1:8")
        ours.line.sent(b"ask")
        line = Line("mllp", initiated=False, remote="127.0.0.1:7")
        async with hops.incoming("ITI-31", "ehr", line, since=0, sender="desk") as hop:
            await hop.keep()
        ours.judge(GOOD)
    assert len(notebook.of(HopEnded)) == 1
