"""Callers whom the cast does not know, and what staff call them."""

from showcase.api.stagehand import Refused
from showcase.standins.book import Book


class Guests:
    """Named by address until somebody names them; a name stays while the engine lives.

    Attributes:
        names: What staff call them, by address.
    """

    def __init__(self) -> None:
        """Nobody has called."""
        self.names: dict[str, str] = {}
        self._book: Book | None = None

    def meet(self, book: Book) -> None:
        """From now on callers are those in that book."""
        self._book = book
        book.names = self.names

    @property
    def heard(self) -> dict[str, str]:
        """What each of them calls itself, by address; empty: it gave no name."""
        return dict(self._book.heard) if self._book else {}

    def called(self, host: str) -> str:
        """What people call whoever has that address; empty where nobody is known to."""
        return self._book.called_at(host) if self._book else self.names.get(host, "")

    def name(self, address: str, name: str) -> None:
        """Call whoever has that address so from now on; empty: by its address again.

        Raises:
            Refused: A role of the story is called so.
        """
        if self._book and any(name == role.key for role in self._book.programme.roles):
            raise Refused(f"“{name}” is a role of the story.", "Enter the system in the cast.")
        self.names.pop(address, None)
        if name:
            self.names[address] = name
