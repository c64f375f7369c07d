"""A file into a story."""

from pathlib import Path

from showcase.model import oid
from showcase.model.exchange import Outcome
from showcase.model.programme import Cue, OnFailure, Place, Programme, Role, Scene, Then
from showcase.story.fault import Fault, Faults
from showcase.story.library import story_file, story_names
from showcase.story.lint import lint
from showcase.story.schema import CueForm, CutForm, PlaceForm, RoleForm, StoryForm
from showcase.story.shape import shape_faults
from showcase.story.spelling import suggest
from showcase.story.story import Cut, Story
from showcase.story.translation import translated, translation_faults, translations
from showcase.story.yaml_source import Source, read_source


def load_story(named: str | Path, language: str = "") -> Story:
    """The story that a name, a folder or a file means.

    Args:
        named: Which story.
        language: Of its texts; empty: that of its file.

    Raises:
        Faults: There is none, it is not told in that language, or it has faults; all of them.
    """
    path = story_file(named)
    if not path.exists():
        words, remedy = "there is no such story", suggest(str(named), story_names())
        raise Faults([Fault(str(named), 0, words, remedy)])
    story = story_from(read_source(path), story_key(path))
    if language in ("", story.whole.language):
        return story
    return translation_of(story, path, language)


def translation_of(story: Story, path: Path, language: str) -> Story:
    """A story in another language.

    Args:
        story: As its own file tells it.
        path: That file.
        language: ``de``.

    Raises:
        Faults: There is no translation, or it has faults; all of them.
    """
    files = translations(path)
    if language not in files:
        words = f"the story is not told in the language `{language}`"
        remedy = suggest(language, (story.whole.language, *files))
        raise Faults([Fault(story.file, 0, words, remedy)])
    source = read_source(files[language])
    if faults := translation_faults(source, story):
        raise Faults(faults)
    return translated(story, source, language)


def story_key(path: Path) -> str:
    """What a story is called: its folder's name, or its file's."""
    return path.resolve().parent.name if path.name == "story.yaml" else path.stem


def story_from(source: Source, key: str) -> Story:
    """The story in a file that was read.

    Raises:
        Faults: It has faults; all of them.
    """
    faults = [*source.faults, *shape_faults(source, StoryForm), *lint(source)]
    if faults:
        raise Faults(faults)
    form = StoryForm.model_validate(source.data)
    return Story(
        file=source.file,
        whole=_programme(form, key),
        cuts={name: _cut(cut) for name, cut in form.cuts.items()},
        cuts_line=source.line(("cuts",), key=True),
        sex=form.patient.sex,
        born=form.patient.born.replace("-", ""),
        tell=form.patient.tell,
    )


def _programme(form: StoryForm, key: str) -> Programme:
    places = enumerate(form.places.items(), start=1)
    scenes, number = [], 1
    for scene in form.scenes:
        cues = tuple(_cue(cue, number + step) for step, cue in enumerate(scene.cues))
        scenes.append(Scene(title=scene.title, cues=cues, tell=scene.tell))
        number += len(cues)
    return Programme(
        key=key,
        title=form.title,
        language=form.language,
        places=tuple(_place(key, place, index) for index, (key, place) in places),
        roles=tuple(_role(key, role) for key, role in form.roles.items()),
        scenes=tuple(scenes),
    )


def _place(key: str, form: str | PlaceForm, index: int) -> Place:
    if isinstance(form, str):
        form = PlaceForm(title=form)
    return Place(
        key=key,
        title=form.title,
        authority=form.authority or key.upper()[:20],
        authority_oid=form.authority_oid or f"{oid.AUTHORITIES}.{index}",
    )


def _role(key: str, form: RoleForm) -> Role:
    return Role(
        key=key,
        title=form.title,
        plays=tuple(form.plays),
        place=form.place,
        at=(form.at[0], form.at[1]) if form.at else None,
        icon=form.icon,
    )


def _cue(form: CueForm, number: int) -> Cue:
    return Cue(
        id=form.id,
        number=number,
        transaction=form.transaction,
        trigger=form.trigger,
        sender=form.sender,
        receivers=(form.to,) if isinstance(form.to, str) else tuple(form.to),
        title=form.title,
        tell=form.tell,
        say=form.say,
        typed=dict(form.typed),
        caused_by=form.caused_by,
        then=Then(form.then),
        pause=form.pause,
        expect=Outcome(form.expect),
        on_failure=OnFailure(form.on_failure),
        planned=form.planned,
    )


def _cut(form: str | list[str] | CutForm) -> Cut:
    if isinstance(form, CutForm):
        return Cut(cues=_cut(form.cues).cues, minutes=form.minutes)
    return Cut() if form == "all" else Cut(cues=tuple(form))


__all__ = ["Story", "load_story", "story_from", "story_key", "translation_of"]
