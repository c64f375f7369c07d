"""The window speaks German, all of it."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QGuiApplication

from ui import translations
from ui.stage import wording

ROOT = Path(__file__).parents[2]
TS = ROOT / "assets" / "i18n" / "showcase_de.ts"


@pytest.fixture
def german(qapp: QGuiApplication) -> Iterator[QGuiApplication]:
    assert translations.install(qapp, "de") == "de"
    yield qapp
    translations.remove(qapp)


def _messages(file: Path) -> dict[tuple[str, str], ElementTree.Element]:
    found = {}
    for context in ElementTree.parse(file).iter("context"):
        for message in context.iter("message"):
            found[context.findtext("name", ""), message.findtext("source", "")] = message
    return found


def _said(tmp_path: Path) -> Path:
    """What the sources say now, as lupdate reads it."""
    sources = [str(f) for f in sorted((ROOT / "ui").rglob("*")) if f.suffix in {".py", ".qml"}]
    out = tmp_path / "now.ts"
    lupdate = Path(sys.executable).with_name("pyside6-lupdate")
    subprocess.run([lupdate, *sources, "-ts", out, "-silent"], check=True, cwd=ROOT)
    return out


def test_every_sentence_is_translated(tmp_path: Path) -> None:
    said, there = set(_messages(_said(tmp_path))), _messages(TS)
    assert said - set(there) == set(), "run build/translate, and translate what is unfinished"
    unfinished = [
        key
        for key, message in there.items()
        if not message.findtext("translation") or message.find("translation[@type]") is not None
    ]
    assert unfinished == []


def test_placeholders_survive() -> None:
    for (_, source), message in _messages(TS).items():
        translated = message.findtext("translation", "")
        for place in ("%1", "%2", "%3", "%4", "{role}", "{count}", "{sender}", "{receiver}"):
            assert (place in source) == (place in translated), source


def test_what_is_compiled_is_what_is_written(german: QGuiApplication) -> None:
    assert german
    for (context, source), message in _messages(TS).items():
        remark = message.findtext("comment", "")
        assert translations.translate(context, source, remark) == message.findtext("translation")


def test_python_speaks_german(german: QGuiApplication) -> None:
    assert german
    assert wording.pictures(24) == "24 Bilder"
    assert wording.waits("CT-Gerät") == "Warten auf: CT-Gerät …"


def test_numbers_are_written_as_the_language_has_them(qapp: QGuiApplication) -> None:
    values = [(1.5, None), (5.0, None), (2.4, 1), (0.0, 1), (11.6, 0)]
    assert [translations.decimal(*each) for each in values] == ["1.5", "5", "2.4", "0.0", "12"]
    translations.install(qapp, "de")
    said = [translations.decimal(*each) for each in values]
    translations.remove(qapp)
    assert said == ["1,5", "5", "2,4", "0,0", "12"]


def test_days_are_named_as_the_language_has_them(qapp: QGuiApplication) -> None:
    at = datetime(2026, 11, 24, 10, 21).astimezone()  # a Tuesday, wherever this runs
    assert translations.day_and_hour(at) == "Tue 10:21"
    translations.install(qapp, "de")
    said = translations.day_and_hour(at)
    translations.remove(qapp)
    assert said.startswith("Di")
    assert said.endswith(" 10:21")


def test_english_is_what_stands_in_the_code(qapp: QGuiApplication) -> None:
    assert translations.install(qapp, "en") == "en"
    assert wording.pictures(24) == "24 images"


@pytest.mark.parametrize(
    ("wanted", "system", "spoken"),
    [("de", "en_GB", "de"), ("de-AT", "C", "de"), ("", "de_DE", "de"), ("", "fr_FR", "en"),
     ("xx", "C", "en")],
)  # fmt: skip
def test_the_language_is_the_wanted_one_or_the_systems(
    wanted: str, system: str, spoken: str
) -> None:
    assert translations.choose(wanted, system) == spoken


def test_it_lists_its_languages() -> None:
    assert translations.languages() == ["en", "de"]
