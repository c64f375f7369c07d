"""A role that is given back: what its vendor missed can be sent again, as staff are told."""

from pathlib import Path

from showcase.model.events import HopEnded, Noticed
from showcase.model.exchange import Outcome
from tests.journeys.bad_peers import acknowledges, peer
from tests.journeys.staging import engine

CAST = """\
format: 1
systems:
  acme:
    vendor: Acme
    deadline: 2
    takes: [RAD-4]
    hl7v2: {{host: 127.0.0.1, port: {port}, application: ACME, facility: ALBA}}
roles: {{archive: acme}}
"""


async def test_what_was_missed_is_sent_by_the_step_that_staff_are_told(tmp_path: Path) -> None:
    file = tmp_path / "cast.yaml"
    async with peer(acknowledges("AA")) as port, engine(tmp_path) as stage:
        file.write_text(CAST.format(port=port))
        run = await stage.start_run("chest-pain", cast=str(file), cut="short", fast=True)
        performance = stage.performance
        await stage.stand_in("archive")
        while performance.standby and performance.standby.id != "worklist":
            await performance.go()
        (missed,) = await stage.give_back("archive")
        assert missed.transaction == "RAD-4"
        await stage.jump("order")
        await performance.go()
        await stage.journal.settled()
        events = [entry.event for entry in await stage.journal.entries(run)]
        (told,) = [event for event in events if isinstance(event, Noticed) and event.role]
        title = next(cue.title for cue in performance.programme.cues if cue.id == "order")
        assert f"choose “{title}” and press GO" in told.remedy
        sent = [e for e in events if isinstance(e, HopEnded) and e.transaction == "RAD-4"]
        assert [each.verdict.outcome for each in sent] == [Outcome.ACKNOWLEDGED] * 2
        assert sent[-1].exchange.responder == f"127.0.0.1:{port}"
