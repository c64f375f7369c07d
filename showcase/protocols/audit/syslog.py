"""The envelope of an audit record: RFC 5424 syslog, and RFC 5425 octet counting on a stream."""

import re
from datetime import UTC, datetime

import msgspec

from showcase.wire.failure import Garbled

AUDIT_PRIORITY = 85
"""Facility 10 (security), severity 5 (notice): IHE ITI TF-2 3.20.4.1.2.1."""

AUDIT_MSGID = "IHE+RFC-3881"

MAX_MESSAGE = 1024 * 1024
"""Bytes of one record; IHE asks receivers for 32768 at least."""

_HEADER = re.compile(
    rb"<(?P<priority>0|[1-9][0-9]{0,2})>(?P<version>[1-9][0-9]{0,2})"
    rb" (?P<time>[!-~]{1,64}) (?P<host>[!-~]{1,255}) (?P<app>[!-~]{1,48})"
    rb" (?P<process>[!-~]{1,128}) (?P<msgid>[!-~]{1,32}) "
)
_NAME = rb"[!#-<>-\\^-~]{1,32}"
_DATA = re.compile(
    rb'-|(?:\[%b(?: %b="(?:[^"\\\]]|\\.)*")*\])+' % (_NAME, _NAME),
    re.DOTALL,
)
_LENGTH = re.compile(rb"[1-9][0-9]*")
_OLD = re.compile(rb"<[0-9]{1,3}>")
_NIL = "-"
_HIGHEST_PRIORITY = 191


class SyslogMessage(msgspec.Struct, frozen=True, kw_only=True):
    """One syslog message.

    Attributes:
        at: None where the sender does not know the time.
        data: STRUCTURED-DATA as written; ``-`` when there is none.
        body: MSG, without what separates it from the header.
        body_at: Where it begins in the message.
    """

    host: str
    app: str
    process: str
    body: bytes
    at: datetime | None = None
    priority: int = AUDIT_PRIORITY
    msgid: str = AUDIT_MSGID
    data: str = _NIL
    body_at: int = 0


def build(message: SyslogMessage) -> bytes:
    """The message as RFC 5424 6 writes it."""
    at = message.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ") if message.at else _NIL
    header = (
        f"<{message.priority}>1 {at} {_field(message.host, 255)} {_field(message.app, 48)}"
        f" {_field(message.process, 128)} {_field(message.msgid, 32)} {message.data}"
    )
    return header.encode("ascii") + (b" " + message.body if message.body else b"")


def parse(raw: bytes) -> SyslogMessage:
    """The message that `raw` holds.

    Raises:
        Garbled: It is none, or one of the older kind without a version (RFC 3164).
    """
    header = _HEADER.match(raw)
    if header is None:
        if _OLD.match(raw):
            raise _garbled("is the older kind of syslog, RFC 3164")
        raise _garbled("does not begin with a syslog header")
    priority = int(header["priority"])
    if priority > _HIGHEST_PRIORITY:
        raise _garbled(f"has the priority {priority}; the highest is {_HIGHEST_PRIORITY}")
    if header["version"] != b"1":
        raise _garbled(f"has syslog version {header['version'].decode()}; there is only 1")
    data = _DATA.match(raw, header.end())
    if data is None or raw[data.end() : data.end() + 1] not in {b"", b" "}:
        raise _garbled("has damaged structured data")
    return SyslogMessage(
        priority=priority,
        at=_time(header["time"].decode()),
        host=_said(header["host"]),
        app=_said(header["app"]),
        process=_said(header["process"]),
        msgid=_said(header["msgid"]),
        data=data[0].decode("utf-8", "replace"),
        body=raw[data.end() + 1 :],
        body_at=min(data.end() + 1, len(raw)),
    )


def frame(message: bytes) -> bytes:
    """The message for a stream: ``MSG-LEN SP SYSLOG-MSG`` (RFC 5425 4.3)."""
    return b"%d %b" % (len(message), message)


class Unframer:
    """Takes a stream apart into messages, whatever the chunks in which it comes."""

    def __init__(self, limit: int = MAX_MESSAGE) -> None:
        """A stream that has brought nothing yet; no message may be longer than `limit`."""
        self._limit = limit
        self._buffer = bytearray()

    @property
    def pending(self) -> int:
        """Bytes of a message that is not complete."""
        return len(self._buffer)

    def feed(self, data: bytes) -> None:
        """Take what came from the stream."""
        self._buffer += data

    def next_message(self) -> bytes | None:
        """The next complete message; None when more must come first.

        Raises:
            Garbled: No length where one must be, or one beyond the limit. The stream is lost.
        """
        digits = len(str(self._limit))
        head = bytes(self._buffer[: digits + 1])
        length, space, _ = head.partition(b" ")
        if head and not _LENGTH.fullmatch(length):
            raise _garbled("does not begin with its length in bytes (RFC 5425)")
        if not space and len(head) <= digits:
            return None
        if int(length) > self._limit:
            raise _garbled(f"claims to be {int(length)} bytes long; {self._limit} are the limit")
        start = len(length) + 1
        if len(self._buffer) < start + int(length):
            return None
        message = bytes(self._buffer[start : start + int(length)])
        del self._buffer[: start + int(length)]
        return message


def unframe(raw: bytes) -> tuple[list[bytes], int]:
    """The complete messages of a recorded stream, and the number of bytes behind the last."""
    unframer = Unframer()
    unframer.feed(raw)
    messages: list[bytes] = []
    try:
        while (message := unframer.next_message()) is not None:
            messages.append(message)
    except Garbled:
        return messages, unframer.pending
    return messages, unframer.pending


def messages_in(raw: bytes) -> list[bytes]:
    """The syslog messages in one direction's recorded bytes, of a datagram or a stream."""
    if raw[:1] == b"<":
        return [raw]
    return unframe(raw)[0]


def _field(value: str, most: int) -> str:
    """PRINTUSASCII without spaces (RFC 5424 6): anything else would end the field early."""
    clean = "".join(char if "!" <= char <= "~" else "_" for char in value[:most])
    return clean or _NIL


def _said(value: bytes) -> str:
    text = value.decode("ascii")
    return "" if text == _NIL else text


def _time(value: str) -> datetime | None:
    if value == _NIL:
        return None
    try:
        at = datetime.fromisoformat(value)
    except ValueError as error:
        raise _garbled(f"has the time {value}, which is none") from error
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _garbled(fault: str) -> Garbled:
    return Garbled(
        f"The syslog message {fault}.",
        remedy="Send RFC 5424 messages: one to a datagram, or with their length first over TLS.",
        status=fault,
    )
