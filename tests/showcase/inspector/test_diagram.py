"""Who told whom, drawn."""

import msgspec
import pytest
from lxml import etree

from showcase.inspector.diagram import diagram, family_class
from showcase.inspector.markup import Element
from showcase.inspector.recording import Recording, recording
from showcase.inspector.thread import strands
from showcase.model.transaction import Family
from tests.showcase.inspector import runs


async def a_run(name: str = "Chest pain") -> Recording:
    async with runs.recorded(name) as journal:
        return recording(await journal.entries(runs.RUN))


def having(drawn: Element, kind: str) -> list[Element]:
    return [each for each in drawn.iter() if kind in (each.get("class") or "").split()]


def text(of: Element) -> str:
    return " ".join("".join(map(str, each.itertext())) for each in of.iter("text"))


async def test_every_role_has_a_card_and_strangers_too() -> None:
    run = await a_run()
    drawn = diagram(run, strands(run))
    cards = [text(card) for card in having(drawn, "card")]
    assert len(cards) == len(runs.ROLES) + 1
    assert "Audit trail 1 audit record" in cards
    assert any(runs.STRANGER[:8] in card and "not in the cast" in card for card in cards)


async def test_every_pair_has_a_way_with_its_hops_written_on_it() -> None:
    run = await a_run()
    drawn = diagram(run, strands(run))
    assert [way.get("class") for way in having(drawn, "way")] == [
        "way hl7v2 v0",
        "way dicom broken v1",
        "way xds v1",
        "way hl7v2 ",
    ]
    labels = [text(label) for label in having(drawn, "label")]
    assert labels == ["1 ITI-31", "2 RAD-8 ✕", "3 ITI-43", "4 ITI-31"]


async def test_everything_is_within_the_picture() -> None:
    run = await a_run()
    drawn = diagram(run, strands(run))
    left, top, width, height = map(float, (drawn.get("viewBox") or "").split())
    for rect in drawn.iter("rect"):
        x, y, w, h = (float(rect.get(name) or 0) for name in ("x", "y", "width", "height"))
        assert left <= x <= x + w <= left + width
        assert top <= y <= y + h <= top + height


async def test_no_card_overlaps_another() -> None:
    run = await a_run()
    corners = [(card[1].get("x"), card[1].get("y")) for card in having(diagram(run, ()), "card")]
    assert len(set(corners)) == len(corners)


async def test_who_has_no_position_stands_under_its_neighbours() -> None:
    run = await a_run()
    given = [("hospital", (0, 0)), ("hospital", (1, 0)), ("practice", (1, 1)), ("hospital", None)]
    roles = tuple(
        msgspec.structs.replace(runs.ROLES[0], key=f"{place}{nth}", place=place, at=at)
        for nth, (place, at) in enumerate(given)
    )
    start = msgspec.structs.replace(run.start, programme=runs.programme("Four", roles))
    drawn = diagram(msgspec.structs.replace(run, start=start, hops=()), ())
    rects = [next(card.iter("rect")) for card in having(drawn, "card")]
    (x, y), (_, other) = (
        (float(each.get("x") or 0), float(each.get("y") or 0)) for each in (rects[3], rects[2])
    )
    assert x == float(rects[1].get("x") or 0)
    assert y > other, "the spot between is taken"


async def test_a_place_in_two_parts_covers_nothing_in_between() -> None:
    run = await a_run()
    role = runs.ROLES[0]
    roles = tuple(
        msgspec.structs.replace(role, key=f"{place}{column}", place=place, at=(column, 0))
        for column, place in enumerate(["hospital", "hospital", "practice", "hospital"])
    )
    start = msgspec.structs.replace(run.start, programme=runs.programme("Two", roles))
    drawn = diagram(msgspec.structs.replace(run, start=start, hops=()), ())
    assert [text(each) for each in having(drawn, "ground")] == ["St. Alba", "St. Alba", "Riverside"]


@pytest.mark.parametrize("name", runs.HOSTILE)
async def test_a_hostile_name_is_drawn_as_text(name: str) -> None:
    run = await a_run(name)
    roles = tuple(msgspec.structs.replace(role, title=name) for role in runs.ROLES)
    start = msgspec.structs.replace(run.start, programme=runs.programme(name, roles))
    drawn = diagram(msgspec.structs.replace(run, start=start), ())
    assert not {"img", "script", "b"} & {each.tag for each in drawn.iter()}
    etree.tostring(drawn)
    assert all(len(text(card)) < 60 for card in having(drawn, "card"))


async def test_a_run_of_nobody_can_be_drawn() -> None:
    run = await a_run()
    empty = msgspec.structs.replace(run.start.programme, roles=(), places=(), scenes=())
    start = msgspec.structs.replace(run.start, programme=empty)
    assert having(diagram(msgspec.structs.replace(run, start=start, hops=()), ()), "card") == []


def test_every_family_has_a_class() -> None:
    assert len({family_class(family) for family in Family}) == len(Family)
