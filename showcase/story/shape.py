"""A file against its shape, in plain words.

pydantic says *what* does not fit; this says it the way somebody at a booth can act on, with the
line, the words that may stand there, and the field's own description.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from showcase.story.fault import Fault
from showcase.story.spelling import one_of, suggest
from showcase.story.yaml_source import At, Source

_NOUNS = {
    str: "text",
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "a mapping",
    type(None): "nothing",
}

_WANTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
}

_BOUNDS = {
    "greater_than_equal": ("smaller than {ge:g}", "Write {ge:g} or more."),
    "less_than_equal": ("larger than {le:g}", "Write {le:g} or less."),
    "string_too_long": ("longer than {max_length} characters", "Shorten it."),
    "string_too_short": ("empty", "Write something, or remove the key."),
    "too_short": ("too short a list", "Give at least {min_length}."),
    "too_long": ("too long a list", "Give at most {max_length}."),
}


class _Misfit(NamedTuple):
    """What pydantic said, what the JSON Schema says of the mapping around it, and where."""

    error: ErrorDetails
    node: dict[str, Any]
    at: At


def shape_faults(source: Source, form: type[BaseModel]) -> list[Fault]:
    """Everything in which a file differs from its shape; empty when it fits."""
    try:
        form.model_validate(source.data)
    except ValidationError as error:
        schema = form.model_json_schema()
        return [_fault(source, schema, detail) for detail in error.errors(include_url=False)]
    return []


def _fault(source: Source, schema: dict[str, Any], error: ErrorDetails) -> Fault:
    at = _at(source, error["loc"])
    say = _SAYINGS.get(error["type"])
    if say:
        words, remedy = say(_Misfit(error, _node(schema, at), at))
    elif error["type"] in _WANTED:
        words, remedy = _wrong_type(error, at)
    elif error["type"] in _BOUNDS:
        words, remedy = _out_of_bounds(error, at)
    else:
        words, remedy = f"{_name(at)}: {error['msg']}", "See `showcase schema`."
    of_key = error["type"] == "extra_forbidden" or error["loc"][-1:] == ("[key]",)
    return source.fault(at, words, remedy, key=of_key)


def _at(source: Source, loc: tuple[int | str, ...]) -> At:
    """Where an error is; pydantic puts tags of alternatives between the keys, which go."""
    here, at = source.data, []
    for step in loc:
        if isinstance(here, dict) and step in here:
            here = here[str(step)]
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
        elif step == loc[-1] and isinstance(here, dict) and not str(step).startswith(("<", "[")):
            here = None  # a key that is missing
        else:
            continue
        at.append(step)
    return tuple(at)


def _node(schema: dict[str, Any], at: At) -> dict[str, Any]:
    """What the JSON Schema says of the mapping that holds the last step of `at`."""
    node = schema
    for step in at[:-1]:
        node = _below(schema, node, step)
    return _mapping(schema, node)


def _mapping(schema: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    for each in _alternatives(schema, node):
        if "properties" in each:
            return each
    return {}


def _below(schema: dict[str, Any], node: dict[str, Any], step: str | int) -> dict[str, Any]:
    for each in _alternatives(schema, node):
        if step in each.get("properties", {}):
            found: dict[str, Any] = each["properties"][step]
            return found
        for word in ("items",) if isinstance(step, int) else ("additionalProperties",):
            if isinstance(each.get(word), dict):
                below: dict[str, Any] = each[word]
                return below
        for below in each.get("patternProperties", {}).values():
            if isinstance(step, str):
                return dict(below)
    return {}


def _alternatives(schema: dict[str, Any], node: dict[str, Any]) -> list[dict[str, Any]]:
    """The node, or the ways it may be written, each with its reference followed."""
    if "$ref" in node:
        return _alternatives(schema, schema["$defs"][node["$ref"].rpartition("/")[2]])
    ways = node.get("oneOf") or node.get("anyOf")
    if not ways:
        return [node]
    return [each for way in ways for each in _alternatives(schema, way)]


def _missing(misfit: _Misfit) -> tuple[str, str]:
    about = misfit.node.get("properties", {}).get(misfit.at[-1], {}).get("description", "")
    return f"{_name(misfit.at)} is missing", f"Add `{misfit.at[-1]}:`. {about}".strip()


def _unknown(misfit: _Misfit) -> tuple[str, str]:
    known = misfit.node.get("properties", {})
    return f"unknown key {_name(misfit.at)}", suggest(str(misfit.at[-1]), known)


def _not_listed(misfit: _Misfit) -> tuple[str, str]:
    expected = misfit.error.get("ctx", {}).get("expected", "")
    names = [name.strip("'") for name in expected.replace(" or ", ", ").split(", ")]
    given = misfit.error["input"]
    if isinstance(given, str):
        return f"{_name(misfit.at)} cannot be `{given}`", suggest(given, names)
    said = given if isinstance(given, bool | int | float) else _said(given)
    return f"{_name(misfit.at)} cannot be {said}", f"Use {one_of(names)}."


def _no_kind(misfit: _Misfit) -> tuple[str, str]:
    tags = misfit.error.get("ctx", {}).get("expected_tags", "")
    given = misfit.error["input"]
    nouns = {"<text>": "text", "<list>": "a list", "<mapping>": "a mapping"}
    choice = " or ".join(noun for tag, noun in nouns.items() if tag in (tags or nouns))
    return f"{_name(misfit.at)} must be {choice}, not {_said(given)}", f"Write {choice}."


def _pattern(misfit: _Misfit) -> tuple[str, str]:
    pattern = misfit.error.get("ctx", {}).get("pattern", "")
    remedy = _PATTERNS.get(pattern, f"It must match {pattern}.")
    return f"{_name(misfit.at)} is written wrongly: `{misfit.error['input']}`", remedy


_PATTERNS = {
    r"^[a-z][a-z0-9-]*$": "Use small letters, digits and hyphens, a letter first.",
    r"^[a-z][a-z0-9-]*$|^$": "Use small letters, digits and hyphens, a letter first.",
    r"^[a-z][a-z0-9_]*$": "Use small letters, digits and _, a letter first.",
    r"^[A-Z]{2,6}-[0-9]{1,3}$": "Write it as IHE does: ITI-41, RAD-5.",
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$": "Write year, month and day: 1961-04-02.",
    r"^[A-Z0-9]{2,3}$|^$": "Write the event as HL7 does: A04, NW.",
    r"^[A-Z0-9][A-Z0-9_-]{0,19}$|^$": "Use at most 20 capitals, digits, _ and hyphens.",
    r"^[0-2](\.(0|[1-9][0-9]*))+$|^$": "Write an OID: numbers with dots between them.",
    r"^[a-z]{2,3}(-[A-Z]{2})?$": "Write a language as browsers do: en, de, pt-BR.",
    r"^https?://[^\s/]+(/\S*)?$": "Write a whole address: http://10.4.0.21:8080/xds.",
    r"^[A-Za-z0-9_.:-]+$": "Write a host name or an address: 10.4.0.21.",
    r"^[!-\[\]-~]([ -\[\]-~]{0,14}[!-\[\]-~])?$": "Use 1 to 16 characters, no backslash (PS3.5).",
}

_SAYINGS: dict[str, Callable[[_Misfit], tuple[str, str]]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "literal_error": _not_listed,
    "union_tag_not_found": _no_kind,
    "union_tag_invalid": _no_kind,
    "string_pattern_mismatch": _pattern,
}


def _wrong_type(error: ErrorDetails, at: At) -> tuple[str, str]:
    wanted, given = _WANTED[error["type"]], error["input"]
    words = f"{_name(at)} must be {wanted}, not {_said(given)}"
    if wanted == "text" and isinstance(given, bool | int | float):
        return words, f'Put it in quotes: "{str(given).lower()}".'
    return words, f"Write {wanted}." if given is not None else f"Write {wanted} behind the colon."


def _out_of_bounds(error: ErrorDetails, at: At) -> tuple[str, str]:
    words, remedy = _BOUNDS[error["type"]]
    context = error.get("ctx", {})
    return f"{_name(at)} is {words.format(**context)}", remedy.format(**context)


def _said(given: object) -> str:
    noun = _NOUNS.get(type(given), "something else")
    return f"{noun} ({given})" if isinstance(given, bool | int | float) else noun


def _name(at: At) -> str:
    """The last word of a place in the file: `tell`, or item 2 of `to`."""
    if not at:
        return "the file"
    last = at[-1]
    if isinstance(last, int):
        return f"item {last + 1} of {_name(at[:-1])}"
    return f"`{last}`"
