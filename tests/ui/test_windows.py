"""The wall on its screen. A second screen is faked by Qt's offscreen platform, in a process of
its own: the platform reads its screens once."""

import json
import os
import subprocess
import sys
from pathlib import Path

SHOW = """
from PySide6.QtGui import QGuiApplication, QWindow
from ui.windows import WallScreen, other_screen

app = QGuiApplication([])
first, second = app.screens()
console, wall = QWindow(), QWindow()
console.setScreen(first)
screen = WallScreen()
notices = []
screen.noticed.connect(lambda *words: notices.append(words))
screen.wanted.connect(lambda: screen.adopt(wall, console))
assert not screen.shown
screen.toggle()
app.processEvents()
assert screen.shown and wall.screen() is second, wall.screen().name()
assert wall.geometry() == second.geometry(), wall.geometry()
assert not notices
screen.toggle()
assert not screen.shown
assert other_screen(first, [first]) is None
screen.let_go()
screen.take_down()
print("well")
"""


def test_wall_fills_the_second_screen(tmp_path: Path) -> None:
    screens = [
        {"name": "desk", "x": 0, "y": 0, "width": 1280, "height": 720},
        {"name": "wall", "x": 1280, "y": 0, "width": 1920, "height": 1080},
    ]
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}))
    done = subprocess.run(
        [sys.executable, "-c", SHOW],
        env=os.environ
        | {
            "QT_QPA_PLATFORM": f"offscreen:configfile={config}",
            "PYTHONPATH": str(Path(__file__).parents[2]),
        },
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "well"), done.stderr
