"""The page of a run, read as a file."""

import base64
import hashlib
import re

import pytest
from lxml import etree, html

from showcase.explain.legible import legible
from showcase.inspector.page import page
from showcase.inspector.recording import recording
from tests.showcase.inspector import runs

UTF8 = html.HTMLParser(encoding="utf-8")


async def made(name: str = "Rosa Quill") -> bytes:
    async with runs.recorded(name) as journal:
        return await page(journal, recording(await journal.entries(runs.RUN)))


def parsed(data: bytes) -> etree._Element:
    return html.document_fromstring(data, UTF8)


async def test_it_tells_the_whole_run() -> None:
    text = " ".join(map(str, parsed(await made()).itertext()))
    for said in (
        *("Rosa Quill", "She said her name once.", "The EHR refused: Rosa Quill.", "One is one"),
        *("✓ 3 acknowledged", "✕ 1 refused", "! 1 of 2 proofs hold", "3.5 seconds", "TEST"),
        *("PID-3 Patient Identifier List: 40213", "Audit records: 1", "Krankenhausinformations"),
        *("Beside the story", runs.STRANGER, "with a stand-in"),
    ):
        assert said in text, said


async def test_it_asks_for_nothing() -> None:
    page_ = parsed(await made())
    assert not list(page_.iter("script", "link", "iframe", "object", "embed", "base", "form", "a"))
    for each in page_.iter():
        for name in ("src", "href", "action", "srcset", "data", "poster", "background"):
            assert (each.get(name) or "data:").startswith("data:")
        assert each.get("style") is None
        assert not [name for name in each.keys() if str(name).startswith("on")]  # noqa: SIM118


async def test_its_policy_names_its_own_style_sheet() -> None:
    page_ = parsed(await made())
    (style,) = page_.iter("style")
    digest = base64.b64encode(hashlib.sha256((style.text or "").encode()).digest()).decode()
    (policy,) = [
        each.get("content") or ""
        for each in page_.iter("meta")
        if each.get("http-equiv") == "Content-Security-Policy"
    ]
    assert f"style-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


@pytest.mark.parametrize("name", runs.HOSTILE)
async def test_a_hostile_name_is_text(name: str) -> None:
    data = await made(name)
    page_ = parsed(data)
    assert not list(page_.iter("script"))
    assert all((each.get("src") or "").startswith("data:") for each in page_.iter("img"))
    (title,) = page_.iter("h1")
    assert title.text == legible(name)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", data.decode())


async def test_a_run_that_was_cut_short_says_so() -> None:
    async with runs.recorded() as journal:
        entries = await journal.entries(runs.RUN)
        data = await page(journal, recording(entries[:-1]))
    assert "! was cut short" in data.decode()


async def test_ids_are_unique_and_labels_name_them() -> None:
    page_ = parsed(await made())
    ids = [each.get("id") for each in page_.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    assert {each.get("for") for each in page_.iter("label")} <= set(ids)
