"""Which reader reads what, and the dump where none does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.explain.readers import explain, hexdump
from showcase.model.node import as_text

TRANSPORTS = ["syslog-udp", "syslog-tls", "carrier pigeon"]


def test_no_bytes_are_no_tree() -> None:
    assert explain("mllp", b"") == ()


def test_an_unknown_transport_is_dumped() -> None:
    (node,) = explain("carrier pigeon", b"\x00coo \xff")
    assert node.label == "Bytes"
    assert "00 63 6f 6f 20 ff" in as_text((node,))
    assert ".coo ." in as_text((node,))


def test_a_huge_dump_says_that_it_is_cut() -> None:
    (node,) = hexdump(b"x" * 1_000_000)
    assert node.value == "1000000, the first 65536 shown"
    assert node.end == 1_000_000
    assert len(node.children) == 4096


@given(st.binary(max_size=100))
def test_a_dump_covers_every_byte(raw: bytes) -> None:
    (node,) = hexdump(raw)
    assert [(child.start, child.end) for child in node.children] == [
        (start, min(start + 16, len(raw))) for start in range(0, len(raw), 16)
    ]


@pytest.mark.parametrize("transport", TRANSPORTS)
@given(raw=st.binary(min_size=1, max_size=200))
def test_noise_is_always_shown(transport: str, raw: bytes) -> None:
    assert explain(transport, raw)
