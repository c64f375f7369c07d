"""A run as the journal tells it."""

import pytest

from showcase.inspector.recording import NothingRecorded, recording
from showcase.model.events import RolePassed
from showcase.model.exchange import Outcome
from showcase.model.system import System
from showcase.model.transaction import Family
from tests.showcase.inspector import runs


async def test_hops_are_numbered_and_audit_records_apart() -> None:
    async with runs.recorded() as journal:
        run = recording(await journal.entries(runs.RUN))
    assert [(hop.number, hop.event.transaction) for hop in run.hops] == [
        (1, "ITI-31"), (2, "RAD-8"), (3, "ITI-43"), (4, "ITI-31"),
    ]  # fmt: skip
    assert [(hop.number, hop.event.transaction) for hop in run.audits] == [(1, "ITI-20")]
    assert run.outcomes() == {Outcome.ACKNOWLEDGED: 3, Outcome.REFUSED: 1}
    assert (run.hops[1].family, run.hops[1].name) == (Family.DICOM, "Modality Images Stored")
    assert (run.title("ct"), run.title("10.0.0.9:4242")) == ("CT scanner", "10.0.0.9:4242")
    assert run.end


async def test_a_role_is_played_by_who_took_it_over() -> None:
    async with runs.recorded() as journal:
        other = System(key="other", stand_in=True)
        journal.record(RolePassed(run=runs.RUN, role="ehr", system=other))
        await journal.settled()
        run = recording(await journal.entries(runs.RUN))
    assert run.systems["ehr"] == other


async def test_what_never_began_is_no_run() -> None:
    async with runs.recorded() as journal:
        entries = await journal.entries(runs.RUN)
    with pytest.raises(NothingRecorded):
        recording(entries[1:])
    assert recording(entries[:-1]).end is None
