import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.protocols.soap import http
from showcase.wire.failure import Garbled

ANSWER = b"HTTP/1.1 500 Oh dear\r\nContent-Type: text/xml\r\nContent-Length: 3\r\n\r\nabcd"


def test_body_ends_where_its_head_says() -> None:
    read = http.read(ANSWER)
    assert (read.status, read.body, read.complete) == (500, b"abc", True)
    assert ANSWER[read.body_at :].startswith(b"abc")


def test_short_body_is_incomplete() -> None:
    assert not http.read(ANSWER[:-2]).complete


def test_interim_answers_are_passed_over() -> None:
    read = http.read(b"HTTP/1.1 100 Continue\r\n\r\n" + ANSWER)
    assert read.status == 500
    assert read.head_at == 25


def test_requests_have_no_status() -> None:
    assert http.read(b"POST /x HTTP/1.1\r\n\r\n").status == 0


def test_header_names_have_no_case() -> None:
    assert http.read(ANSWER).header("CONTENT-TYPE") == "text/xml"


@given(st.lists(st.binary(min_size=1, max_size=50), max_size=8))
def test_any_chunking_gives_the_same_body(pieces: list[bytes]) -> None:
    chunks = b"".join(b"%x;ext=1\r\n%b\r\n" % (len(piece), piece) for piece in pieces)
    raw = b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks + b"0\r\n\r\n"
    read = http.read(raw)
    assert (read.body, read.complete) == (b"".join(pieces), True)
    assert b"".join(raw[at : at + size] for at, size in read.pieces) == read.body


def test_missing_last_chunk_is_noticed() -> None:
    raw = b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"
    assert not http.read(raw).complete


@given(st.binary(max_size=300))
def test_noise_is_garbled_or_read(noise: bytes) -> None:
    for raw in (noise, noise + b"\r\n\r\n", b"x\r\nTransfer-Encoding: chunked\r\n\r\n" + noise):
        try:
            http.read(raw)
        except Garbled as error:
            assert error.remedy  # noqa: PT017 - either outcome is right


@pytest.mark.parametrize(
    ("value", "name", "expected"),
    [
        ('a/b; boundary="x;y"', "boundary", "x;y"),
        ("A/B;BOUNDARY=x", "boundary", "x"),
        ('a/b; start-info="say \\"hi\\""', "start-info", 'say "hi"'),
        ("a/b; start=<root@x>; type=c/d", "start", "<root@x>"),
        ("a/b; x=1; x=2", "x", "1"),
        ("a/b; ;;; =; x = 1 ", "x", "1"),
    ],
)
def test_parameters_come_in_many_spellings(value: str, name: str, expected: str) -> None:
    media_type, told = http.parameters(value)
    assert media_type == "a/b"
    assert told[name] == expected


@given(st.text(max_size=200))
def test_parameters_of_noise_are_strings(value: str) -> None:
    media_type, told = http.parameters(value)
    assert media_type == media_type.strip().lower()
    assert all(isinstance(text, str) for text in told.values())


@given(st.binary(max_size=300))
def test_content_coding_is_undone(content: bytes) -> None:
    assert http.unpacked(content, "") == http.unpacked(content, "Identity") == content
    for coding in ("gzip", " X-GZIP "):
        assert http.unpacked(gzip.compress(content), coding) == content
    assert http.unpacked(zlib.compress(content), "deflate") == content


@pytest.mark.parametrize(
    ("body", "coding", "words"),
    [
        (b"x", "br", r"compressed \(br\)"),
        (b"no gzip", "gzip", "is no gzip"),
        (gzip.compress(bytes(4_000_000)), "gzip", "more than 3 MB"),
    ],
)
def test_what_cannot_be_unpacked_is_told(body: bytes, coding: str, words: str) -> None:
    with pytest.raises(Garbled, match=words):
        http.unpacked(body, coding, most=3 * 2**20)
