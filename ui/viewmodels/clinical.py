"""An exchange as a clinician reads it: the patient, the order, the study, the finding; in order.

The same recorded bytes as the engineer's tree, without what carries them: no delimiters, no codes
beside their meaning, no addresses.
"""

import re
from collections.abc import Iterator

from showcase.model.node import Node
from ui.viewmodels.tree import TreeRow

_SPOKEN = re.compile(
    r"^(patient.?s? ?name|name|.*birth.*|.*sex|.*gender"
    r"|patient ?id.*|patient identifier list|accession ?number|visit number|admission ?id"
    r"|placer order number|filler order number|universal service id.*|procedure code"
    r"|.*procedure ?description|.*study ?description|.*series ?description|body ?part ?examined"
    r"|modality|protocol ?name|reason for.*|.*reason.*procedure.*|requesting ?physician.*"
    r"|ordering provider|referring ?physician.*|.*requested ?procedure ?priority"
    r"|observation value|text|impression|.*title|class ?code|type ?code|practice ?setting.*"
    r"|author|creation ?time|study ?date|study ?time|.*start ?date.*|.*end ?date"
    r"|performed ?procedure ?step ?status|patient class|.*instances|series ?number"
    r"|event ?outcome.*|event ?id|event ?date ?time|acknowledgement code|text message|error.*"
    r"|status|patient|patient id|document ?entry)$",
    re.IGNORECASE,
)
"""What a clinician has words for, across HL7 v2, DICOM, XDS metadata, CDA and ATNA."""

_CODE = re.compile(r"^(?:[A-Z][A-Z0-9]{2}-[\d.]+|\([0-9A-F]{4},[0-9A-F]{4}\)|@)\s*")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DATE = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(?:\d{2}(?:[.+-].*)?)?)?$")
_OID = re.compile(r" \((?:[^(),]+, )?\d+(?:\.\d+)+\)$")
"""What stands behind a meaning or an identifier: `` (18748-4, 2.16.840.1.113883.6.1)``."""

_MOST = 60
_DOCUMENT = "CDA document"  # as `showcase.explain.documents` labels it


def clinical(nodes: tuple[Node, ...], told: frozenset[str]) -> tuple[TreeRow, ...]:
    """The lines a clinician wants, each meaning once.

    Args:
        nodes: What the engine made of the bytes.
        told: Values that other systems know, too.
    """
    found: dict[tuple[str, str], TreeRow] = {}
    for key, node in _walk(nodes, ""):
        label, value = _label(node), plain(node.value)
        if value and _SPOKEN.match(label) and (label.casefold(), value) not in found:
            found[label.casefold(), value] = _row(key, node, label, value, told)
        if len(found) >= _MOST:
            break
    return tuple(found.values())


def _row(key: str, node: Node, label: str, value: str, told: frozenset[str]) -> TreeRow:
    return TreeRow(
        key=key,
        label=label,
        value=value,
        path=node.path,
        depth=0,
        branch=False,
        opened=False,
        told=node.value in told,
        start=node.start,
        end=node.end,
    )


def _walk(nodes: tuple[Node, ...], prefix: str) -> Iterator[tuple[str, Node]]:
    """A field that is spoken of as a whole is not taken apart."""
    for index, node in enumerate(nodes):
        key = f"{prefix}{index}"
        yield key, node
        if not (node.value and _CODE.match(node.label) and _SPOKEN.match(_label(node))):
            yield from _walk(node.children, f"{key}/")


def _label(node: Node) -> str:
    """``PID-5 Patient Name`` and ``(0010,0010) PatientName`` are both a *Patient name*."""
    words = _CAMEL.sub(" ", _CODE.sub("", node.label)).replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def narrative(nodes: tuple[Node, ...]) -> str:
    """The first clinical document among the nodes, as people read one; empty: there is none."""
    for node in nodes:
        if node.label == _DOCUMENT:
            heads = [f"{each.label}: {plain(each.value)}" for each in node.children if each.value]
            lines = [line.value for each in node.children for line in each.children]
            return "\n".join((node.value, "", *heads, "", *lines)).strip()
        if found := narrative(node.children):
            return found
    return ""


def plain(value: str) -> str:
    """``Quill^Rosa`` as *Rosa Quill*, a date as people write it, a code as its meaning."""
    if match := _DATE.match(value):
        year, month, day, hour, minute = match.groups()
        return f"{year}-{month}-{day}" + (f" {hour}:{minute}" if hour else "")
    if "^" not in value:
        return _OID.sub("", value)
    parts = value.split("~", maxsplit=1)[0].split("^")
    if _is_code(parts):
        return parts[1]
    if parts[0][:1].isdigit():  # an identifier, and who has assigned it
        return parts[0]
    named = [part for part in (parts[0], *parts[1:3]) if part and not part.isupper()]
    return " ".join(reversed(named[:2])) if named else parts[0]


def _is_code(parts: list[str]) -> bool:
    """``CTCHEST^CT chest with contrast^L``; ``^Chest pain``."""
    if len(parts) < 2 or not parts[1]:
        return False
    return " " in parts[1] or (parts[0].isupper() and len(parts) > 2)
