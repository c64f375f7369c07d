"""Credits and licences over the packaged folder: who made what is in it, and may it be passed on?

Everything that PyInstaller collected is traced to where it came from: a Python package, Python
itself, a library of this operating system, or us. Each must have a licence that lets us pass it on
without putting Showcase under the GPL; one that is unknown is refused like one that does not. The
texts go into ``licences/`` in the folder, and the list into ``licences/CREDITS.txt``.

    python build/credits.py out/collected.json dist/showcase
"""

import json
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import Distribution, distributions
from pathlib import Path

import qt_credits

ROOT = Path(__file__).resolve().parents[1]

_COPYLEFT = re.compile(r"(?<!L)\bA?GPL|(?<!Lesser )General Public", re.IGNORECASE)
_EXCEPTION = re.compile(r"exception", re.IGNORECASE)
"""GCC's run-time libraries and PyInstaller's start-up code are GPL, with an exception for exactly
what we do with them: whatever is linked with them, or started by them, may have any licence."""

_LIBRARIES = {
    "LGPL-2.1-or-later": "blkid gcrypt gio gmodule gobject glib gthread gpg-error keyutils mount "
    "systemd",
    "GPL-3.0-or-later WITH GCC-exception-3.1": "gcc_s stdc++ gfortran",
    "MIT": "X11 X11-xcb Xau Xcursor Xdmcp Xext Xfixes Xi Xinerama Xrandr Xrender brotlicommon "
    "brotlidec com_err expat ffi fontconfig gssapi_krb5 k5crypto krb5 krb5support ncursesw tinfo "
    "wayland-client wayland-cursor wayland-egl xcb xcb-cursor xcb-glx xcb-icccm xcb-image "
    "xcb-keysyms xcb-randr xcb-render xcb-render-util xcb-shape xcb-shm xcb-sync xcb-util "
    "xcb-xfixes xcb-xinput xcb-xkb xkbcommon xkbcommon-x11 xml2",
    "BSD-3-Clause": "bsd cap jpeg lz4 md pcre2-8 uuid zstd mpdec",
    "Apache-2.0": "crypto ssl",
    "AFL-2.1 OR GPL-2.0-or-later": "dbus-1",
    "FTL OR GPL-2.0-or-later": "freetype",
    "libpng-2.0": "png16",
    "Zlib": "z",
    "0BSD": "lzma",
    "bzip2-1.0.6": "bz2",
    "Public domain": "selinux sqlite3",
    "PSF-2.0": "python3",
}
"""Libraries of the operating system that something here is linked with, by licence."""

_LICENCE_FILE = re.compile(
    r"(?:^|/)(?:licen[cs]e|copying|notice|authors|copyright)[^/]*$", re.IGNORECASE
)


@dataclass
class Credit:
    """One maker's work.

    Attributes:
        kind: ``Python package``, ``library``, ``inside Qt``.
        texts: Files with the words of the licence.
    """

    name: str
    version: str
    licence: str
    kind: str
    texts: list[Path] = field(default_factory=list)

    @property
    def objection(self) -> str:
        """Why it may not be passed on; empty when it may."""
        if not self.licence:
            return "nobody has said under which licence it is: look, and write it down"
        choices = re.split(r"\s+OR\s+", self.licence)
        if any(not _COPYLEFT.search(each) or _EXCEPTION.search(each) for each in choices):
            return ""
        return f"{self.licence} would put all of Showcase under the GPL"


def licence_of(each: Distribution) -> str:
    """The licence as the package itself states it."""
    stated = each.metadata.get("License-Expression") or each.metadata.get("License") or ""
    if stated.strip() and not stated.startswith("Copyright"):
        return stated.strip().partition("\n")[0]  # some paste the whole text
    classifiers = each.metadata.get_all("Classifier") or []
    found = [line.rpartition(" :: ")[2] for line in classifiers if line.startswith("License ::")]
    return " OR ".join(found)


def library_licence(name: str) -> str:
    """The licence of a library of the operating system, by its file name; empty if unknown."""
    stem = re.sub(r"^lib|(?:-\d+(?:\.\d+)*)?\.so.*$|\.\d+\.dylib$|\.dll$", "", name)
    stem = re.sub(r"^python3.*", "python3", stem)
    for licence, names in _LIBRARIES.items():
        if stem in names.split() or re.sub(r"\.so.*", "", name[3:]) in names.split():
            return licence
    return ""


class Sources:
    """Traces what was collected to where it came from."""

    def __init__(self) -> None:
        """Everything that is installed beside this Python."""
        self._owners: dict[str, Distribution] = {}
        for each in distributions():
            for file in each.files or ():
                self._owners[str(Path(str(file.locate())).resolve())] = each
        self._python = Path(sysconfig.get_path("stdlib")).resolve()

    def credits(self, collected: Iterable[tuple[str, str]]) -> list[Credit]:
        """Whoever made something of this.

        Args:
            collected: Place in the folder, and path of the source.
        """
        found = {"pyinstaller": self._of(self._named("pyinstaller"))}
        for place, source in collected:
            for credit in self._credit(place, Path(source)):
                found.setdefault(credit.name.casefold(), credit)
        found.setdefault("python", self._of_python())
        return [found[key] for key in sorted(found)]

    def _credit(self, place: str, source: Path) -> Iterator[Credit]:
        path = source.resolve() if source.exists() else source
        if owner := self._owners.get(str(path)):
            if owner.metadata["Name"] != "showcase":
                yield self._of(owner)
        elif path.is_relative_to(ROOT) or not source.is_absolute():
            return
        elif path.is_relative_to(self._python) or path.name.startswith("libpython"):
            yield self._of_python()
        else:
            name = Path(place).name
            yield Credit(name, "", library_licence(name), "library", _texts_of_debian(str(source)))

    def _named(self, name: str) -> Distribution:
        return next(each for each in distributions() if each.metadata["Name"].casefold() == name)

    def _of(self, each: Distribution) -> Credit:
        paths = [Path(str(file.locate())) for file in each.files or ()]
        texts = [path for path in paths if _LICENCE_FILE.search(path.as_posix())]
        name, licence = each.metadata["Name"], licence_of(each)
        if name.startswith(("PySide6", "shiboken6")):
            texts = sorted(qt_credits.LICENCES.glob("*.txt"))
        elif "/licenses/" in "".join(path.as_posix() for path in texts):
            texts = [path for path in texts if "/licenses/" in path.as_posix()]
        return Credit(name, each.version, licence, "Python package", texts)

    def _of_python(self) -> Credit:
        version = ".".join(map(str, sys.version_info[:3]))
        texts = [path for path in (self._python / "LICENSE.txt",) if path.exists()]
        return Credit("Python", version, "PSF-2.0", "language", texts)


@cache
def _package_of(path: str) -> str:
    if not shutil.which("dpkg-query"):
        return ""
    for each in (path, str(Path(path).resolve()), path.removeprefix("/usr")):
        asked = ["dpkg-query", "--search", each]
        done = subprocess.run(asked, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return done.stdout.split(":")[0].split(",")[0]
    return ""


def _texts_of_debian(path: str) -> list[Path]:
    text = Path("/usr/share/doc") / _package_of(path) / "copyright"
    return [text] if text.is_file() else []


def inside_qt(places: Iterable[str]) -> list[qt_credits.Work]:
    """Third parties' works inside the libraries of Qt that were collected."""
    return qt_credits.inside(places, sys.platform)


def objections(found: list[Credit], works: list[qt_credits.Work], places: list[str]) -> list[str]:
    """Why something here may not be passed on, one line each; empty when all may."""
    inner = [Credit(each.name, "", each.licence, "inside Qt", each.texts) for each in works]
    told = [f"{each.name}: {each.objection}" for each in [*found, *inner] if each.objection]
    told += [f"{each.name}, inside Qt: no licence text" for each in inner if not each.texts]
    qts = [each.version for each in found if each.name.startswith("PySide6")]
    return told + qt_credits.objections(places, "".join(qts[:1]))


def write(found: list[Credit], works: list[qt_credits.Work], folder: Path) -> None:
    """The list, and the texts of the licences, each maker's in a folder of theirs."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    lines = [
        "Showcase is under the Apache License 2.0; see LICENSE beside this folder.",
        "It would be nothing without the work of these people. Texts: one folder for each.",
        "Qt is used under the LGPL 3.0: its libraries in _internal/PySide6 may be replaced.",
        "",
    ]
    for credit in found:
        lines.append(f"{credit.name} {credit.version}".strip() + f"  ({credit.licence})")
        place = folder / re.sub(r"[^\w.+-]+", "-", credit.name)
        for number, text in enumerate(credit.texts):
            place.mkdir(exist_ok=True)
            target = place / text.name
            if target.exists():
                target = place / f"{number}-{text.name}"
            shutil.copyfile(text, target)
    if works:
        lines += ["", "Inside the libraries of Qt; copyrights and texts in Qt-third-party:", ""]
        lines += [f"{each.name}, in {each.inside}  ({each.licence})" for each in works]
        qt_credits.write(works, folder / "Qt-third-party")
    (folder / "CREDITS.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(collected: Path, folder: Path) -> int:
    """Collect, write, and say what may not be passed on."""
    entries = [(place, source) for place, source in json.loads(collected.read_text())]
    places = [place for place, _ in entries]
    found, works = Sources().credits(entries), inside_qt(places)
    refused = objections(found, works, places)
    write(found, works, folder / "licences")
    silent = [each.name for each in found if not each.texts]
    if silent:
        sys.stdout.write(f"without a licence text of their own: {', '.join(silent)}\n")
    for line in refused:
        sys.stderr.write(f"may not be passed on: {line}\n")
    total = len(found) + len(works)
    sys.stdout.write(f"credits: {total} works, {len(refused)} may not be passed on\n")
    return 1 if refused else 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), Path(sys.argv[2])))
