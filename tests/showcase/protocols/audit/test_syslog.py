"""The envelope: header and octet counting, ours and strangers'."""

import logging
import logging.handlers
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.protocols.audit.syslog import (
    SyslogMessage,
    Unframer,
    build,
    frame,
    messages_in,
    parse,
    unframe,
)
from showcase.wire.failure import Garbled

AT = datetime(2026, 5, 4, 9, 30, 0, 120000, tzinfo=UTC)
XML = b"<AuditMessage/>"
OURS = SyslogMessage(at=AT, host="booth", app="EHR", process="4711", body=XML)

# RFC 5424 6.5, Examples 1 to 4, as printed there
EXAMPLES = [
    b"<34>1 2003-10-11T22:14:15.003Z mymachine.example.com su - ID47"
    b" - \xef\xbb\xbf'su root' failed for lonvick on /dev/pts/8",
    b"<165>1 2003-08-24T05:14:15.000003-07:00 192.0.2.1 myproc 8710 - -"
    b" %% It's time to make the do-nuts.",
    b"<165>1 2003-10-11T22:14:15.003Z mymachine.example.com evntslog - ID47"
    b' [exampleSDID@32473 iut="3" eventSource="Application" eventID="1011"]'
    b" \xef\xbb\xbfAn application event log entry...",
    b"<165>1 2003-10-11T22:14:15.003Z mymachine.example.com evntslog - ID47"
    b' [exampleSDID@32473 iut="3" eventSource="Application" eventID="1011"]'
    b'[examplePriority@32473 class="high"]',
]


def test_our_header_is_ihes() -> None:
    raw = build(OURS)
    assert raw == (
        b"<85>1 2026-05-04T09:30:00.120000Z booth EHR 4711 IHE+RFC-3881 - <AuditMessage/>"
    )
    message = parse(raw)
    assert raw[message.body_at :] == XML
    assert message.at == AT
    assert (message.priority, message.host, message.app) == (85, "booth", "EHR")


def test_an_odd_name_cannot_break_the_header() -> None:
    odd = SyslogMessage(host="two words", app="é" * 60, process="", body=b"x")
    message = parse(build(odd))
    assert (message.host, message.app, message.process) == ("two_words", "_" * 48, "")
    assert message.at is None


def test_the_rfcs_examples_are_read() -> None:
    first, second, third, fourth = (parse(raw) for raw in EXAMPLES)
    assert (first.priority, first.host, first.app, first.process) == (
        34,
        "mymachine.example.com",
        "su",
        "",
    )
    assert first.body == b"\xef\xbb\xbf'su root' failed for lonvick on /dev/pts/8"
    west = timezone(-timedelta(hours=7))
    assert second.at == datetime(2003, 8, 24, 5, 14, 15, 3, tzinfo=west)
    assert second.body.startswith(b"%% It's")
    assert third.data.startswith("[exampleSDID@32473 ")
    assert third.body.endswith(b"entry...")
    assert fourth.data.endswith('[examplePriority@32473 class="high"]')
    assert fourth.body == b""


def test_escapes_in_structured_data_are_skipped() -> None:
    raw = b'<85>1 - h a - m [id@1 p="a\\]b\\"c\\\\"] body'
    assert parse(raw).body == b"body"


def test_the_older_syslog_is_named() -> None:
    record = logging.LogRecord("n", logging.WARNING, "p", 1, "disk is warm", None, None)
    handler = logging.handlers.SysLogHandler(address=("127.0.0.1", 9))
    priority = handler.encodePriority(handler.facility, handler.mapPriority(record.levelname))
    raw = f"<{priority}>{handler.format(record)}\x00".encode()
    handler.close()
    with pytest.raises(Garbled, match="RFC 3164"):
        parse(raw)
    with pytest.raises(Garbled, match="RFC 3164"):
        parse(b"<34>Oct 11 22:14:15 mymachine su: 'su root' failed for lonvick on /dev/pts/8")


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "does not begin with a syslog header"),
        (b"hello", "does not begin with a syslog header"),
        (b"<192>1 - h a - m - x", "priority 192"),
        (b"<85>2 - h a - m - x", "version 2"),
        (b"<85>1 yesterday h a - m - x", "time yesterday"),
        (b"<85>1 - h a - m [open x", "structured data"),
        (b"<85>1 - h a - m -x", "structured data"),
    ],
)
def test_a_damaged_header_says_how(raw: bytes, words: str) -> None:
    with pytest.raises(Garbled, match=words):
        parse(raw)


def test_a_frame_counts_bytes_not_characters() -> None:
    assert frame("é\n".encode()) == b"3 \xc3\xa9\n"


@given(st.lists(st.binary(min_size=1, max_size=300), max_size=5), st.data())
def test_any_chunking_gives_the_same_messages(messages: list[bytes], data: st.DataObject) -> None:
    stream = b"".join(frame(each) for each in messages)
    unframer, seen = Unframer(), []
    while stream:
        size = data.draw(st.integers(1, len(stream)))
        unframer.feed(stream[:size])
        stream = stream[size:]
        while (message := unframer.next_message()) is not None:
            seen.append(message)
    assert seen == messages
    assert unframer.pending == 0


@pytest.mark.parametrize(
    ("stream", "words"),
    [
        (b"<85>1 - h", "its length"),
        (b" 5 hello", "its length"),
        (b"05 hello", "its length"),
        (b"0 ", "its length"),
        (b"5x hello", "its length"),
        (b"1001 x", "1001 bytes long; 1000 are the limit"),
        (b"99999999999999999999999", "99999 bytes long"),
    ],
)
def test_a_stream_without_lengths_is_refused(stream: bytes, words: str) -> None:
    unframer = Unframer(limit=1000)
    unframer.feed(stream)
    with pytest.raises(Garbled, match=words):
        unframer.next_message()


def test_what_came_before_the_damage_is_kept() -> None:
    messages, rest = unframe(frame(b"first") + frame(b"second") + b"junk")
    assert messages == [b"first", b"second"]
    assert rest == 4


def test_recorded_bytes_of_either_carrier_are_read() -> None:
    one = build(OURS)
    assert messages_in(one) == [one]
    assert messages_in(frame(one) * 2) == [one, one]
    assert messages_in(b"") == []


@given(st.binary(max_size=200))
def test_noise_never_crashes(noise: bytes) -> None:
    assert isinstance(messages_in(noise), list)
    with suppress(Garbled):
        assert isinstance(parse(noise).body, bytes)


@given(st.binary(max_size=30), st.integers(0, 60))
def test_damage_never_crashes(noise: bytes, at: int) -> None:
    raw = EXAMPLES[2][:at] + noise + EXAMPLES[2][at:]
    with suppress(Garbled):
        assert parse(raw).body_at <= len(raw)
