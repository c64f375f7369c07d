"""What has happened and is not in the file yet."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from showcase.model.events import Event

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)

_encode = msgspec.json.Encoder().encode


class Unwritten(msgspec.Struct, frozen=True):
    """An event that has happened and is not committed yet, with the blobs it names."""

    at: datetime
    event: Event
    body: str
    blobs: Mapping[str, bytes]


def unwritten(at: datetime, event: Event, blobs: Mapping[str, bytes]) -> Unwritten:
    """The event as it will be written: whoever hands in what JSON cannot hold learns it here."""
    try:
        body = _encode(event).decode()
    except UnicodeEncodeError:
        # half a surrogate pair, out of bytes that somebody sent: what happened is recorded all
        # the same, and what came stands in the blobs
        event = msgspec.convert(_writable(msgspec.to_builtins(event)), Event)
        body = _encode(event).decode()
    return Unwritten(at, event, body, blobs)


def _writable(value: Any) -> Any:  # noqa: ANN401 - whatever JSON is made of
    match value:
        case str():
            return value.encode("utf-8", "replace").decode()
        case dict():
            return {key: _writable(each) for key, each in value.items()}
        case list() | tuple():
            return [_writable(each) for each in value]
        case _:
            return value


def row_of(each: Unwritten) -> tuple[int, str, str, str]:
    """An event as its columns: microseconds since 1970, run, kind, body."""
    at = (each.at - EPOCH) // MICROSECOND
    return at, each.event.run, type(each.event).__name__, each.body
