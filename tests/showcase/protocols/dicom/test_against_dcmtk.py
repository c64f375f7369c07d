"""Our requestor against DCMTK's providers."""

from pathlib import Path

import pytest
from pydicom import dcmread

from showcase.model.exchange import Outcome
from showcase.protocols.dicom import recording
from showcase.protocols.dicom.messages import VERIFICATION
from showcase.protocols.dicom.negotiation import EXPLICIT_LITTLE, offer
from showcase.protocols.dicom.scu import Rejected, associate
from showcase.standins.ct_series import scan
from showcase.transactions import rad5, rad8
from showcase.wire.clock import SystemClock
from showcase.wire.line import Line
from tests.showcase.protocols.dicom.programs import storescp, wlmscpfs
from tests.showcase.protocols.dicom.samples import worklist_item

pytestmark = pytest.mark.peer("dcmtk")

_DUMP = """
(0008,0050) SH {accession}
(0010,0010) PN {name}
(0010,0020) LO {id}
(0010,0030) DA 19610402
(0010,0040) CS F
(0010,2000) LO NONE
(0010,2110) LO NONE
(0020,000d) UI 1.2.3.{id}
(0032,1032) PN HALE
(0032,1060) LO CHEST
(0040,0100) SQ
(fffe,e000) -
(0008,0060) CS CT
(0032,1070) LO NONE
(0040,0001) AE CT
(0040,0002) DA 20261124
(0040,0003) TM 101500
(0040,0006) PN OAK
(0040,0007) LO CHEST
(0040,0009) SH S{id}
(0040,0010) SH CT
(0040,0011) SH HERE
(0040,0012) LO
(0040,0400) LT
(fffe,e00d) -
(fffe,e0dd) -
(0040,1001) SH R{id}
(0040,1003) SH LOW
"""
"""A worklist item as wlmscpfs demands it: every attribute of type 1 has a value."""


def line() -> Line:
    return Line("dicom", initiated=True)


async def test_storescp_answers_an_echo(tmp_path: Path) -> None:
    async with (
        storescp(tmp_path / "out") as peer,
        associate(peer, "CT", offer(VERIFICATION), line()) as talk,
    ):
        assert (await talk.c_echo()).code == 0


async def test_storescp_writes_the_images_we_send(tmp_path: Path) -> None:
    made = scan(worklist_item(), count=3, station="CT", now=SystemClock().now())
    contexts = offer(rad8.CT_IMAGE_STORAGE, transfers=(EXPLICIT_LITTLE,))
    async with (
        storescp(tmp_path / "out", "+xa") as peer,
        associate(peer, "CT", contexts, line()) as talk,
    ):
        for file in made.files:
            status = await talk.c_store(file.sop_class, file.sop_instance, file.data)
            assert status.good
    written = sorted((tmp_path / "out").iterdir())
    assert len(written) == 3
    for path in written:
        image = dcmread(path)
        assert image.PatientID == "40213"
        assert image.pixel_array.shape == (512, 512)


@pytest.mark.parametrize("maximum", [4096, 16384, 131072])
async def test_storescp_sets_the_size_of_our_pdus(tmp_path: Path, maximum: int) -> None:
    made = scan(worklist_item(), count=1, station="CT", now=SystemClock().now())
    file, recorded = made.files[0], line()
    async with (
        storescp(tmp_path / "out", "-pdu", maximum) as peer,
        associate(peer, "CT", offer(file.sop_class), recorded) as talk,
    ):
        assert (await talk.c_store(file.sop_class, file.sop_instance, file.data)).good
    sent = recorded.recording().request
    lengths = _data_pdu_lengths(sent)
    assert max(lengths) <= maximum
    assert max(lengths) > maximum - 16


def _data_pdu_lengths(sent: bytes) -> list[int]:
    at, found = 0, []
    while at < len(sent):
        length = int.from_bytes(sent[at + 2 : at + 6], "big")
        if sent[at] == 4:
            found.append(length)
        at += 6 + length
    return found


async def test_wlmscpfs_answers_pending_with_and_without_warning(tmp_path: Path) -> None:
    dumps = [
        _DUMP.format(accession=f"A{n}", name=name, id=n)
        for n, name in ((1, "Quill^Rosa"), (2, "Oak^Jan"))
    ]
    query = rad5.broad_query(modality="CT", station_ae="CT", dates="20261123-20261125")
    query.ContrastBolusAgent = None  # a key that wlmscpfs does not support
    recorded = line()
    async with (
        wlmscpfs(tmp_path / "wl", *dumps) as peer,
        associate(peer, "CT", offer(rad5.MODEL), recorded) as talk,
    ):
        found = await talk.c_find(rad5.MODEL, query)
    assert found.status.code == 0
    names = sorted(str(each.PatientName) for each in found.matches)
    assert names == ["Oak^Jan", "Quill^Rosa"]
    answered = recording.read(recorded.recording().request, recorded.recording().response).inward
    assert 0xFF01 in {said.command.number("Status") for said in answered}


async def test_wlmscpfs_rejects_an_unknown_called_ae_title(tmp_path: Path) -> None:
    async with wlmscpfs(tmp_path / "wl", _DUMP.format(accession="A", name="Q", id=1)) as peer:
        wrong = type(peer)(host=peer.host, port=peer.port, ae_title="NOBODY")
        with pytest.raises(Rejected) as caught:
            async with associate(wrong, "CT", offer(rad5.MODEL), line()):
                pass
    assert caught.value.verdict.outcome is Outcome.REFUSED
    assert "called AE title not recognised" in caught.value.verdict.words
