"""Runs Showcase, and writes down every connection it opens and every file it writes.

``python -m tests.torture.watched LOG standins --json …``: Python's own audit events (PEP 578) go
to LOG, one line each. What C libraries open by themselves is caught otherwise: by bait that
nobody may touch.
"""

import os
import sys

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def watch(log: str) -> None:
    """From now on, write down what leaves this process."""
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def note(kind: str, what: object) -> None:
        os.write(handle, f"{kind} {what}\n".encode(errors="backslashreplace"))

    def hook(event: str, args: tuple[object, ...]) -> None:
        if event == "socket.connect":
            note("connect", args[1])
        elif event in {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn"}:
            note("spawn", args[0])
        elif event == "open" and isinstance(args[2], int) and args[2] & _WRITES:
            note("write", args[0])
        elif event in {"os.mkdir", "os.rename", "os.link", "os.symlink"}:
            note("write", args[-2] if event == "os.mkdir" else args[1])

    sys.addaudithook(hook)


if __name__ == "__main__":
    watch(sys.argv.pop(1))
    from showcase.cli import main

    main()
