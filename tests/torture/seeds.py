"""What a good run sends: the very bytes of chest-pain, recorded, to be sent again and damaged."""

from dataclasses import dataclass
from pathlib import Path

from pydicom.data import get_testdata_file

from showcase.model.events import HopEnded
from showcase.protocols.dicom.pdu import Framer, Kind, p_data
from tests.journeys.staging import played

_LARGEST = 128 * 1024
_ROOM = 16 * 1024
PROTOCOLS = {"mllp": "HL7", "dicom": "DICOM", "http": "SOAP", "syslog-udp": "Syslog"}


@dataclass(frozen=True)
class Seed:
    """One request as it crossed the wire.

    Attributes:
        pieces: What is sent after each answer; for DICOM the association request, then the rest.
    """

    transaction: str
    role: str
    protocol: str
    pieces: tuple[bytes, ...]

    @property
    def request(self) -> bytes:
        return b"".join(self.pieces)


async def seeds(folder: Path) -> list[Seed]:
    """The requests of one run, one for each transaction and receiver."""
    async with played(folder, "chest-pain") as run:
        assert run.ended.held, "there is no torture before one run holds"
        found: dict[tuple[str, str], Seed] = {}
        for hop in run.hops():
            if (hop.transaction, hop.receiver) not in found:
                request = await run.journal.blob(hop.exchange.request)
                found[hop.transaction, hop.receiver] = _seed(hop, request)
        return [_smaller(each) for each in found.values()]


def _seed(hop: HopEnded, request: bytes) -> Seed:
    protocol = PROTOCOLS[hop.exchange.transport]
    pieces = _first_dataset(request) if protocol == "DICOM" else (request,)
    return Seed(hop.transaction, hop.receiver, protocol, pieces)


def _first_dataset(request: bytes) -> tuple[bytes, ...]:
    """The association request, what follows up to the first dataset's end, and a release."""
    pdus = [pdu.raw for pdu in Framer().feed(request)]
    kept: list[bytes] = []
    for pdu in pdus[1:]:
        kept.append(pdu)
        data = pdu[0] == Kind.P_DATA_TF and not pdu[11] & 1 and pdu[11] & 2
        if data or pdu[0] != Kind.P_DATA_TF:
            break
    if kept[-1][0] != Kind.RELEASE_RQ:
        kept.append(bytes.fromhex("05 00 00000004 00000000"))
    return pdus[0], b"".join(kept)


def _smaller(seed: Seed) -> Seed:
    """The same with a smaller image, where it stores one: half a megabyte damages no better."""
    if len(seed.request) <= _LARGEST:
        return seed
    command = next(Framer().feed(seed.pieces[1])).raw
    file = Path(str(get_testdata_file("CT_small.dcm", download=False))).read_bytes()
    dataset = file[144 + int.from_bytes(file[140:144], "little") :]  # behind the meta information
    pieces = p_data(command[10], dataset, command=False, room=_ROOM)
    release = bytes.fromhex("05 00 00000004 00000000")
    rest = b"".join((command, *map(bytes, pieces), release))
    return Seed(seed.transaction, seed.role, seed.protocol, (seed.pieces[0], rest))
