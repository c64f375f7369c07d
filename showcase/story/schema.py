"""The shape of a story file, format 1.

Every field has a description: editors show it while somebody writes (``showcase schema story``),
and a fault about a missing field quotes it.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, StringConstraints, Tag

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$", max_length=24)]
"""A name that other parts of the file use: small letters, digits, hyphens."""

RoleKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$", max_length=16)]
"""A role's key; its stand-in's AE title by default, hence 16 (PS3.8 9.3.2)."""

TransactionId = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,6}-[0-9]{1,3}$")]
"""An IHE transaction as IHE writes it."""

Text = Annotated[str, StringConstraints(min_length=1, max_length=2000)]


class Form(BaseModel):
    """A part of a file: nothing is guessed, nothing unknown is let through."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, allow_inf_nan=False)


def kind(value: Any) -> str | None:  # noqa: ANN401 - whatever the file says
    """Tells the two ways to write a thing apart, so that only one of them is complained about."""
    for type_, name in ((str, "<text>"), (list, "<list>"), (dict, "<mapping>")):
        if isinstance(value, type_):
            return name
    return "<mapping>" if isinstance(value, BaseModel) else None


class PatientForm(Form):
    """The patient. Her name, identifiers and UIDs are fresh for every run."""

    sex: Literal["F", "M", "O"] = Field(description="F, M or O: decides the given name.")
    born: str = Field(
        pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", description="Date of birth: 1961-04-02."
    )
    tell: str = Field(
        default="",
        max_length=200,
        description="Half a sentence about her, on the wall. {patient.age} may stand in it.",
    )


class PlaceForm(Form):
    """A ground on the stage, with the patient identifiers that are given out there."""

    title: Text = Field(description="What stands on the ground, at most 28 characters.")
    authority: str = Field(
        default="",
        pattern=r"^[A-Z0-9][A-Z0-9_-]{0,19}$|^$",
        description="Short name of its patient identifier domain (CX.4.1); by default the key "
        "in capitals.",
    )
    authority_oid: str = Field(
        default="",
        pattern=r"^[0-2](\.(0|[1-9][0-9]*))+$|^$",
        max_length=64,
        description="OID of that domain (CX.4.2); by default one below our own root.",
    )


Place = Annotated[
    Annotated[Text, Tag("<text>")] | Annotated[PlaceForm, Tag("<mapping>")], Discriminator(kind)
]


class RoleForm(Form):
    """A part in the story, played by a vendor's system or by a stand-in."""

    title: Text = Field(description="What its card says, at most 28 characters.")
    plays: list[Text] = Field(
        min_length=1,
        description="IHE actors it plays, as the Technical Frameworks write them.",
    )
    place: Key = Field(alias="in", description="Key of the place it stands in.")
    at: Annotated[list[Annotated[float, Field(ge=0, le=20)]], Field(min_length=2, max_length=2)] = (
        Field(
            default=[],
            validate_default=False,
            description="[column, row] on the grid of the whole stage, from the left and the top. "
            "Left out: laid out for you.",
        )
    )
    icon: str = Field(
        default="", max_length=40, description="Name of a drawn icon; by default its actor's"
    )


Receivers = Annotated[
    Annotated[RoleKey, Tag("<text>")]
    | Annotated[list[RoleKey], Field(min_length=1), Tag("<list>")],
    Discriminator(kind),
]


class CueForm(Form):
    """One step: one transaction from one role to one or more others."""

    id: Key = Field(description="Its name, unique in the story.")
    transaction: TransactionId = Field(
        description="An IHE transaction; `showcase transactions` lists those there are."
    )
    trigger: str = Field(
        default="",
        pattern=r"^[A-Z0-9]{2,3}$|^$",
        description="Trigger event or order control, where the transaction has several: A04, NW.",
    )
    sender: RoleKey = Field(alias="from", description="The role that starts the transaction.")
    to: Receivers = Field(description="The role that answers, or a list of them: a hop for each.")
    title: Text = Field(description="What the cue list calls it, at most 44 characters.")
    tell: str = Field(
        default="",
        max_length=400,
        description="The wall's sentence once it has happened, at most 12 words.",
    )
    say: str = Field(default="", max_length=400, description="The presenter's line.")
    typed: dict[Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")], str] = Field(
        default={},
        alias="with",
        description="What the human at the sending system types, by name. {patient.given}, "
        "{patient.family}, {patient.name}, {patient.born} and {patient.sex} may stand in it.",
    )
    caused_by: str = Field(
        default="",
        pattern=r"^[a-z][a-z0-9-]*$|^$",
        description="The cue whose receiver does this by itself; left out: GO does.",
    )
    then: Literal["wait", "continue", "follow"] = Field(
        default="follow",
        description="What happens after it: the next cue waits for GO, comes after `pause` "
        "seconds, or follows once this one is acknowledged.",
    )
    pause: float = Field(
        default=0.0, ge=0, le=600, description="Seconds before the next cue, with `then: continue`."
    )
    expect: Literal["acknowledged", "refused"] = Field(
        default="acknowledged", description="The outcome with which the cue holds."
    )
    on_failure: Literal["stop", "go on"] = Field(
        default="stop", description="What the run does when the cue did not hold."
    )
    planned: bool = Field(
        default=False,
        description="True for a transaction that is not in the catalogue yet: drawn dashed, "
        "never sent.",
    )


class SceneForm(Form):
    """A chapter of the story."""

    title: Text = Field(description="What the ribbon calls it, at most 18 characters.")
    tell: str = Field(default="", max_length=400, description="Its sentence, at most 12 words.")
    cues: list[CueForm] = Field(min_length=1, description="Its steps, in order.")


CutCues = Annotated[
    Annotated[Literal["all"], Tag("<text>")]
    | Annotated[list[Key], Field(min_length=1), Tag("<list>")],
    Discriminator(kind),
]


class CutForm(Form):
    """A shorter way through the story."""

    minutes: float = Field(default=0.0, ge=0, le=600, description="How long it is meant to last.")
    cues: CutCues = Field(description="Ids of the cues to keep, or all.")


Cut = Annotated[
    Annotated[Literal["all"], Tag("<text>")]
    | Annotated[list[Key], Field(min_length=1), Tag("<list>")]
    | Annotated[CutForm, Tag("<mapping>")],
    Discriminator(kind),
]


class StoryForm(Form):
    """A story: who is in it, where, and what happens, step by step."""

    format: Literal[1] = Field(description="Version of this file format: 1.")
    language: str = Field(
        default="en",
        pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$",
        description="Language of the texts in this file: en, de. Others lie beside it.",
    )
    title: Text = Field(description="The story's name, at most 28 characters.")
    patient: PatientForm = Field(description="The invented patient.")
    places: dict[Key, Place] = Field(
        min_length=1, description="Grounds on the stage, by key: a title, or a mapping."
    )
    roles: dict[RoleKey, RoleForm] = Field(min_length=1, description="Parts, by key.")
    scenes: list[SceneForm] = Field(min_length=1, description="Chapters, in order.")
    cuts: dict[Key, Cut] = Field(
        default={},
        description="Shorter ways through it, by name: a list of cue ids, all, or a mapping.",
    )
