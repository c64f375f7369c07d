import hashlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from showcase.model.exchange import Outcome
from showcase.model.fact import FactKind
from showcase.model.system import Endpoints, Soap, System
from showcase.protocols.cda import report as cda
from showcase.standins.behaviour import CannotAct
from showcase.standins.xds.region import regional
from tests.showcase.standins.xds.region_of_four import (
    AT_HOSPITAL,
    HOSPITAL,
    REGION,
    ROSA,
    Region,
    region,
)


@pytest.fixture
async def four(tmp_path: Path) -> AsyncIterator[Region]:
    async with region(tmp_path) as running:
        running.know_rosa()
        yield running


async def share(four: Region) -> None:
    await four.perform("ehr", "ITI-41", "repository", patient="Rosa Quill", title="CT chest")


def stored(four: Region) -> list[Path]:
    return list(four.stand_ins["repository"].store.rglob("documents/*"))


async def test_report_arrives_byte_for_byte(four: Region) -> None:
    await share(four)
    await four.perform("gp", "ITI-18", "registry", patient="rosa quill")
    fetched = await four.perform("gp", "ITI-43", "repository")
    hops = {hop.transaction: hop for hop in four.ledger.ended}
    assert {hop.verdict.outcome for hop in hops.values()} == {Outcome.ACKNOWLEDGED}, hops
    sent = four.ledger.blobs[hops["ITI-41"].document]
    assert four.ledger.blobs[fetched.document] == sent
    assert fetched.document_type == "text/xml"
    assert fetched.label == "CT chest"
    read = cda.read(sent)
    assert read.name == "Rosa Quill"
    assert "Impression: no embolism & <no> fracture." in read.text.split("\n")
    assert cda.Identifier(REGION, ROSA.id) in read.patient_ids
    assert cda.Identifier(HOSPITAL, AT_HOSPITAL.id) in read.patient_ids


async def test_every_hop_states_the_same_hash(four: Region) -> None:
    await share(four)
    await four.perform("gp", "ITI-18", "registry", patient="Rosa Quill")
    fetched = await four.perform("gp", "ITI-43", "repository")
    sha1 = hashlib.sha1(four.ledger.blobs[fetched.document]).hexdigest()
    for hop in four.ledger.ended:
        stated = {f.value for f in hop.facts if f.kind is FactKind.DOCUMENT_HASH}
        assert stated == {sha1}, hop.transaction


async def test_registration_happens_within_the_submission(four: Region) -> None:
    await share(four)
    assert [hop.transaction for hop in four.ledger.started] == ["ITI-41", "ITI-42"]
    assert [hop.transaction for hop in four.ledger.ended] == ["ITI-42", "ITI-41"]


async def test_recorded_bytes_are_whole_messages(four: Region) -> None:
    await share(four)
    hop = four.ledger.ended[-1]
    assert four.ledger.request(hop).startswith(b"POST /iti-41 HTTP/1.1\r\n")
    assert four.ledger.response(hop).startswith(b"HTTP/1.1 200 OK\r\n")
    assert hop.exchange.request_size == len(four.ledger.request(hop))


async def test_unknown_patient_is_refused_through_the_repository(four: Region) -> None:
    four.stand_ins["registry"].memory.people.clear()
    await share(four)
    registered, provided = four.ledger.ended
    assert registered.verdict.outcome is Outcome.REFUSED
    assert "XDSUnknownPatientId" in provided.verdict.status
    assert provided.verdict.words == "The registry does not know this patient."
    assert not stored(four)


async def test_dead_registry_is_named(tmp_path: Path) -> None:
    nowhere = System(
        key="dead",
        stand_in=False,
        endpoints=Endpoints(soap=Soap(urls={"ITI-42": "http://127.0.0.1:9/iti-42"})),
    )
    async with region(tmp_path, registry=nowhere) as four:
        four.know_rosa()
        await share(four)
        registered, provided = four.ledger.ended
        assert registered.verdict.outcome is Outcome.FAILED
        assert "XDSRegistryNotAvailable" in provided.verdict.status


async def test_stranger_to_the_region_is_not_shared(four: Region) -> None:
    four.stand_ins["ehr"].memory.linked.clear()
    with pytest.raises(CannotAct, match="ask the index first"):
        await share(four)
    assert not four.ledger.events


async def test_nothing_found_cannot_be_fetched(four: Region) -> None:
    found = await four.perform("gp", "ITI-18", "registry", patient="Rosa Quill")
    assert found.verdict.outcome is Outcome.ACKNOWLEDGED
    with pytest.raises(CannotAct):
        await four.perform("gp", "ITI-43", "repository")


async def test_damaged_store_is_noticed(four: Region) -> None:
    await share(four)
    await four.perform("gp", "ITI-18", "registry", patient="Rosa Quill")
    stored(four)[0].write_bytes(b"<not/>")
    fetched = await four.perform("gp", "ITI-43", "repository")
    assert fetched.verdict.outcome is Outcome.FAILED
    assert fetched.verdict.status == "SHA-1 differs"


async def test_regional_identifier_is_picked_by_domain(four: Region) -> None:
    assert regional(four.stand_ins["ehr"], AT_HOSPITAL, "repository", "ITI-41") == ROSA


async def test_house_that_runs_the_region_knows_the_regional_identifier(four: Region) -> None:
    assert regional(four.stand_ins["ehr"], ROSA, "repository", "ITI-41") == ROSA
