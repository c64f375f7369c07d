import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from showcase.protocols.soap import envelope, message
from showcase.protocols.soap.mtom import Attachment
from showcase.wire.failure import Garbled


def pack(content: bytes, *, as_mtom: bool) -> tuple[str, bytes]:
    body = etree.Element("d")
    root = envelope.answer(body, action="urn:a", relates_to="")
    return message.pack(root, [(body, Attachment(content=content))], as_mtom=as_mtom)


@given(st.binary(max_size=300), st.booleans())
def test_content_is_the_same_however_packed(content: bytes, as_mtom: bool) -> None:
    read = message.read(*pack(content, as_mtom=as_mtom))
    assert read.content_of(read.body) == content
    assert (read.package is not None) is as_mtom


def test_message_without_bytes_is_a_package_all_the_same() -> None:
    root = envelope.answer(etree.Element("x"), action="urn:a", relates_to="")
    content_type, body = message.pack(root, as_mtom=True, action="urn:a")
    assert content_type.startswith('multipart/related; type="application/xop+xml"')
    assert content_type.endswith('action="urn:a"')
    assert message.read(content_type, body).body.tag == "x"


def test_recorded_bytes_are_read() -> None:
    content_type, body = pack(b"hi", as_mtom=True)
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {content_type}\r\n\r\n".encode()
    read = message.recorded(head + body)
    assert read.content_of(read.body) == b"hi"


@given(st.sampled_from(["application/soap+xml", "multipart/related; boundary=B", ""]), st.binary())
def test_noise_is_garbled(content_type: str, noise: bytes) -> None:
    with pytest.raises(Garbled):
        message.read(content_type, noise)


def test_charset_is_that_of_the_part_that_holds_the_envelope() -> None:
    xml = etree.tostring(
        envelope.answer(etree.Element("x", name="Müller"), action="urn:a", relates_to=""),
        encoding="unicode",
    ).encode("iso-8859-1")
    simple = message.read("application/soap+xml; charset=ISO-8859-1", xml)
    assert simple.body.get("name") == "Müller"
    head = b"--B\r\nContent-Type: application/xop+xml; charset=iso-8859-1\r\n\r\n"
    package = head + xml + b"\r\n--B--"
    assert message.read("multipart/related; boundary=B", package).body.get("name") == "Müller"


def test_comment_beside_inline_content_is_no_content() -> None:
    root = envelope.answer(etree.fromstring("<d><!-- x -->aGk=</d>"), action="urn:a", relates_to="")
    read = message.read("application/soap+xml", envelope.to_bytes(root))
    assert read.content_of(read.body) == b"hi"
