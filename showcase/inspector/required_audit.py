"""What an audit record must hold (DICOM PS3.15 A.5.1; its forerunner is RFC 3881 5)."""

from collections.abc import Iterator

from lxml import etree

from showcase.model.answers import Finding
from showcase.model.fact import Side
from showcase.protocols.audit.message import BOM
from showcase.protocols.audit.syslog import messages_in, parse
from showcase.wire import safe_xml
from showcase.wire.failure import Garbled

CLAUSE = "DICOM PS3.15, A.5.1"

_ROOT = "AuditMessage"
_ELEMENTS = {
    "EventIdentification": ("EventID",),
    "ParticipantObjectIdentification": ("ParticipantObjectIDTypeCode",),
}
"""What must stand inside."""

_ATTRIBUTES = {
    "EventIdentification": ("EventDateTime", "EventOutcomeIndicator"),
    "ActiveParticipant": ("UserID", "UserIsRequestor"),
    "AuditSourceIdentification": ("AuditSourceID",),
    "ParticipantObjectIdentification": ("ParticipantObjectID",),
}

_ONCE = ("EventIdentification", "ActiveParticipant", "AuditSourceIdentification")
"""What no record is without."""

_CODED = ("EventID", "EventTypeCode", "RoleIDCode", "ParticipantObjectIDTypeCode")


def lacking(request: bytes) -> Iterator[Finding]:
    """What the records in recorded bytes lack; a damaged one says itself what is wrong."""
    for raw in messages_in(request):
        try:
            root = safe_xml.parse(parse(raw).body.removeprefix(BOM), what="The audit record")
        except Garbled:
            continue
        for path, words in _faults(root):
            yield Finding(side=Side.REQUEST, path=path, words=words, clause=CLAUSE)


def _faults(root: etree._Element) -> Iterator[tuple[str, str]]:
    if etree.QName(root).localname != _ROOT:
        yield "", f"The record must be an {_ROOT}"
        return
    for name in _ONCE:
        if root.find(f"{{*}}{name}") is None:
            yield _ROOT, f"{name} is missing"
    for path, element in _elements(root):
        yield from _missing(path, element)


def _missing(path: str, element: etree._Element) -> Iterator[tuple[str, str]]:
    name = etree.QName(element).localname
    for wanted in _ATTRIBUTES.get(name, ()):
        if not element.get(wanted, "").strip():
            yield f"{path}/@{wanted}", f"{wanted} is missing"
    for wanted in _ELEMENTS.get(name, ()):
        if element.find(f"{{*}}{wanted}") is None:
            yield f"{path}/{wanted}", f"{wanted} is missing"
    if name in _CODED and "csd-code" not in element.attrib:
        old = " (code is what RFC 3881 called it)" if "code" in element.attrib else ""
        yield path, f"{name} must say csd-code{old}"


def _elements(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Every element below, and its path: ``AuditMessage/ActiveParticipant[2]``."""
    counts: dict[str, int] = {}
    for element in root.iterchildren("{*}*"):
        name = etree.QName(element).localname
        counts[name] = counts.get(name, 0) + 1
        nth = f"[{counts[name]}]" if counts[name] > 1 else ""
        path = f"{_ROOT}/{name}{nth}"
        yield path, element
        for child in element.iterchildren("{*}*"):
            yield f"{path}/{etree.QName(child).localname}", child
