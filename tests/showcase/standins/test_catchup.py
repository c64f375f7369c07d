from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from msgspec.structs import replace

from showcase.model.exchange import Outcome, Verdict
from showcase.model.programme import Programme
from showcase.standins.actors.image_archive import ImageArchive
from showcase.standins.catchup import CatchUp
from showcase.wire.line import Line
from tests.showcase.standins.ward import STUDY, Ward, _programme, vendor, ward

RECORDING = Line("dicom", initiated=True).recording()


class Pair:
    """A ward whose archive is a vendor's system: the archive of another ward."""

    def __init__(self, ours: Ward, theirs: Ward) -> None:
        self.ours = ours
        self.theirs = theirs
        self.stand_ins = {key: ours[key] for key in ("ris", "ct", "archive", "reading")}
        self.catch_up = CatchUp(ours.book, self.stand_ins, ours.hops, self._blob)
        ours.hops.on_end.append(self.catch_up.note)

    async def _blob(self, digest: str) -> bytes:
        return self.ours.notebook.blobs[digest]

    def kept(self) -> int:
        archive = next(b for b in self.ours["archive"].behaviours if isinstance(b, ImageArchive))
        return len(archive.shelf.study(STUDY))


@asynccontextmanager
async def pair(folder: Path, *takes: str) -> AsyncIterator[Pair]:
    async with ward(folder / "theirs") as theirs:
        system = vendor("orthanc", theirs.address("archive"), *takes)
        async with ward(folder / "ours", {"archive": system}) as ours:
            both = Pair(ours, theirs)
            yield both
            await both.catch_up.stop()


async def test_idle_stand_in_learns_nothing_before_it_takes_over(tmp_path: Path) -> None:
    async with pair(tmp_path) as both:
        await both.ours.scan(images=3)
        await both.catch_up.settled()
        assert both.kept() == 0
        hops = len(both.ours.hops_ended())
        both.ours.book.take_over("archive")
        assert (await both.catch_up.take("archive")).exchanges == 1
        assert both.kept() == 3
        assert len(both.ours.hops_ended()) == hops


async def test_what_was_told_once_is_not_told_again(tmp_path: Path) -> None:
    async with pair(tmp_path) as both:
        await both.ours.scan()
        assert (await both.catch_up.take("archive")).exchanges == 1
        assert (await both.catch_up.take("archive")).exchanges == 0


async def test_stand_in_that_shares_a_role_follows_at_once(tmp_path: Path) -> None:
    async with pair(tmp_path, "RAD-8") as both:
        await both.ours.scan(images=3)
        await both.catch_up.settled()
        assert both.kept() == 3
        found = await both.ours.prompt("RAD-14", "reading", "archive", patient="Rosa Quill")
        assert found[0].verdict.outcome is Outcome.ACKNOWLEDGED


async def test_promise_is_asked_for_again_only_where_none_was_given(tmp_path: Path) -> None:
    async with pair(tmp_path) as both:
        await both.ours.scan()
        asked = await both.ours.prompt("RAD-10", "ct", "archive")
        assert [hop.sender for hop in asked] == ["ct"]  # the other ward knows no such scanner
        both.ours.book.take_over("archive")
        assert (await both.catch_up.take("archive")).exchanges == 2
        await both.ours.settle()
        promised = [h for h in both.ours.hops_ended() if h.transaction == "RAD-10"]
        assert [hop.sender for hop in promised] == ["ct", "archive"]


async def test_another_run_begins_with_nothing_missed(tmp_path: Path) -> None:
    async with pair(tmp_path) as both:
        await both.ours.scan()
        both.ours.hops.run = "r2"
        await both.ours.prompt("RAD-5", "ct", "ris", patient="Rosa Quill")
        assert (await both.catch_up.take("archive")).exchanges == 0


async def test_what_cannot_be_understood_is_told(tmp_path: Path) -> None:
    async with pair(tmp_path) as both:
        await both.ours.scan()
        both.ours.notebook.blobs.clear()
        both.ours.book.take_over("archive")
        found = await both.catch_up.take("archive")
        assert found.exchanges == 0
        assert found.faults[0].startswith("RAD-8: Showcase itself failed")


async def test_everybody_who_was_killed_is_told_everything(tmp_path: Path) -> None:
    async with ward(tmp_path / "before") as before:
        await before.scan(images=3)
        ended, blobs = before.hops_ended(), before.notebook.blobs
    async with ward(tmp_path / "after") as after:
        both = Pair(after, after)
        after.notebook.blobs.update(blobs)
        told = await both.catch_up.relearn("r1", ended)
        assert told.faults == ()
        assert both.kept() == 3
        assert after.hops_ended() == []  # and nobody has sent anything
        found = await after.prompt("RAD-14", "reading", "archive", patient="Rosa Quill")
        assert found[0].verdict.outcome is Outcome.ACKNOWLEDGED
        await both.catch_up.stop()


async def test_request_for_commitment_is_not_told_after_a_crash(tmp_path: Path) -> None:
    async with ward(tmp_path / "before") as before:
        await before.scan()
        await before.prompt("RAD-10", "ct", "archive")
        await before.settle()
        ended, blobs = before.hops_ended(), before.notebook.blobs
    async with ward(tmp_path / "after") as after:
        both = Pair(after, after)
        after.notebook.blobs.update(blobs)
        await both.catch_up.relearn("r1", [e for e in ended if e.sender != "archive"])
        await after.settle()
        assert after.hops_ended() == []
        await both.catch_up.stop()


async def test_what_was_taken_without_an_answer_is_told_where_something_follows_from_it(
    tmp_path: Path,
) -> None:
    async with pair(tmp_path) as both:
        ours = both.ours
        await ours.scan(images=3)
        (stored,) = [hop for hop in ours.hops_ended() if hop.transaction == "RAD-8"]
        (done,) = [hop for hop in ours.hops_ended() if hop.transaction == "RAD-6"]
        ours.book.programme = caused("RAD-6", by="RAD-8")
        lost = Verdict(outcome=Outcome.FAILED, status="no answer in 2 s")
        for follows in (False, True):
            both.catch_up.forget()
            both.catch_up.note(replace(stored, verdict=lost, cue="RAD-8"), RECORDING)
            if follows:
                both.catch_up.note(replace(done, sender="archive", cue="RAD-6"), RECORDING)
            await both.catch_up.take("archive")
            assert both.kept() == (3 if follows else 0)


def caused(cue: str, *, by: str) -> Programme:
    """The ward's programme, in which one cue follows from another."""
    programme = _programme()
    cues = tuple(replace(each, caused_by=by) if each.id == cue else each for each in programme.cues)
    return replace(programme, scenes=(replace(programme.scenes[0], cues=cues),))
