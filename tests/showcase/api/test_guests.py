"""Callers whom the cast does not know: by address, until somebody names them."""

from pathlib import Path

import pytest

from showcase.api.engine import Engine
from showcase.api.stagehand import Refused
from showcase.journal import open_journal
from showcase.model.events import HopEnded, RunStarted
from showcase.model.programme import NOBODY
from showcase.model.system import Mllp
from showcase.protocols.hl7v2.client import exchange
from showcase.protocols.hl7v2.codec import decode
from showcase.wire.clock import SystemClock
from showcase.wire.line import Line
from tests.showcase.protocols.hl7v2.samples import A04


async def test_a_run_that_watches_draws_a_stranger_and_calls_it_as_it_is_named(
    tmp_path: Path,
) -> None:
    clock = SystemClock()
    async with await open_journal(tmp_path / "j.db", clock) as journal:
        stage = Engine(journal, clock, tmp_path / "stand-ins")
        run = await stage.start_run("chest-pain", watch=True)
        (host, port) = stage._house.ports()["ehr"].items().__iter__().__next__()
        to = Mllp(host="127.0.0.1", port=port, application="EHR", facility="ALBA")
        assert host == "hl7v2"
        await exchange(to, decode(A04), Line("mllp", initiated=True), deadline=10)
        (unknown,) = stage.reception.seen().unknown
        assert (unknown.address, unknown.name) == ("127.0.0.1", "")
        assert unknown.calls_itself == decode(A04).get("MSH-3")
        stage._house.guests.name("127.0.0.1", unknown.calls_itself)
        assert stage.reception.seen().unknown[0].name == unknown.calls_itself
        await exchange(to, decode(A04), Line("mllp", initiated=True), deadline=10)
        await stage.end()
        events = [entry.event for entry in await journal.entries(run)]
        await stage.close()
    (start,) = [each for each in events if isinstance(each, RunStarted)]
    assert (start.programme.watches, start.patient) == (True, NOBODY)
    hops = [e for e in events if isinstance(e, HopEnded) and e.transaction == "ITI-31"]
    assert [hop.sender for hop in hops] == ["127.0.0.1", unknown.calls_itself]
    assert {hop.run for hop in hops} == {run}


async def test_nobody_is_named_like_a_role(tmp_path: Path) -> None:
    clock = SystemClock()
    async with await open_journal(tmp_path / "j.db", clock) as journal:
        stage = Engine(journal, clock, tmp_path / "stand-ins")
        await stage.start_run("chest-pain", watch=True)
        with pytest.raises(Refused, match="is a role of the story"):
            stage._house.guests.name("10.4.0.9", "ct")
        await stage.close()
