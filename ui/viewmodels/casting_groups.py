"""Groups of fields on the cast page, each with what its last test found."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject

from ui.rows import Rows
from ui.translations import translate
from ui.viewmodels.casting_form import (
    Form,
    address_fields,
    card_fields,
    identity_fields,
    rarer_fields,
)
from ui.viewmodels.casting_rows import FieldRow, GroupRow, ResultRow

_Row = TypeVar("_Row")

_PROTOCOLS = {
    "hl7v2": ("HL7 v2", "HL7 v2", "HL7 v2"),
    "dicom": ("DICOM", "DICOM", "DICOM"),
    "soap": ("SOAP", "XDS", "ITI-"),
    "syslog": ("Audit", "Audit", "Audit"),
}
"""Of each: its title, whose colour it has, and what a test of it asks."""


class Groups:
    """The form, as rows of rows.

    Attributes:
        labels: What each field is called.
    """

    def __init__(self, parent: QObject) -> None:
        """No system is shown."""
        self.rows = Rows(GroupRow, parent=parent)
        self.labels: dict[str, str] = {}
        self._parent = parent
        self._fields: dict[str, Rows[FieldRow]] = {}
        self._results: dict[str, Rows[ResultRow]] = {}
        self._asked = ""

    def show(self, form: Form | None) -> None:
        """Show that system; None: nobody's."""
        self.labels.clear()
        self.rows.show(tuple(self._groups(form)) if form else ())

    def asking(self, subject: str) -> None:
        """A test is under way."""
        self._asked = group_of(subject)
        words = translate("Casting", "Asking …")
        self._tell((ResultRow(key="0", outcome="busy", words=words, remedy="", owner=""),))

    def found(self, results: Sequence[ResultRow]) -> None:
        """It has ended."""
        self._tell(results)
        self._asked = ""

    def failed(self, words: str) -> None:
        """It could not be made; nothing happens where none was asked for."""
        if self._asked:
            self.found((ResultRow(key="0", outcome="failed", words=words, remedy="", owner=""),))

    def forget(self) -> None:
        """Another system: what was found of the last one says nothing of it."""
        self._asked = ""
        for rows in self._results.values():
            rows.show(())

    def _tell(self, results: Sequence[ResultRow]) -> None:
        if self._asked:
            self._rows(self._results, ResultRow, self._asked).show(results)

    def _groups(self, form: Form) -> Iterator[GroupRow]:
        yield self._group("system", translate("Casting", "System"), identity_fields(form))
        for protocol in form.protocols():
            title, family, subject = _PROTOCOLS[protocol]
            spoken = form.speaks(protocol)
            yield self._group(
                protocol,
                title,
                address_fields(form, protocol),
                words="" if spoken else translate("Casting", "Left empty, our stand-in keeps it."),
                family=family,
                subject=subject if spoken else "",
            )
        yield self._group("card", translate("Casting", "On its card"), card_fields(form))
        more = translate("Casting", "More: TLS, patience, PDU, transfer syntaxes, OIDs")
        yield self._group("more", more, rarer_fields(form), folded=True)

    def _group(
        self,
        key: str,
        title: str,
        fields: Iterator[FieldRow],
        *,
        words: str = "",
        family: str = "",
        subject: str = "",
        folded: bool = False,
    ) -> GroupRow:
        made = tuple(fields)
        self.labels.update({each.at: each.label for each in made})
        rows = self._rows(self._fields, FieldRow, key)
        rows.show(made)
        return GroupRow(
            key=key,
            title=title,
            words=words,
            family=family,
            subject=subject,
            folded=folded,
            faulty=any(each.fault for each in made),
            fields=rows,
            results=self._rows(self._results, ResultRow, key),
        )

    def _rows(self, kept: dict[str, Rows[_Row]], kind: type[_Row], key: str) -> Rows[_Row]:
        return kept.setdefault(key, Rows(kind, parent=self._parent))


def group_of(subject: str) -> str:
    """The group whose address a subject is."""
    return next((key for key, each in _PROTOCOLS.items() if subject.startswith(each[2])), "")
