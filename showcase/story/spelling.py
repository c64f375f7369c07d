"""What somebody probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches

_SHOWN = 12
"""More names than this are not worth reading in an error."""


def suggest(word: str, known: Iterable[str]) -> str:
    """A remedy for a name that does not exist: the likeliest one, else all there are."""
    names = list(dict.fromkeys(known))
    by_lower = {name.lower(): name for name in names}
    close = get_close_matches(word.lower(), by_lower, n=1, cutoff=0.6)
    if close:
        return f"Did you mean `{by_lower[close[0]]}`?"
    return f"Use {one_of(names)}." if names else "Remove it."


def one_of(names: Iterable[str]) -> str:
    """``a, b or c``."""
    quoted = [f"`{name}`" for name in names]
    if len(quoted) > _SHOWN:
        quoted = [*quoted[:_SHOWN], "another that exists"]
    if len(quoted) == 1:
        return quoted[0]
    return f"{', '.join(quoted[:-1])} or {quoted[-1]}" if quoted else "nothing"
