"""Two vendors' systems that nobody can tap: what they tell our audit repository is drawn."""

import asyncio
import socket
from pathlib import Path

from showcase.model.events import HopEnded
from showcase.model.exchange import Outcome
from showcase.taps.audits import SEEN
from tests.journeys.staging import engine
from tests.journeys.test_tls import event
from tests.showcase.taps.test_audits import record

CAST = """\
format: 1
systems:
  scanner:
    vendor: Acme
    dicom: {host: 10.4.0.1, port: 104, ae_title: SCANNER}
    takes: [RAD-8]
  orthanc:
    vendor: Orthanc
    dicom: {host: 10.4.0.2, port: 4242, ae_title: ORTHANC}
    takes: [RAD-8, RAD-10, RAD-14, RAD-16]
roles: {ct: scanner, archive: orthanc}
taps:
  - {from: ct, to: archive, seen_by: audit}
"""


def tell(port: int, *records: bytes) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as plug:
        for each in records:
            plug.sendto(each, ("127.0.0.1", port))


async def test_what_both_sides_report_is_drawn(tmp_path: Path) -> None:
    cast = tmp_path / "cast.yaml"
    cast.write_text(CAST)
    async with engine(tmp_path) as stage:
        troupe = await stage.open_house("chest-pain", cast=str(cast))
        audit = troupe.book.stand_ins["audit"].endpoints.syslog
        assert audit
        await asyncio.to_thread(tell, audit.port, record("SCANNER"), record("ORTHANC"))
        hop = await event(
            stage.journal, lambda e: isinstance(e, HopEnded) and e.transaction == "RAD-8"
        )
        assert isinstance(hop, HopEnded)
        assert (hop.sender, hop.receiver, hop.label) == ("ct", "archive", SEEN)
        assert hop.verdict.outcome is Outcome.ACKNOWLEDGED
        assert hop.exchange.transport == "syslog-udp"
        assert await stage.journal.blob(hop.exchange.request) == record("SCANNER")
