"""Where things are kept on this machine, as the platform wishes."""

from pathlib import Path

from platformdirs import user_data_path


def data_path() -> Path:
    """The user's own folder for Showcase; not created here."""
    return user_data_path("showcase", appauthor=False)


def journal_path(asked: Path | None) -> Path:
    """The journal file that was asked for, or the user's own."""
    return asked or data_path() / "journal.db"


def certificates_path() -> Path:
    """The folder of the booth's certificate authority."""
    return data_path() / "certificates"


def store_path(journal: Path) -> Path:
    """The folder in which stand-ins keep what they were sent: beside the journal."""
    return journal.parent / "stand-ins"
