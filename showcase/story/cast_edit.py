"""Changes a cast file as its author would: comments, order and style stay where they are.

Text in, text out; whether the result is a cast is for `cast.cast_from` to say. What is typed is
text; here it becomes what the file has: a port a number, a list of transactions a list.
"""

import re
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Any

import msgspec
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import CommentMark
from ruamel.yaml.tokens import CommentToken

At = tuple[str, ...]

_ORDER = (
    "format", "title", "time_server", "systems", "roles", "standins", "taps",
    "vendor", "product", "logo", "hl7v2", "dicom", "soap", "syslog",
    "host", "port", "tls_port", "application", "facility", "ae_title", "max_pdu",
    "transfer_syntaxes", "ca", "pinned", "tls", "oids", "takes", "deadline", "take_over_after",
    "authority", "authority_oid", "unique_id",
)  # fmt: skip
"""A new key stands where the documentation has it."""

_NUMBERS = frozenset({"port", "tls_port", "max_pdu", "listen", "deadline", "take_over_after"})
_LISTS = frozenset({"takes", "transfer_syntaxes"})
_SWITCHES = frozenset({"tls"})
_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,6})?")
_INDENTED = re.compile(r"^( +)[A-Za-z]", re.MULTILINE)
_WIDEST = 4096
"""Columns: a line that somebody wrote is never broken for them."""


class Edit(msgspec.Struct, frozen=True):
    """One value that shall stand in a cast.

    Attributes:
        at: Where: ``("systems", "acme", "dicom", "port")``.
        text: As somebody typed it; empty: nothing shall stand there.
    """

    at: At
    text: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The file's text with every edit made.

    Args:
        text: A cast that could be read; see `yaml_source`.
        edits: In the order in which they are made.
    """
    yaml = _yaml(text)
    root = yaml.load(text)
    if not isinstance(root, CommentedMap):
        root = CommentedMap()
    tails = list(_take_tails(root))
    for edit in edits:
        if edit.text:
            _put(root, edit.at, _typed(edit.at[-1], edit.text))
        else:
            _drop(root, edit.at)
    for path, tail in reversed(tails):
        _give_tail(root, path, tail)
    made = StringIO()
    yaml.dump(root, made)
    return made.getvalue()


def _yaml(text: str) -> YAML:
    found = _INDENTED.search(text)
    step = min(8, len(found[1])) if found else 2
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = _WIDEST
    yaml.indent(mapping=step, sequence=step + 2, offset=step)
    return yaml


def _typed(key: str, text: str) -> Any:  # noqa: ANN401 - whatever YAML can say
    if key in _LISTS:
        items = CommentedSeq(part.strip() for part in text.split(",") if part.strip())
        items.fa.set_flow_style()
        return items
    if key in _SWITCHES and text in {"true", "false"}:
        return text == "true"
    if key in _NUMBERS and _NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return text


def _put(root: CommentedMap, at: At, value: object) -> None:
    here = root
    for depth, step in enumerate(at[:-1]):
        below = here.get(step)
        if not isinstance(below, CommentedMap):
            below = CommentedMap()
            if depth > 1:  # an address is a line; a system is a paragraph
                below.fa.set_flow_style()
            _set(here, step, below)
        here = below
    _set(here, at[-1], value)


def _set(here: CommentedMap, key: str, value: object) -> None:
    if key in here or key not in _ORDER:
        here[key] = value
        return
    rank = _ORDER.index(key)
    later = (n for n, each in enumerate(here) if each in _ORDER and _ORDER.index(each) > rank)
    here.insert(next(later, len(here)), key, value)


def _drop(root: CommentedMap, at: At) -> None:
    """Remove a value, and what holds it, should that be empty then."""
    way = [root]
    for step in at[:-1]:
        below = way[-1].get(step)
        if not isinstance(below, CommentedMap):
            return
        way.append(below)
    for here, step in zip(reversed(way), reversed(at), strict=True):
        if step not in here:
            return
        del here[step]
        if here:
            return


# --- Comments between two paragraphs --------------------------------------------------------------
# ruamel hangs them on the last value of the paragraph before: a key added there would come after a
# comment that speaks of the next one. So they are taken off, and hung on whatever is last then.


def _take_tails(root: CommentedMap) -> Iterator[tuple[At, str]]:
    for section, below in root.items():
        yield (section,), _take(root, section)
        if isinstance(below, CommentedMap) and not below.fa.flow_style():
            for key in list(below)[:-1]:
                yield (section, key), _take(below, key)


def _take(here: CommentedMap, key: str) -> str:
    holder, last, slot = _last(here, key)
    token = (holder.ca.items.get(last) or [None] * 4)[slot]
    if not isinstance(token, CommentToken):
        return ""
    head, _, tail = token.value.partition("\n")
    token.value = f"{head}\n"
    if not head.strip():
        del holder.ca.items[last]
        if isinstance(holder[last], CommentedMap | CommentedSeq):
            holder[last].ca.comment = None
    return str(tail)


def _give_tail(root: CommentedMap, path: At, tail: str) -> None:
    here = root
    for step in path[:-1]:
        here = here.get(step, CommentedMap())
    if not tail or path[-1] not in here:
        return
    holder, last, slot = _last(here, path[-1])
    found = holder.ca.items.setdefault(last, [None] * 4)
    if isinstance(found[slot], CommentToken):
        found[slot].value += tail
    else:
        found[slot] = CommentToken(f"\n{tail}", start_mark=CommentMark(0), end_mark=None)


def _last(here: CommentedMap, key: str) -> tuple[Any, Any, int]:
    """The value that is written last below a key: what holds it, its key there, and the slot."""
    holder: Any = here
    last: Any = key
    slot = 2
    while True:
        value = holder[last]
        if not isinstance(value, CommentedMap | CommentedSeq) or value.fa.flow_style() or not value:
            return holder, last, slot
        holder = value
        last, slot = (
            (next(reversed(value)), 2) if isinstance(value, CommentedMap) else (len(value) - 1, 0)
        )
