"""What PyInstaller freezes: the ``showcase`` command.

qasync imports QtWidgets, for nothing but ``QApplication.instance()``, and QGuiApplication has that
as well. Something that says so stands in for it here: we ship no widgets.
"""

import sys
from types import ModuleType


class _NoWidgets(ModuleType):
    @property
    def QApplication(self) -> type:  # noqa: N802 - Qt's name
        """The application class that windows without widgets have."""
        from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - the engine has no Qt

        return QGuiApplication


sys.modules["PySide6.QtWidgets"] = _NoWidgets("PySide6.QtWidgets")

from showcase.__main__ import main  # noqa: E402 - whatever it imports must find it

main()
