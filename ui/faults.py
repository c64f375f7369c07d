"""The engine's words for what went wrong, in the language of the window.

A text of the engine is several sentences, each with values in it. Sentence by sentence the
catalogue is asked which one it is; what it does not know stays in English.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from ui.fault_words import PIECES, SENTENCES
from ui.translations import SOURCE, spoken, translate

_VALUE = re.compile(r"\{(\w+)\}")
_END = re.compile(r"(?<=[.!?”])\s+(?=\S)")


def told(words: str) -> str:
    """What the engine says, in the language that is spoken."""
    if spoken() == SOURCE or not words:
        return words
    return " ".join(_sentences(words))


def piece(words: str) -> str:
    """A part of a sentence, or the name of a value, in the language that is spoken."""
    if spoken() == SOURCE:
        return words
    if ", " in words:
        return ", ".join(piece(each) for each in words.split(", "))
    found = _known(PIECES, words)
    if found is not None:
        return found
    head, bracket, more = words.partition(" (")
    known = _known(PIECES, head) if bracket else None
    return words if known is None else f"{known} ({more}"


def _sentences(words: str) -> Iterator[str]:
    """Each as short as the catalogue knows one: a value may hold a full stop."""
    ends = [*(match.start() for match in _END.finditer(words)), len(words)]
    start = 0
    while start < len(words):
        behind = [end for end in ends if end > start]
        found = ((end, _known(SENTENCES, words[start:end])) for end in behind)
        end, said = next((pair for pair in found if pair[1] is not None), (behind[0], None))
        yield words[start:end] if said is None else said
        start = end + len(words[end:]) - len(words[end:].lstrip())


def _known(catalogue: tuple[str, ...], words: str) -> str | None:
    """That text in the other language; None where the catalogue does not know it."""
    for source, pattern in _patterns(catalogue):
        if match := pattern.fullmatch(words):
            return _filled(translate("Fault", source), match.groupdict())
    return None


def _filled(said: str, values: Mapping[str, str]) -> str:
    return _VALUE.sub(lambda each: piece(values[each[1]]), said)


@cache
def _patterns(catalogue: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The most words of its own first: the rarer sentence is the likelier one."""
    ordered = sorted(catalogue, key=lambda each: -len(_VALUE.sub("", each)))
    return tuple((each, _pattern(each)) for each in ordered)


def _pattern(source: str) -> re.Pattern[str]:
    parts = _VALUE.split(source)
    named = (f"(?P<{part}>.+?)" if n % 2 else re.escape(part) for n, part in enumerate(parts))
    return re.compile("".join(named))
