import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydicom.dataset import Dataset

from showcase.protocols.dicom import dataset as datasets
from showcase.protocols.dicom.negotiation import EXPLICIT_BIG, EXPLICIT_LITTLE, IMPLICIT_LITTLE
from showcase.wire.failure import Garbled
from tests.showcase.protocols.dicom.samples import worklist_item

SYNTAXES = (EXPLICIT_LITTLE, IMPLICIT_LITTLE, EXPLICIT_BIG)


@pytest.mark.parametrize("transfer", SYNTAXES)
def test_what_was_encoded_is_decoded(transfer: str) -> None:
    item = worklist_item()
    assert datasets.decode(datasets.encode(item, transfer), transfer) == item


@pytest.mark.parametrize("transfer", SYNTAXES)
def test_the_syntax_of_unlabelled_bytes_is_guessed(transfer: str) -> None:
    assert datasets.guess_transfer(datasets.encode(worklist_item(), transfer)) == transfer


def test_letters_beyond_ascii_are_labelled_and_come_back() -> None:
    item = Dataset()
    item.PatientName = "Müller^Änne"
    data = datasets.encode(item, EXPLICIT_LITTLE)
    found = datasets.decode(data, EXPLICIT_LITTLE)
    assert found.SpecificCharacterSet == "ISO_IR 192"
    assert str(found.PatientName) == "Müller^Änne"


def test_ascii_is_not_labelled() -> None:
    data = datasets.encode(worklist_item(), EXPLICIT_LITTLE)
    assert "SpecificCharacterSet" not in datasets.decode(data, EXPLICIT_LITTLE)


def test_a_header_stops_before_the_pixels() -> None:
    image = worklist_item()
    image.PixelData = b"\0" * 1000
    image["PixelData"].VR = "OW"
    data = datasets.encode(image, EXPLICIT_LITTLE)
    assert "PixelData" not in datasets.header(data, EXPLICIT_LITTLE)
    assert datasets.header(data[:-900], EXPLICIT_LITTLE).PatientID == "40213"


def test_a_peek_reads_what_was_asked_for_alone() -> None:
    data = datasets.encode(worklist_item(), IMPLICIT_LITTLE)
    found = datasets.peek(data, IMPLICIT_LITTLE, "PatientID", "StudyInstanceUID")
    assert [element.keyword for element in found] == ["PatientID", "StudyInstanceUID"]


def test_a_deflated_header_is_read_to_a_limit() -> None:
    plain = datasets.encode(worklist_item(), EXPLICIT_LITTLE)
    squeeze = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    data = squeeze.compress(plain) + squeeze.flush()
    assert datasets.header(data, datasets.DEFLATED).PatientID == "40213"
    bomb = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    many = bomb.compress(plain + b"\0" * 50_000_000) + bomb.flush()
    assert len(datasets._inflate(many)) <= 1024 * 1024


def test_a_dataset_is_converted_between_the_plain_syntaxes() -> None:
    data = datasets.encode(worklist_item(), EXPLICIT_LITTLE)
    turned = datasets.convert(data, EXPLICIT_LITTLE, IMPLICIT_LITTLE)
    assert turned == datasets.encode(worklist_item(), IMPLICIT_LITTLE)


@given(st.binary(max_size=200), st.sampled_from((*SYNTAXES, datasets.DEFLATED)))
def test_noise_is_one_fault(noise: bytes, transfer: str) -> None:
    try:
        datasets.decode(noise, transfer)
    except Garbled:
        return


@given(st.integers(0, 2000), st.integers(0, 255), st.sampled_from(SYNTAXES))
def test_a_flipped_byte_is_at_most_one_fault(place: int, value: int, transfer: str) -> None:
    data = bytearray(datasets.encode(worklist_item(), transfer))
    data[place % len(data)] = value
    try:
        datasets.header(bytes(data), transfer)
    except Garbled:
        return


@pytest.mark.parametrize("transfer", [*SYNTAXES, datasets.DEFLATED])
def test_a_head_is_the_header_and_no_more(transfer: str) -> None:
    item = worklist_item()
    item.add_new("PixelData", "OW", b"\0" * 1000)
    deflated = transfer == datasets.DEFLATED
    data = datasets.encode(item, EXPLICIT_LITTLE if deflated else transfer)
    if deflated:
        deflating = zlib.compressobj(wbits=-zlib.MAX_WBITS)
        data = deflating.compress(data) + deflating.flush()
    outline, head = datasets.beheaded(data, transfer)
    assert head.decode() == outline == worklist_item()
    assert len(head.data) < 1000
