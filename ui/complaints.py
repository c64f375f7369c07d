"""What Qt and its QML say goes to the same log as what we say."""

import logging
import os

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,  # Qt ends the program next: it goes into the report
}
_log = logging.getLogger("ui.qt")


def hear_qt() -> None:
    """From now on; who tells Qt how to write (QT_MESSAGE_PATTERN) reads it on stderr instead."""
    if "QT_MESSAGE_PATTERN" in os.environ:
        return
    qInstallMessageHandler(_heard)


def _heard(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
    where = f" ({context.file}:{context.line})" if context.file else ""
    _log.log(_LEVELS.get(kind, logging.WARNING), "%s%s", words, where)
