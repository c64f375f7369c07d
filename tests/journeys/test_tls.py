"""The whole story, with every hop over mutual TLS between certificates of the booth."""

from pathlib import Path

from showcase.model.events import RunStarted
from showcase.model.exchange import Outcome
from tests.journeys.staging import played

CAST = "format: 1\ntitle: All over TLS\nstandins: {tls: true}\n"


async def test_chest_pain_plays_with_every_hop_over_tls(tmp_path: Path) -> None:
    cast = tmp_path / "cast.yaml"
    cast.write_text(CAST)
    async with played(tmp_path, "chest-pain", cast=str(cast)) as run:
        broken = [hop for hop in run.told() if hop.verdict.outcome is not Outcome.ACKNOWLEDGED]
        assert broken == []
        assert run.ended.held
        clear = [hop.transaction for hop in run.hops() if not hop.exchange.tls]
        assert clear == []
        assert {hop.exchange.transport for hop in run.hops()} == {
            "mllp",
            "dicom",
            "http",
            "syslog-tls",
        }
        assert {hop.exchange.tls for hop in run.hops()} <= {"TLSv1.2", "TLSv1.3"}
        assert any(hop.transaction == "ITI-20" for hop in run.hops())
        # what is recorded is what TLS protected: people can still read it
        (admit, *_) = run.hops("ITI-31")
        assert (await run.both_ways(admit))[0].startswith(b"\x0bMSH|")
        (started,) = [event for event in run.events if isinstance(event, RunStarted)]
        audit = started.systems["audit"].endpoints.syslog
        assert audit
        assert audit.port == 0
