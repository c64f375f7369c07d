"""The drawn icons, as paths."""

from showcase.inspector.icons import drawn


def test_an_icon_is_a_path_and_an_unknown_one_is_plain() -> None:
    assert drawn("scanner").startswith("M ")
    assert drawn("scanner") != drawn("system")
    assert drawn("no such icon") == drawn("system") != ""
