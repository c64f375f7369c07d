"""The tests mirror the tree, so that nobody has to search for either."""

from pathlib import Path

import pytest

_MIRRORED = ("showcase", "ui")
_FREE = ("test_against_", "test_journey")
"""Tests of more than one module: against independent programs, and of whole stories."""


@pytest.mark.parametrize("package", _MIRRORED)
def test_every_test_has_its_module(root: Path, package: str) -> None:
    strays = [
        str(test.relative_to(root))
        for test in sorted((root / "tests" / package).rglob("test_*.py"))
        if not test.name.startswith(_FREE) and not _tested(root, test).exists()
    ]
    assert not strays, "these test no file of that name"


def _tested(root: Path, test: Path) -> Path:
    """The module, or (``test_package.py`` in its own folder) the package that a test is about."""
    folder = root / test.parent.relative_to(root / "tests")
    name = test.stem.removeprefix("test_")
    module = folder / f"{name}.py"
    if not module.exists() and (folder / name / "__init__.py").exists():
        return folder / name
    return module
