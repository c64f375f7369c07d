"""Casts through the engine: what is written, what is not, and in which words."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from showcase.api.casting import Casting
from showcase.api.house import House
from showcase.api.stagehand import Refused
from showcase.journal import open_journal
from showcase.model.casting import CastChange, CastRole, CastSaved, CastSheet, CastWanted
from showcase.standins.hops import Hops
from showcase.story.cast import load_cast
from showcase.story.cast_shelf import CastShelf
from showcase.transactions.catalogue import facts
from showcase.wire.clock import SystemClock
from showcase.wire.porter import Porter
from tests.showcase.story.test_logo import png

STORY = "chest-pain"
NEW = {
    "title": "Morning",
    "roles.archive": "acme",
    "systems.acme.vendor": "Acme",
    "systems.acme.dicom.host": "127.0.0.1",
    "systems.acme.dicom.port": "1",
    "systems.acme.dicom.ae_title": "ACME",
}


class Desk:
    """Somebody at the cast page."""

    def __init__(self, casting: Casting, folder: Path) -> None:
        self.casting = casting
        self.folder = folder
        self.busy = False

    async def change(self, file: str, changes: dict[str, str]) -> CastSaved:
        made = tuple(CastChange(at=at, text=text) for at, text in changes.items())
        return await self.casting.change(CastWanted(file=file, story=STORY, changes=made))


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    clock = SystemClock()
    async with await open_journal(tmp_path / "j.db", clock) as journal:
        house = House(
            journal,
            Hops(journal, facts, clock),
            clock,
            tmp_path / "s",
            tmp_path / "c",
            porter=Porter(),
        )
        folder = tmp_path / "casts"
        found = Desk(Casting(CastShelf(folder), house, lambda: found.busy), folder)
        yield found
        await house.clear()


def read(file: str | Path) -> bytes:
    return Path(file).read_bytes()


def role(sheet: CastSheet, key: str) -> CastRole:
    return next(each for each in sheet.roles if each.role == key)


async def test_without_a_file_stand_ins_play_all(desk: Desk) -> None:
    sheet = await desk.casting.sheet("", STORY)
    assert not any(each.system for each in sheet.roles)
    assert not sheet.faults
    assert [each.title for each in role(sheet, "archive").peers] == [
        "Radiology",
        "CT scanner",
        "Reading room",
        "Audit trail",
    ]


async def test_a_new_system_makes_a_cast(desk: Desk) -> None:
    saved = await desk.change("", NEW)
    assert saved.faults == ()
    assert saved.sheet.file == str(desk.folder / "morning.yaml")
    archive = role(saved.sheet, "archive")
    assert archive.system == "acme"
    # nobody has said so: what has no address stays with the stand-in
    assert [each.id for each in archive.transactions if not each.taken] == ["RAD-4"]
    assert load_cast(saved.sheet.file).vendors["archive"].takes == (
        "RAD-8",
        "RAD-10",
        "RAD-14",
        "RAD-16",
    )


async def test_takes_grows_with_the_addresses_unless_somebody_chose(desk: Desk) -> None:
    file = (await desk.change("", NEW)).sheet.file
    mllp = {"host": "h", "port": "2575", "application": "A", "facility": "F"}
    more = {f"systems.acme.hl7v2.{key}": text for key, text in mllp.items()}
    assert (await desk.change(file, more)).faults == ()
    assert load_cast(file).vendors["archive"].takes == ()
    await desk.change(file, {"systems.acme.takes": "RAD-8"})
    await desk.change(file, {"systems.acme.dicom.port": "2"})
    assert load_cast(file).vendors["archive"].takes == ("RAD-8",)


async def test_a_change_that_makes_it_worse_is_not_written(desk: Desk) -> None:
    file = (await desk.change("", NEW)).sheet.file
    before = read(file)
    saved = await desk.change(file, {"systems.acme.dicom.port": "high"})
    (fault,) = saved.faults
    assert (fault.words, fault.at) == (
        "`port` must be a whole number, not text",
        "systems.acme.dicom.port",
    )
    assert read(file) == before
    half = await desk.change(file, {"roles.ris": "west", "systems.west.vendor": "West"})
    assert "has no address for it" in half.faults[0].words
    assert read(file) == before


async def test_a_faulty_file_is_shown_and_can_be_mended(desk: Desk) -> None:
    desk.folder.mkdir()
    file = desk.folder / "a.yaml"
    file.write_text("format: 1\nsystems: {acme: {vendor: Acme, deadline: -1}}\n")
    sheet = await desk.casting.sheet(str(file), STORY)
    assert [each.at for each in sheet.faults] == ["systems.acme.deadline"]
    assert sheet.systems[0].values == {"vendor": "Acme", "deadline": "-1"}
    assert (await desk.change(str(file), {"systems.acme.product": "P"})).faults == ()
    saved = await desk.change(str(file), {"systems.acme.deadline": "5"})
    assert saved.sheet.faults == ()


async def test_no_yaml_is_told_with_its_line(desk: Desk) -> None:
    desk.folder.mkdir()
    file = desk.folder / "broken.yaml"
    file.write_text("format: 1\nsystems: {\n")
    (fault,) = (await desk.casting.sheet(str(file), STORY)).faults
    assert fault.line
    briefs = await desk.casting.casts(STORY)
    assert [bool(each.faults) for each in briefs] == [True, False]


async def test_a_shipped_cast_is_copied_before_it_changes(desk: Desk) -> None:
    shipped = next(each for each in await desk.casting.casts(STORY) if each.shipped)
    before = read(shipped.file)
    saved = await desk.change(shipped.file, {"systems.orthanc.dicom.port": "4243"})
    assert saved.sheet.file == str(desk.folder / "orthanc.yaml")
    assert not saved.sheet.shipped
    assert read(shipped.file) == before
    changed = read(desk.folder / "orthanc.yaml").decode()
    assert changed == before.decode().replace("port: 4242", "port: 4243")


async def test_a_cast_from_elsewhere_is_listed_first(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("format: 1\ntitle: Mine\n")
    briefs = await desk.casting.casts(STORY, str(file))
    assert (briefs[0].title, briefs[0].file) == ("Mine", str(file))


async def test_a_logo_is_brought_beside_the_cast(desk: Desk) -> None:
    file = (await desk.change("", NEW)).sheet.file
    name = await desk.casting.bring(file, "/media/usb/../Acme logo.png", png())
    assert name == "Acmelogo.png"
    saved = await desk.change(file, {"systems.acme.logo": name})
    digest = saved.sheet.systems[0].logo
    assert desk.casting.logos[digest] == png()


async def test_two_logos_of_one_name_stay_two(desk: Desk) -> None:
    file = (await desk.change("", NEW)).sheet.file
    small, large = png(), png(8, 8)
    assert [await desk.casting.bring(file, "logo.png", each) for each in (small, large, small)] == [
        "logo.png",
        "logo-2.png",
        "logo.png",
    ]


async def test_a_logo_may_come_before_its_cast(desk: Desk) -> None:
    name = await desk.casting.bring("", "logo.png", png())
    saved = await desk.change("", {**NEW, "systems.acme.logo": name})
    assert saved.faults == ()
    assert saved.sheet.systems[0].logo


async def test_a_cast_that_went_away_is_told(desk: Desk) -> None:
    file = (await desk.change("", NEW)).sheet.file
    (desk.folder / "morning.yaml").unlink()
    with pytest.raises(Refused) as error:
        await desk.casting.sheet(file, STORY)
    assert error.value.words == "The cast morning.yaml is not there any more."


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.gif", b"GIF89a", "“a.gif” is neither PNG nor well-formed SVG."),
        ("a.yaml", png(), "“a.yaml” has the name of a cast."),
        (
            "both.pem",
            b"-----BEGIN CERTIFICATE-----\n-----BEGIN RSA PRIVATE KEY-----",
            "“both.pem” holds a private key, which nobody but its owner shall have.",
        ),
    ],
)
async def test_what_is_no_logo_is_not_brought(
    desk: Desk, name: str, data: bytes, words: str
) -> None:
    with pytest.raises(Refused) as error:
        await desk.casting.bring(str(desk.folder / "a.yaml"), name, data)
    assert error.value.words == words
    assert not desk.folder.exists()


async def test_one_address_is_tested_by_itself(desk: Desk) -> None:
    file = (await desk.change("", NEW)).sheet.file
    checks = await desk.casting.test(file, STORY, "archive", "DICOM")
    first = checks[0]
    assert (first.subject, first.question, first.state) == ("DICOM", "port", "failed")
    assert first.words.startswith("Nobody listens at 127.0.0.1:1")
    assert await desk.casting.test(file, STORY, "archive", "HL7 v2") == []


async def test_a_cast_is_switched_between_runs_only(desk: Desk) -> None:
    file = (await desk.change("", NEW)).sheet.file
    desk.busy = True
    with pytest.raises(Refused) as error:
        await desk.casting.switch(file, STORY)
    assert "until its end" in error.value.words
    desk.busy = False
    await desk.casting.switch(file, STORY)
