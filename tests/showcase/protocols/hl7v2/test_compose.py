from hypothesis import given
from hypothesis import strategies as st

from showcase.protocols.hl7v2.codec import decode
from showcase.protocols.hl7v2.compose import compose, segment
from showcase.protocols.hl7v2.header import msh
from tests.showcase.protocols.hl7v2.samples import envelope, text

HEADER = msh(envelope(), ("ADT", "A04", "ADT_A01"), "2.5")


@given(
    st.lists(st.lists(st.lists(text, min_size=1, max_size=3), min_size=1, max_size=4), min_size=1)
)
def test_what_is_written_is_read(repetitions: list[list[list[str]]]) -> None:
    value = [tuple(tuple(component) for component in each) for each in repetitions]
    message = decode(compose((HEADER, segment("ZZZ", {3: [*value], 5: "end"}))).raw)
    for r, components in enumerate(repetitions, 1):
        for c, subcomponents in enumerate(components, 1):
            for s, written in enumerate(subcomponents, 1):
                assert message.get(f"ZZZ-3[{r}].{c}.{s}") == written
    assert message.get("ZZZ-5") == "end"


def test_segments_end_with_carriage_return() -> None:
    raw = compose((HEADER, segment("NTE", {3: "a\r\nb"}))).raw
    assert raw.endswith(b"NTE|||a\\X0D\\\\X0A\\b\r")
    assert raw.count(b"\r") == 2
    assert b"\n" not in raw


def test_trailing_separators_are_left_out() -> None:
    assert segment("PV1", {2: "E", 3: ("ED", "", ("", "")), 9: ""}).wire == "PV1||E|ED"


def test_blank_repetitions_keep_their_place() -> None:
    assert segment("OBX", {5: ["a", "", "b"]}).wire == "OBX|||||a~~b"


def test_ascii_message_has_no_label() -> None:
    assert decode(compose((HEADER,)).raw).get("MSH-18") == ""


def test_other_message_is_labelled_utf8() -> None:
    message = compose((HEADER, segment("NTE", {3: "Zoé"})))
    assert message.get("MSH-18") == "UNICODE UTF-8"
    assert decode(message.raw).get("NTE-3") == "Zoé"
    assert decode(message.raw).segments == message.segments
