"""Importing as fast as it goes, and leaving everything as it was."""

import gc
import subprocess
import sys

import pytest

from showcase.support.importing import importing


def test_garbage_waits_until_all_is_imported() -> None:
    with importing():
        assert not gc.isenabled()
        made: list[list[int]] = [[] for _ in range(3)]
    try:
        assert gc.isenabled()
        assert gc.get_freeze_count() > len(made)
    finally:
        gc.unfreeze()


def test_an_import_that_fails_leaves_the_collector_on() -> None:
    with pytest.raises(ImportError), importing():
        raise ImportError
    gc.unfreeze()
    assert gc.isenabled()


_ENGINE = """
import ssl, sys
from showcase.support.importing import importing_an_engine
before = ssl.SSLContext.load_default_certs
with importing_an_engine():
    import showcase.cli.engine
print([name for name in ("rich", "requests", "zeep", "hl7apy") if name in sys.modules])
import rich, requests
print(ssl.SSLContext.load_default_certs is before)
from showcase.protocols.soap.client import prepare
prepare()
print("zeep" in sys.modules)
"""


def test_an_engine_brings_nothing_it_has_no_use_for_and_gets_it_later() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _ENGINE], capture_output=True, text=True, check=True
    )
    assert ran.stdout.splitlines() == ["[]", "True", "True"]
