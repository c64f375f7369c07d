import asyncio
from pathlib import Path

from pydicom.dataset import Dataset

from showcase.model.exchange import Outcome
from showcase.model.fact import FactKind
from showcase.model.system import Dicom
from showcase.protocols.dicom import dataset as datasets
from showcase.protocols.dicom import status
from showcase.protocols.dicom.dimse import Message
from showcase.protocols.dicom.negotiation import Context, offer
from showcase.protocols.dicom.scu import associate
from showcase.transactions import rad10
from showcase.transactions.rad8 import CT_IMAGE_STORAGE
from tests.showcase.protocols.dicom.loopback import line
from tests.showcase.protocols.dicom.programs import free_port
from tests.showcase.standins.ward import Ward, vendor, ward


def lose_one(folder: Path) -> None:
    next(folder.rglob("*.dcm")).unlink()


def uid_of_one(folder: Path) -> str:
    return next(folder.rglob("*.dcm")).stem


async def ask(house: Ward, asked: Dataset, *, action: int = 1, uid: str = rad10.INSTANCE) -> int:
    contexts = offer(rad10.SOP_CLASS)
    async with associate(house.address("archive"), "STRANGER", contexts, line()) as peer:
        return (await peer.n_action(rad10.SOP_CLASS, uid, action, asked))[0].code


async def test_the_report_comes_in_an_association_of_the_archives(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        await house.scan(3)
        _, report = await house.prompt("RAD-10", "ct", "archive")
        assert (report.sender, report.receiver) == ("archive", "ct")
        assert report.exchange.responder == f"127.0.0.1:{house.address('ct').port}"
        states = [fact.value for fact in report.facts if fact.kind is FactKind.STATUS]
        assert states == ["committed"]


async def test_an_image_that_has_vanished_is_reported(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        await house.scan(3)
        lose_one(tmp_path)
        _, report = await house.prompt("RAD-10", "ct", "archive")
        states = [fact.value for fact in report.facts if fact.kind is FactKind.STATUS]
        assert states == ["1 failed"]
        assert report.verdict.outcome is Outcome.ACKNOWLEDGED


async def test_a_modality_that_is_gone_is_a_failed_hop(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        await house.scan(1)
        gone = Dicom(host="127.0.0.1", port=free_port(), ae_title="CT")
        house.book.vendors["ct"] = vendor("ct", gone)
        hops = await house.prompt("RAD-10", "ct", "archive")
        assert hops[-1].verdict.outcome is Outcome.FAILED


async def reported(house: Ward, *asked_for: rad10.Reference) -> Dataset:
    """What a stranger is told in the association in which it asked."""
    reports: asyncio.Queue[Dataset] = asyncio.Queue()

    async def hear(message: Message, context: Context) -> tuple[int, Dataset | None]:
        reports.put_nowait(datasets.decode(message.data or b"", context.transfer))
        return status.SUCCESS, None

    asked = rad10.ask("1.2.9", asked_for)
    contexts = offer(rad10.SOP_CLASS)
    async with associate(
        house.address("archive"), "STRANGER", contexts, line(), answerer=hear
    ) as peer:
        for _ in range(2):  # the second answer lies behind the report of the first
            answer, _dataset = await peer.n_action(rad10.SOP_CLASS, rad10.INSTANCE, 1, asked)
            assert answer.good
        return reports.get_nowait()


async def test_a_stranger_is_answered_where_it_asked(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        report = await reported(house, (CT_IMAGE_STORAGE, "1.2.3"))
    assert report.TransactionUID == "1.2.9"
    assert report.FailedSOPSequence[0].FailureReason == rad10.NO_SUCH_INSTANCE


async def test_an_image_of_another_class_is_reported_as_that(tmp_path: Path) -> None:
    async with ward(tmp_path) as house:
        await house.scan(1)
        other = "1.2.840.10008.5.1.4.1.1.4"
        report = await reported(house, (other, uid_of_one(tmp_path)))
    assert report.FailedSOPSequence[0].FailureReason == rad10.CLASS_CONFLICT


async def test_what_cannot_be_committed_has_its_status(tmp_path: Path) -> None:
    asked = rad10.ask("1.2.9", [("1.2", "1.3")])
    async with ward(tmp_path) as house:
        assert await ask(house, asked, action=7) == status.NO_SUCH_ACTION
        assert await ask(house, asked, uid="1.2.3") == status.NO_SUCH_INSTANCE
        assert await ask(house, Dataset()) == status.MISSING_ATTRIBUTE
