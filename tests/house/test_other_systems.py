"""What only Windows and macOS read is at least well formed, and the icon is in all its sizes."""

import plistlib
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

from PIL import Image


def test_the_entitlements_are_what_python_and_qt_quick_need(root: Path) -> None:
    with (root / "build" / "macos" / "entitlements.plist").open("rb") as file:
        entitlements = plistlib.load(file)
    assert entitlements["com.apple.security.cs.allow-jit"] is True
    assert not [name for name, value in entitlements.items() if value is not True]


def test_the_manifest_asks_for_utf_8_and_no_rights(root: Path) -> None:
    manifest = ElementTree.parse(root / "build" / "windows" / "showcase.manifest")
    texts = {each.tag.rpartition("}")[2]: each for each in manifest.iter()}
    assert texts["activeCodePage"].text == "UTF-8"
    assert texts["requestedExecutionLevel"].get("level") == "asInvoker"


def test_the_spec_can_be_read(root: Path) -> None:
    text = (root / "build" / "showcase.spec").read_text(encoding="utf-8")
    assert compile(text, "showcase.spec", "exec").co_names


def test_the_icon_is_drawn_in_every_size(root: Path, tmp_path: Path) -> None:
    script = [sys.executable, str(root / "build" / "icons.py"), str(tmp_path)]
    subprocess.run(script, check=True, capture_output=True)
    with Image.open(tmp_path / "showcase.png") as png:
        assert png.size == (256, 256)
    with Image.open(tmp_path / "showcase.ico") as ico:
        assert {(16, 16), (32, 32), (48, 48), (256, 256)} <= ico.info["sizes"]
    with Image.open(tmp_path / "showcase.icns") as icns:
        assert {(512, 512, 2), (256, 256, 1), (128, 128, 1)} <= set(icns.info["sizes"])
