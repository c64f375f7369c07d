from ipaddress import ip_address

import pytest

from showcase.wire import addresses
from showcase.wire.addresses import LOOPBACK, everywhere, host_of, near, told


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    there = ["127.0.1.1", "169.254.3.4", "192.0.2.7", "10.0.0.9", "192.0.2.7"]
    monkeypatch.setattr(addresses, "_found", lambda: iter(there))
    return there


@pytest.mark.usefixtures("found")
def test_nobody_can_enter_every_address() -> None:
    assert told("0.0.0.0") == "192.0.2.7"
    assert everywhere("0.0.0.0") == ("192.0.2.7", "10.0.0.9", "169.254.3.4")


@pytest.mark.usefixtures("found")
@pytest.mark.parametrize("host", ["127.0.0.1", "10.0.0.9", "booth.example"])
def test_a_chosen_interface_is_told_as_it_is(host: str) -> None:
    assert told(host) == near(host) == host
    assert everywhere(host) == (host,)


def test_this_machine_reaches_itself_whatever_becomes_of_the_network(found: list[str]) -> None:
    assert near("0.0.0.0") == LOOPBACK
    found.clear()
    assert told("0.0.0.0") == LOOPBACK


def test_a_machine_knows_its_addresses() -> None:
    assert not [each for each in addresses.addresses() if ip_address(each).is_loopback]


@pytest.mark.parametrize(
    ("address", "host"),
    [("10.0.0.1:80", "10.0.0.1"), ("[::1]:80", "::1"), ("::ffff:10.0.0.1:80", "10.0.0.1")],
)
def test_the_host_of_an_address(address: str, host: str) -> None:
    assert host_of(address) == host
