from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.story.fault import Faults
from showcase.story.yaml_source import MAX_BYTES, Source, parse_source, read_source


def read(text: str) -> Source:
    return parse_source(text.encode(), "f.yaml")


def test_scalars_follow_the_core_schema() -> None:
    text = "[1, -2, 1.5, true, False, null, ~, no, on, 0x1f, 2020-01-02, '1', \"true\", 1_0, A04]"
    assert read(text).data == [
        1, -2, 1.5, True, False, None, None, "no", "on", "0x1f", "2020-01-02", "1", "true", "1_0",
        "A04",
    ]  # fmt: skip


def test_absurd_numbers_stay_text() -> None:
    assert read(f"a: {'9' * 5000}").data == {"a": "9" * 5000}


def test_keys_and_values_know_their_lines() -> None:
    source = read("a:\n  b:\n    - x\n    - y: 1\n")
    assert source.line(("a", "b"), key=True) == 2
    assert source.line(("a", "b")) == 3
    assert source.line(("a", "b", 1)) == 4
    assert source.line(("a", "b", 1, "missing", "deeper")) == 4


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "`a` stands twice"),
        ("a: &x 1\n", 1, "the anchor `&x` is refused"),
        ("a: !python/object:os.system 1\n", 1, "the tag `!python/object:os.system` is refused"),
        ("a: 1\n---\nb: 2\n", 2, "a second document begins here"),
        ("%YAML 1.1\n---\na: 1\n", 2, "a `%` directive stands above"),
        ("a: 1\n? [x]\n: 1\n", 2, "a key must be a word"),
    ],
)
def test_cleverness_is_a_fault_but_the_rest_is_read(text: str, line: int, words: str) -> None:
    source = read(text)
    assert [(fault.line, fault.words) for fault in source.faults] == [(line, words)]
    assert isinstance(source.data, dict)
    assert "a" in source.data


def test_first_of_two_keys_counts() -> None:
    assert read("a: 1\na: {b: 2}\n").data == {"a": 1}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: &x 1\nb: *x\n", 2, "the alias `*x` is refused"),
        ("a: 1\n b: 2\n", 2, "this is no YAML: mapping values are not allowed here"),
        ("a: 1\nb: 'x\n", 2, "this is no YAML: found unexpected end of stream"),
        ("a: 1\nb: \x07\n", 2, "a control character stands here"),
        ("a:\n" + "[" * 40, 2, "nested deeper than 12 levels"),
    ],
)
def test_what_cannot_be_read_is_a_fault_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(Faults) as error:
        read(text)
    assert (line, words) in [(fault.line, fault.words) for fault in error.value.faults]


def test_other_encodings_are_refused_by_line() -> None:
    with pytest.raises(Faults, match="UTF-8") as error:
        parse_source("a: 1\nb: é\n".encode("latin-1"), "f.yaml")
    assert error.value.faults[0].line == 2


def test_byte_order_mark_is_taken() -> None:
    assert parse_source(b"\xef\xbb\xbfa: 1\n", "f.yaml").data == {"a": 1}


def test_huge_file_is_refused() -> None:
    with pytest.raises(Faults, match="larger than 256 KB"):
        parse_source(b"#" * (MAX_BYTES + 1), "f.yaml")


def test_missing_file_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(Faults, match=r"nowhere\.yaml: the file cannot be read"):
        read_source(tmp_path / "nowhere.yaml")


@given(st.binary(max_size=200) | st.text("ab:-[]{}&*!|>%#'\"\n\t ?,", max_size=60).map(str.encode))
def test_noise_is_read_or_refused(raw: bytes) -> None:
    try:
        source = parse_source(raw, "f.yaml")
    except Faults as error:
        faults = error.faults
        assert faults
    else:
        faults = source.faults
    assert all(fault.line >= 1 and fault.words and fault.remedy for fault in faults)
