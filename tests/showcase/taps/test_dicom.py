import asyncio
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from showcase.model.exchange import Outcome
from showcase.protocols.dicom import acse
from showcase.protocols.dicom.acse import Abort, Accept, Granted, Proposed, Reject, Request
from showcase.protocols.dicom.command import NO_DATASET, Command, Field, Value
from showcase.protocols.dicom.dimse import Message, encode
from showcase.protocols.dicom.messages import VERIFICATION
from showcase.protocols.dicom.negotiation import EXPLICIT_LITTLE
from showcase.protocols.dicom.pdu import joined
from showcase.taps.dicom import DicomEar
from showcase.transactions import rad16
from showcase.wire.failure import Garbled
from tests.showcase.protocols.dicom.strategies import CT, streams
from tests.showcase.standins.ward import Ward
from tests.showcase.taps.listening import CALLER, Hearsay, Said, overheard, pieces

_CLASSES = {1: CT, 3: VERIFICATION, 5: rad16.STUDY_ROOT, 7: rad16.STUDY_ROOT_GET}

RQ = acse.encode_request(
    Request(
        calling="SCANNER",
        called="ARCHIVE",
        contexts=tuple(Proposed(n, uid, (EXPLICIT_LITTLE,)) for n, uid in _CLASSES.items()),
    )
)
AC = acse.encode_accept(
    Accept(
        calling="SCANNER",
        called="ARCHIVE",
        contexts=tuple(Granted(n, 0, EXPLICIT_LITTLE) for n in _CLASSES),
    )
)
OPENED: list[Said] = [(True, RQ), (False, AC)]
RELEASED: list[Said] = [(True, acse.RELEASE_RQ), (False, acse.RELEASE_RP)]


def message(
    context: int, field: int, number: int, data: bytes | None, more: dict[str, Value]
) -> bytes:
    response = bool(field & 0x8000)
    values: dict[str, Value] = {
        "AffectedSOPClassUID": _CLASSES[context],
        "CommandField": field,
        "MessageIDBeingRespondedTo" if response else "MessageID": number,
        "CommandDataSetType": NO_DATASET if data is None else 1,
        **more,
    }
    return joined(encode(Message(context, Command(values), data), 128))


def ask(context: int, field: Field, number: int, data: bytes | None = None) -> bytes:
    return message(context, field, number, data, {"AffectedSOPInstanceUID": f"1.2.{number}"})


def tell(context: int, field: Field, number: int, status: int = 0, **more: Value) -> bytes:
    return message(context, field | 0x8000, number, None, {"Status": status, **more})


def stored(number: int, status: int = 0) -> list[Said]:
    return [
        (True, ask(1, Field.C_STORE, number, b"\0" * 300)),
        (False, tell(1, Field.C_STORE, number, status)),
    ]


def echoed(number: int) -> list[Said]:
    return [(True, ask(3, Field.C_ECHO, number)), (False, tell(3, Field.C_ECHO, number))]


def sides(said: list[Said]) -> tuple[bytes, bytes]:
    there = b"".join(data for outward, data in said if outward)
    return there, b"".join(data for outward, data in said if not outward)


async def heard(folder: Path, said: list[Said], role: str = "archive") -> Hearsay:
    house = Ward(folder)
    hearsay = Hearsay(house.hops)
    await overheard(DicomEar, "dicom", house[role], said)
    return hearsay


async def test_a_series_is_one_hop_with_the_whole_association(tmp_path: Path) -> None:
    said = [*OPENED, *stored(1), *stored(2), *stored(3), *RELEASED]
    found = await heard(tmp_path, said)
    assert found.outcomes == [("RAD-8", CALLER, "archive", "acknowledged")]
    assert found.all()[0][0].count == 3
    assert found.bytes == sides(said)


async def test_each_operation_has_the_bytes_that_are_its_own(tmp_path: Path) -> None:
    first, second = [*OPENED, *echoed(1)], [*stored(2), *RELEASED]
    found = await heard(tmp_path, [*first, *second])
    assert [each[0] for each in found.outcomes] == ["C-ECHO", "RAD-8"]
    told = [(recording.request, recording.response) for _, recording in found.all()]
    assert told == [sides(first), sides(second)]


async def test_one_refused_image_makes_the_series_refused(tmp_path: Path) -> None:
    found = await heard(tmp_path, [*OPENED, *stored(1), *stored(2, 0xA700), *stored(3), *RELEASED])
    (hop, _), *_ = found.all()
    assert hop.verdict.outcome is Outcome.REFUSED
    assert hop.verdict.status.startswith("0xA700")


async def test_images_that_could_not_be_sent_on_make_a_retrieve_refused(tmp_path: Path) -> None:
    final = tell(5, Field.C_MOVE, 1, 0xB000, NumberOfFailedSuboperations=2)
    said = [*OPENED, (True, ask(5, Field.C_MOVE, 1, b"\0\0")), (False, final), *RELEASED]
    (hop, _), *_ = (await heard(tmp_path, said)).all()
    assert (hop.transaction, hop.verdict.outcome) == ("RAD-16", Outcome.REFUSED)


async def test_sub_operations_belong_to_their_retrieve(tmp_path: Path) -> None:
    said: list[Said] = [
        *OPENED,
        (True, ask(7, Field.C_GET, 1, b"\0\0")),
        (False, ask(1, Field.C_STORE, 1, b"\0" * 200)),
        (True, tell(1, Field.C_STORE, 1)),
        (False, tell(7, Field.C_GET, 1, NumberOfFailedSuboperations=0)),
        *RELEASED,
    ]
    found = await heard(tmp_path, said)
    assert found.outcomes == [("RAD-16", CALLER, "archive", "acknowledged")]
    assert found.bytes == sides(said)


async def test_a_rejected_association_is_a_refused_hop(tmp_path: Path) -> None:
    said = [(True, RQ), (False, acse.encode_reject(Reject(1, 1, 3)))]
    found = await heard(tmp_path, said)
    (hop, _), *_ = found.all()
    assert (hop.transaction, hop.verdict.outcome) == ("RAD-8", Outcome.REFUSED)
    assert "calling AE title not recognised" in hop.verdict.words
    assert found.bytes == sides(said)


async def test_an_abort_before_the_answer_is_told_as_one(tmp_path: Path) -> None:
    said = [*OPENED, stored(1)[0], (False, acse.encode_abort(Abort(2, 1)))]
    (hop, _), *_ = (await heard(tmp_path, said)).all()
    assert hop.verdict.outcome is Outcome.FAILED
    assert hop.verdict.status.startswith("A-ABORT")


async def test_an_association_in_which_nothing_was_asked_is_no_hop(tmp_path: Path) -> None:
    assert (await heard(tmp_path, [*OPENED, *RELEASED])).all() == []


@given(st.lists(st.integers(1, 600), max_size=20))
def test_any_chunking_gives_the_same_hops(cuts: list[int]) -> None:
    first, second = [*OPENED, *echoed(1)], [*stored(2), *stored(3), *RELEASED]

    async def listen() -> None:
        with TemporaryDirectory() as folder:
            found = await heard(Path(folder), pieces([*first, *second], cuts))
        assert [each[0] for each in found.outcomes] == ["C-ECHO", "RAD-8"]
        told = [(recording.request, recording.response) for _, recording in found.all()]
        assert told == [sides(first), sides(second)]

    asyncio.run(listen())


@given(streams, streams)
def test_whatever_is_said_is_no_surprise(there: bytes, back: bytes) -> None:
    async def listen() -> None:
        with TemporaryDirectory() as folder, suppress(Garbled):
            await heard(Path(folder), [(True, there), (False, back)])

    asyncio.run(listen())
