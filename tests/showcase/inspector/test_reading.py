"""Recorded bytes, fetched and explained; two hops compared."""

import pytest

from showcase.inspector.reading import compared, explained, kept
from showcase.model.answers import Change
from tests.showcase.inspector import runs


async def test_a_hop_is_explained_in_both_directions() -> None:
    async with runs.recorded() as journal:
        told = await explained(journal, "hop1")
        assert "PID-3" in told.request_text
        assert told.response == ()
        with pytest.raises(KeyError):
            await explained(journal, "no such hop")


async def test_bytes_that_were_not_kept_are_none() -> None:
    async with runs.recorded() as journal:
        assert await kept(journal, "00") == b""
        assert await kept(journal, "") == b""


async def test_two_hops_are_compared() -> None:
    ada = runs.message("Ada")
    async with runs.recorded() as journal:
        journal.record(runs.hop(9, "ITI-31", ("desk", "ehr"), ada), {runs.digest(ada): ada})
        await journal.settled()
        same = await compared(journal, "hop1", "hop4")
        other = await compared(journal, "hop1", "hop9")
    assert (same.request, same.response, same.same_request) == ((), (), True)
    (difference,) = other.request
    assert (difference.change, difference.before, difference.after) == (
        Change.CHANGED, "Rosa Quill", "Ada",
    )  # fmt: skip
    assert not other.same_request
    assert other.same_response
