from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.explain.dicom import explain
from showcase.explain.dicom_places import NOWHERE, Fragment, places
from showcase.model.node import Node
from showcase.protocols.dicom import dataset as datasets
from showcase.protocols.dicom.command import Field
from showcase.protocols.dicom.negotiation import EXPLICIT_BIG, EXPLICIT_LITTLE, IMPLICIT_LITTLE
from showcase.transactions import rad5
from showcase.transactions.rad8 import CT_IMAGE_STORAGE
from tests.showcase.transactions.dicom_wire import Wire, worklist_item

PATIENT_ID = 0x00100020
STEPS = 0x00400100
MODALITY = 0x00080060


def every(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from every(node.children)


@pytest.mark.parametrize("transfer", [EXPLICIT_LITTLE, IMPLICIT_LITTLE])
def test_every_value_stands_in_the_bytes_it_is_said_to(transfer: str) -> None:
    wire = Wire(rad5.MODEL, transfer=transfer)
    wire.answer(wire.ask(Field.C_FIND, worklist_item()), 0xFF00, worklist_item())
    found = 0
    for raw in (wire.request, wire.response):
        for node in every(explain(raw)):
            text = node.value.partition(" (")[0]
            if node.path and text and not text.startswith(("0x", "1 item")) and not node.children:
                if text.isdecimal() and len(text) < 3:
                    continue  # a number, as binary
                assert text.encode() in raw[node.start : node.end], node
                found += 1
    assert found > 20


@pytest.mark.parametrize("transfer", [EXPLICIT_LITTLE, IMPLICIT_LITTLE, EXPLICIT_BIG])
def test_an_element_of_an_item_of_a_sequence_has_its_place(transfer: str) -> None:
    data = datasets.encode(worklist_item(), transfer)
    found = places(data, transfer, (Fragment(0, 100, len(data)),))
    inner = found.of((STEPS, 1, MODALITY))
    assert inner
    assert data[inner[0] - 100 : inner[1] - 100].endswith(b"CT")
    outer = found.of((STEPS,))
    assert outer
    assert outer[0] < inner[0] < inner[1] <= outer[1]


def test_what_straddles_fragments_takes_in_what_stands_between() -> None:
    data = datasets.encode(worklist_item(), EXPLICIT_LITTLE)
    whole = places(data, EXPLICIT_LITTLE, (Fragment(0, 0, len(data)),)).of((PATIENT_ID,))
    assert whole
    cut = whole[0] + 3
    carried = (Fragment(0, 50, cut), Fragment(cut, 50 + cut + 12, len(data) - cut))
    found = places(data, EXPLICIT_LITTLE, carried)
    assert found.of((PATIENT_ID,)) == (whole[0] + 50, whole[1] + 50 + 12)
    assert found.whole() == (50, 50 + len(data) + 12)


def test_pixels_are_one_element_however_they_are_wrapped() -> None:
    wire = Wire(CT_IMAGE_STORAGE)
    image = worklist_item()
    image.PixelData = bytes(300_000)
    image["PixelData"].VR = "OW"
    wire.ask(Field.C_STORE, image, AffectedSOPInstanceUID="1.2.3")
    nodes = {node.path: node for node in every(explain(wire.request)) if node.path}
    pixels = nodes["(7FE0,0010)"]
    assert pixels.end - pixels.start >= 300_000
    assert wire.request[pixels.start : pixels.start + 4] == b"\xe0\x7f\x10\x00"


def test_without_bytes_there_is_no_place() -> None:
    assert NOWHERE.whole() is None
    assert NOWHERE.of((PATIENT_ID,)) is None
    assert places(b"abc", EXPLICIT_LITTLE, (Fragment(0, 0, 9),)).of((PATIENT_ID,)) is None


@given(st.binary(max_size=200), st.sampled_from([EXPLICIT_LITTLE, IMPLICIT_LITTLE, EXPLICIT_BIG]))
def test_noise_has_places_within_itself_or_none(data: bytes, transfer: str) -> None:
    found = places(data, transfer, (Fragment(0, 0, len(data)),))
    span = found.of((int.from_bytes(data[1::-1] + data[3:1:-1], "big"),))
    assert span is None or 0 <= span[0] < span[1] <= len(data)
