import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from showcase.protocols.soap import query


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("'a'", ("a",)),
        ("('a','b')", ("a", "b")),
        (" ( 'a' , 'b' ) ", ("a", "b")),
        ("'it''s'", ("it's",)),
        ("('a,b')", ("a,b",)),
        ("20260301", ("20260301",)),
        ("(1,2)", ("1", "2")),
        ("('x^^1.2')", ("x^^1.2",)),
        ('("a","b")', ("a", "b")),
        ("''", ("",)),
        ("", ()),
        ("'open", None),
        ("'a' 'b'", None),
        (",", None),
    ],
)
def test_values_are_read_as_sql_writes_them(text: str, values: tuple[str, ...] | None) -> None:
    assert query.parse_values(text) == values


@given(st.lists(st.text(max_size=20), min_size=1))
def test_lists_come_back(values: list[str]) -> None:
    written = query.format_values("$XDSDocumentEntryStatus", values)
    assert query.parse_values(written) == tuple(values)


@given(st.text(max_size=20).filter(bool))
def test_single_values_have_no_parentheses(value: str) -> None:
    written = query.format_values("$XDSDocumentEntryPatientId", [value])
    assert written.startswith("'")
    assert query.parse_values(written) == (value,)


def test_dates_are_bare() -> None:
    assert query.format_values("$XDSDocumentEntryCreationTimeFrom", ["2026"]) == "2026"


@given(st.text(max_size=100))
def test_noise_has_values_or_none(text: str) -> None:
    found = query.parse_values(text)
    assert found is None or all(isinstance(value, str) for value in found)


def test_repeated_slots_stay_apart() -> None:
    xml = """<q:AdhocQueryRequest xmlns:q="urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0"
      xmlns="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0">
      <AdhocQuery id=" urn:uuid:A1 " home="urn:oid:1">
      <Slot name="$a"><ValueList><Value>('1')</Value><Value>('2')</Value></ValueList></Slot>
      <Slot name="$a"><ValueList><Value>('3')</Value></ValueList></Slot>
      <Slot name="$b"><ValueList><Value>'open</Value></ValueList></Slot>
      </AdhocQuery></q:AdhocQueryRequest>"""
    read = query.read(etree.fromstring(xml))
    assert read is not None
    assert read.parameters["$a"] == (("1", "2"), ("3",))
    assert read.values("$a") == ("1", "2", "3")
    assert read.malformed == ("$b",)
    assert (read.home, read.returns) == ("urn:oid:1", "LeafClass")
    assert read.id == "urn:uuid:a1", "a UUID is the same in capitals (RFC 4122 3)"


def test_other_xml_is_no_query() -> None:
    assert query.read(etree.fromstring("<x/>")) is None
