"""One console for each user and journal: a second copy shows the first one's window, and ends.

Two consoles would press GO for each other. So the first copy holds a lock, which the operating
system's process number makes stale when its owner is gone, and listens on a local socket that only
its user may speak to. A second copy that finds the lock held asks there for the window. When the
first one does not answer, it hangs or is just ending; then the second opens a window all the same:
both draw from one engine, which lets nobody press twice.
"""

import hashlib
import logging
import os
from pathlib import Path

from platformdirs import user_data_path
from PySide6.QtCore import QDir, QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PLEASE = b"show\n"
_DONE = b"shown\n"
_PATIENCE = 3_000
"""Milliseconds: the first copy may be drawing its first frame."""

_BREATH = 100
"""Milliseconds between two tries to speak to it."""

_SHORT = 90
"""Bytes of a local socket's path that every system allows (sockaddr_un has 104 or 108)."""

_log = logging.getLogger(__name__)


class FirstCopy(QObject):
    """Whether this is the first copy, and whoever comes after it."""

    wanted = Signal()  # somebody has started a second copy: show the window

    def __init__(self, journal: Path | None = None, parent: QObject | None = None) -> None:
        """Nothing is held yet.

        Args:
            journal: A journal of its own; each has a first copy of its own.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._name = _name(journal)
        self._lock = QLockFile(f"{self._name}.lock")
        self._lock.setStaleLockTime(0)  # however old it is: as long as its process lives
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._called)

    def claim(self) -> bool:
        """True: this copy opens a window. False: the first one has just shown its own."""
        if self._lock.tryLock(0):
            self._listen()
            return True
        if self._lock.error() is not QLockFile.LockError.LockFailedError:
            _log.warning("nobody can tell whether another copy runs: no lock at %s", self._name)
            return True
        return not self._show_the_first()

    def release(self) -> None:
        """This copy ends: the next one is the first."""
        self._server.close()
        self._lock.unlock()

    def _listen(self) -> None:
        QLocalServer.removeServer(self._name)  # left by one that was killed
        if not self._server.listen(self._name):
            _log.warning("a second copy cannot find us: %s", self._server.errorString())

    def _show_the_first(self) -> bool:
        socket = QLocalSocket()
        # the first copy has the lock before it listens: until then it refuses at once
        for _ in range(_PATIENCE // _BREATH):
            socket.connectToServer(self._name)
            if socket.waitForConnected(_PATIENCE):
                return self._ask(socket)
            if self._lock.tryLock(_BREATH):  # it has ended meanwhile: now we are the first
                self._listen()
                return False
        _log.warning("another copy runs, but nobody can speak to it: its window stays as it is")
        return False

    def _ask(self, socket: QLocalSocket) -> bool:
        socket.write(_PLEASE)
        shown = socket.waitForReadyRead(_PATIENCE) and socket.readAll().data() == _DONE
        socket.abort()
        if not shown:
            _log.warning("another copy runs, but does not answer: its window stays as it is")
        return shown

    def _called(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(self._asked)
            socket.disconnected.connect(socket.deleteLater)

    def _asked(self) -> None:
        socket = self.sender()
        assert isinstance(socket, QLocalSocket)
        if socket.readAll().data() == _PLEASE:
            socket.write(_DONE)
            socket.flush()
            self.wanted.emit()


def _name(journal: Path | None) -> str:
    """Path of the socket: in a folder of this user's, and short."""
    data = user_data_path("showcase", appauthor=False)
    of = hashlib.sha256(str(journal.resolve() if journal else data).encode()).hexdigest()[:16]
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    folders = [Path(runtime)] if runtime else []
    for folder in (*folders, data, Path(QDir.tempPath())):
        path = folder / f"showcase-{of}"
        if len(str(path).encode()) <= _SHORT and _usable(folder):
            return str(path)
    return str(Path(QDir.tempPath()) / f"showcase-{of}")


def _usable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return False
    return os.access(folder, os.W_OK)
