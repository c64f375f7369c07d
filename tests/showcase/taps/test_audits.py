import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from showcase.model.exchange import Outcome
from showcase.model.fact import FactKind
from showcase.model.system import Dicom
from showcase.protocols.audit import codes
from showcase.protocols.audit.codes import Code
from showcase.protocols.audit.message import AuditMessage, Participant
from showcase.taps import audits
from showcase.taps.audits import SEEN, Audits
from showcase.transactions import iti20
from showcase.wire.line import Line
from tests.showcase.standins.ward import Ward, vendor
from tests.showcase.taps.listening import Hearsay

IMAGES = codes.transaction("RAD-8", "Modality Images Stored")


def record(
    source: str,
    *,
    kind: Code = IMAGES,
    outcome: int = 0,
    calling: str = "SCANNER",
    study: str = "2.25.4711",
) -> bytes:
    message = AuditMessage(
        event_id=codes.INSTANCES_TRANSFERRED,
        action="C",
        at=datetime(2026, 11, 24, 10, tzinfo=UTC),
        outcome=outcome,
        event_types=(kind,),
        participants=(
            Participant(user_id="4711", alternative_id=f"AETITLES={calling}", requestor=True),
            Participant(user_id="ORTHANC", roles=(codes.DESTINATION,)),
        ),
        source_id=source,
        objects=(iti20.patient("40213", "1.2.3"), iti20.study(study)),
    )
    return iti20.wrap(message, host="here", app="test")


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Ward]:
    """A ward whose scanner and archive are vendors' systems that cannot be tapped."""
    found = Ward(tmp_path)
    found.book.vendors["ct"] = vendor("scan", Dicom(host="10.4.0.1", port=1, ae_title="SCANNER"))
    found.book.vendors["archive"] = vendor(
        "orthanc", Dicom(host="10.4.0.2", port=1, ae_title="ORTHANC")
    )
    watching = Audits(found.book, found.hops, (("ct", "archive"),))
    watching.start()
    yield found
    await watching.stop()


async def send(house: Ward, raw: bytes, remote: str = "10.4.0.1:514") -> None:
    """As our Audit Record Repository takes it."""
    line = Line("syslog-udp", initiated=False, local="127.0.0.1:1", remote=remote)
    line.received(raw)
    async with house.hops.incoming("ITI-20", "ris", line, since=0, sender=remote) as hop:
        hop.judge(iti20.SENT)


async def test_both_sides_records_are_one_hop(house: Ward) -> None:
    hearsay = Hearsay(house.hops)
    there, back = record("SCANNER"), record("ORTHANC")
    await send(house, there)
    await send(house, back, "10.4.0.2:514")
    ((hop, recording),) = await hearsay.first()
    assert hearsay.outcomes == [("RAD-8", "ct", "archive", "acknowledged")]
    assert hop.label == SEEN
    assert SEEN in hop.verdict.status
    assert (recording.request, recording.response) == (there, back)
    assert (hop.exchange.initiator, hop.exchange.responder) == ("10.4.0.1:514", "10.4.0.2:514")


async def test_sources_that_call_themselves_something_else_are_told_apart(house: Ward) -> None:
    hearsay = Hearsay(house.hops)
    for source in ("node-1", "node-2"):
        await send(house, record(source))
    ((_, recording),) = await hearsay.first()
    assert recording.request
    assert recording.response
    assert len(hearsay.all()) == 1


async def test_its_facts_are_what_the_records_state(house: Ward) -> None:
    hearsay = Hearsay(house.hops)
    await send(house, record("ORTHANC"))
    await send(house, record("SCANNER"))
    ((hop, _),) = await hearsay.first()
    stated = {(fact.kind, fact.value) for fact in hop.facts}
    assert {(FactKind.PATIENT_ID, "40213"), (FactKind.STUDY, "2.25.4711")} <= stated


@pytest.mark.parametrize(
    ("indicator", "outcome"),
    [(4, Outcome.REFUSED), (8, Outcome.FAILED), (12, Outcome.FAILED)],
)
async def test_the_worse_indicator_counts(house: Ward, indicator: int, outcome: Outcome) -> None:
    hearsay = Hearsay(house.hops)
    await send(house, record("SCANNER"))
    await send(house, record("ORTHANC", outcome=indicator))
    ((hop, _),) = await hearsay.first()
    assert hop.verdict.outcome is outcome
    assert hop.verdict.words


async def test_two_studies_are_two_hops(house: Ward) -> None:
    hearsay = Hearsay(house.hops)
    for study in ("2.25.1", "2.25.2"):
        await send(house, record("SCANNER", study=study))
    for study in ("2.25.2", "2.25.1"):
        await send(house, record("ORTHANC", study=study))
    told = await hearsay.first(2)
    assert all(recording.request and recording.response for _, recording in told)


async def test_one_record_alone_is_a_hop_after_a_while(
    house: Ward, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audits, "_OTHER_SIDE", 0.01)
    hearsay = Hearsay(house.hops)
    await send(house, record("ORTHANC"))
    ((hop, recording),) = await hearsay.first()
    assert hop.verdict.outcome is Outcome.ACKNOWLEDGED
    assert (recording.request, bool(recording.response)) == (b"", True)


@pytest.mark.parametrize(
    "raw",
    [
        record("SCANNER", calling="STRANGER"),
        record("SCANNER", kind=Code("110113", "DCM", "Security Alert")),
        b"<85>1 - - - - - - not xml",
    ],
)
async def test_what_is_of_no_pair_that_was_asked_for_is_no_hop(house: Ward, raw: bytes) -> None:
    hearsay = Hearsay(house.hops)
    await send(house, raw)
    await asyncio.sleep(0)
    assert hearsay.all() == []


async def test_a_side_that_was_taken_over_has_a_record_of_its_own(house: Ward) -> None:
    house.book.stand_ins["archive"] = house.book.vendors["archive"]
    house.book.take_over("archive")
    hearsay = Hearsay(house.hops)
    await send(house, record("SCANNER"))
    await asyncio.sleep(0)
    assert hearsay.all() == []
