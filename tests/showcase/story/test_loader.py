import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.model import oid
from showcase.model.programme import OnFailure, Then
from showcase.story.fault import Fault, Faults
from showcase.story.library import scenarios_folder, story_names
from showcase.story.loader import load_story, story_from
from showcase.story.schema import (
    CueForm,
    CutForm,
    PatientForm,
    PlaceForm,
    RoleForm,
    SceneForm,
    StoryForm,
)
from showcase.story.story import Story
from showcase.story.translation import translation_faults
from showcase.story.yaml_source import parse_source
from tests.showcase.story.specimens import STORY, replaced, story

SHIPPED = (scenarios_folder() / "chest-pain" / "story.yaml").read_text("utf-8")
_DOCS = Path(__file__).parents[3] / "docs"


@pytest.mark.parametrize("name", story_names())
def test_shipped_story_has_no_fault(name: str) -> None:
    found = load_story(name)
    assert found.key == name
    assert found.whole.cues


@pytest.mark.parametrize("name", story_names())
def test_shipped_story_says_everything_aloud(name: str) -> None:
    for cue in load_story(name).whole.cues:
        assert cue.tell, cue.id
        assert cue.tell.endswith("."), cue.id
    quiet = {"Audit Record Repository"}  # drawn at the foot of its place
    roles = load_story(name).whole.roles
    assert [role.key for role in roles if not role.at and set(role.plays) != quiet] == []


def test_chest_pain_has_the_hops_it_was_built_for() -> None:
    whole = load_story("chest-pain").whole
    hops = [
        (cue.transaction, cue.sender, receiver) for cue in whole.cues for receiver in cue.receivers
    ]
    assert hops == [
        ("ITI-31", "desk", "ehr"),
        ("ITI-31", "desk", "ris"),
        ("ITI-8", "desk", "index"),
        ("ITI-8", "index", "registry"),
        ("ITI-8", "gp", "index"),
        ("RAD-2", "ehr", "ris"),
        ("RAD-4", "ris", "archive"),
        ("RAD-5", "ct", "ris"),
        ("RAD-6", "ct", "ris"),
        ("RAD-8", "ct", "archive"),
        ("RAD-7", "ct", "ris"),
        ("RAD-10", "ct", "archive"),
        ("RAD-10", "archive", "ct"),
        ("RAD-14", "reading", "archive"),
        ("RAD-16", "reading", "archive"),
        ("RAD-16", "archive", "reading"),
        ("RAD-28", "reading", "ehr"),
        ("ITI-9", "ehr", "index"),
        ("ITI-41", "ehr", "repository"),
        ("ITI-42", "repository", "registry"),
        ("ITI-9", "gp", "index"),
        ("ITI-18", "gp", "registry"),
        ("ITI-43", "gp", "repository"),
    ]
    assert [scene.title for scene in whole.scenes] == [
        "Arrival", "Order", "Scan", "Reading", "Sharing", "Across town",
    ]  # fmt: skip


def test_name_folder_and_file_are_one_story() -> None:
    folder = scenarios_folder() / "chest-pain"
    assert load_story("chest-pain") == load_story(folder) == load_story(folder / "story.yaml")


def test_unknown_story_is_a_fault_that_names_those_there_are() -> None:
    with pytest.raises(Faults) as error:
        load_story("chest-pian")
    assert str(error.value) == "chest-pian: there is no such story — Did you mean `chest-pain`?"


def test_story_of_another_file_name_goes_by_it(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(STORY)
    (tmp_path / "story.yaml").write_text(STORY)
    assert load_story(tmp_path / "mine.yaml").key == "mine"
    assert load_story(tmp_path).key == tmp_path.name


def test_what_is_left_out_has_its_default() -> None:
    whole = story().whole
    feed, known = whole.cues
    assert (feed.number, known.number) == (1, 2)
    assert (feed.then, known.then) == (Then.FOLLOW, Then.WAIT)
    assert feed.on_failure is OnFailure.STOP
    assert feed.receivers == ("index",)
    assert feed.typed == {"family": "{patient.family}"}
    region = whole.place("region")
    assert (region.title, region.authority) == ("Region", "REGION")
    assert region.authority_oid == f"{oid.AUTHORITIES}.2"
    assert whole.role("registry").at == (1.0, 1.0)


def test_planned_cue_needs_no_catalogue() -> None:
    text = replaced(STORY, "transaction: ITI-8\n        from: desk",
                    "transaction: ITI-52\n        planned: true\n        from: desk")  # fmt: skip
    assert story(text).whole.cues[0].planned


def test_every_example_in_the_documentation_is_a_story() -> None:
    page = (_DOCS / "story-format.md").read_text("utf-8")
    blocks = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    *stories, german = blocks
    assert len(stories) >= 2
    for block in stories:
        assert story(block).whole.cues
    translation = parse_source(german.encode(), "de.yaml")
    assert translation_faults(translation, story(stories[-1])) == []


def test_documentation_explains_every_key() -> None:
    page = (_DOCS / "story-format.md").read_text("utf-8")
    forms = (StoryForm, PatientForm, PlaceForm, RoleForm, SceneForm, CueForm, CutForm)
    keys = {field.alias or name for form in forms for name, field in form.model_fields.items()}
    assert [key for key in sorted(keys) if f"{key}:" not in page] == []


_LINES = SHIPPED.splitlines(keepends=True)
_WORDS = sorted({*re.findall(r"[\w.-]+", SHIPPED), "-", "{", "}", "[", "]", "&a", "*a", "!x", "7"})


@st.composite
def _mutated(draw: st.DrawFn) -> str:
    """The shipped story after a few mishaps of an editor."""
    lines = list(_LINES)
    for _ in range(draw(st.integers(1, 4))):
        here = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["drop", "double", "swap", "indent", "word", "char", "cut"])):
            case "drop":
                del lines[here]
            case "double":
                lines.insert(here, lines[here])
            case "swap":
                there = draw(st.integers(0, len(lines) - 1))
                lines[here], lines[there] = lines[there], lines[here]
            case "indent":
                lines[here] = draw(st.sampled_from(["  ", "\t", " "])) + lines[here]
            case "word":
                words = re.split(r"([\w.-]+)", lines[here])
                words[draw(st.integers(0, len(words) - 1))] = draw(st.sampled_from(_WORDS))
                lines[here] = "".join(words)
            case "char":
                at = draw(st.integers(0, len(lines[here])))
                char = draw(st.characters(codec="utf-8"))
                lines[here] = lines[here][:at] + char + lines[here][at:]
            case _:
                lines = lines[: max(here, 1)]
        lines = lines or ["\n"]
    return "".join(lines)


@given(_mutated())
def test_mutations_give_a_story_or_faults_within_the_file(text: str) -> None:
    found = _story_or_faults(text)
    if isinstance(found, Story):
        assert found.programme().cues
        return
    assert found
    last = max(1, len(text.splitlines()))
    assert all(1 <= fault.line <= last for fault in found), found
    assert all(fault.words and fault.remedy for fault in found)


def _story_or_faults(text: str) -> Story | tuple[Fault, ...]:
    try:
        return story_from(parse_source(text.encode(), "f.yaml"), "mutant")
    except Faults as error:
        return error.faults
