import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.protocols.soap.metadata import SubmissionSet
from showcase.protocols.soap.query import StoredQuery
from showcase.standins.xds.matching import like, submission_set


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


@pytest.mark.parametrize(
    ("time", "since", "until", "matches"),
    [
        ("202603", "20260301", "20260302", True),
        ("202603", "202603", "202604", True),
        ("2026", "20260101000000", "20260101000001", True),
        ("20260301", "202603", "", True),
        ("202603", "20260301000001", "", False),
        ("20260302", "2026", "20260302", False),
        ("20260301", "", "202603", False),
    ],
)
def test_time_of_less_precision_is_when_it_begins(
    time: str, since: str, until: str, matches: bool
) -> None:
    what = SubmissionSet(
        entry_uuid="", unique_id="", source_id="", patient_id="", submission_time=time
    )
    name = "$XDSSubmissionSetSubmissionTime"
    query = StoredQuery(id="", parameters={f"{name}From": ((since,),), f"{name}To": ((until,),)})
    assert submission_set(what, query) is matches
