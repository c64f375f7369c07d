"""Takes away what a booth laptop may lack, and runs the packaged program; started by `prove.py`.

    unshare --map-root-user --mount --net python build/harsh.py FOLDER PLACE HOME

In namespaces of our own (namespaces(7)) FOLDER appears at PLACE, read-only; nothing can be written
to HOME; and there is no network but the machine's own loopback.
"""

import fcntl
import socket
import struct
import subprocess
import sys
from pathlib import Path

from prove import ran  # beside this file

_SET_FLAGS, _UP = 0x8914, 0x1
"""SIOCSIFFLAGS and IFF_UP of netdevice(7): a fresh network namespace's loopback is down."""


def _loopback_up() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, _SET_FLAGS, struct.pack("16sH14s", b"lo", _UP, b""))


def _read_only(folder: Path, place: Path) -> None:
    for words in (["--bind", folder, place], ["-o", "remount,bind,ro", place]):
        subprocess.run(["/bin/mount", *words], check=True)
    try:
        (place / "probe").touch()
    except OSError:
        return
    raise SystemExit(f"{place} can be written to: nothing would be proved")


def main(folder: Path, place: Path, home: Path) -> None:
    """Run it there; `prove.Failed` where it does not hold."""
    _loopback_up()
    _read_only(folder, place)
    _read_only(home, home)
    ran(place, home, "selftest")
    played = ran(place, home, "play", "chest-pain", "--cut", "short")
    sys.stdout.write(f"self-test held; {played.strip().splitlines()[-1]}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
