import pytest

from showcase.protocols.soap.metadata import Cx


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1^^^&1.2&ISO", Cx("1", "1.2")),
        ("1^^^NAME&1.2&ISO", Cx("1", "1.2")),
        ("1^^^&1.2&ISO^PI", Cx("1", "1.2")),
        (" 1^^^&1.2&ISO ", Cx("1", "1.2")),
        ("1", None),
        ("^^^&1.2&ISO", None),
        ("1^^^&&ISO", None),
        ("1^^^&1.2&DNS", None),
    ],
)
def test_patient_identifiers_are_cx(text: str, expected: Cx | None) -> None:
    assert Cx.parse(text) == expected


def test_no_namespace_is_written() -> None:
    assert str(Cx("1", "1.2")) == "1^^^&1.2&ISO"
