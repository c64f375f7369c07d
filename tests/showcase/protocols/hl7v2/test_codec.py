import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.protocols.hl7v2.codec import LONGEST, MOST_SEGMENTS, decode, glimpse
from showcase.wire.failure import Garbled
from tests.showcase.protocols.hl7v2.samples import A04, almost_hl7, anything


def test_path_finds_component() -> None:
    message = decode(A04)
    assert message.get("PID-3.1") == "40213"
    assert message.get("PID-3[2].4.2") == "1.2.4"
    assert message.get("PID-5.2") == "Rosa"
    assert message.get("MSH-9.3") == "ADT_A01"


def test_nothing_stands_where_nothing_is() -> None:
    message = decode(A04)
    for path in ("PID-3[9].1", "PID-99", "PID-5.40", "ZZZ-1", "PID[2]-3", "PID-8.2"):
        assert message.get(path) == ""


def test_header_counts_its_separator_as_field_one() -> None:
    message = decode(A04)
    assert message.get("MSH-1") == "|"
    assert message.get("MSH-2") == "^~\\&"
    assert (message.code, message.trigger, message.control_id) == ("ADT", "A04", "C1")


def test_bytes_are_kept_as_they_came() -> None:
    odd = b"\r\n" + A04.replace(b"\r", b"\r\n") + b"\r\n"
    assert decode(odd).raw == odd


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_other_line_ends_are_tolerated(end: bytes) -> None:
    assert decode(A04.replace(b"\r", end)).segments == decode(A04).segments


def test_line_feed_inside_a_field_stays_there() -> None:
    message = decode(A04 + b"NTE|1||first\nsecond\nthird|x\r")
    assert message.get("NTE-3") == "first\nsecond\nthird"
    assert message.get("NTE-4") == "x"


def test_any_separators_will_do() -> None:
    message = decode(b"MSH$:*!%$A$B\rPID$$$1:::N%1.2:PI*2$$Qu!F!ill:Ro!T!sa\r")
    assert message.get("PID-3.4.2") == "1.2"
    assert message.get("PID-3[2].1") == "2"
    assert message.get("PID-5") == "Qu$ill:Ro%sa"


def test_escapes_are_resolved() -> None:
    message = decode(A04 + b"NTE|1||a\\F\\b\\S\\c\\T\\d\\R\\e\\E\\f\\.br\\g\\X41\\h\\Zq\\\r")
    assert message.get("NTE-3") == "a|b^c&d~e\\f\ngAh\\Zq\\"


def test_groups_begin_with_their_segment() -> None:
    orders = decode(A04 + b"ORC|NW|1\rOBR|1\rORC|CA|2\rOBR|2\rZDS|x\r").groups("ORC")
    assert [group.get("ORC-2") for group in orders] == ["1", "2"]
    assert [group.get("ZDS-1") for group in orders] == ["", "x"]


def test_unlabelled_message_is_utf8() -> None:
    assert decode(A04.replace(b"Quill", "Quéll".encode())).get("PID-5.1") == "Quéll"


def test_unlabelled_message_may_be_latin() -> None:
    message = decode(A04.replace(b"Quill", "Quéll".encode("iso8859-1")))
    assert message.get("PID-5.1") == "Quéll"
    assert message.charset == "iso8859-1"


def test_default_character_set_may_be_another() -> None:
    latin2 = A04.replace(b"Quill", "Šárka".encode("iso8859-2"))
    assert decode(latin2, default="iso8859-2").get("PID-5.1") == "Šárka"


@pytest.mark.parametrize(
    ("label", "codec", "name"),
    [
        ("UNICODE UTF-8", "utf-8", "Łucja"),
        ("8859/1", "iso8859-1", "Zoé"),
        ("8859/2", "iso8859-2", "Łucja"),
        ("8859/5", "iso8859-5", "Роза"),
        ("8859/15", "iso8859-15", "Œdipe"),
        ("~ISO IR87", "iso2022_jp", "山田"),
        ("GB 18030-2000", "gb18030", "张伟"),
        ("KS X 1001", "euc_kr", "김희중"),
        ("BIG-5", "big5", "張偉"),
    ],
)
def test_labelled_message_is_read_as_it_says(label: str, codec: str, name: str) -> None:
    head, _, rest = A04.decode().partition("\r")
    raw = f"{head}||||||{label}\r{rest}".replace("Quill", name).encode(codec)
    assert decode(raw).get("PID-5.1") == name


def test_wrong_label_is_said_so() -> None:
    raw = A04.replace(b"2.5\r", b"2.5||||||UNICODE UTF-8\r").replace(b"Quill", b"Qu\xe9ll")
    with pytest.raises(Garbled, match="MSH-18 says UNICODE UTF-8"):
        decode(raw)


@pytest.mark.parametrize(
    "raw",
    [b"", b"MSH", b"MSH|", b"MSH||A", b"MSH|^^~\\&|", b"MSHAAAAAA", b"PID|1", b"GET / HTTP/1.1",
     b"MSH|^~\\&|A\rpid|1\r", b"MSH\r\r", b"MSH|^~\\&|A\r|||\r", b"FHS|^~\\&|A\r"],
)  # fmt: skip
def test_what_is_no_message_is_garbled(raw: bytes) -> None:
    with pytest.raises(Garbled) as caught:
        decode(raw)
    assert caught.value.words
    assert caught.value.remedy


@given(raw=st.one_of(anything, almost_hl7, almost_hl7.map(lambda tail: A04 + tail)))
def test_noise_never_crashes_the_codec(raw: bytes) -> None:
    try:
        message = decode(raw)
    except Garbled:
        return
    assert message.segments[0].id == "MSH"
    for path in ("PID-3[2].4.2", "MSH-2", "MSH-18", "OBX-5"):
        assert isinstance(message.get(path), str)


@given(raw=st.one_of(anything, almost_hl7))
def test_noise_never_crashes_a_glimpse(raw: bytes) -> None:
    message = glimpse(raw)
    assert message is None or message.segments[0].id == "MSH"


def test_glimpse_reads_the_header_of_a_damaged_message() -> None:
    found = glimpse(A04.replace(b"EVN", b"e\xffn"))
    assert found
    assert found.control_id == "C1"


@pytest.mark.parametrize(
    "raw",
    [
        A04.replace(b"^~\\&", b"^~&"),  # as a program writes it that takes \\& for an escape
        b"FHS|^~\\&|DESK\rBHS|^~\\&|DESK\r" + A04 + b"BTS|1\rFTS|1\r",
        b"\xef\xbb\xbf" + A04.replace(b"EVN", b"e\xffn"),
    ],
)
def test_glimpse_finds_whom_to_answer(raw: bytes) -> None:
    with pytest.raises(Garbled):
        decode(raw)
    found = glimpse(raw)
    assert found
    assert (found.control_id, found.get("MSH-3")) == ("C1", "DESK")


def test_every_message_codec_reads_what_it_writes() -> None:
    message = decode(A04)
    assert "".join(f"{each.wire}\r" for each in message.segments).encode() == A04


def test_a_message_of_too_many_segments_is_refused() -> None:
    with pytest.raises(Garbled, match="segments"):
        decode(A04 + b"NTE|1||x\r" * MOST_SEGMENTS)


def test_only_documents_may_be_long() -> None:
    long = b"x" * (LONGEST + 1)
    assert decode(A04 + b"OBX|1|ED|||" + long + b"\r").get("OBX-5") == long.decode()
    with pytest.raises(Garbled, match="PID is longer"):
        decode(A04.replace(b"Rosa", long))


def test_components_are_those_that_a_path_finds() -> None:
    segment = decode(A04).all("PID")[0]
    assert segment.components(3)[3] == segment.get(3, 4)
    assert segment.components(5)[:2] == ("Quill", "Rosa")
    assert segment.components(99) == ()


def test_components_are_read_without_their_escapes() -> None:
    segment = decode(A04.replace(b"Quill^Rosa", b"Qu\\T\\ill^Ro\\S\\sa")).all("PID")[0]
    assert segment.components(5)[:2] == ("Qu&ill", "Ro^sa")
