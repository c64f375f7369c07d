import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.protocols.dicom.pdu import LARGEST, Framer, Kind, Pdu, joined, p_data, values
from showcase.wire.failure import Garbled
from tests.showcase.protocols.dicom.strategies import cuts, streams


def read(pieces: list[bytes], largest: int = LARGEST) -> tuple[list[Pdu], str]:
    """All PDUs, and what the reader complained of."""
    framer, found = Framer(largest=largest), []
    try:
        for piece in pieces:
            for pdu in framer.feed(piece):
                found.append(pdu)  # noqa: PERF402 - those before a fault count
    except Garbled as fault:
        return found, fault.status
    return found, ""


@given(streams, st.data())
def test_any_cut_gives_the_same_pdus(stream: bytes, data: st.DataObject) -> None:
    whole = read([stream])
    assert read(data.draw(cuts(stream))) == whole
    assert joined([pdu.raw for pdu in whole[0]]) == stream


@given(st.binary(max_size=200), st.data())
def test_noise_gives_the_same_fault_however_it_is_cut(noise: bytes, data: st.DataObject) -> None:
    assert read(data.draw(cuts(noise))) == read([noise])


@given(streams, st.binary(min_size=6, max_size=40), st.data())
def test_what_came_before_noise_is_kept(stream: bytes, noise: bytes, data: st.DataObject) -> None:
    found, _ = read(data.draw(cuts(stream + noise)))
    assert found[: len(read([stream])[0])] == read([stream])[0]


@pytest.mark.parametrize(
    ("head", "fault"),
    [
        (b"\x04\0\xff\xff\xff\xff", "claims 4294967295 bytes"),
        (b"\x09\0\0\0\0\x04", "0x09 does not exist"),
        (b"\x05\0\0\0\0\x05", "RELEASE_RQ cannot have 5 bytes"),
        (b"\x01\0\0\0\0\x10", "ASSOCIATE_RQ cannot have 16 bytes"),
        (b"GET / HTTP/1.1", "0x47 does not exist"),
    ],
)
def test_a_header_is_judged_before_its_body_comes(head: bytes, fault: str) -> None:
    assert fault in read([head])[1]


def test_a_declared_length_costs_no_memory() -> None:
    framer = Framer()
    assert list(framer.feed(b"\x04\0\0\x10\0\0")) == []
    assert framer.pending == 6


@given(st.binary(max_size=500), st.integers(1, 60).map(lambda half: 2 * half), st.booleans())
def test_fragments_carry_all_bytes(data: bytes, room: int, command: bool) -> None:
    stream = joined(p_data(3, data, command=command, room=room))
    pdus, fault = read([stream])
    found = [value for pdu in pdus for value in values(pdu.body)]
    assert not fault
    assert b"".join(value.fragment for value in found) == data
    assert [value.last for value in found] == [False] * (len(found) - 1) + [True]
    assert all(len(value.fragment) % 2 == 0 for value in found[:-1])
    assert {(value.context_id, value.command) for value in found} == {(3, command)}


def test_several_values_in_one_pdu_are_read() -> None:
    body = b"\0\0\0\x04\x01\x01ab" + b"\0\0\0\x03\x01\x02c"
    first, second = values(body)
    assert (first.fragment, first.command, first.last) == (b"ab", True, False)
    assert (second.fragment, second.command, second.last) == (b"c", False, True)


@given(st.binary(max_size=60))
def test_noise_in_a_data_pdu_is_one_fault(noise: bytes) -> None:
    try:
        found = values(noise)
    except Garbled:
        return
    assert sum(len(value.fragment) + 6 for value in found) == len(noise)


def test_offsets_are_those_of_the_stream() -> None:
    release = b"\x05\0\0\0\0\x04\0\0\0\0"
    pdus, _ = read([release[:3], release[3:] + release])
    assert [(pdu.kind, pdu.start, pdu.end) for pdu in pdus] == [
        (Kind.RELEASE_RQ, 0, 10),
        (Kind.RELEASE_RQ, 10, 20),
    ]
