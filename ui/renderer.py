"""Which of Qt's renderers draws.

Without a GPU Mesa's llvmpipe would emulate one: at 4K 36 frames a second where Qt's own software
renderer makes 62. Forcing the hardware renderer on the offscreen platform hung. So: software
wherever no GPU can be found, and wherever the user's environment has not chosen already.
"""

import os
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow, QSGRendererInterface

_CHOSEN = ("QT_QUICK_BACKEND", "QSG_RHI_BACKEND")
_BLIND = {"offscreen", "minimal", "vnc"}
"""Qt platforms without a GPU behind them."""


def application() -> QGuiApplication:
    """Qt's application, with the renderer chosen; the one that is there, where there is one."""
    choose_renderer()
    app = QGuiApplication.instance() or QGuiApplication([sys.argv[0]])
    assert isinstance(app, QGuiApplication)
    app.setApplicationName("Showcase")
    return app


def choose_renderer() -> None:
    """Choose before the first window is made; later is too late."""
    if not any(os.environ.get(each) for each in _CHOSEN) and not has_gpu():
        QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)


def has_gpu(devices: Path = Path("/dev/dri")) -> bool:
    """Whether a GPU can be expected; only Linux machines come without one."""
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in _BLIND:
        return False
    return sys.platform != "linux" or any(devices.glob("renderD*"))
