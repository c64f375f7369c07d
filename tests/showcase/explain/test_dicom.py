from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from showcase.explain.dicom import explain
from showcase.model.node import Node, as_text
from showcase.protocols.dicom import acse
from showcase.protocols.dicom.acse import Request
from showcase.protocols.dicom.command import Field
from showcase.protocols.dicom.negotiation import EXPLICIT_LITTLE, IMPLICIT_LITTLE, offer
from showcase.transactions import rad5, rad10
from showcase.transactions.rad8 import CT_IMAGE_STORAGE
from tests.showcase.transactions.dicom_wire import Wire, worklist_item


def every(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from every(node.children)


def images(count: int) -> Wire:
    wire = Wire(CT_IMAGE_STORAGE)
    for number in range(count):
        image = worklist_item()
        image.PixelData = bytes(5000)
        image["PixelData"].VR = "OW"
        wire.answer(wire.ask(Field.C_STORE, image, AffectedSOPInstanceUID=f"1.2.{number}"), 0)
    return wire


def test_what_is_negotiated_is_named() -> None:
    request = Request(
        calling="ARCHIVE",
        called="CT",
        contexts=offer(rad10.SOP_CLASS),
        roles={rad10.SOP_CLASS: (False, True)},
    )
    text = as_text(explain(acse.encode_request(request)))
    assert "A-ASSOCIATE-RQ: ARCHIVE → CT" in text
    assert "Storage Commitment Push Model" in text
    assert "Explicit VR Little Endian" in text
    assert "requestor as SCP" in text
    assert "131072 bytes" in text


def test_a_query_is_shown_by_keyword() -> None:
    for transfer in (EXPLICIT_LITTLE, IMPLICIT_LITTLE):
        wire = Wire(rad5.MODEL, transfer=transfer)
        asked = wire.ask(Field.C_FIND, worklist_item())
        wire.answer(asked, 0xFF00, worklist_item())
        wire.answer(asked, 0)
        asked_text = as_text(explain(wire.request))
        assert "(0010,0020) PatientID: 40213" in asked_text
        assert "(0040,0100) ScheduledProcedureStepSequence: 1 item" in asked_text
        assert "      (0008,0060) Modality: CT" in asked_text
        answer = as_text(explain(wire.response))
        assert "C-FIND-RSP: 0xFF00" in answer
        assert "C-FIND-RSP: 0x0000 Success" in answer


def test_pixels_are_a_size() -> None:
    assert "(7FE0,0010) PixelData: 5,000 bytes" in as_text(explain(images(1).request))


def test_images_after_the_third_are_one_line() -> None:
    nodes = explain(images(24).request)
    assert [node.label for node in nodes] == [
        "A-ASSOCIATE-RQ",
        "C-STORE-RQ",
        "C-STORE-RQ",
        "C-STORE-RQ",
        "C-STORE-RQ, 21 more",
    ]


def test_offsets_cover_every_byte_once() -> None:
    wire = images(6)
    for raw in (wire.request + acse.RELEASE_RQ, wire.response + acse.RELEASE_RP):
        at = 0
        for node in explain(raw):
            assert node.start == at
            at = node.end
        assert at == len(raw)


def test_an_element_has_its_path() -> None:
    paths = {node.path for node in every(explain(images(1).request))}
    assert {"(0010,0020)", "(0000,0100)", "(7FE0,0010)"} <= paths


def test_every_value_is_text_that_can_be_sent() -> None:
    wire = Wire(CT_IMAGE_STORAGE)
    image = worklist_item()
    image.SOPInstanceUID = "1.2.3"  # of nobody that pydicom could name
    wire.ask(Field.C_STORE, image, AffectedSOPInstanceUID="1.2.3")
    assert {type(node.value) for node in every(explain(wire.request))} == {str}


def test_rejections_and_aborts_say_why() -> None:
    rejected = explain(acse.encode_reject(acse.CALLED_UNKNOWN))
    assert rejected[0].value == "rejected-permanent: called AE title not recognised"
    aborted = explain(acse.encode_abort(acse.INVALID))
    assert "invalid PDU parameter value" in aborted[0].value


def test_damage_is_shown_behind_what_could_be_read() -> None:
    raw = images(1).request
    nodes = explain(raw + raw[-900:-100])
    assert nodes[-1].label == "No whole PDU"
    assert nodes[-1].end == len(raw) + 800
    assert nodes[1].label == "C-STORE-RQ"


def test_a_message_that_never_ended_is_shown() -> None:
    wire = images(1)
    unfinished = wire.request.replace(b"\x01\x02", b"\x01\x00")
    assert any("no whole message" in node.value for node in explain(unfinished))


@given(st.integers(0, 5000), st.integers(0, 255))
def test_a_flipped_byte_still_gives_a_tree(place: int, value: int) -> None:
    raw = bytearray(images(1).request)
    raw[place % len(raw)] = value
    assert explain(bytes(raw))


@given(st.binary(min_size=1, max_size=100))
def test_noise_still_gives_a_tree(noise: bytes) -> None:
    nodes = explain(noise)
    assert nodes[-1].end == len(noise)
