"""What every test can rely on: no screen, no skips in CI, peers by name.

A test that needs an independent program says so: ``@pytest.mark.peer("dcmtk")``, or several:
``@pytest.mark.peer("dcmtk", "orthanc")``. Where one is missing the test is skipped, naming it;
with ``CI=true`` in the environment nothing may be skipped, for whatever reason.
"""

import gc
import importlib.util
import os
import shutil
import sys
from collections.abc import Generator, Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Before anything imports Qt. The hardware renderer hangs where there is no GPU, so the software
# one is named outright; a test that wants a real window says so by its own environment.
os.environ["QT_API"] = "pyside6"
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
# Debian's DCMTK and Orthanc stall 44 ms an answer without it; every peer a test starts inherits it.
os.environ.setdefault("TCP_NODELAY", "1")

CI = os.environ.get("CI") == "true"

# Two loaded cores say nothing about a codec: examples have no deadline, and CI draws the same
# ones every time, so that a red run can be repeated.
_SLOW = [HealthCheck.too_slow]
settings.register_profile("here", deadline=None, suppress_health_check=_SLOW)
settings.register_profile("ci", deadline=None, suppress_health_check=_SLOW, derandomize=True)
settings.load_profile("ci" if CI else "here")

_PROGRAMS = {
    "dcmtk": ["echoscu", "findscu", "movescu", "storescp", "storescu", "wlmscpfs"],
    "orthanc": ["Orthanc"],
    "xvfb": ["Xvfb"],
}
"""Peers that are several programs, or whose program has another name."""

_MODULES = {"hl7"}
"""Peers that are Python packages."""

_PLACES = os.pathsep.join(
    folder
    for folder in (*os.environ.get("PATH", "").split(os.pathsep), "/usr/sbin", "/usr/local/sbin")
    # pynetdicom's wheel installs its own storescu beside our Python and would hide DCMTK's
    if folder and Path(folder).resolve() != Path(sys.executable).parent.resolve()
)


@cache
def _missing(peer: str) -> tuple[str, ...]:
    """The programs of a peer that are not on this machine."""
    if peer in _MODULES:
        return () if importlib.util.find_spec(peer) else (f"the Python package {peer}",)
    programs = _PROGRAMS.get(peer, [peer])
    return tuple(each for each in programs if not shutil.which(each, path=_PLACES))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip by name what needs a peer that is not installed."""
    for item in items:
        peers = [str(peer) for marker in item.iter_markers("peer") for peer in marker.args]
        if missing := [program for peer in peers for program in _missing(peer)]:
            reason = f"not installed on this machine: {', '.join(missing)}"
            item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> str:
    """An address where even this machine is a stranger: it calls there from 127.0.0.1."""
    monkeypatch.setattr("showcase.wire.porter.is_loopback", lambda _host: False)
    return "127.0.0.2"


@pytest.fixture(autouse=True)
def _collected_by_the_windows_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """What a window leaves is collected here, and nowhere else.

    Python's collector runs in whichever thread allocates next, and a Qt object that dies in another
    thread than its own takes the process with it, at some later test.
    """
    if not request.node.get_closest_marker("window"):
        yield
        return
    gc.disable()
    yield
    gc.enable()
    gc.collect()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI a skipped test has failed."""
    report = yield
    if CI and report.skipped and not hasattr(report, "wasxfail"):
        report.longrepr = f"CI allows no skip: {_reason(report)}"
        report.outcome = "failed"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """In CI a skipped module has failed."""
    report = yield
    if CI and report.skipped:
        report.longrepr = f"CI allows no skip: {_reason(report)}"
        report.outcome = "failed"
    return report


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    return report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
