"""Nothing that we ship obliges whoever passes it on to the GPL."""

import re
import tomllib
from importlib.metadata import Distribution, distribution

from packaging.requirements import Requirement

_COPYLEFT = re.compile(r"(?<!L)\bA?GPL|(?<!Lesser )General Public", re.IGNORECASE)


def _runtime(pyproject: str) -> dict[str, Distribution]:
    """Everything that installing Showcase installs on this machine, by name."""
    waiting = [Requirement(line) for line in tomllib.loads(pyproject)["project"]["dependencies"]]
    found: dict[str, Distribution] = {}
    while waiting:
        need = waiting.pop()
        if need.name.casefold() in found or (need.marker and not need.marker.evaluate()):
            continue
        found[need.name.casefold()] = each = distribution(need.name)
        waiting += [Requirement(line) for line in each.requires or ()]
    return found


def _choices(each: Distribution) -> list[str]:
    """The licences among which one may choose, as the package itself states them."""
    stated = each.metadata.get_all("License-Expression") or each.metadata.get_all("License")
    if stated and stated[0].strip():
        # Some paste the whole text; its first line is its name.
        return re.split(r"\s+OR\s+", stated[0].strip().partition("\n")[0])
    classifiers = each.metadata.get_all("Classifier") or []
    return [line for line in classifiers if line.startswith("License ::")]


def test_every_package_may_be_passed_on(texts: dict[str, str]) -> None:
    closure = _runtime(texts["pyproject.toml"])
    assert {"pydicom", "shiboken6", "attrs"} <= closure.keys()
    stated = {name: _choices(each) for name, each in closure.items()}
    refused = {
        name: choices
        for name, choices in stated.items()
        if not [choice for choice in choices if not _COPYLEFT.search(choice)]
    }
    assert not refused


def test_a_choice_of_licences_is_a_choice() -> None:
    assert not _COPYLEFT.search("LGPL-3.0-only")
    assert not _COPYLEFT.search("GNU Lesser General Public License v3")
    assert _COPYLEFT.search("GPL-2.0-only")
    assert _COPYLEFT.search("License :: OSI Approved :: GNU General Public License v2 (GPLv2)")
