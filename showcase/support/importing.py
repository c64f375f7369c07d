"""Importing as fast as it goes.

An engine's imports make half a million things in a second, and nothing among them is garbage. To
look for some, again and again, would take a tenth of the time, and every later look would go
through all of them once more: long enough to hold a frame. So they are set aside for good.

Libraries also bring what they like to have and an engine has no use for.
"""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

_NICE_TO_HAVE = {
    "requests": "pydicom would download its examples with it; zeep gets it when it comes",
    "rich": "structlog would print to a terminal with it",
}
"""What libraries go without where it is not installed, and so do in an engine; and what for."""


@contextmanager
def importing() -> Iterator[None]:
    """Whatever is made meanwhile is taken to live as long as the program."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


@contextmanager
def importing_an_engine() -> Iterator[None]:
    """The same, and what an engine has no use for is not there meanwhile."""
    with importing(), _without_nice_things(), _trusting_nobody():
        yield


@contextmanager
def _without_nice_things() -> Iterator[None]:
    missing: dict[str, Any] = {name: None for name in _NICE_TO_HAVE if name not in sys.modules}
    sys.modules.update(missing)  # whoever imports one of them gets an ImportError
    try:
        yield
    finally:
        for name in missing:
            del sys.modules[name]


@contextmanager
def _trusting_nobody() -> Iterator[None]:
    """The authorities that this machine trusts are not read meanwhile.

    aiohttp reads them all (0.1 s) for clients who do not say whom they trust: none in an engine.
    """
    context: Any = import_module("ssl").SSLContext
    load = context.load_default_certs
    context.load_default_certs = lambda _context, _purpose=None: None
    try:
        yield
    finally:
        context.load_default_certs = load
