"""Casts over HTTP: a real engine, its client, and files."""

from hashlib import sha256
from pathlib import Path

import pytest

from showcase.client import EngineClient, EngineRefused
from showcase.model.casting import CastChange, CastWanted
from showcase.model.events import RunStarted
from tests.showcase.story.test_logo import png

STORY = "chest-pain"
ACME = {
    "title": "Morning",
    "roles.archive": "acme",
    "systems.acme.vendor": "Acme",
    "systems.acme.dicom.host": "127.0.0.1",
    "systems.acme.dicom.port": "1",
    "systems.acme.dicom.ae_title": "ACME",
}


async def change(client: EngineClient, file: str, changes: dict[str, str]) -> str:
    made = tuple(CastChange(at=at, text=text) for at, text in changes.items())
    saved = await client.change_cast(CastWanted(file=file, story=STORY, changes=made))
    assert saved.faults == ()
    return saved.sheet.file


async def test_a_cast_is_made_shown_and_listed(client: EngineClient, tmp_path: Path) -> None:
    file = await change(client, "", ACME)
    assert file == str(tmp_path / "casts" / "morning.yaml")
    sheet = await client.cast(file, STORY, "de")
    assert [each.title for each in sheet.roles if each.system] == ["Bildarchiv"]
    briefs = await client.casts(STORY)
    assert [(each.title, each.vendors, each.shipped) for each in briefs] == [
        ("Morning", ("Acme",), False),
        ("Orthanc plays the archive", ("Orthanc",), True),
    ]


async def test_a_logo_is_handed_out_before_any_run_has_drawn_it(client: EngineClient) -> None:
    file = await change(client, "", ACME)
    name = await client.bring(file, "acme.png", png())
    await change(client, file, {"systems.acme.logo": name})
    assert await client.blob(sha256(png()).hexdigest()) == png()
    with pytest.raises(EngineRefused, match=r"“big\.png” is larger than 512 KB\."):
        await client.bring(file, "big.png", png() + bytes(600 * 1024))


async def test_an_address_is_tested(client: EngineClient) -> None:
    file = await change(client, "", ACME)
    checks = await client.test(file, STORY, "archive", "DICOM")
    assert checks[0].words.startswith("Nobody listens at 127.0.0.1:1")
    assert checks[0].job


async def test_a_run_keeps_its_cast(client: EngineClient) -> None:
    file = await change(client, "", ACME)
    await client.start_run(STORY, cast=file)
    with pytest.raises(EngineRefused, match="its cast stays until its end"):
        await client.switch_cast("", STORY)
    await client.end()
    await client.switch_cast("", STORY)


async def test_a_logo_goes_into_the_recording(client: EngineClient) -> None:
    file = await change(client, "", ACME)
    await change(client, file, {"systems.acme.logo": await client.bring(file, "a.png", png())})
    await client.start_run(STORY, cast=file)
    async for entry in client.events(after=0):
        if isinstance(entry.event, RunStarted):
            assert entry.event.systems["archive"].logo == sha256(png()).hexdigest()
            break
