"""Each bad vendor once, at its first moment; how many came to a good end is printed."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.torture.figures import table
from tests.torture.scale import Scale
from tests.torture.vendors import KINDS, Told, meet, summary

Met = dict[str, tuple[Told, list[str]]]


@pytest.fixture(scope="module")
def met(request: pytest.FixtureRequest) -> Iterator[Met]:
    """Everybody who was met, and what was wrong; the figure is printed, captured or not."""
    everybody: Met = {}
    yield everybody
    if len(everybody) == len(KINDS):
        told = [one for one, _ in everybody.values()]
        figure = summary(told, {name: wrong for name, (_, wrong) in everybody.items()})
        capture = request.config.pluginmanager.getplugin("capturemanager")
        with capture.global_and_fixture_disabled():
            sys.stdout.write(f"\n{table([figure])}\n")


@pytest.mark.parametrize("name", KINDS)
async def test_a_bad_vendor_is_told_in_words_and_the_run_completes(
    name: str, met: Met, tmp_path: Path
) -> None:
    scale = Scale()
    told = await meet(tmp_path, name, scale, 0)
    wrong = told.wrong(scale.patience)
    met[name] = told, wrong
    assert wrong == []
