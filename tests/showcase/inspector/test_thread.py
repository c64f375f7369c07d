"""The patient's identifiers, one colour each."""

import msgspec
from lxml import etree

from showcase.inspector.recording import Hop, Recording, recording
from showcase.inspector.thread import MOST, classes, strands, thread, told
from showcase.model.fact import Fact, FactKind, Side
from tests.showcase.inspector import runs


async def a_run() -> Recording:
    async with runs.recorded() as journal:
        return recording(await journal.entries(runs.RUN))


async def test_identifiers_are_numbered_as_they_appear() -> None:
    run = await a_run()
    found = strands(run)
    assert [(each.title, each.value, each.colour) for each in found] == [
        ("Patient identifier, St. Alba", "40213", "c0"),
        ("Accession number", "A77", "c1"),
    ]
    assert found[1].hops == {"hop2": {Side.RESPONSE}, "hop3": {Side.RESPONSE}}
    assert classes(found, run.hops[0].event, run.hops[1].event) == "v0 v1"
    assert classes(found, run.hops[3].event) == ""


async def test_a_value_has_its_colour_only_where_it_is_told() -> None:
    run = await a_run()
    found = strands(run)
    number, name = run.hops[0].event.facts
    assert told(found, number, run.hops[0].event) == "c0"
    assert told(found, name, run.hops[0].event) == ""
    assert told(found, number, run.hops[3].event) == ""


async def test_a_dot_says_who_told_it() -> None:
    run = await a_run()
    drawn = thread(run, strands(run))
    assert drawn is not None
    knots = [each.get("class") for each in drawn.iter("circle")]
    assert knots == ["knot", "knot answered", "knot answered"]
    labels = [each.get("for") for each in drawn.iter("label")]
    assert labels == ["follow-0", "follow-1"]


async def test_two_houses_may_use_the_same_number() -> None:
    run = await a_run()
    facts = tuple(
        Fact(kind=FactKind.PATIENT_ID, value="7", path="PID-3.1", authority=authority)
        for authority in ("2.25.1", "2.25.2")
    )
    event = msgspec.structs.replace(run.hops[0].event, facts=facts)
    run = msgspec.structs.replace(run, hops=(Hop(number=1, event=event),))
    titles = [each.title for each in strands(run)]
    assert titles == ["Patient identifier, St. Alba", "Patient identifier"]


async def test_very_many_identifiers_are_cut_and_none_draws_nothing() -> None:
    run = await a_run()
    facts = tuple(
        Fact(kind=FactKind.ACCESSION, value=f"A{n}", path="OBR-18") for n in range(2 * MOST)
    )
    event = msgspec.structs.replace(run.hops[0].event, facts=facts)
    assert len(strands(msgspec.structs.replace(run, hops=(Hop(number=1, event=event),)))) == MOST
    assert thread(run, ()) is None


async def test_a_long_uid_shows_both_its_ends() -> None:
    run = await a_run()
    uid = "2.25." + "1" * 30 + ".4.777"
    fact = Fact(kind=FactKind.STUDY, value=uid, path="(0020,000D)")
    event = msgspec.structs.replace(run.hops[0].event, facts=(fact,))
    run = msgspec.structs.replace(run, hops=(Hop(number=1, event=event),))
    drawn = thread(run, strands(run))
    assert drawn is not None
    text = etree.tostring(drawn, encoding="unicode")
    assert ".4.777</span>" in text
    assert f'title="{uid}"' in text
