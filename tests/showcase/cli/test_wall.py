"""The address of an engine, as people write it."""

import pytest
from typer.testing import CliRunner

from showcase.cli.app import build
from showcase.cli.failing import BadArgument
from showcase.cli.wall import address


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("10.4.0.5:7412", "http://10.4.0.5:7412"),
        (" http://booth.local:7412/ ", "http://booth.local:7412"),
        ("https://booth", "https://booth"),
    ],
)
def test_an_address_becomes_a_url(typed: str, url: str) -> None:
    assert address(typed) == url


@pytest.mark.parametrize("typed", ["", "ftp://x", "http://", "x:port", "http://a/b", "u@h:1"])
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(BadArgument, match="not the address of an engine") as bad:
        address(typed)
    assert "showcase lookout" in bad.value.remedy


def test_the_command_says_so_and_ends_with_2() -> None:
    result = CliRunner().invoke(build("wall"), ["wall", "--connect", "ftp://x", "--key", "k"])
    assert result.exit_code == 2
    assert "not the address" in result.output
