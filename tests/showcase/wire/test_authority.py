"""What the booth's authority issues, and who can read it."""

import stat
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509

from showcase.wire.authority import Authority, BadName, hosts_of
from showcase.wire.clock import SystemClock


class Later(SystemClock):
    """The machine's clock, some days on."""

    def __init__(self, days: float) -> None:
        self._ahead = timedelta(days=days)

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead


def authority(folder: Path, days: float = 0) -> Authority:
    return Authority(folder / "certificates", Later(days))


def read(path: Path) -> x509.Certificate:
    return x509.load_pem_x509_certificate(path.read_bytes())


def test_it_is_created_once(tmp_path: Path) -> None:
    mine = authority(tmp_path)
    assert not mine.exists
    first = mine.create().read_bytes()
    assert mine.exists
    assert mine.create().read_bytes() == first


def test_keys_are_for_their_owner_alone(tmp_path: Path) -> None:
    mine = authority(tmp_path)
    mine.issue("acme", to=tmp_path / "stick")
    mine.node(["127.0.0.1"])
    keys = list(tmp_path.rglob("*.key"))
    assert len(keys) == 3
    assert {stat.S_IMODE(key.stat().st_mode) for key in keys} == {0o600}


def test_a_certificate_lasts_14_days_and_names_its_addresses(tmp_path: Path) -> None:
    issued = authority(tmp_path).issue("acme", ["10.4.0.17", "ehr.acme.example", "fd00::17"])
    certificate = read(issued.certificate)
    left = certificate.not_valid_after_utc - datetime.now(UTC)
    assert timedelta(days=13, hours=23) < left <= timedelta(days=14)
    assert set(hosts_of(certificate)) == {"10.4.0.17", "ehr.acme.example", "fd00::17"}


def test_openssl_finds_the_chain_in_order(tmp_path: Path) -> None:
    mine = authority(tmp_path)
    issued = mine.issue("acme", ["10.4.0.17"])
    for purpose in ("sslserver", "sslclient"):
        ran = subprocess.run(
            [
                *("/usr/bin/openssl", "verify", "-x509_strict", "-purpose", purpose),
                *("-CAfile", str(mine.certificate), str(issued.certificate)),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stderr


def test_what_is_handed_over_is_complete_and_its_key_is_kept_nowhere_else(tmp_path: Path) -> None:
    mine, stick = authority(tmp_path), tmp_path / "stick"
    mine.issue("acme", to=stick)
    assert sorted(each.name for each in stick.iterdir()) == [
        "acme.crt",
        "acme.key",
        "authority.crt",
    ]
    assert not (tmp_path / "certificates" / "issued" / "acme.key").exists()
    assert [each.name for each in mine.list()] == ["authority", "acme"]


def test_the_list_counts_days(tmp_path: Path) -> None:
    authority(tmp_path).issue("acme")
    assert authority(tmp_path, 3.5).list()[1].days_left == 10
    assert authority(tmp_path, 15.5).list()[1].days_left == -2


def test_nothing_is_listed_before_there_is_an_authority(tmp_path: Path) -> None:
    assert authority(tmp_path).list() == ()


def test_a_node_keeps_its_certificate_for_a_show(tmp_path: Path) -> None:
    first = authority(tmp_path).node(["127.0.0.1"]).certificate.read_bytes()
    assert authority(tmp_path, 5).node(["127.0.0.1"]).certificate.read_bytes() == first
    assert authority(tmp_path, 8).node(["127.0.0.1"]).certificate.read_bytes() != first


def test_a_node_that_has_moved_gets_another(tmp_path: Path) -> None:
    authority(tmp_path).node(["127.0.0.1"])
    moved = authority(tmp_path).node(["127.0.0.1", "10.4.0.5"])
    assert "10.4.0.5" in hosts_of(read(moved.certificate))


def test_a_new_authority_makes_its_node_a_new_certificate(tmp_path: Path) -> None:
    first = authority(tmp_path).node(["127.0.0.1"]).certificate.read_bytes()
    authority(tmp_path).certificate.unlink()
    second = authority(tmp_path).node(["127.0.0.1"])
    assert second.certificate.read_bytes() != first
    anchor = read(second.trusted[0])
    read(second.certificate).verify_directly_issued_by(anchor)


@pytest.mark.parametrize("name", ["", "../up", "a/b", ".hidden", "a b", "x" * 80])
def test_a_name_must_be_a_files(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadName):
        authority(tmp_path).issue(name)
