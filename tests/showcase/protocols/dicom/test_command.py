import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.protocols.dicom.command import Command, Field, decode, encode
from showcase.wire.failure import Garbled
from tests.showcase.protocols.dicom.strategies import messages

ECHO_RQ = bytes.fromhex(
    "0000 0000 04000000 38000000"
    "0000 0200 12000000 312e322e3834302e31303030382e312e3100"
    "0000 0001 02000000 3000"
    "0000 1001 02000000 0700"
    "0000 0008 02000000 0101"
)
"""PS3.7 9.3.5.1, as every implementation sends it."""


def test_an_echo_request_is_byte_for_byte_the_standards() -> None:
    command = Command(
        {
            "AffectedSOPClassUID": "1.2.840.10008.1.1",
            "CommandField": 0x30,
            "MessageID": 7,
            "CommandDataSetType": 0x0101,
        }
    )
    assert encode(command) == ECHO_RQ
    assert decode(ECHO_RQ) == command


@given(messages())
def test_what_was_encoded_is_decoded(message: object) -> None:
    command = message.command  # type: ignore[attr-defined]
    assert decode(encode(command)) == command


@given(st.binary(max_size=80))
def test_noise_is_one_fault(noise: bytes) -> None:
    try:
        decode(noise)
    except Garbled:
        return


@given(st.integers(0, len(ECHO_RQ) - 1), st.integers(0, 255))
def test_a_flipped_byte_never_breaks_the_reader(place: int, value: int) -> None:
    damaged = bytearray(ECHO_RQ)
    damaged[place] = value
    try:
        decode(bytes(damaged))
    except Garbled:
        return


def test_a_command_without_a_field_is_none() -> None:
    with pytest.raises(Garbled):
        decode(b"\0\0\x10\x01\x02\0\0\0\x01\0")


def test_an_element_of_another_group_is_refused() -> None:
    with pytest.raises(Garbled):
        decode(ECHO_RQ + b"\x08\0\x18\0\x02\0\0\x001\0")


def test_a_list_of_tags_comes_back() -> None:
    command = Command({"CommandField": 0x0110, "AttributeIdentifierList": (0x00100010, 0x00400252)})
    assert decode(encode(command)) == command


def test_titles_are_the_standards() -> None:
    assert Command({"CommandField": 0x8001}).title == "C-STORE-RSP"
    assert Command({"CommandField": 0x0100}).field is Field.N_EVENT_REPORT
    assert Command({"CommandField": 0x0777}).field is None
