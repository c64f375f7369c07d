"""How this very program is started once more: the packaged one, or Python with the package."""

import sys


def command(*words: str) -> list[str]:
    """The command line of a ``showcase`` command.

    Args:
        words: The command, and its arguments.
    """
    frozen = getattr(sys, "frozen", False)  # set by PyInstaller
    return [sys.executable, *words] if frozen else [sys.executable, "-m", "showcase", *words]
