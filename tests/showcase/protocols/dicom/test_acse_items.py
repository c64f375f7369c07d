import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.protocols.dicom import acse
from showcase.protocols.dicom.acse import Accept, Granted, Proposed, Request
from showcase.protocols.dicom.acse_items import known
from showcase.protocols.dicom.pdu import Framer, Kind, Pdu
from showcase.wire.failure import Garbled

IMPLICIT = "1.2.840.10008.1.2"
ECHO = "1.2.840.10008.1.1"
ASKED = acse.encode_request(
    Request(calling="CT", called="RIS", contexts=(Proposed(1, ECHO, (IMPLICIT,)),))
)
ANSWERED = acse.encode_accept(
    Accept(calling="CT", called="RIS", contexts=(Granted(1, 0, IMPLICIT),))
)
STRANGE = b"\x5a\0\0\x02ab"


def only(data: bytes) -> Pdu:
    (pdu,) = Framer().feed(data[:2] + struct.pack(">L", len(data) - 6) + data[6:])
    return pdu


def in_item(data: bytes, kind: int, more: bytes) -> bytes:
    """`more` at the end of the first item of that type."""
    at = data.index(bytes((kind, 0)), 74)
    (length,) = struct.unpack_from(">H", data, at + 2)
    end = at + 4 + length
    return (
        data[: at + 2] + struct.pack(">H", length + len(more)) + data[at + 4 : end] + more
    ) + data[end:]


@pytest.mark.parametrize(
    "asked", [in_item(ASKED, 0x50, STRANGE), in_item(ASKED, 0x20, STRANGE), ASKED + STRANGE]
)
def test_what_nobody_knows_is_passed_over(asked: bytes) -> None:
    assert acse.decode_request(only(asked)) == acse.decode_request(only(ASKED))


@pytest.mark.parametrize("answered", [in_item(ANSWERED, 0x50, STRANGE), ANSWERED + STRANGE])
def test_so_it_is_in_an_answer(answered: bytes) -> None:
    assert acse.decode_accept(only(answered)) == acse.decode_accept(only(ANSWERED))


def test_titles_may_be_padded_with_nul() -> None:
    asked = ASKED[:10] + b"RIS".ljust(16, b"\0") + b"CT".ljust(16, b"\0") + ASKED[42:]
    found = acse.decode_request(only(asked))
    assert (found.called, found.calling) == ("RIS", "CT")


@pytest.mark.parametrize(
    ("name", "read"), [(b"A NAME OF MORE THAN 16", "A NAME OF MORE T"), (b"V\xc4\0", "V")]
)
def test_odd_name_of_an_implementation_is_no_obstacle(name: bytes, read: str) -> None:
    item = b"\x55\0" + struct.pack(">H", len(name)) + name
    assert acse.decode_accept(only(in_item(ANSWERED, 0x50, item))).version_name == read


@given(st.binary(min_size=68, max_size=200))
def test_noise_is_one_fault(noise: bytes) -> None:
    try:
        known(Pdu(Kind.ASSOCIATE_RQ, 0, noise))
    except Garbled:
        return
