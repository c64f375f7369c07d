"""The audit message: XML there and back, and other people's XML."""

import base64
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from showcase.protocols.audit import codes
from showcase.protocols.audit.codes import Code
from showcase.protocols.audit.message import (
    AuditMessage,
    Detail,
    Object,
    Participant,
    from_xml,
    to_xml,
)
from showcase.wire.failure import Garbled

AT = datetime(2026, 5, 4, 9, 30, 0, 120000, tzinfo=UTC)

PROVIDE = AuditMessage(
    event_id=codes.EXPORT,
    action="R",
    at=AT,
    outcome=0,
    event_types=(codes.transaction("ITI-41", "Provide and Register Document Set-b"),),
    participants=(
        Participant(
            user_id="http://www.w3.org/2005/08/addressing/anonymous",
            alternative_id="4711",
            requestor=True,
            roles=(codes.SOURCE,),
            address="127.0.0.1",
            address_type="2",
        ),
        Participant(user_id="http://127.0.0.1:8002/xds", roles=(codes.DESTINATION,)),
    ),
    source_id="EHR",
    site_id="ST. ALBA",
    objects=(
        Object(
            id="40213^^^&1.2.3&ISO",
            id_type=codes.PATIENT_NUMBER,
            type_code="1",
            role="1",
            name="Quill^Rosa",
        ),
        Object(
            id="1.2.3.9",
            id_type=codes.REPORT_NUMBER,
            type_code="2",
            role="3",
            details=(Detail("Repository Unique Id", b"1.2.3.4"),),
        ),
    ),
)

# As an implementation of RFC 3881 writes it: `code`, a declaration, a byte order mark, other order
OLD = b"""\xef\xbb\xbf<?xml version="1.0" encoding="UTF-8"?>
<!-- by hand -->
<AuditMessage>
  <EventIdentification EventOutcomeIndicator="0" EventActionCode="E"
      EventDateTime="2026-05-04T11:30:00+02:00">
    <EventID code="110112" codeSystemName="DCM" displayName="Query"/>
    <EventTypeCode code="ITI-18" codeSystemName="IHE Transactions"/>
  </EventIdentification>
  <ActiveParticipant UserID="gp" UserIsRequestor="true"/>
  <AuditSourceIdentification AuditSourceID="practice"><AuditSourceTypeCode>4</AuditSourceTypeCode>
  </AuditSourceIdentification>
  <ParticipantObjectIdentification ParticipantObjectID="urn:uuid:1" ParticipantObjectTypeCode="2"
      ParticipantObjectTypeCodeRole="24">
    <ParticipantObjectIDTypeCode code="ITI-18" codeSystemName="IHE Transactions"/>
    <ParticipantObjectQuery>PHE+</ParticipantObjectQuery>
  </ParticipantObjectIdentification>
</AuditMessage>"""


def test_a_message_reads_back() -> None:
    assert from_xml(to_xml(PROVIDE)) == PROVIDE


def test_the_order_is_the_schemas() -> None:
    root = etree.fromstring(to_xml(PROVIDE))
    assert [child.tag for child in root] == [
        "EventIdentification",
        "ActiveParticipant",
        "ActiveParticipant",
        "AuditSourceIdentification",
        "ParticipantObjectIdentification",
        "ParticipantObjectIdentification",
    ]
    assert [child.tag for child in root[0]] == ["EventID", "EventTypeCode"]
    event = root.find("EventIdentification/EventID")
    assert event is not None
    assert sorted(event.items()) == [
        ("codeSystemName", "DCM"),
        ("csd-code", "110106"),
        ("originalText", "Export"),
    ]
    detail = root.find(".//ParticipantObjectDetail")
    assert detail is not None
    assert base64.b64decode(detail.get("value", "")) == b"1.2.3.4"


def test_no_mark_and_no_declaration_precede_it() -> None:
    assert to_xml(PROVIDE).startswith(b"<AuditMessage>")


def test_the_older_schema_is_read() -> None:
    message = from_xml(OLD)
    assert message.event_id == codes.QUERY
    assert message.event_types == (Code("ITI-18", "IHE Transactions"),)
    assert message.at == AT - timedelta(microseconds=120000)
    assert message.participants == (Participant(user_id="gp", requestor=True),)
    assert message.objects[0].query == b"<q>"
    assert message.source_id == "practice"


@pytest.mark.parametrize(
    ("xml", "words"),
    [
        (b"", "not well-formed"),
        (b"<AuditMessage>", "not well-formed"),
        (b"<Other/>", "is <Other>"),
        (b"<AuditMessage/>", "no EventIdentification"),
        (OLD.replace(b"<EventID ", b"<EventId "), "no EventID"),
        (OLD.replace(b'Indicator="0"', b'Indicator="7"'), "outcome '7'"),
        (OLD.replace(b"2026-05", b"2026-55"), "time '2026-55"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><AuditMessage/>', "document type"),
    ],
)
def test_a_damaged_record_says_how(xml: bytes, words: str) -> None:
    with pytest.raises(Garbled, match=words):
        from_xml(xml)


def test_what_xml_cannot_hold_is_marked() -> None:
    odd = Participant(user_id="a\x00b\x0bc\ufffe")
    message = from_xml(to_xml(msgspec.structs.replace(PROVIDE, participants=(odd,))))
    assert message.participants[0].user_id == "a\ufffdb\ufffdc\ufffd"


TEXTS = st.text(
    st.characters(
        min_codepoint=0x20, exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"
    ),
    max_size=20,
)
CODES = st.builds(Code, TEXTS, TEXTS, TEXTS.filter(bool))
MESSAGES = st.builds(
    AuditMessage,
    event_id=CODES,
    action=st.sampled_from("CRUDE"),
    at=st.integers(-(10**12), 10**12).map(lambda n: AT + timedelta(milliseconds=n)),
    outcome=st.sampled_from([0, 4, 8, 12]),
    event_types=st.lists(CODES, max_size=2).map(tuple),
    participants=st.lists(
        st.builds(
            Participant,
            user_id=TEXTS,
            roles=st.lists(CODES, max_size=2).map(tuple),
            name=TEXTS,
            requestor=st.booleans(),
            address=TEXTS,
        ),
        max_size=2,
    ).map(tuple),
    source_id=TEXTS,
    site_id=TEXTS,
    objects=st.lists(
        st.builds(
            Object,
            id=TEXTS,
            id_type=CODES,
            type_code=TEXTS,
            role=TEXTS,
            query=st.binary(max_size=20),
            details=st.lists(
                st.builds(Detail, TEXTS.filter(bool), st.binary(min_size=1)), max_size=2
            ).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
    outcome_description=TEXTS,
)


@given(MESSAGES)
def test_any_message_reads_back(message: AuditMessage) -> None:
    assert from_xml(to_xml(message)) == message


@given(st.binary(max_size=300))
def test_noise_never_crashes(noise: bytes) -> None:
    with pytest.raises(Garbled):
        from_xml(noise)


@given(st.integers(0, len(OLD) - 1), st.binary(max_size=3))
def test_damage_never_crashes(at: int, noise: bytes) -> None:
    with suppress(Garbled):
        from_xml(OLD[:at] + noise + OLD[at + 1 :])
