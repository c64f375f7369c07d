"""Where packages come from is the business of each machine's own settings."""

import re

_NAMES = "pypi|pythonhosted|npmjs|debian|ubuntu|crates|golang|maven"
_HOST = re.compile(rf"\b(?:[\w-]+\.)*(?:{_NAMES})\.(?:org|com|io|net)\b", re.IGNORECASE)
_INDEX = re.compile(r"(?m)^\s*--?(?:extra-index-url|index-url|find-links|i)\b")


def test_no_file_names_a_registry(texts: dict[str, str]) -> None:
    found = {name: hosts for name, text in texts.items() if (hosts := _HOST.findall(text))}
    assert not found


def test_requirements_choose_no_index(texts: dict[str, str]) -> None:
    locks = {name: text for name, text in texts.items() if name.startswith("build/requirements/")}
    assert locks
    assert not [name for name, text in locks.items() if _INDEX.search(text)]
