"""The short form of `make torture`: the same callers, fewer of them, and no stop-watch."""

from pathlib import Path

import pytest

from tests.torture.crowds import crowds
from tests.torture.figures import check
from tests.torture.full import full
from tests.torture.journeys import journeys
from tests.torture.killed import killed
from tests.torture.malformed import malformed
from tests.torture.pressed import pressed
from tests.torture.scale import Scale
from tests.torture.secrets import secrets

pytestmark = pytest.mark.timeout(300)


async def test_damaged_messages_and_bombs_are_answered_and_leave_nothing(tmp_path: Path) -> None:
    check(await malformed(tmp_path, Scale()))


async def test_crowds_do_not_keep_a_good_exchange_away(tmp_path: Path) -> None:
    check(await crowds(tmp_path, Scale()))


async def test_a_hammering_hand_fires_each_cue_once_and_esc_ends_it(tmp_path: Path) -> None:
    check(await pressed(tmp_path, Scale()))


async def test_what_is_killed_comes_back(tmp_path: Path) -> None:
    check(await killed(tmp_path, Scale()))


async def test_a_full_disk_stops_no_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    check(await full(tmp_path, Scale()))


async def test_no_secret_is_written_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    check(await secrets(tmp_path, Scale()))


async def test_journeys_leave_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    check(await journeys(tmp_path, Scale()))
