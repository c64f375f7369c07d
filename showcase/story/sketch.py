"""What can be read of a story, however broken.

The lint looks at this and not at the validated model, so that one wrong key does not hide the
faults behind it. Whatever has the wrong type counts as absent: `shape` has reported it.
"""

from collections.abc import Iterator

import msgspec

from showcase.story.raw import Word, get, items, listing, mapping, word, words
from showcase.story.yaml_source import At, Source, Value


class RoleSketch(msgspec.Struct, frozen=True, kw_only=True):
    """A role as far as it can be read."""

    key: str
    at: At
    place: Word | None
    plays: tuple[Word, ...]
    cell: tuple[float, float] | None


class CueSketch(msgspec.Struct, frozen=True, kw_only=True):
    """A cue as far as it can be read; `index` counts from 0 through the whole story."""

    index: int
    at: At
    id: Word | None
    transaction: Word | None
    sender: Word | None
    receivers: tuple[Word, ...]
    caused_by: Word | None
    then: str
    pause: Word | None
    planned: bool

    @property
    def name(self) -> str:
        """How to call it in a fault."""
        return f"cue `{self.id.text}`" if self.id else f"cue {self.index + 1}"


class Sketch(msgspec.Struct, frozen=True, kw_only=True):
    """A story as far as it can be read."""

    source: Source
    places: tuple[str, ...]
    roles: dict[str, RoleSketch]
    cues: tuple[CueSketch, ...]
    cuts: dict[str, tuple[Word, ...]]

    def text(self, *at: str | int) -> Word | None:
        """The text that stands somewhere."""
        return word(get(self.source.data, at), at)

    def keys(self, *at: str | int) -> tuple[str, ...]:
        """The keys of the mapping that stands somewhere."""
        return tuple(mapping(get(self.source.data, at)))

    def count(self, *at: str | int) -> int:
        """The length of the list that stands somewhere."""
        return len(listing(get(self.source.data, at)))


def sketch(source: Source) -> Sketch:
    """Read what can be read."""
    data = source.data
    return Sketch(
        source=source,
        places=tuple(mapping(get(data, ("places",)))),
        roles={key: _role(key, value) for key, value in items(data, "roles")},
        cues=tuple(_cues(data)),
        cuts={
            name: words(listing(_cut(value)), ("cuts", name, *_cut_step(value)))
            for name, value in items(data, "cuts")
        },
    )


def _role(key: str, value: Value) -> RoleSketch:
    at: At = ("roles", key)
    role = mapping(value)
    return RoleSketch(
        key=key,
        at=at,
        place=word(role.get("in"), (*at, "in")),
        plays=words(role.get("plays"), (*at, "plays")),
        cell=_cell(role.get("at")),
    )


def _cues(data: Value) -> Iterator[CueSketch]:
    index = 0
    for number, scene in enumerate(listing(get(data, ("scenes",)))):
        for step, cue in enumerate(listing(mapping(scene).get("cues"))):
            yield _cue(index, ("scenes", number, "cues", step), mapping(cue))
            index += 1


def _cue(index: int, at: At, cue: dict[str, Value]) -> CueSketch:
    return CueSketch(
        index=index,
        at=at,
        id=word(cue.get("id"), (*at, "id")),
        transaction=word(cue.get("transaction"), (*at, "transaction")),
        sender=word(cue.get("from"), (*at, "from")),
        receivers=words(cue.get("to"), (*at, "to")),
        caused_by=word(cue.get("caused_by"), (*at, "caused_by")),
        then=str(cue.get("then", "follow")),
        pause=Word(str(cue["pause"]), (*at, "pause")) if cue.get("pause") else None,
        planned=cue.get("planned") is True,
    )


def _cut(value: Value) -> Value:
    return value.get("cues") if isinstance(value, dict) else value


def _cut_step(value: Value) -> tuple[str, ...]:
    return ("cues",) if isinstance(value, dict) else ()


def _cell(value: Value) -> tuple[float, float] | None:
    match value:
        case [int() | float() as column, int() | float() as row]:
            return float(column), float(row)
        case _:
            return None
