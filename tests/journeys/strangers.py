"""Programs that nobody here wrote, in the roles of a hospital; and the bridge one of them needs."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import hl7
from hl7.mllp import HL7StreamReader, HL7StreamWriter, start_hl7_server
from pydicom import dcmread
from pydicom.data import get_testdata_file
from pydicom.uid import ExplicitVRLittleEndian

from showcase.model.events import CueWaits
from tests.showcase.protocols.dicom.programs import run


@asynccontextmanager
async def python_hl7(heard: list[hl7.Message]) -> AsyncIterator[int]:
    """A record system on python-hl7's server: acknowledges everything; its port."""

    async def talk(reader: HL7StreamReader, writer: HL7StreamWriter) -> None:
        try:
            while not writer.is_closing():
                message = await reader.readmessage()
                heard.append(message)
                writer.writemessage(message.create_ack(application="RECORD", facility="ALBA"))
                await writer.drain()
        except asyncio.IncompleteReadError:
            writer.close()

    server = await start_hl7_server(talk, host="127.0.0.1", port=0, encoding="utf-8")
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()


_ITEM = """
(0008,0050) SH {accession}
(0010,0010) PN {name}
(0010,0020) LO {id}
(0010,0030) DA {born}
(0010,0040) CS {sex}
(0010,2000) LO
(0010,2110) LO
(0020,000d) UI {study}
(0032,1032) PN {requester}
(0032,1060) LO {wanted}
(0040,0100) SQ
(fffe,e000) -
(0008,0060) CS {modality}
(0032,1070) LO
(0040,0001) AE CT
(0040,0002) DA {today}
(0040,0003) TM 101500
(0040,0006) PN
(0040,0007) LO {wanted}
(0040,0009) SH {step}
(0040,0010) SH CT
(0040,0011) SH HERE
(0040,0012) LO
(0040,0400) LT
(fffe,e00d) -
(fffe,e0dd) -
(0040,1001) SH {procedure}
(0040,1003) SH STAT
"""


async def schedule(message: bytes, folder: Path) -> None:
    """Put a scheduled procedure (RAD-4) where wlmscpfs looks for its items.

    wlmscpfs is a worklist that reads files; whoever runs it beside a radiology system has a bridge
    like this one. It reads the very message that the radiology system sent to the archive.
    """
    said = hl7.parse(message.decode().strip("\x0b\x1c\r"))
    text = said.extract_field
    item = _ITEM.format(
        accession=text("OBR", 1, 18),
        name=f"{text('PID', 1, 5, 1, 1)}^{text('PID', 1, 5, 1, 2)}",
        id=text("PID", 1, 3, 1, 1),
        born=text("PID", 1, 7),
        sex=text("PID", 1, 8),
        study=text("ZDS", 1, 1, 1, 1),
        requester=f"{text('OBR', 1, 16, 1, 2)}^{text('OBR', 1, 16, 1, 3)}",
        wanted=text("OBR", 1, 4, 1, 2),
        modality=text("OBR", 1, 24),
        today=f"{datetime.now(UTC):%Y%m%d}",
        step=text("OBR", 1, 20),
        procedure=text("OBR", 1, 19),
    )
    dump = folder / "scheduled.dump"
    dump.write_text(item)
    code, printed = await run("dump2dcm", dump, folder / "WL" / "scheduled.wl")
    assert code == 0, printed


def picture(folder: Path, told: CueWaits, *, accession: str = "") -> Path:
    """An image as a technologist's scanner makes it who was told these values.

    Args:
        folder: Where the file goes.
        told: What the console showed.
        accession: What was typed instead of the accession number shown.
    """
    image = dcmread(str(get_testdata_file("CT_small.dcm", download=False)))
    given, _, family = told.values["Patient"].rpartition(" ")
    image.PatientName = f"{family}^{given}"
    image.PatientID = told.values["Patient ID (ALBA)"]
    image.IssuerOfPatientID = "ALBA"
    image.AccessionNumber = accession or told.values["Accession number"]
    image.StudyInstanceUID = told.values["Study Instance UID"]
    image.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    file = folder / f"{image.AccessionNumber}.dcm"
    image.save_as(file, enforce_file_format=True)
    return file


async def storescu(told: CueWaits, *files: Path) -> None:
    """DCMTK's storescu, with the address and AE title that the console showed."""
    host, port = told.values["Address"].split(":")
    arguments = ("-xe", "-aet", "ACMECT", "-aec", told.values["AE title"], host, port)
    code, printed = await run("storescu", *arguments, *files)
    assert code == 0, printed
