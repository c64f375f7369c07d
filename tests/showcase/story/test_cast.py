import re
from pathlib import Path

import pytest

from showcase.model import oid
from showcase.model.system import Tls
from showcase.story.cast import Cast, cast_from, load_cast
from showcase.story.cast_lint import misfits
from showcase.story.fault import Faults
from showcase.story.library import cast_names
from showcase.story.loader import load_story
from showcase.story.yaml_source import parse_source
from tests.showcase.story.specimens import CAST, cast, replaced, story
from tests.showcase.wire.booth import Booth

_DOCS = Path(__file__).parents[3] / "docs"


@pytest.mark.parametrize("name", cast_names())
def test_shipped_cast_goes_with_chest_pain(name: str) -> None:
    assert load_cast(name).check(load_story("chest-pain").whole) == ()


def test_orthanc_is_assisted_in_the_archive() -> None:
    archive = load_cast("orthanc").vendors["archive"]
    assert archive.assisted
    assert archive.plays("RAD-8")
    assert not archive.plays("RAD-4")
    assert archive.endpoints.dicom is not None
    assert (archive.endpoints.dicom.port, archive.endpoints.dicom.ae_title) == (4242, "ORTHANC")
    assert archive.endpoints.hl7v2 is None


def test_empty_cast_leaves_all_to_stand_ins() -> None:
    assert Cast().vendors == {}
    assert Cast().check(story().whole) == ()


def test_stand_in_ports_are_stable() -> None:
    whole = load_story("chest-pain").whole
    registry = Cast().stand_in(whole, "registry")
    assert registry.ports == {
        "hl7v2": 21070, "dicom": 21071, "soap": 21072, "syslog": 21073, "syslog_tls": 21074,
    }  # fmt: skip
    assert (registry.application, registry.facility) == ("REGISTRY", "REGION")
    assert registry.ae_title == "REGISTRY"
    assert registry.host == "127.0.0.1"
    assert not registry.asked
    assert Cast().oids(whole, "registry").unique_id == f"{oid.SYSTEMS}.8"
    assert Cast().oids(whole, "desk").authority == "ALBA"


def test_no_two_stand_ins_share_a_port() -> None:
    whole = load_story("chest-pain").whole
    ports = [p for role in whole.roles for p in Cast().stand_in(whole, role.key).ports.values()]
    assert len(ports) == len(set(ports))


def test_cast_sets_ports_and_names_of_stand_ins() -> None:
    whole = story().whole
    registry, desk = cast().stand_in(whole, "registry"), cast().stand_in(whole, "desk")
    assert (registry.ports["hl7v2"], registry.ports["soap"]) == (2600, 21022)
    assert (registry.application, registry.facility, registry.asked) == (
        "REG",
        "REGION",
        frozenset({"hl7v2"}),
    )
    assert (desk.ae_title, desk.application, desk.asked) == ("FRONT", "DESK", frozenset())


def test_system_is_as_the_file_says() -> None:
    system = cast().vendors["index"]
    assert (system.key, system.vendor, system.product) == ("acme", "Acme", "Acme PIX 3")
    assert not system.stand_in
    assert system.deadline == 10.0
    assert system.endpoints.hl7v2 is not None
    assert system.endpoints.hl7v2.application == "ACME"


def test_unknown_cast_is_a_fault_that_names_those_there_are() -> None:
    with pytest.raises(Faults) as error:
        load_cast("orthnac")
    assert str(error.value) == "orthnac: there is no such cast — Did you mean `orthanc`?"


def test_every_example_in_the_documentation_is_a_cast_for_chest_pain(tmp_path: Path) -> None:
    certificate = Booth(tmp_path / "booth").authority.certificate.read_bytes()
    (tmp_path / "acme-ca.pem").write_bytes(certificate)
    (tmp_path / "keepwell.pem").write_bytes(certificate)
    svg = '<svg xmlns="http://www.w3.org/2000/svg"/>'
    (tmp_path / "orthanc.svg").write_text(svg, "utf-8")
    page = (_DOCS / "cast-format.md").read_text("utf-8")
    blocks = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert len(blocks) >= 2
    for block in blocks:
        found = cast_from(parse_source(block.encode(), str(tmp_path / "docs.yaml")))
        assert found.vendors
        assert found.check(load_story("chest-pain").whole) == ()


def test_documentation_names_the_ports() -> None:
    page = (_DOCS / "cast-format.md").read_text("utf-8")
    ports = Cast().stand_in(load_story("chest-pain").whole, "desk").ports.values()
    assert all(str(port) in page for port in ports)


def test_misfits_need_no_cast_object() -> None:
    found = cast(replaced(CAST, "  index: acme", "  indx: acme"))
    assert found.source is not None
    assert misfits(found.source, found.players, (), story().whole)


TLS = """\
format: 1
systems:
  acme:
    vendor: Acme
    tls: {ca: acme.pem}
    hl7v2: {host: h, port: 1, application: A, facility: B}
    dicom: {host: h, port: 2, ae_title: A, tls: false}
    soap: {ITI-41: "https://h/provide"}
    syslog: {host: h, tls_port: 6514, tls: {pinned: log.pem}}
  north:
    vendor: Northwind
    hl7v2: {host: h, port: 1, application: A, facility: B, tls: true}
roles: {repository: acme, ehr: north}
standins: {tls: true}
"""


def test_tls_of_a_protocol_is_its_own_or_its_systems(tmp_path: Path) -> None:
    certificate = Booth(tmp_path / "booth").authority.certificate.read_bytes()
    for name in ("acme.pem", "log.pem"):
        (tmp_path / name).write_bytes(certificate)
    found = cast_from(parse_source(TLS.encode(), str(tmp_path / "cast.yaml")))
    acme = found.vendors["repository"].endpoints
    named = Tls(ca=str(tmp_path / "acme.pem"))
    assert acme.hl7v2
    assert acme.hl7v2.tls == named
    assert acme.dicom
    assert acme.dicom.tls is None
    assert acme.soap
    assert acme.soap.tls == named
    assert acme.syslog
    assert acme.syslog.tls == Tls(pinned=str(tmp_path / "log.pem"))
    north = found.vendors["ehr"].endpoints.hl7v2
    assert north
    assert north.tls == Tls()
    assert found.tls
    assert found.secured
    assert found.trusted == (tmp_path / "acme.pem", tmp_path / "log.pem")


@pytest.mark.parametrize(
    ("text", "secured"),
    [
        ("", False),
        ("standins: {tls: true}\n", True),
        ("standins: {tls: false}\n", False),
        ('systems: {a: {vendor: A, soap: {ITI-18: "https://h/q"}}}\nroles: {registry: a}\n', True),
        ('systems: {a: {vendor: A, soap: {ITI-18: "http://h/q"}}}\nroles: {registry: a}\n', False),
        ("systems: {a: {vendor: A, syslog: {host: h, tls_port: 1}}}\nroles: {audit: a}\n", True),
        ("systems: {a: {vendor: A, syslog: {host: h, port: 1}}}\nroles: {audit: a}\n", False),
    ],
)
def test_a_certificate_is_needed_only_where_tls_is_spoken(text: str, secured: bool) -> None:
    found = cast_from(parse_source(f"format: 1\n{text}".encode(), "cast.yaml"))
    assert found.secured is secured
