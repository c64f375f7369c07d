from showcase.model.events import HopStarted
from showcase.protocols.dicom import dataset as datasets
from showcase.protocols.dicom.negotiation import EXPLICIT_LITTLE, IMPLICIT_LITTLE
from showcase.protocols.dicom.part10 import File
from showcase.protocols.dicom.status import Status
from showcase.standins.hop import Hop
from showcase.standins.sending import Progress, Sent, store
from showcase.wire.line import Line
from tests.showcase.protocols.dicom.samples import worklist_item

FILE = File(
    sop_class="1.2",
    sop_instance="1.3",
    transfer=EXPLICIT_LITTLE,
    data=datasets.encode(worklist_item(), EXPLICIT_LITTLE),
)


class Taker:
    """Takes instances in the syntaxes it says, and remembers them."""

    def __init__(self, *transfers: str) -> None:
        self.taken: list[tuple[str, bytes]] = []
        self._transfers = transfers

    def transfers(self, sop_class: str) -> tuple[str, ...]:
        return self._transfers if sop_class == "1.2" else ()

    async def c_store(
        self,
        sop_class: str,
        sop_instance: str,
        data: bytes,
        *,
        transfer: str,
        originator: tuple[str, int] | None = None,
    ) -> Status:
        del sop_class, sop_instance, originator
        self.taken.append((transfer, data))
        return Status(0)


async def test_an_instance_goes_as_it_is_where_it_can() -> None:
    taker = Taker(IMPLICIT_LITTLE, EXPLICIT_LITTLE)
    assert (await store(taker, FILE)).good
    assert taker.taken == [(EXPLICIT_LITTLE, FILE.data)]


async def test_a_plain_instance_is_turned_for_a_peer_that_wants_it_so() -> None:
    taker = Taker(IMPLICIT_LITTLE)
    await store(taker, FILE)
    assert taker.taken == [(IMPLICIT_LITTLE, datasets.encode(worklist_item(), IMPLICIT_LITTLE))]


async def test_what_nobody_takes_has_failed() -> None:
    assert (await store(Taker(), FILE)).code == 0x0122


def test_counts_are_those_of_the_standard() -> None:
    sent = Sent(5, {"1": Status(0), "2": Status(0xB000), "3": Status(0xA700)})
    assert sent.counts == (2, 1, 1, 1)
    assert sent.failed == ("3",)


async def test_progress_is_told_now_and_then_and_at_the_end() -> None:
    started = HopStarted(hop="h", transaction="RAD-8", sender="a", receiver="b", count=500)
    hop = Hop(started, Line("dicom", initiated=True))
    told: list[int] = []
    hop.on_progress = told.append
    progress = Progress(hop)
    for done in range(1, 501):
        progress(done)
    assert told[-1] == 500
    assert len(told) < 20
