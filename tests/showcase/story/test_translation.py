from pathlib import Path

import pytest

from showcase.story.fault import Faults
from showcase.story.loader import load_story
from showcase.story.translation import (
    is_language,
    texts,
    translated,
    translated_story,
    translation_faults,
    translations,
    wordless,
)
from showcase.story.yaml_source import parse_source
from tests.showcase.story.specimens import GERMAN, STORY, replaced, story


def faults(german: str, original: str = STORY) -> list[tuple[int, str]]:
    found = translation_faults(parse_source(german.encode(), "de.yaml"), story(original))
    assert all(fault.remedy for fault in found)
    return sorted((fault.line, fault.words) for fault in found)


def test_complete_translation_has_no_fault() -> None:
    assert faults(GERMAN) == []


def test_words_change_and_nothing_else() -> None:
    original = story()
    german = translated(original, parse_source(GERMAN.encode(), "de.yaml"), "de")
    whole = german.whole
    assert (german.title, whole.language) == ("Klein", "de")
    assert [place.title for place in whole.places] == ["Klinik", "Region"]
    assert whole.role("index").title == "Identität"
    assert whole.scenes[0].title == "Ankunft"
    assert [cue.title for cue in whole.cues] == ["Eins", "Zwei"]
    assert [cue.typed for cue in whole.cues] == [cue.typed for cue in original.whole.cues]
    assert german.programme("short").cues[0].title == "Eins"
    assert set(texts(german)) == set(texts(original))


def test_without_its_words_a_story_is_the_same_in_every_language() -> None:
    original = story()
    german = translated(original, parse_source(GERMAN.encode(), "de.yaml"), "de")
    assert wordless(german) == wordless(original) != original
    assert not texts(wordless(original))
    other = story(replaced(STORY, "then: wait", "then: continue"))
    assert wordless(other) != wordless(original)


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("title: Klein\n", "", 1, "`title` is missing"),
        ("desk: Empfang, ", "", 4, "`roles: desk` is missing"),
        ("index: Identität", "index: ", 4, "`roles: index` is missing"),
        ("  known:\n    title: Zwei\n", "", 8, "`cues: known: title` is missing"),
        ("  - title: Ankunft\n", "  - tell: Da\n", 6, "`scenes: 1: title` is missing"),
        ("  known:\n", "  knwn:\n", 11, "`cues: knwn: title` is no text of the story"),
        (
            "title: Eins",
            "title: Eins\n    say: Hm",
            10,
            "`cues: feed: say` is no text of the story",
        ),
        (
            "title: Eins",
            "title: Eins\n    with: {family: X}",
            10,
            "`cues: feed: with: family` is no text of the story",
        ),
        ("title: Eins", "title: 1", 9, "`cues: feed: title` must be text, not 1"),
        (
            "title: Ankunft",
            "title: Ankunft in der Klinik",
            6,
            "21 characters are too many for `scenes: 1: title`",
        ),
        ("title: Eins", "title: Du {patient.name}", 9, "nobody fills in `{patient.name}` here"),
        ("format: 1\n", "", 1, "`format` is missing"),
        ("format: 1", "format: 2", 1, "`format` cannot be 2"),
    ],
)
def test_fault_is_named_with_its_line(old: str, new: str, line: int, words: str) -> None:
    assert (line, words) in faults(replaced(GERMAN, old, new))


def test_long_sentence_is_a_fault() -> None:
    original = replaced(STORY, "title: One", "title: One\n        tell: She is here.")
    said = "Sie ist nun endlich auch hier bei uns im Haus angekommen, und zwar heute."
    german = replaced(GERMAN, "title: Eins", f"title: Eins\n    tell: {said}")
    assert faults(german, original) == [(10, "14 words are too many for the wall")]


def test_what_people_read_is_translated_and_the_rest_stays() -> None:
    typed = 'with: {family: "{patient.family}", title: Report, code: CT}'
    original = replaced(STORY, 'with: {family: "{patient.family}"}', typed)
    assert faults(GERMAN, original) == [(9, "`cues: feed: with: title` is missing")]
    german = replaced(GERMAN, "title: Eins", "title: Eins\n    with: {title: Befund}")
    assert faults(german, original) == []
    told = translated(story(original), parse_source(german.encode(), "de.yaml"), "de")
    assert told.whole.cues[0].typed == {
        "family": "{patient.family}",
        "title": "Befund",
        "code": "CT",
    }


@pytest.mark.parametrize("text", ["", "- a", "7"])
def test_what_is_no_mapping_is_no_translation(text: str) -> None:
    assert faults(text) == [(1, "this is no translation")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "story.yaml").write_text(STORY, "utf-8")
    (tmp_path / "de.yaml").write_text(GERMAN, "utf-8")
    return tmp_path


def test_story_is_loaded_in_a_language(folder: Path) -> None:
    assert load_story(folder, "de").title == "Klein"
    assert load_story(folder, "en").title == load_story(folder).title == "Small"


def test_language_that_is_not_there_is_named_with_those_that_are(folder: Path) -> None:
    with pytest.raises(Faults) as caught:
        load_story(folder, "fr")
    (fault,) = caught.value.faults
    assert fault.words == "the story is not told in the language `fr`"
    assert "`de`" in fault.remedy
    with pytest.raises(Faults):
        load_story(folder, "../de")


def test_broken_translation_is_not_played(folder: Path) -> None:
    (folder / "de.yaml").write_text(replaced(GERMAN, "title: Klein\n", ""), "utf-8")
    with pytest.raises(Faults) as caught:
        load_story(folder, "de")
    assert [fault.words for fault in caught.value.faults] == ["`title` is missing"]
    assert load_story(folder).title == "Small"


def test_translations_lie_beside_their_story(folder: Path) -> None:
    assert translations(folder / "story.yaml") == {"de": folder / "de.yaml"}
    assert translated_story(folder / "de.yaml") == folder / "story.yaml"
    assert translated_story(folder / "story.yaml") is None
    named = folder / "mine.yaml"
    named.write_text(STORY, "utf-8")
    (folder / "mine.de.yaml").write_text(GERMAN, "utf-8")
    assert translations(named) == {"de": folder / "mine.de.yaml"}
    assert translated_story(folder / "mine.de.yaml") == named
    assert translations(folder / "story.yaml") == {"de": folder / "de.yaml"}
    assert load_story(named, "de").title == "Klein"


@pytest.mark.parametrize(
    ("code", "is_one"),
    [("de", True), ("pt-BR", True), ("deutsch", False), ("", False), ("D", False)],
)
def test_languages_are_written_as_browsers_do(code: str, is_one: bool) -> None:
    assert is_language(code) is is_one
