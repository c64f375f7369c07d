"""A hop's bytes in the journal equal those that a third party captured on the wire."""

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from tests.journeys.relay import free_port, relay
from tests.journeys.staging import played

HL7_AND_SOAP = """\
format: 1
systems:
  ehr-by-relay:
    vendor: Relay
    hl7v2: {{host: 127.0.0.1, port: {ehr}, application: RELAY, facility: ALBA}}
    takes: [ITI-31]
  repository-by-relay:
    vendor: Relay
    soap: {{ITI-41: "http://127.0.0.1:{repository}/iti-41"}}
    takes: [ITI-41]
roles: {{ehr: ehr-by-relay, repository: repository-by-relay}}
standins:
  roles:
    ehr: {{hl7v2: {{port: {ehr_behind}}}}}
    repository: {{soap: {{port: {repository_behind}}}}}
"""

DICOM = """\
format: 1
systems:
  archive-by-relay:
    vendor: DCMTK
    dicom: {{host: 127.0.0.1, port: {archive}, ae_title: STORESCP}}
    takes: [RAD-8]
roles: {{archive: archive-by-relay}}
"""


async def test_journal_holds_the_hl7_and_http_that_crossed_the_wire(tmp_path: Path) -> None:
    async with AsyncExitStack() as stack:
        behind = {name: free_port() for name in ("ehr", "repository")}
        wires = {name: await stack.enter_async_context(relay(behind[name])) for name in behind}
        cast = tmp_path / "cast.yaml"
        cast.write_text(
            HL7_AND_SOAP.format(
                **{name: port for name, (port, _) in wires.items()},
                **{f"{name}_behind": port for name, port in behind.items()},
            )
        )
        run = await stack.enter_async_context(played(tmp_path, "chest-pain", cast=str(cast)))
        (admit,) = [hop for hop in run.hops("ITI-31", "admit") if hop.receiver == "ehr"]
        (share,) = run.hops("ITI-41", "share")
        for hop, name in ((admit, "ehr"), (share, "repository")):
            assert await run.both_ways(hop) in wires[name][1].captured()


@pytest.mark.peer("dcmtk")
async def test_journal_holds_the_dicom_that_crossed_the_wire(tmp_path: Path) -> None:
    port = free_port()
    storescp = await asyncio.create_subprocess_exec(
        *("/usr/bin/storescp", "--ignore", str(port)), env={"TCP_NODELAY": "1"}
    )
    try:
        async with relay(port) as (archive, wire):
            cast = tmp_path / "cast.yaml"
            cast.write_text(DICOM.format(archive=archive))
            async with played(tmp_path, "chest-pain", cast=str(cast), cut="short") as run:
                (scan,) = run.hops("RAD-8", "images")
                assert await run.both_ways(scan) in wire.captured()
    finally:
        storescp.terminate()
        await storescp.wait()
