"""The support file: what helps whoever has to find out, saved where documents are.

Another process gathers it: the engine may be what is broken, and the window has better things to
do than to read a journal.
"""

import logging
from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import Property, QObject, QProcess, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from showcase.client.program import command
from ui.baggage import documents
from ui.translations import translate

QML_IMPORT_NAME = "Showcase.Console"
QML_IMPORT_MAJOR_VERSION = 1

_log = logging.getLogger(__name__)


@QmlElement
@QmlUncreatable("The window makes it.")
class SupportModel(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """Gathers the support file when somebody asks for it."""

    changed = Signal()
    noticed = Signal(str, str)  # words, remedy

    def __init__(
        self,
        cast: Callable[[], str],
        journal: Path | None = None,
        folder: Callable[[], Path] = documents,
        parent: QObject | None = None,
    ) -> None:
        """Nobody has asked yet.

        Args:
            cast: Path of the cast that is played; empty: none.
            journal: The journal's file, where it is not the user's own.
            folder: Where it is saved.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._cast = cast
        self._journal = journal
        self._folder = folder
        self._process: QProcess | None = None

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """It is being gathered."""
        return self._process is not None

    @Slot()
    def save(self) -> None:
        """Gather and save it; a notice tells where it is."""
        if self._process:
            return
        folder = self._folder()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._failed(error.strerror or str(error))
            return
        words = ["bundle", "--json", "--to", str(folder)]
        if cast := self._cast():
            words += ["--cast", cast]
        if self._journal:
            words += ["--journal", str(self._journal)]
        program, *arguments = command(*words)
        self._process = process = QProcess(self)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._broken)
        process.start(program, arguments)
        self.changed.emit()

    def _finished(self, code: int) -> None:
        process = self._let_go()
        if process is None:
            return
        said = bytes(process.readAllStandardError().data()).decode(errors="replace").strip()
        try:
            made = msgspec.json.decode(process.readAllStandardOutput().data(), type=dict[str, str])
        except msgspec.DecodeError:
            made = {}
        if code or "file" not in made:
            _log.error("the support file was not made: exit %d, %s", code, said)
            self._failed(said.splitlines()[-1] if said else str(code))
            return
        self.noticed.emit(
            translate("Support", "The support file is saved. Give it to whoever helps you."),
            made["file"],
        )

    def _broken(self) -> None:
        if process := self._let_go():
            self._failed(process.errorString())

    def _let_go(self) -> QProcess | None:
        """The process has ended; only the first who hears of it gets it."""
        process, self._process = self._process, None
        if process:
            process.deleteLater()
            self.changed.emit()
        return process

    def _failed(self, why: str) -> None:
        self.noticed.emit(
            translate("Support", "The support file could not be made: {why}.").format(
                why=why.rstrip(".")
            ),
            translate("Support", "In a terminal, “showcase bundle” makes it, too."),
        )
