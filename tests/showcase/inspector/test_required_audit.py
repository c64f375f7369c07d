"""What audit records lack."""

import pytest

from showcase.inspector.required_audit import CLAUSE, lacking
from showcase.protocols.audit.syslog import SyslogMessage, build, frame

RECORD = (
    b'<AuditMessage><EventIdentification EventDateTime="2026-11-24T10:00:00Z"'
    b' EventOutcomeIndicator="0"><EventID csd-code="110106" codeSystemName="DCM"/>'
    b'</EventIdentification><ActiveParticipant UserID="A" UserIsRequestor="true"/>'
    b'<ActiveParticipant UserID="B" UserIsRequestor="false"/>'
    b'<AuditSourceIdentification AuditSourceID="A"/></AuditMessage>'
)


def wrapped(body: bytes) -> bytes:
    return build(SyslogMessage(host="h", app="a", process="1", body=body))


def remarks(body: bytes) -> list[tuple[str, str]]:
    return [(each.path, each.words) for each in lacking(wrapped(body))]


def test_a_record_with_everything_is_not_remarked_upon() -> None:
    assert remarks(RECORD) == []


@pytest.mark.parametrize(
    ("there", "instead", "path", "words"),
    [
        (b' EventOutcomeIndicator="0"', b"", "EventIdentification/@EventOutcomeIndicator", ""),
        (b' UserID="B"', b"", "ActiveParticipant[2]/@UserID", "UserID is missing"),
        (b' AuditSourceID="A"', b"", "AuditSourceIdentification/@AuditSourceID", ""),
        (b"csd-code", b"code", "EventIdentification/EventID", "what RFC 3881 called it"),
    ],
)
def test_what_is_missing_is_named_where_it_should_stand(
    there: bytes, instead: bytes, path: str, words: str
) -> None:
    ((found, said),) = remarks(RECORD.replace(there, instead))
    assert found == f"AuditMessage/{path}"
    assert words in said


def test_a_record_without_participants_and_source_says_so() -> None:
    bare = RECORD[: RECORD.index(b"<ActiveParticipant")] + b"</AuditMessage>"
    assert remarks(bare) == [
        ("AuditMessage", "ActiveParticipant is missing"),
        ("AuditMessage", "AuditSourceIdentification is missing"),
    ]


def test_every_record_of_a_stream_is_looked_at() -> None:
    bad = wrapped(RECORD.replace(b' UserID="A"', b""))
    found = list(lacking(frame(wrapped(RECORD)) + frame(bad)))
    assert [each.clause for each in found] == [CLAUSE]


@pytest.mark.parametrize("raw", [b"", b"noise", wrapped(RECORD[:-9])])
def test_damage_is_not_remarked_upon(raw: bytes) -> None:
    assert list(lacking(raw)) == []


def test_another_document_is_no_record() -> None:
    assert remarks(b"<Other/>") == [("", "The record must be an AuditMessage")]
