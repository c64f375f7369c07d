"""Which module reads which transport, for people.

The modules are imported when first needed: some bring large dictionaries, and a run that nobody
inspects needs none of them.
"""

from collections.abc import Callable
from importlib import import_module

import structlog

from showcase.model.node import Node

Nodes = tuple[Node, ...]

_READERS = {
    "mllp": "showcase.explain.hl7v2",
    "dicom": "showcase.explain.dicom",
    "http": "showcase.explain.soap",
    "syslog-udp": "showcase.explain.audit",
    "syslog-tls": "showcase.explain.audit",
}
"""Each has a function ``explain(raw: bytes) -> tuple[Node, ...]`` for one direction's bytes."""

_ROW = 16
_MOST_ROWS = 4096
"""Rows of a dump shown to people: 64 KiB are more than anybody reads."""

_log = structlog.get_logger()


def explain(transport: str, raw: bytes) -> Nodes:
    """One direction's recorded bytes as a tree; as a dump where nobody can read them.

    Args:
        transport: As `showcase.model.exchange.Exchange` names it.
        raw: The bytes as they crossed the wire.
    """
    if not raw:
        return ()
    if transport not in _READERS:
        return hexdump(raw)
    reader: Callable[[bytes], Nodes] = import_module(_READERS[transport]).explain
    try:
        return reader(raw)
    except Exception:  # noqa: BLE001 - a reader's bug must not hide the bytes from people
        _log.exception("reader failed", transport=transport)
        return hexdump(raw)


def hexdump(raw: bytes) -> Nodes:
    """The bytes themselves: offset, hexadecimal, and what is printable ASCII."""
    shown = raw[: _ROW * _MOST_ROWS]
    rows = tuple(
        Node(
            label=f"{start:08x}",
            value=_row(shown[start : start + _ROW]),
            start=start,
            end=min(start + _ROW, len(shown)),
        )
        for start in range(0, len(shown), _ROW)
    )
    more = f", the first {len(shown)} shown" if len(shown) < len(raw) else ""
    return (Node(label="Bytes", value=f"{len(raw)}{more}", end=len(raw), children=rows),)


def _row(data: bytes) -> str:
    text = "".join(chr(byte) if 0x20 <= byte < 0x7F else "." for byte in data)
    return f"{data.hex(' '):<{3 * _ROW}} {text}"
