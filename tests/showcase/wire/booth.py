"""Certificates good and bad, made by the booth's own authority."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from showcase.wire.authority import Authority
from showcase.wire.clock import SystemClock
from showcase.wire.tls import Credentials


class Ago(SystemClock):
    """The machine's clock, some days back."""

    def __init__(self, days: float) -> None:
        self._back = timedelta(days=days)

    def now(self) -> datetime:
        return datetime.now(UTC) - self._back


class Booth:
    """An authority, and what it issues."""

    def __init__(self, folder: Path, days_ago: float = 0) -> None:
        self._folder = folder
        self.authority = Authority(folder, Ago(days_ago))
        self.authority.create()

    def issue(self, name: str, *trusted: Path, days_ago: float = 0) -> Credentials:
        """Credentials that trust the authority, and whatever is named."""
        issued = Authority(self._folder, Ago(days_ago)).issue(name, ["127.0.0.1"])
        return Credentials(
            certificate=issued.certificate,
            key=issued.key,
            trusted=(self.authority.certificate, *trusted),
        )
