import pytest

from showcase.protocols.hl7v2.path import Path, parse


def test_every_level_is_read() -> None:
    assert parse("PID[2]-3[4].5.6") == Path(
        segment="PID", occurrence=2, field=3, repetition=4, component=5, subcomponent=6
    )


def test_levels_left_out_are_zero() -> None:
    assert parse("ZDS-1") == Path(segment="ZDS", field=1)


@pytest.mark.parametrize("path", ["", "PID", "PID-", "pid-3", "PID-3.", "PID-3.1.2.3", "PID3"])
def test_what_is_no_path_is_our_mistake(path: str) -> None:
    with pytest.raises(ValueError, match="no path"):
        parse(path)
