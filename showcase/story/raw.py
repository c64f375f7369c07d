"""Raw values, read forgivingly: whatever has the wrong type counts as absent."""

import msgspec

from showcase.story.yaml_source import At, Value


class Word(msgspec.Struct, frozen=True):
    """A text of the file, and where it stands."""

    text: str
    at: At


def get(data: Value, at: At) -> Value:
    """The value that stands somewhere; None when none does."""
    for step in at:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data


def items(data: Value, key: str) -> list[tuple[str, Value]]:
    """Keys and values of a mapping at the top."""
    return list(mapping(get(data, (key,))).items())


def mapping(value: Value) -> dict[str, Value]:
    """The value, if it is a mapping; else an empty one."""
    return value if isinstance(value, dict) else {}


def listing(value: Value) -> list[Value]:
    """The value, if it is a list; else an empty one."""
    return value if isinstance(value, list) else []


def word(value: Value, at: At) -> Word | None:
    """The value, if it is a text that is not empty."""
    return Word(value, at) if isinstance(value, str) and value else None


def words(value: Value, at: At) -> tuple[Word, ...]:
    """A text, or a list of them."""
    if isinstance(value, str) and value:
        return (Word(value, at),)
    found = (word(item, (*at, number)) for number, item in enumerate(listing(value)))
    return tuple(word for word in found if word)
