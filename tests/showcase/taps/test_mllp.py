import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.model.exchange import Outcome
from showcase.taps.mllp import MllpEar
from showcase.wire.failure import Garbled
from tests.showcase.protocols.hl7v2.samples import A04
from tests.showcase.standins.hospital import Hospital
from tests.showcase.taps.listening import CALLER, Hearsay, Said, overheard, pieces


def message(control_id: str, kind: str = "ADT^A04^ADT_A01") -> bytes:
    text = A04.replace(b"|C1|", f"|{control_id}|".encode()).replace(
        b"ADT^A04^ADT_A01", kind.encode()
    )
    return b"\x0b" + text + b"\x1c\r"


def ack(control_id: str, code: str = "AA") -> bytes:
    head = f"MSH|^~\\&|RIS|ALBA|DESK|ALBA|20261124||ACK|A-{control_id}|T|2.5\r"
    return b"\x0b" + f"{head}MSA|{code}|{control_id}\r".encode() + b"\x1c\r"


async def heard(folder: Path, said: list[Said], role: str = "ris") -> Hearsay:
    house = Hospital(folder)
    hearsay = Hearsay(house.hops)
    await overheard(MllpEar, "mllp", house[role], said)
    return hearsay


async def test_a_message_and_its_acknowledgement_are_a_hop(tmp_path: Path) -> None:
    found = await heard(tmp_path, [(True, message("C1")), (False, ack("C1"))])
    assert found.outcomes == [("ITI-31", CALLER, "ris", "acknowledged")]
    assert found.bytes == (message("C1"), ack("C1"))


async def test_a_refusal_is_told_in_words(tmp_path: Path) -> None:
    found = await heard(tmp_path, [(True, message("C1")), (False, ack("C1", "AE"))])
    (hop, _), *_ = found.all()
    assert hop.verdict.outcome is Outcome.REFUSED
    assert hop.verdict.words.startswith("RIS refused the message")


async def test_acknowledgements_out_of_order_find_their_messages(tmp_path: Path) -> None:
    said = [(True, message("C1") + message("C2")), (False, ack("C2") + ack("C1"))]
    found = await heard(tmp_path, said)
    told = [(recording.request, recording.response) for _, recording in found.all()]
    assert told == [(message("C2"), ack("C2")), (message("C1"), ack("C1"))]


async def test_an_answer_to_another_message_is_no_acknowledgement(tmp_path: Path) -> None:
    found = await heard(tmp_path, [(True, message("C1")), (False, ack("C9"))])
    (hop, _), *_ = found.all()
    assert hop.verdict.outcome is Outcome.FAILED
    assert "C9" in hop.verdict.words


async def test_a_connection_that_ends_before_the_answer_is_a_failed_hop(tmp_path: Path) -> None:
    found = await heard(tmp_path, [(True, message("C1")), (False, ack("C1")[:20])])
    (hop, recording), *_ = found.all()
    assert hop.verdict.outcome is Outcome.FAILED
    assert recording.response == ack("C1")[:20]


async def test_a_message_that_nobody_in_the_role_answers_goes_by_its_own_name(
    tmp_path: Path,
) -> None:
    said = [(True, message("C1", "MDM^T02^MDM_T02")), (False, ack("C1"))]
    found = await heard(tmp_path, said)
    assert found.outcomes == [("MDM^T02", CALLER, "ris", "acknowledged")]


async def test_the_receiver_decides_which_transaction_it_is(tmp_path: Path) -> None:
    found = await heard(tmp_path, [(True, message("C1")), (False, ack("C1"))], "index")
    assert found.outcomes[0][0] == "ITI-8"


async def test_a_message_that_cannot_be_read_is_a_hop_all_the_same(tmp_path: Path) -> None:
    found = await heard(tmp_path, [(True, b"\x0bhello\x1c\r"), (False, ack("C1", "AR"))])
    assert [each[0] for each in found.outcomes] == ["HL7"]
    assert found.bytes[0] == b"\x0bhello\x1c\r"


async def test_what_is_not_mllp_is_told(tmp_path: Path) -> None:
    with pytest.raises(Garbled):
        await heard(tmp_path, [(True, b"GET / HTTP/1.1\r\n" * 400)])


@given(st.lists(st.integers(1, 400), max_size=20), st.integers(1, 3))
def test_any_chunking_gives_the_same_hops(cuts: list[int], count: int) -> None:
    said: list[Said] = []
    for number in range(count):
        said += [(True, message(f"C{number}")), (False, ack(f"C{number}"))]

    async def listen() -> None:
        with TemporaryDirectory() as folder:
            found = await heard(Path(folder), pieces(said, cuts))
        told = [(recording.request, recording.response) for _, recording in found.all()]
        assert told == [(message(f"C{n}"), ack(f"C{n}")) for n in range(count)]
        assert {outcome for *_, outcome in found.outcomes} == {"acknowledged"}

    asyncio.run(listen())


@given(st.lists(st.tuples(st.booleans(), st.binary(max_size=60)), max_size=12))
def test_noise_is_no_surprise(said: list[Said]) -> None:
    async def listen() -> None:
        with TemporaryDirectory() as folder:
            await heard(Path(folder), said)

    asyncio.run(listen())
