import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.standins.xds.matching import like


@pytest.mark.parametrize(
    ("pattern", "text", "matches"),
    [
        ("%", "", True),
        ("", "", True),
        ("_", "", False),
        ("a%", "Abc", True),
        ("%b%", "abc", True),
        ("a_c", "abc", True),
        ("a_c", "abbc", False),
        ("%.%", "abc", False),
        ("a%b%c", "aXbXbXc", True),
    ],
)
def test_like_is_sqls(pattern: str, text: str, matches: bool) -> None:
    assert like(pattern, text) is matches


@given(st.text("ab%_", max_size=6), st.text("ab", max_size=8))
def test_like_agrees_with_a_regular_expression(pattern: str, text: str) -> None:
    expression = pattern.replace("%", ".*").replace("_", ".")
    assert like(pattern, text) is bool(re.fullmatch(expression, text))


def test_hostile_pattern_is_quick() -> None:
    assert not like("%a" * 2000, "a" * 1999 + "b")
