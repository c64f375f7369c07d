"""Without our fonts Qt draws boxes and says nothing."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication

from ui import fonts


def test_both_fonts_load(qapp: QGuiApplication) -> None:
    fonts.load_fonts()
    assert {fonts.SANS, fonts.MONO} <= set(QFontDatabase.families())
    assert QFontInfo(QFont(fonts.SANS)).family() == fonts.SANS
    assert qapp.font().family() == fonts.SANS


def test_a_missing_file_is_named(
    qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert qapp
    monkeypatch.setitem(fonts._FILES, fonts.SANS, tmp_path / "gone.ttf")
    with pytest.raises(fonts.FontMissing, match=r"gone\.ttf"):
        fonts.load_fonts()


def test_a_damaged_file_is_named(
    qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert qapp
    damaged = tmp_path / "damaged.ttf"
    damaged.write_bytes(b"no font")
    monkeypatch.setitem(fonts._FILES, fonts.SANS, damaged)
    with pytest.raises(fonts.FontMissing, match="damaged"):
        fonts.load_fonts()
