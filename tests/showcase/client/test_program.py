"""How this very program is started once more."""

import subprocess
import sys

import pytest

from showcase import __version__
from showcase.client.program import command


def test_from_source_python_runs_the_package() -> None:
    done = subprocess.run(command("--version"), capture_output=True, text=True, check=True)
    assert done.stdout.strip() == f"showcase {__version__}"


def test_packaged_it_is_the_program_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/showcase/showcase")
    assert command("bundle", "--json") == ["/opt/showcase/showcase", "bundle", "--json"]
