"""Whether an object is what a query asks for (IHE ITI TF-2 3.18.4.1.2.3.7).

A parameter that is absent matches everything. Several values of one slot mean *or*; a slot that
stands several times means *and*.
"""

from collections.abc import Iterable

from showcase.protocols.soap.metadata import Author, Code, DocumentEntry, Folder, SubmissionSet
from showcase.protocols.soap.query import StoredQuery
from showcase.protocols.soap.vocabulary import Entry

_FIRST_MOMENT = "00000101000000"
"""Of year, month, day, hour, minute, second."""

_DE, _SS, _F = "$XDSDocumentEntry", "$XDSSubmissionSet", "$XDSFolder"


def document(entry: DocumentEntry, query: StoredQuery) -> bool:
    """Whether a document entry matches. On-demand entries only when asked for by their type."""
    types = query.values(f"{_DE}Type") or (Entry.STABLE,)
    return (
        entry.object_type in types
        and _one_of(query, f"{_DE}Status", entry.status)
        and all(_coded(query, f"{_DE}{name}", codes) for name, codes in _codes(entry))
        and _every(query, f"{_DE}ReferenceIdList", entry.reference_ids)
        and _written_by(query, f"{_DE}AuthorPerson", entry.authors)
        and _between(query, f"{_DE}CreationTime", entry.creation_time)
        and _between(query, f"{_DE}ServiceStartTime", entry.service_start_time)
        and _between(query, f"{_DE}ServiceStopTime", entry.service_stop_time)
    )


def _codes(entry: DocumentEntry) -> tuple[tuple[str, Iterable[Code | None]], ...]:
    return (
        ("ClassCode", (entry.class_code,)),
        ("TypeCode", (entry.type_code,)),
        ("PracticeSettingCode", (entry.practice_setting,)),
        ("HealthcareFacilityTypeCode", (entry.facility_type,)),
        ("FormatCode", (entry.format_code,)),
        ("EventCodeList", entry.event_codes),
        ("ConfidentialityCode", entry.confidentiality),
    )


def submission_set(what: SubmissionSet, query: StoredQuery) -> bool:
    """Whether a submission set matches."""
    return (
        _one_of(query, f"{_SS}Status", what.status)
        and _one_of(query, f"{_SS}SourceId", what.source_id)
        and _coded(query, f"{_SS}ContentType", (what.content_type,))
        and _written_by(query, f"{_SS}AuthorPerson", what.authors)
        and _between(query, f"{_SS}SubmissionTime", what.submission_time)
    )


def folder(what: Folder, query: StoredQuery) -> bool:
    """Whether a folder matches."""
    return (
        _one_of(query, f"{_F}Status", what.status)
        and _coded(query, f"{_F}CodeList", what.codes)
        and _between(query, f"{_F}LastUpdateTime", what.last_update_time)
    )


def _one_of(query: StoredQuery, name: str, value: str) -> bool:
    wanted = query.values(name)
    return not wanted or value in wanted


def _every(query: StoredQuery, name: str, values: Iterable[str]) -> bool:
    held = set(values)
    return all(held & set(slot) for slot in query.parameters.get(name, ()))


def _coded(query: StoredQuery, name: str, codes: Iterable[Code | None]) -> bool:
    """Codes are asked for as ``code^^scheme`` (TF-2 3.18.4.1.2.3.4)."""
    return _every(query, name, (f"{each.code}^^{each.scheme}" for each in codes if each))


def _written_by(query: StoredQuery, name: str, authors: tuple[Author, ...]) -> bool:
    patterns = query.values(name)
    return not patterns or any(like(p, each.person) for p in patterns for each in authors)


def like(pattern: str, text: str) -> bool:
    """SQL's LIKE, whatever the case: ``%`` is any text, ``_`` any character.

    Without regular expressions, in which a pattern such as ``%a%a%a%a`` may take for ever.
    """
    wanted, given = pattern.casefold(), text.casefold()
    p = t = 0
    star, resume = -1, 0
    while t < len(given):
        if p < len(wanted) and wanted[p] == "%":
            star, resume = p, t
            p += 1
        elif p < len(wanted) and wanted[p] in {"_", given[t]}:
            p, t = p + 1, t + 1
        elif star >= 0:
            resume += 1
            p, t = star + 1, resume
        else:
            return False
    return not wanted[p:].strip("%")


def _between(query: StoredQuery, name: str, time: str) -> bool:
    """From is included, To is not (TF-2 3.18.4.1.2.3.7.1); times compare as text, filled up."""
    since, until = query.value(f"{name}From"), query.value(f"{name}To")
    if not since and not until:
        return True
    began = _whole(time)
    return bool(time) and _whole(since) <= began and (not until or began < _whole(until))


def _whole(time: str) -> str:
    """When a time of less precision begins: ``202603`` on the first of March, at midnight."""
    return time + _FIRST_MOMENT[len(time) :]
