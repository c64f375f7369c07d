import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from showcase.protocols.soap import mtom
from showcase.protocols.soap.mtom import Attachment, Package, Part
from showcase.wire.failure import Garbled

# bytes in which a careless reader finds boundaries and line ends to strip
nasty = st.lists(
    st.sampled_from(
        [b"\r\n", b"--", b"--MIMEBoundary_", b"\r\n--", b"\n", b"\r", b" ", b"\x00", b"x"]
    )
).map(b"".join)
contents = st.one_of(nasty, st.binary(max_size=200))


def build(*parts: bytes, root: bytes = b"<x/>") -> tuple[str, bytes]:
    named = [(f"p{n}@x", Attachment(content=each)) for n, each in enumerate(parts)]
    content_type, pieces = mtom.build(root, named)
    assert all(any(each is piece for piece in pieces) for each in parts if each)
    return content_type, b"".join(pieces)


@given(st.lists(contents, max_size=5))
def test_bytes_come_out_as_they_went_in(parts: list[bytes]) -> None:
    content_type, body = build(*parts)
    package = mtom.parse(content_type, body)
    assert package.root.content == b"<x/>"
    assert [part.content for part in package.parts] == parts
    for part in package.parts:
        assert body[part.start : part.end] == part.content


@given(contents, st.integers(min_value=1, max_value=300))
def test_cut_package_is_garbled(content: bytes, cut: int) -> None:
    content_type, body = build(content)
    closing = body.rindex(b"\r\n--")
    with pytest.raises(Garbled):
        mtom.parse(content_type, body[: max(0, closing - cut)])


@given(st.binary(max_size=400))
def test_noise_is_garbled_or_read(noise: bytes) -> None:
    for body in (noise, b"--B\r\n" + noise + b"\r\n--B--", b"--B" + noise):
        try:
            assert isinstance(mtom.parse("multipart/related; boundary=B", body), Package)
        except Garbled as error:
            assert error.words  # noqa: PT017 - either outcome is right


@given(st.text(max_size=100))
def test_any_content_type_is_garbled_or_read(content_type: str) -> None:
    for value in (content_type, f"multipart/related; {content_type}"):
        try:
            mtom.parse(value, b"--B\r\n\r\nx\r\n--B--")
        except Garbled as error:
            assert error.words  # noqa: PT017 - either outcome is right


def test_delimiter_within_a_line_is_content() -> None:
    body = b"--B\r\n\r\n<x/>\r\n--Bee\r\n\r\n--B-\r\n --B\r\n--B--\r\n"
    content = mtom.parse("multipart/related; boundary=B", body).root.content
    assert content == b"<x/>\r\n--Bee\r\n\r\n--B-\r\n --B"


def test_parts_may_be_empty() -> None:
    body = (
        b"--B\r\n\r\n<x/>\r\n--B\r\nContent-ID: <e>\r\n\r\n\r\n--B\r\nContent-ID: <f>\r\n\r\n--B--"
    )
    parts = mtom.parse("multipart/related; boundary=B", body).parts
    assert [(part.cid, part.content) for part in parts] == [("e", b""), ("f", b"")]


def test_transfer_encodings_are_undone() -> None:
    body = (
        b"--B\r\n\r\n<x/>\r\n--B\r\nContent-Transfer-Encoding: Base64\r\n\r\naGkN\r\nCg==\r\n"
        b"--B\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=41=\r\nB\r\n--B--"
    )
    parts = mtom.parse("multipart/related; boundary=B", body).parts
    assert [part.content for part in parts] == [b"hi\r\n", b"AB"]


def test_start_chooses_the_root() -> None:
    body = b"--B\r\nContent-ID: <a>\r\n\r\n1\r\n--B\r\nContent-ID: <b>\r\n\r\n2\r\n--B--"
    assert mtom.parse("multipart/related; boundary=B", body).root.content == b"1"
    assert mtom.parse('multipart/related; boundary=B; start="<b>"', body).root.content == b"2"
    with pytest.raises(Garbled, match="start names"):
        mtom.parse("multipart/related; boundary=B; start=<c>", body)


def test_parts_are_bounded() -> None:
    content_type, body = build(*[b""] * 20)
    with pytest.raises(Garbled, match="more than 10 parts"):
        mtom.parse(content_type, body, max_parts=10)


@pytest.mark.parametrize(
    ("cid", "href"),
    [
        ("a@x", "cid:a@x"),
        ("a@urn:x", "cid:a@urn%3Ax"),
        ("a@urn%3Ax", "cid:a@urn:x"),
        ("a%20b@x", "cid:a%20b@x"),
        ("http://x/1", "cid:http%3A%2F%2Fx%2F1"),
    ],
)
def test_content_ids_match_with_and_without_encoding(cid: str, href: str) -> None:
    part = Part(cid=cid, content_type="", view=memoryview(b"!"))
    package = Package(root=Part(cid="", content_type="", view=memoryview(b"")), parts=(part,))
    assert package.part(href) is part


@given(st.binary(max_size=100))
def test_inline_and_included_are_the_same(content: bytes) -> None:
    inline, included = etree.Element("d"), etree.Element("d")
    mtom.inline(inline, content)
    mtom.include(included, "c:1@x")
    package = Package(
        root=Part(cid="", content_type="", view=memoryview(b"")),
        parts=(Part(cid="c:1@x", content_type="", view=memoryview(content)),),
    )
    assert mtom.view_of(inline, None) == content
    assert mtom.view_of(included, package) == content


@pytest.mark.parametrize("text", ["=", "a", "a===", "%%%%", "aGk=aGk=", "ü"])
def test_bad_base64_is_garbled(text: str) -> None:
    element = etree.Element("d")
    element.text = text
    with pytest.raises(Garbled):
        mtom.view_of(element, None)


def test_line_ends_in_base64_are_ignored() -> None:
    element = etree.Element("d")
    element.text = "\r\n aG\r\n k=\n"
    assert bytes(mtom.view_of(element, None)) == b"hi"


def test_include_outside_a_package_is_garbled() -> None:
    element = etree.Element("d")
    mtom.include(element, "x")
    with pytest.raises(Garbled, match="no parts"):
        mtom.view_of(element, None)


@pytest.mark.parametrize("strange", ["text/xml\r\nX-Evil: 1", "тест/x", ""])
def test_media_type_that_fits_no_head_is_left_out(strange: str) -> None:
    _, pieces = mtom.build(b"<x/>", [("a@b", Attachment(content=b"hi", media_type=strange))])
    head = b"".join(pieces).partition(b"<x/>")[2]
    assert b"\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding" in head
