"""What staff are told of our ports."""

import pytest

from showcase.api.gates import elsewhere


@pytest.mark.parametrize(
    ("titles", "words"),
    [
        (["Archive"], "Archive listens elsewhere."),
        (["Archive", "Registry"], "Archive and Registry listen elsewhere."),
        (list("abcd"), "4 stand-ins listen elsewhere."),
    ],
)
def test_whoever_had_to_move_is_named_as_people_name_it(titles: list[str], words: str) -> None:
    assert elsewhere(titles).words == f"Usual ports are taken: {words}"
