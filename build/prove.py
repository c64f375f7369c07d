"""Proves the packaged folder, as on a booth laptop: no Python, no network, nothing to write to.

    python build/prove.py dist/showcase dist/showcase-….tar.gz

Every check is a line; the last one counts them. Linux lets us take away the network and make
folders read-only for one process alone (namespaces); elsewhere those checks are named as not made.
"""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from inclusion import PLUGINS, qml_modules  # beside this file

ROOT = Path(__file__).resolve().parents[1]
LARGEST = 300_000_000
"""Bytes, unpacked."""

_SELFTEST_WITHIN = 30.0
_WINDOW_WITHIN = 60.0
_HARSH = "ro folder/Müller & Söhne, Stand 7"
"""Where it is put for the harshest check: spaces and umlauts."""


_MAY = hasattr(os, "geteuid") and os.geteuid() == 0
_APART = ("unshare", *(() if _MAY else ("--map-root-user",)), "--mount", "--net")
"""A process of its own mind about folders and networks (unshare(1))."""


class NotHere(Exception):
    """A check that this system does not let us make; the message is for people."""


class Failed(Exception):
    """A check did not hold; the message is for people."""


class Proof:
    """The checks, in their order, and what they found.

    Attributes:
        folder: The packaged program.
        archive: The same, packed.
        scratch: A folder for whatever a check needs.
    """

    def __init__(self, folder: Path, archive: Path, scratch: Path) -> None:
        """Nothing checked yet."""
        self.folder = folder.resolve()
        self.archive = archive.resolve()
        self.scratch = scratch

    # --- What is in it --------------------------------------------------------------------------

    def size(self) -> str:
        """Unpacked, it is no larger than it may be."""
        files = [
            each for each in self.folder.rglob("*") if each.is_file() and not each.is_symlink()
        ]
        total = sum(each.stat().st_size for each in files)
        packed = self.archive.stat().st_size
        if total >= LARGEST:
            raise Failed(f"{total / 1e6:.0f} MB unpacked")
        return f"{total / 1e6:.0f} MB unpacked, {packed / 1e6:.0f} MB packed, {len(files)} files"

    def contents(self) -> str:
        """The QML modules that our window imports, and no others; Qt's plug-ins likewise."""
        inside = _qml_of(self.folder / "_internal" / "PySide6")
        there = sorted(
            each.parent.relative_to(inside).as_posix() for each in inside.rglob("qmldir")
        )
        source = sysconfig.get_path("platlib")
        used = qml_modules(ROOT / "ui" / "qml", _qml_of(Path(source) / "PySide6"))
        if there != used:
            raise Failed(f"there are the QML modules {there}, and our window uses {used}")
        if (
            strange := {each.name for each in (inside.parent / "plugins").iterdir()}
            - PLUGINS.keys()
        ):
            raise Failed(f"plug-ins that nobody uses: {strange}")
        return f"QML modules: {', '.join(used)}"

    def packed(self) -> str:
        """The archive bears its checksum, and its version and date inside."""
        told = self.archive.with_name(f"{self.archive.name}.sha256").read_text().split()[0]
        found = hashlib.sha256(self.archive.read_bytes()).hexdigest()
        if told != found:
            raise Failed(f"its SHA-256 is {found}, and {told} is told")
        with tarfile.open(self.archive) as archive:
            names = {"VERSION", "BUILT", "SHA256SUMS", "LICENSE", "licences/CREDITS.txt"}
            for name in names:
                member = archive.extractfile(f"showcase/{name}")
                if not (member and member.read().strip()):
                    raise Failed(f"showcase/{name} is empty")
        return f"{self.archive.name}, SHA-256 {found[:16]}…"

    # --- What it does ---------------------------------------------------------------------------

    def starts(self) -> str:
        """It tells its version; how long that takes, the second time."""
        home = self._home("starts")
        times = []
        for _ in range(3):
            began = time.perf_counter()
            told = ran(self.folder, home, "--version").strip()
            times.append(time.perf_counter() - began)
        if ", built 20" not in told:
            raise Failed(f"“{told}” does not tell when it was built")
        return f"{told}; started in {min(times):.2f} s (the first time {times[0]:.2f} s)"

    def selftest(self) -> str:
        """In an empty environment: no Python, no virtual environment, no display."""
        began, busy = time.perf_counter(), _busy()
        table = ran(self.folder, self._home("selftest"), "selftest")
        seconds, busy = time.perf_counter() - began, _busy() - busy
        sys.stdout.write(table)
        if busy > _SELFTEST_WITHIN:
            raise Failed(f"it took {seconds:.1f} s, and the processor {busy:.1f} s")
        return f"exit 0 in {seconds:.1f} s ({busy:.1f} s of a processor)"

    def bundle(self) -> str:
        """A support bundle, made without a journal."""
        made = self.scratch / "help.zip"
        ran(self.folder, self._home("bundle"), "bundle", "--to", str(made))
        with zipfile.ZipFile(made) as archive:
            names = archive.namelist()
            if b"pydicom" not in archive.read("packages.txt"):
                raise Failed("it does not tell what it consists of")
        return f"{len(names)} files"

    def menu(self) -> str:
        """The entry for a desktop's menu, from a folder with spaces and umlauts."""
        if sys.platform != "linux":
            raise NotHere("Linux only")
        place = self.scratch / "menu ä"
        place.mkdir()
        for name in ("showcase.desktop", "showcase.png", "add-to-menu"):
            shutil.copy(self.folder / name, place)
        environment = {"HOME": str(place), "PATH": "/usr/bin:/bin"}
        subprocess.run([place / "add-to-menu"], env=environment, check=True, capture_output=True)
        entry = (place / ".local/share/applications/showcase.desktop").read_text()
        if f'Exec="{place}/showcase"\n' not in entry:
            raise Failed(entry)
        return "Exec and Icon lead to this folder"

    def two_copies(self) -> str:
        """The second shows the first one's window, and ends; so it is when both start at once."""
        home = self._home("two")
        copies = [started(self.folder, home, "--light") for _ in range(2)]
        try:
            seconds = _until(
                lambda: any(each.poll() is not None for each in copies), "both have stayed"
            )
            gone, stays = sorted(copies, key=lambda each: each.poll() is None)
            said = gone.communicate()[1]
            if gone.returncode or "open already" not in said:
                raise Failed(f"the second ended with {gone.returncode}: {said}")
            ready = _until(lambda: [*home.rglob("engine.json")], "the window has no engine")
            ran(self.folder, home)
            stays.send_signal(signal.SIGTERM)
            said = stays.communicate(timeout=_WINDOW_WITHIN)[1]
            if stays.returncode:
                raise Failed(f"the first ended with {stays.returncode}: {said}")
        finally:
            for each in copies:
                each.kill()
        _until(lambda: not [*home.rglob("engine.json")], "the engine has stayed")
        if left := [each.name for each in home.rglob("*.crash.txt")]:
            raise Failed(f"reports of crashes: {left}")
        return f"one window, one engine, there after {seconds + ready:.1f} s; both ended in order"

    def harsh(self) -> str:
        """A read-only folder with spaces and umlauts, no network, a home that cannot be written."""
        if not _has_namespaces():
            raise NotHere("no namespaces")
        home, place = self._home("harsh"), self.scratch / _HARSH
        place.mkdir(parents=True)
        words = [sys.executable, ROOT / "build" / "harsh.py", self.folder, place, home]
        done = subprocess.run([*_APART, *words], capture_output=True, text=True, check=False)
        if done.returncode:
            raise Failed(done.stdout + done.stderr)
        return done.stdout.strip()

    def _home(self, name: str) -> Path:
        home = self.scratch / f"home of {name}"
        home.mkdir()
        return home


def _qml_of(package: Path) -> Path:
    """Where PySide keeps Qt's QML modules: Windows has no folder ``Qt`` between."""
    return next(each for each in (package / "Qt" / "qml", package / "qml") if each.is_dir())


def started(folder: Path, home: Path, *words: str) -> "subprocess.Popen[str]":
    """The program, in an environment with nothing but a home and no display."""
    return subprocess.Popen(
        [folder / "showcase", *words],
        cwd="/",
        env={"HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def ran(folder: Path, home: Path, *words: str) -> str:
    """What it printed.

    Raises:
        Failed: It did not exit with 0.
    """
    process = started(folder, home, *words)
    told, complained = process.communicate(timeout=180)
    if process.returncode:
        raise Failed(f"exit {process.returncode}\n{told}{complained}")
    return told


def _busy() -> float:
    """Seconds of processors that ended children have used: other people's load is not ours."""
    return sum(os.times()[2:4])


def _until(held: Callable[[], object], words: str) -> float:
    """Wait for what tells nobody that it has happened; returns the seconds it took."""
    began = time.monotonic()
    while not held():
        if time.monotonic() - began > _WINDOW_WITHIN:
            raise Failed(words)
        time.sleep(0.05)
    return time.monotonic() - began


def _has_namespaces() -> bool:
    if sys.platform != "linux" or not shutil.which(_APART[0]):
        return False
    return subprocess.run([*_APART, "true"], capture_output=True, check=False).returncode == 0


def _made(name: str, check: Callable[[], str]) -> str:
    began = time.perf_counter()
    try:
        words, mark = check(), "✓"
    except NotHere as error:
        words, mark = f"not made here: {error}", "-"
    except (Failed, OSError, subprocess.SubprocessError, StopIteration) as error:
        words, mark = str(error), "✗"
    seconds = time.perf_counter() - began
    sys.stdout.write(f"{mark} {name:<12} {seconds:6.1f} s  {words}\n")
    sys.stdout.flush()
    return mark


def main(folder: Path, archive: Path) -> int:
    """Make every check; 0 when none has failed."""
    with tempfile.TemporaryDirectory(prefix="showcase-proof-") as scratch:
        proof = Proof(folder, archive, Path(scratch))
        checks = (proof.size, proof.contents, proof.packed, proof.starts, proof.selftest,
                  proof.bundle, proof.menu, proof.two_copies, proof.harsh)  # fmt: skip
        marks = [_made(check.__name__.replace("_", " "), check) for check in checks]
    passed, failed, skipped = (marks.count(mark) for mark in "✓✗-")
    told = f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else "")
    sys.stdout.write(f"{told}\n")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), Path(sys.argv[2])))
