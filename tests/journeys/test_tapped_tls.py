"""storescu and storescp over mutual TLS, with a tap between them that shows our certificate."""

from pathlib import Path

import pytest
from pydicom.data import get_testdata_file

from showcase.model.events import HopEnded
from showcase.model.exchange import Outcome
from showcase.wire.authority import Authority
from showcase.wire.clock import SystemClock
from tests.journeys.relay import free_port
from tests.journeys.staging import engine
from tests.journeys.test_tls import event, options
from tests.showcase.protocols.dicom.programs import run, storescp

CAST = """\
format: 1
systems:
  acme:
    vendor: Acme
    dicom: {{host: 127.0.0.1, port: {peer}, ae_title: STORESCP, tls: true}}
    takes: [RAD-8, RAD-10, RAD-14, RAD-16]
roles: {{archive: acme}}
taps:
  - {{from: ct, to: archive, listen: {tap}}}
"""

pytestmark = pytest.mark.peer("dcmtk")


async def test_a_pair_over_mutual_tls_is_tapped(tmp_path: Path) -> None:
    authority = Authority(tmp_path / "certificates", SystemClock())
    authority.create()
    sender, keeper = (
        authority.issue(name, ["127.0.0.1"], to=tmp_path / name) for name in ("sender", "keeper")
    )
    tap = free_port()
    secured = options(keeper, keeper.trusted[0])
    async with storescp(tmp_path / "kept", *secured) as peer, engine(tmp_path) as stage:
        cast = tmp_path / "cast.yaml"
        cast.write_text(CAST.format(peer=peer.port, tap=tap))
        await stage.open_house("chest-pain", cast=str(cast))
        code, printed = await run(
            "storescu",
            *(*options(sender, sender.trusted[0]), "-aec", "STORESCP", "127.0.0.1", tap),
            get_testdata_file("CT_small.dcm", download=False),
        )
        assert code == 0, printed
        hop = await event(
            stage.journal, lambda e: isinstance(e, HopEnded) and e.transaction == "RAD-8"
        )
        assert isinstance(hop, HopEnded)
        assert (hop.sender, hop.receiver) == ("ct", "archive")
        assert hop.verdict.outcome is Outcome.ACKNOWLEDGED
        assert hop.exchange.tls.startswith("TLSv1.")
        assert (await stage.journal.blob(hop.exchange.request))[:1] == b"\x01"


async def test_a_caller_in_the_clear_does_not_reach_a_receiver_behind_tls(tmp_path: Path) -> None:
    authority = Authority(tmp_path / "certificates", SystemClock())
    authority.create()
    keeper = authority.issue("keeper", ["127.0.0.1"], to=tmp_path / "keeper")
    tap = free_port()
    secured = options(keeper, keeper.trusted[0])
    async with storescp(tmp_path / "kept", *secured) as peer, engine(tmp_path) as stage:
        cast = tmp_path / "cast.yaml"
        cast.write_text(CAST.format(peer=peer.port, tap=tap))
        await stage.open_house("chest-pain", cast=str(cast))
        code, _ = await run("echoscu", "-aec", "STORESCP", "127.0.0.1", tap)
        assert code != 0
