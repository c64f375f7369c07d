"""Success, failure, and the errors in between (OASIS ebRS 3.0; IHE ITI TF-3 4.2.4)."""

from collections.abc import Iterable

import msgspec
from lxml import etree

from showcase.protocols.soap.vocabulary import (
    ERROR,
    FAILURE,
    PARTIAL_SUCCESS,
    QUERY,
    RS,
    SUCCESS,
    WARNING,
)

_NSMAP = {"rs": RS}


class RegistryError(msgspec.Struct, frozen=True, kw_only=True):
    """One error or warning.

    Attributes:
        code: ``XDSUnknownPatientId`` and its cousins (TF-3 table 4.2.4.1-2).
        context: For people who mend it.
        location: What it concerns, where that can be said.
    """

    code: str
    context: str
    severity: str = ERROR
    location: str = ""


class RegistryResponse(msgspec.Struct, frozen=True, kw_only=True):
    """How a registry or a repository answered.

    Attributes:
        status: One of the three URNs.
    """

    status: str
    errors: tuple[RegistryError, ...] = ()

    @property
    def succeeded(self) -> bool:
        """Whether everything that was asked was done."""
        return self.status == SUCCESS


def outcome(errors: Iterable[RegistryError], *, partly: bool = False) -> RegistryResponse:
    """The response that these errors make.

    Args:
        errors: Errors and warnings; warnings alone do not spoil a success (TF-3 4.2.4.2).
        partly: Some of what was asked was done, and the transaction knows partial success.
    """
    found = tuple(errors)
    failed = any(each.severity != WARNING for each in found)
    status = SUCCESS if not failed else PARTIAL_SUCCESS if partly else FAILURE
    return RegistryResponse(status=status, errors=found)


def write(response: RegistryResponse) -> etree._Element:
    """An rs:RegistryResponse."""
    element = etree.Element(f"{{{RS}}}RegistryResponse", {"status": response.status}, nsmap=_NSMAP)
    add_errors(element, response.errors)
    return element


def add_errors(element: etree._Element, errors: tuple[RegistryError, ...]) -> None:
    """Add an rs:RegistryErrorList, unless there is nothing to put in."""
    if not errors:
        return
    worst = ERROR if any(each.severity != WARNING for each in errors) else WARNING
    listing = etree.SubElement(
        element, f"{{{RS}}}RegistryErrorList", {"highestSeverity": worst}, nsmap=_NSMAP
    )
    for each in errors:
        one = etree.SubElement(
            listing,
            f"{{{RS}}}RegistryError",
            {"errorCode": each.code, "codeContext": each.context, "severity": each.severity},
        )
        if each.location:
            one.set("location", each.location)


def read(element: etree._Element) -> RegistryResponse | None:
    """The response in an rs:RegistryResponse, an AdhocQueryResponse, or what holds one.

    None when there is none.
    """
    tags = (f"{{{RS}}}RegistryResponse", f"{{{QUERY}}}AdhocQueryResponse")
    found = element if element.tag in tags else element.find(tags[0])
    if found is None or not found.get("status"):
        return None
    listed = found.iterfind(f"{{{RS}}}RegistryErrorList/{{{RS}}}RegistryError")
    return RegistryResponse(
        status=found.get("status", ""),
        errors=tuple(
            RegistryError(
                code=each.get("errorCode", ""),
                context=each.get("codeContext", ""),
                severity=each.get("severity", ERROR),
                location=each.get("location", ""),
            )
            for each in listed
        ),
    )
