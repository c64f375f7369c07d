"""The pinned requirements are what pyproject.toml asks for."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_LOCKS = ("runtime", "develop")
_PIN = re.compile(r"(?m)^([\w.-]+)==(\S+)((?: ;[^\\\n]*)?) \\$")


def _pins(texts: dict[str, str], lock: str) -> dict[str, str]:
    found = _PIN.findall(texts[f"build/requirements/{lock}.txt"])
    return {canonicalize_name(name): version for name, version, _ in found}


def _asked(texts: dict[str, str], lock: str) -> list[Requirement]:
    project = tomllib.loads(texts["pyproject.toml"])
    groups = ["build"] if lock == "runtime" else ["build", "check", "test", "lock"]
    lines = list(project["project"]["dependencies"])
    for group in groups:
        lines += project["dependency-groups"][group]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("lock", _LOCKS)
def test_every_requirement_is_met(texts: dict[str, str], lock: str) -> None:
    pins = _pins(texts, lock)
    unmet = [
        str(asked)
        for asked in _asked(texts, lock)
        if not asked.specifier.contains(pins.get(canonicalize_name(asked.name), "0"))
    ]
    assert not unmet, "run `make lock`"


@pytest.mark.parametrize("lock", _LOCKS)
def test_every_pin_has_hashes(texts: dict[str, str], lock: str) -> None:
    text = texts[f"build/requirements/{lock}.txt"]
    pins = re.split(r"(?m)^(?=[\w.-]+==)", text)[1:]
    assert len(pins) == len(_pins(texts, lock)) > 20
    assert all("--hash=sha256:" in pin for pin in pins)


def test_developers_run_what_users_run(texts: dict[str, str]) -> None:
    users, developers = _pins(texts, "runtime"), _pins(texts, "develop")
    assert users.items() <= developers.items()
