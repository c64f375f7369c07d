"""A port remembers who came."""

from showcase.wire.gate import Gate
from showcase.wire.porter import Porter

STRANGER = "10.4.0.33:50123"


def _gate(porter: Porter) -> Gate:
    return Gate(porter, "archive", "dicom")


async def test_a_port_remembers_who_came() -> None:
    gate = _gate(Porter())
    gate.comes(STRANGER)
    gate.comes(STRANGER)
    gate.goes(STRANGER)
    assert (gate.seen["10.4.0.33"].connections, gate.seen["10.4.0.33"].times) == (1, 2)


async def test_a_port_does_not_remember_the_whole_world() -> None:
    gate = _gate(Porter())
    for n in range(600):
        remote = f"10.{n // 250}.7.{n % 250}:1"
        gate.comes(remote)
        gate.goes(remote)
    assert len(gate.seen) <= 257
    assert "10.2.7.99" in gate.seen
