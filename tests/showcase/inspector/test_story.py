"""The story as it was told, hop by hop."""

from showcase.inspector.markup import Element, element
from showcase.inspector.recording import recording
from showcase.inspector.story import OUTCOMES, Material, Teller, story
from showcase.inspector.thread import strands
from showcase.model.exchange import Outcome
from tests.showcase.inspector import runs


async def told(materials: dict[str, Material] | None = None) -> Element:
    async with runs.recorded() as journal:
        run = recording(await journal.entries(runs.RUN))
    return element("div", story(Teller(run, strands(run), materials or {})))


def texts(of: Element, kind: str) -> list[str]:
    found = (each for each in of.iter() if kind in (each.get("class") or "").split())
    return ["".join(map(str, each.itertext())) for each in found]


async def test_hops_stand_under_the_sentence_of_their_cue() -> None:
    page = await told()
    assert texts(page, "sentence") == ["She said her name once.", "The images arrived.", "Later"]
    assert texts(page, "number") == ["1", "2", "3", "4"]
    assert [each.text for each in page.iter("h3")] == ["Arrival", "Scan", "Beside the story"]
    assert texts(page, "unsent") == ["Planned: its transaction is not simulated yet."]


async def test_a_refusal_is_told_with_its_remedy() -> None:
    page = await told()
    assert texts(page, "verdict") == ["The EHR refused: Rosa Quill. Ask it why."]
    assert texts(page, "outcome")[1] == "✕ refused"


async def test_identifiers_have_their_colour_and_images_are_counted() -> None:
    page = await told()
    facts = texts(page, "fact")
    assert "patient identifier40213PID-3.1, request" in facts
    assert "1 SOP Instance UID" in facts
    assert len(texts(page, "c0")) == 1


async def test_what_was_recorded_can_be_unfolded() -> None:
    long = "x" * 100_000
    page = await told({"hop1": Material("ADT", long, (runs.png(),))})
    there, back = texts(page, "side")[:2]
    assert "ADT" in there
    assert len(back) < len(long)
    assert "the raw files have all of it" in back
    (picture,) = page.iter("img")
    assert (picture.get("src") or "").startswith("data:image/png;base64,")


def test_every_outcome_has_a_mark_and_a_word() -> None:
    assert OUTCOMES.keys() == set(Outcome)
