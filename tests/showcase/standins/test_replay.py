from pathlib import Path

from showcase.model.events import HopEnded
from showcase.model.exchange import Outcome
from showcase.standins.actors.image_archive import ImageArchive
from showcase.standins.actors.performed_procedure_step_manager import PerformedProcedureStepManager
from showcase.standins.hops import Hops
from showcase.standins.replay import replay
from showcase.standins.standin import StandIn
from showcase.wire.line import Recording
from tests.showcase.standins.hospital import ORDER, ROSA, hospital
from tests.showcase.standins.ward import STUDY, ward
from tests.showcase.standins.xds.region_of_four import region


class Tape:
    """What crossed the wire."""

    def __init__(self, hops: Hops) -> None:
        self._kept: list[tuple[HopEnded, Recording]] = []
        hops.on_end.append(lambda ended, recording: self._kept.append((ended, recording)))

    def _last(self, transaction: str, receiver: str) -> tuple[HopEnded, Recording]:
        return [
            (ended, recording)
            for ended, recording in self._kept
            if ended.transaction == transaction and receiver in ("", ended.receiver)
        ][-1]

    async def tell(self, transaction: str, to: StandIn, receiver: str = "") -> Outcome:
        ended, recording = self._last(transaction, receiver)
        return (await replay(to, ended, recording.request, recording.response)).outcome

    async def recall(self, transaction: str, by: StandIn, receiver: str = "") -> None:
        ended, recording = self._last(transaction, receiver)
        for behaviour in by.behaviours:
            await behaviour.recall(ended, recording.request, recording.response)


async def test_archive_learns_images_that_another_was_sent(tmp_path: Path) -> None:
    async with ward(tmp_path / "one") as one, ward(tmp_path / "two") as two:
        tape = Tape(one.hops)
        await one.scan(images=3)
        assert await tape.tell("RAD-8", two["archive"]) is Outcome.ACKNOWLEDGED
        (archive,) = [b for b in two["archive"].behaviours if isinstance(b, ImageArchive)]
        assert len(archive.shelf.study(STUDY)) == 3
        assert two.hops_ended() == []


async def test_procedure_step_is_begun_again_under_its_own_uid(tmp_path: Path) -> None:
    async with ward(tmp_path / "one") as one, ward(tmp_path / "two") as two:
        tape = Tape(one.hops)
        await one.scan()
        await tape.tell("RAD-6", two["ris"])
        first, second = (
            next(
                b.steps
                for b in house["ris"].behaviours
                if isinstance(b, PerformedProcedureStepManager)
            )
            for house in (one, two)
        )
        assert list(first) == list(second) != []


async def test_scanner_goes_on_where_another_stopped(tmp_path: Path) -> None:
    async with ward(tmp_path / "one") as one, ward(tmp_path / "two") as two:
        tape = Tape(one.hops)
        await one.scan(images=2)
        for transaction in ("RAD-5", "RAD-6", "RAD-8"):
            await tape.recall(transaction, two["ct"])
        await tape.tell("RAD-6", two["ris"])
        await tape.tell("RAD-8", two["archive"])
        hops = await two.prompt("RAD-7", "ct", "ris")
        hops += await two.prompt("RAD-10", "ct", "archive")
        assert {hop.verdict.outcome for hop in hops} == {Outcome.ACKNOWLEDGED}


async def test_workstation_goes_on_where_another_stopped(tmp_path: Path) -> None:
    async with ward(tmp_path / "one") as one, ward(tmp_path / "two") as two:
        tape = Tape(one.hops)
        await one.scan(images=2)
        await one.prompt("RAD-14", "reading", "archive", patient="Rosa Quill")
        await tape.tell("RAD-8", two["archive"])
        await tape.recall("RAD-14", two["reading"])
        hops = await two.prompt("RAD-16", "reading", "archive")
        assert [hop.verdict.outcome for hop in hops] == [Outcome.ACKNOWLEDGED] * 2


async def test_question_is_not_asked_again(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        tape = Tape(house.hops)
        await house.scan()
        before = len(house.hops_ended())
        assert await tape.tell("RAD-5", house["ris"]) is Outcome.ACKNOWLEDGED
        assert len(house.hops_ended()) == before


async def test_record_learns_whom_another_was_told_of(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        tape = Tape(house.hops)
        await house.prompt("ITI-31", "desk", "ehr", **ROSA)
        assert await tape.tell("ITI-31", house["ris"]) is Outcome.ACKNOWLEDGED
        assert house["ris"].memory.named("Rosa Quill").sex == "F"
        assert len(house.hops_ended()) == 1


async def test_radiology_that_recalls_its_schedule_does_not_make_another(tmp_path: Path) -> None:
    async with hospital(tmp_path / "one") as one, hospital(tmp_path / "two") as two:
        tape = Tape(one.hops)
        await one.prompt("ITI-31", "desk", "ehr", **ROSA)
        await one.prompt("RAD-2", "ehr", "ris", **ORDER)
        await tape.recall("RAD-4", two["ris"])
        await tape.tell("RAD-2", two["ris"])
        await two.settle()
        assert list(two["ris"].memory.orders) == list(one["ris"].memory.orders)
        assert two.hops_ended() == []


async def test_radiology_that_has_not_told_anybody_does_so_now(tmp_path: Path) -> None:
    async with hospital(tmp_path / "one") as one, hospital(tmp_path / "two") as two:
        tape = Tape(one.hops)
        await one.prompt("ITI-31", "desk", "ehr", **ROSA)
        await one.prompt("RAD-2", "ehr", "ris", **ORDER)
        await tape.tell("RAD-2", two["ris"])
        await two.settle()
        assert [hop.transaction for hop in two.hops_ended()] == ["RAD-4"]


async def test_index_that_recalls_its_numbers_gives_no_others(tmp_path: Path) -> None:
    async with hospital(tmp_path / "one") as one, hospital(tmp_path / "two") as two:
        tape = Tape(one.hops)
        await one.prompt("ITI-8", "desk", "index", **ROSA)
        master = next(p for p in one["registry"].memory.people.values())
        await tape.recall("ITI-8", two["index"], receiver="registry")
        await tape.tell("ITI-8", two["index"], receiver="index")
        await two.settle()
        known = {p.authority: p.id for p in two["index"].memory.people.values()}
        assert (known["REGION"], len(known)) == (master.id, 2)
        assert two.hops_ended() == []


async def test_refusal_is_told(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        tape = Tape(house.hops)
        await house.prompt("ITI-31", "desk", "ehr", **ROSA)
        await house.prompt("RAD-2", "ehr", "ris", **ORDER)
        assert await tape.tell("RAD-2", house["archive"]) is Outcome.REFUSED


async def test_stand_in_without_such_a_port_has_nothing_to_learn(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        tape = Tape(house.hops)
        await house.prompt("ITI-31", "desk", "ehr", **ROSA)
        assert await tape.tell("ITI-31", house["desk"]) is Outcome.ACKNOWLEDGED


async def test_repository_files_a_document_that_is_registered_already(tmp_path: Path) -> None:
    async with region(tmp_path / "one") as one, region(tmp_path / "two") as two:
        tape = Tape(one.hops)
        one.know_rosa()
        await one.perform("ehr", "ITI-41", "repository", patient="Rosa Quill", title="CT")
        await tape.recall("ITI-42", two.stand_ins["repository"])
        told = await tape.tell("ITI-41", two.stand_ins["repository"])
        assert told is Outcome.ACKNOWLEDGED
        assert two.ledger.ended == []
        await one.perform("gp", "ITI-18", "registry", patient="Rosa Quill")
        await tape.recall("ITI-18", two.stand_ins["gp"])
        fetched = await two.perform("gp", "ITI-43", "repository")
        assert fetched.verdict.outcome is Outcome.ACKNOWLEDGED


async def test_repository_registers_what_nobody_has(tmp_path: Path) -> None:
    async with region(tmp_path / "one") as one, region(tmp_path / "two") as two:
        tape = Tape(one.hops)
        one.know_rosa()
        two.know_rosa()
        await one.perform("ehr", "ITI-41", "repository", patient="Rosa Quill", title="CT")
        await tape.tell("ITI-41", two.stand_ins["repository"])
        assert [hop.transaction for hop in two.ledger.ended] == ["ITI-42"]
