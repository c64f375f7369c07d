"""ITI-20: what a record states, and what a repository makes of a damaged one."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.model.exchange import Outcome
from showcase.model.fact import Fact, FactKind
from showcase.protocols.audit import codes
from showcase.protocols.audit.message import AuditMessage, Detail, Participant
from showcase.protocols.audit.syslog import frame
from showcase.transactions import iti20

MESSAGE = AuditMessage(
    event_id=codes.EXPORT,
    action="R",
    at=datetime(2026, 5, 4, 9, 30, tzinfo=UTC),
    outcome=0,
    event_types=(codes.transaction("ITI-41", "Provide and Register Document Set-b"),),
    participants=(Participant(user_id="a"), Participant(user_id="b")),
    source_id="EHR",
    objects=(
        iti20.patient("40213", "1.2.3"),
        iti20.document("1.2.3.9"),
        iti20.study("1.2.3.8"),
        iti20.submission_set("1.2.3.7"),
        iti20.query("q", codes.SOP_CLASS, b"asked", Detail("TransferSyntax", b"1.2.840.10008.1.2")),
    ),
)
FACTS = (
    Fact(kind=FactKind.STATUS, value="ITI-41", path="EventTypeCode"),
    Fact(kind=FactKind.PATIENT_ID, value="40213", authority="1.2.3", path="ParticipantObjectID"),
    Fact(kind=FactKind.DOCUMENT, value="1.2.3.9", path="ParticipantObjectID"),
    Fact(kind=FactKind.STUDY, value="1.2.3.8", path="ParticipantObjectID"),
)
RAW = iti20.wrap(MESSAGE, host="booth", app="EHR")


def test_a_record_reads_back() -> None:
    assert iti20.read(RAW) == MESSAGE
    assert iti20.judge(RAW).outcome is Outcome.SENT


def test_the_envelope_is_ihes() -> None:
    assert RAW.startswith(b"<85>1 2026-05-04T09:30:00.000000Z booth EHR ")
    assert b" IHE+RFC-3881 - <AuditMessage>" in RAW


@pytest.mark.parametrize("recorded", [RAW, frame(RAW), frame(RAW) * 2])
def test_facts_are_read_from_either_carrier(recorded: bytes) -> None:
    assert iti20.facts(recorded, b"") == FACTS


def test_a_patient_without_an_authority_is_named_plainly() -> None:
    assert iti20.patient("7", "").id == "7"
    assert iti20.patient("7", "1.2").id == "7^^^&1.2&ISO"


@pytest.mark.parametrize(
    ("raw", "words"),
    [(b"<14>su: old", "RFC 3164"), (RAW[:-5], "not well-formed"), (b"\x00", "syslog header")],
)
def test_a_damaged_record_fails_with_its_cause(raw: bytes, words: str) -> None:
    verdict = iti20.judge(raw)
    assert verdict.outcome is Outcome.FAILED
    assert words in verdict.words
    assert verdict.remedy


@pytest.mark.parametrize(
    "said", [b" - disk is warm", b" -", b' [a@1 b="c"] \xef\xbb\xbfW\xc3\xa4rme']
)
def test_syslog_of_another_kind_is_taken(said: bytes) -> None:
    """TF-2 3.20.4.1.3: a repository takes any syslog message that complies with RFC 5424."""
    raw = b"<14>1 2026-05-04T09:30:00Z booth app 7 -" + said
    assert iti20.judge(raw) == iti20.OTHER
    assert iti20.facts(raw, b"") == ()
    promised = raw.replace(b" 7 -", b" 7 IHE+RFC-3881")
    assert iti20.judge(promised).outcome is Outcome.FAILED


@given(st.binary(max_size=100), st.integers(0, len(RAW)))
def test_facts_of_damaged_bytes_never_crash(noise: bytes, at: int) -> None:
    assert set(iti20.facts(RAW[:at] + noise, noise)) <= set(FACTS)
    assert iti20.judge(noise).outcome is Outcome.FAILED
