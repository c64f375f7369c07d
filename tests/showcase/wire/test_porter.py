"""Who comes in, who knocks, and who comes too often."""

import asyncio

import pytest

from showcase.wire.gate import Gate
from showcase.wire.porter import Knock, PeerLimits, Porter

STRANGER, HERE = "10.4.0.33:50123", "10.4.0.2:21001"


def _gate(porter: Porter) -> Gate:
    return Gate(porter, "archive", "dicom")


@pytest.mark.parametrize("home", ["127.0.0.1:5", "127.8.0.1:5", "::1:5", "::ffff:127.0.0.1:5"])
def test_this_machine_is_at_home(home: str) -> None:
    assert _gate(Porter(open_house=False)).admits(home, HERE) is True


def test_a_caller_from_the_address_it_calls_is_this_machine() -> None:
    assert _gate(Porter(open_house=False)).admits("10.4.0.2:50123", HERE) is True


def test_who_is_expected_comes_in_and_nobody_else() -> None:
    porter = Porter(open_house=False)
    porter.expect({"10.4.0.33": {}})
    gate = _gate(porter)
    assert gate.admits(STRANGER, HERE) is True
    assert gate.admits("10.4.0.34:1", HERE) is None


def test_an_address_is_known_by_the_names_that_the_cast_names_there() -> None:
    porter = Porter(open_house=False)
    porter.expect({"10.4.0.33": {"dicom": ["ACME"]}})
    gate = _gate(porter)
    assert gate.knows(STRANGER)
    assert gate.admits(STRANGER, HERE) is None, "that takes its name"
    assert gate.admits(STRANGER, HERE, "ACME") is True
    assert gate.admits(STRANGER, HERE, "MALLORY") is None
    assert Gate(porter, "archive", "soap").admits(STRANGER, HERE) is True


def test_an_application_is_known_whatever_its_facility() -> None:
    porter = Porter(open_house=False)
    porter.expect({"10.4.0.33": {"hl7v2": ["NORTHWIND"]}})
    gate = Gate(porter, "ehr", "hl7v2")
    assert gate.admits(STRANGER, HERE, "NORTHWIND|ALBA") is True
    assert gate.admits(STRANGER, HERE, "ALBA|NORTHWIND") is None


def test_who_was_judged_by_name_is_judged_by_that_name_only() -> None:
    porter = Porter(open_house=False)
    porter.judge("10.4.0.33", "ACME", admitted=True)
    assert _gate(porter).admits(STRANGER, HERE, "ACME") is True
    assert _gate(porter).admits(STRANGER, HERE, "MALLORY") is None
    porter.judge("10.4.0.33", admitted=False)
    assert _gate(porter).admits(STRANGER, HERE, "MALLORY") is False


async def test_one_address_cannot_knock_by_any_number_of_names() -> None:
    heard: list[Knock] = []
    gate = _gate(Porter(open_house=False, told=heard.append, patience=0.01))
    for n in range(20):
        assert not await gate.judged(STRANGER, f"AE{n}")
    assert len(heard) == 8


def test_everybody_comes_in_where_the_house_is_open_but_for_those_turned_away() -> None:
    porter = Porter(open_house=True)
    gate = _gate(porter)
    assert gate.admits(STRANGER, HERE) is True
    porter.judge("10.4.0.33", admitted=False)
    assert gate.admits(STRANGER, HERE) is False


@pytest.mark.parametrize("admitted", [True, False])
async def test_a_stranger_waits_for_staff(admitted: bool) -> None:
    heard: list[Knock] = []
    porter = Porter(open_house=False, told=heard.append)
    asked = asyncio.ensure_future(_gate(porter).judged(STRANGER))
    await asyncio.sleep(0)
    assert heard == [Knock(caller="10.4.0.33", role="archive", protocol="dicom")]
    assert not asked.done()
    porter.judge("10.4.0.33", admitted=admitted)
    assert await asked is admitted
    assert not porter.knocks
    assert _gate(porter).admits(STRANGER, HERE) is admitted


async def test_opening_the_house_lets_in_who_waits() -> None:
    porter = Porter(open_house=False)
    asked = asyncio.ensure_future(_gate(porter).judged(STRANGER))
    await asyncio.sleep(0)
    porter.let_everybody_in(open_house=True)
    assert await asked


async def test_a_cast_that_names_it_lets_in_who_waits() -> None:
    porter = Porter(open_house=False)
    asked = asyncio.ensure_future(_gate(porter).judged(STRANGER))
    await asyncio.sleep(0)
    porter.expect({"10.4.0.33": {}})
    assert await asked


async def test_nobody_stands_before_the_door_for_ever() -> None:
    porter = Porter(open_house=False, patience=0.01)
    assert not await _gate(porter).judged(STRANGER)
    assert porter.knocks, "staff may still admit it for the next time"


async def test_a_knock_is_told_once_until_it_is_judged() -> None:
    heard: list[Knock] = []
    gate = _gate(Porter(open_house=False, told=heard.append))
    for _ in range(3):
        gate.hear(STRANGER)
    assert len(heard) == 1


async def test_strangers_cannot_fill_the_waiting_room() -> None:
    porter = Porter(open_house=False)
    gate = _gate(porter)
    crowd = [asyncio.ensure_future(gate.judged(f"10.4.1.{n}:1")) for n in range(64)]
    await asyncio.sleep(0)
    assert not await gate.judged(STRANGER)
    porter.let_everybody_in(open_house=True)
    assert all(await asyncio.gather(*crowd))


async def test_one_address_has_so_many_connections_and_no_more() -> None:
    gate = _gate(Porter(limits=PeerLimits(connections=2)))
    assert gate.comes(STRANGER)
    assert gate.comes(STRANGER)
    assert not gate.comes(STRANGER)
    gate.goes(STRANGER)
    assert gate.comes(STRANGER)


async def test_one_address_comes_so_often_and_no_oftener() -> None:
    gate = _gate(Porter(limits=PeerLimits(burst=3, window=3600)))
    for _ in range(3):
        assert gate.comes(STRANGER)
        gate.goes(STRANGER)
    assert not gate.comes(STRANGER)
    assert gate.comes("10.4.0.34:1"), "its neighbour is not to blame"


async def test_this_machine_is_not_counted() -> None:
    gate = _gate(Porter(limits=PeerLimits(connections=1, burst=1)))
    assert all(gate.comes("127.0.0.1:9") for _ in range(50))
