"""What can be read of a story, however broken.

The lint looks at this and not at the validated model, so that one wrong key does not hide the
faults behind it. Whatever has the wrong type counts as absent: `shape` has reported it.
"""

from collections.abc import Iterator

import msgspec

from showcase.story.yaml_source import At, Source, Value


class Word(msgspec.Struct, frozen=True):
    """A text of the file, and where it stands."""

    text: str
    at: At


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
        return _word(_get(self.source.data, at), at)

    def keys(self, *at: str | int) -> tuple[str, ...]:
        """The keys of the mapping that stands somewhere."""
        return tuple(_mapping(_get(self.source.data, at)))

    def count(self, *at: str | int) -> int:
        """The length of the list that stands somewhere."""
        return len(_list(_get(self.source.data, at)))


def sketch(source: Source) -> Sketch:
    """Read what can be read."""
    data = source.data
    return Sketch(
        source=source,
        places=tuple(_mapping(_get(data, ("places",)))),
        roles={key: _role(key, value) for key, value in _items(data, "roles")},
        cues=tuple(_cues(data)),
        cuts={
            name: _words(_cut(value), ("cuts", name, *_cut_step(value)))
            for name, value in _items(data, "cuts")
        },
    )


def _role(key: str, value: Value) -> RoleSketch:
    at: At = ("roles", key)
    role = _mapping(value)
    return RoleSketch(
        key=key,
        at=at,
        place=_word(role.get("in"), (*at, "in")),
        plays=_words(role.get("plays"), (*at, "plays")),
        cell=_cell(role.get("at")),
    )


def _cues(data: Value) -> Iterator[CueSketch]:
    index = 0
    for number, scene in enumerate(_list(_get(data, ("scenes",)))):
        for step, cue in enumerate(_list(_mapping(scene).get("cues"))):
            yield _cue(index, ("scenes", number, "cues", step), _mapping(cue))
            index += 1


def _cue(index: int, at: At, cue: dict[str, Value]) -> CueSketch:
    return CueSketch(
        index=index,
        at=at,
        id=_word(cue.get("id"), (*at, "id")),
        transaction=_word(cue.get("transaction"), (*at, "transaction")),
        sender=_word(cue.get("from"), (*at, "from")),
        receivers=_words(cue.get("to"), (*at, "to")),
        caused_by=_word(cue.get("caused_by"), (*at, "caused_by")),
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


def _get(data: Value, at: At) -> Value:
    for step in at:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data


def _items(data: Value, key: str) -> list[tuple[str, Value]]:
    return list(_mapping(_get(data, (key,))).items())


def _mapping(value: Value) -> dict[str, Value]:
    return value if isinstance(value, dict) else {}


def _list(value: Value) -> list[Value]:
    return value if isinstance(value, list) else []


def _word(value: Value, at: At) -> Word | None:
    return Word(value, at) if isinstance(value, str) and value else None


def _words(value: Value, at: At) -> tuple[Word, ...]:
    """A text, or a list of them."""
    if isinstance(value, str) and value:
        return (Word(value, at),)
    found = (_word(item, (*at, number)) for number, item in enumerate(_list(value)))
    return tuple(word for word in found if word)
