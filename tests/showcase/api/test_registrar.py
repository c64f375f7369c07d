"""The booth's authority through the API."""

from pathlib import Path

import pytest

from showcase.client import EngineClient, EngineRefused
from showcase.model.certificates import Certificates, CertificateWanted


def _wanted(folder: str, *hosts: str, name: str = "acme") -> CertificateWanted:
    return CertificateWanted(name=name, hosts=hosts or ("10.4.0.21",), folder=folder)


async def test_looking_creates_nothing(client: EngineClient, tmp_path: Path) -> None:
    assert await client.certificates() == Certificates()
    assert not (tmp_path / "certificates").exists()


async def test_a_certificate_is_issued_and_handed_over(
    client: EngineClient, tmp_path: Path
) -> None:
    seen = await client.issue(_wanted(str(tmp_path / "stick"), "10.4.0.21", "pacs.example"))
    (acme,) = seen.issued
    assert (acme.name, set(acme.hosts), acme.days_left) == (
        "acme",
        {"10.4.0.21", "pacs.example"},
        13,
    )
    assert seen.authority
    assert {file.name for file in (tmp_path / "stick").iterdir()} == {
        "acme.crt",
        "acme.key",
        "authority.crt",
    }
    assert not list((tmp_path / "certificates").rglob("acme.key")), "its owner alone has the key"
    assert await client.certificates() == seen


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (_wanted(""), "folder to hand over is missing"),
        (_wanted("stick"), "folder to hand over is missing"),
        (_wanted("/proc/nowhere"), "/proc"),
        (_wanted("/tmp", name="../acme"), "cannot be a file's name"),
    ],
)
async def test_what_cannot_be_issued_is_refused_in_words(
    client: EngineClient, wanted: CertificateWanted, words: str
) -> None:
    with pytest.raises(EngineRefused, match=words):
        await client.issue(wanted)


async def test_certificates_that_cannot_be_read_are_told(
    client: EngineClient, tmp_path: Path
) -> None:
    await client.issue(_wanted(str(tmp_path / "stick")))
    (tmp_path / "certificates" / "issued" / "acme.crt").write_text("damaged")
    with pytest.raises(EngineRefused, match="cannot be read"):
        await client.certificates()
