"""A hop's bytes in the journal equal those that a third party captured on the wire."""

from contextlib import AsyncExitStack
from pathlib import Path

from tests.journeys.relay import free_port, relay
from tests.journeys.staging import played

CAST = """\
format: 1
title: Three systems behind a relay
systems:
  ehr-by-relay:
    vendor: Relay
    hl7v2: {{host: 127.0.0.1, port: {ehr}, application: EHR, facility: ALBA}}
    takes: [ITI-31]
  archive-by-relay:
    vendor: Relay
    dicom: {{host: 127.0.0.1, port: {archive}, ae_title: ARCHIVE}}
    takes: [RAD-8]
  repository-by-relay:
    vendor: Relay
    soap: {{ITI-41: "http://127.0.0.1:{repository}/iti-41"}}
    takes: [ITI-41]
roles: {{ehr: ehr-by-relay, archive: archive-by-relay, repository: repository-by-relay}}
standins:
  roles:
    ehr: {{hl7v2: {{port: {ehr_behind}}}}}
    archive: {{dicom: {{port: {archive_behind}, ae_title: ARCHIVE}}}}
    repository: {{soap: {{port: {repository_behind}}}}}
"""


async def test_journal_holds_what_crossed_the_wire(tmp_path: Path) -> None:
    async with AsyncExitStack() as stack:
        names = ("ehr", "archive", "repository")
        behind = {name: free_port() for name in names}
        wires = {name: await stack.enter_async_context(relay(behind[name])) for name in names}
        cast = tmp_path / "cast.yaml"
        cast.write_text(
            CAST.format(
                **{name: port for name, (port, _) in wires.items()},
                **{f"{name}_behind": port for name, port in behind.items()},
            )
        )
        run = await stack.enter_async_context(played(tmp_path, "chest-pain", cast=str(cast)))
        (admit,) = [h for h in run.hops("ITI-31") if h.receiver == "ehr" and h.cue]
        (scan,) = [h for h in run.hops("RAD-8") if h.cue]
        (share,) = [h for h in run.hops("ITI-41") if h.cue]
        for hop, name in ((admit, "ehr"), (scan, "archive"), (share, "repository")):
            recorded = (await run.request(hop), await run.response(hop))
            assert all(recorded)
            wire = wires[name][1]
            assert recorded in [(bytes(there), bytes(back)) for there, back in wire.conversations]
