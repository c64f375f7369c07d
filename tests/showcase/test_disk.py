"""Files replaced as a whole."""

import errno
import io
import os
import sys
from pathlib import Path

import pytest

from showcase import disk

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such permissions")


def _mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@pytest.mark.parametrize("lasting", [False, True])
def test_what_is_new_takes_the_place_of_what_was_there(tmp_path: Path, *, lasting: bool) -> None:
    place = tmp_path / "deep" / "page.html"
    disk.replace(place, b"old and longer", lasting=lasting)
    disk.replace(place, b"ne", memoryview(b"w"), lasting=lasting)
    assert place.read_bytes() == b"new"
    assert [each.name for each in place.parent.iterdir()] == ["page.html"]


def test_a_place_that_cannot_be_is_an_os_error(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(b"x")
    with pytest.raises(OSError):  # noqa: PT011 - each system says it in its own words
        disk.replace(tmp_path / "page.html" / "below a file", b"y")


def test_a_disk_that_fills_leaves_the_old_file_and_no_half_of_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "cast.yaml"
    disk.replace(place, b"old")

    class Full(io.FileIO):
        def write(self, _: object, /) -> int:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fdopen", Full)
    with pytest.raises(OSError, match="No space left"):
        disk.replace(place, b"new")
    assert place.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["cast.yaml"]


def test_a_place_that_is_a_folder_leaves_nothing_beside_it(tmp_path: Path) -> None:
    (tmp_path / "taken" / "by a folder").mkdir(parents=True)
    with pytest.raises(OSError):  # noqa: PT011 - each system says it in its own words
        disk.replace(tmp_path / "taken", b"x")
    assert [each.name for each in tmp_path.iterdir()] == ["taken"]


@POSIX
def test_a_private_file_is_its_users_own_whatever_was_there(tmp_path: Path) -> None:
    place = tmp_path / "key"
    place.write_bytes(b"old")
    place.chmod(0o644)
    disk.replace(place, b"new", private=True)
    assert _mode(place) == 0o600


@POSIX
def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    place = tmp_path / "cast.yaml"
    place.write_bytes(b"old")
    place.chmod(0o640)
    disk.replace(place, b"new")
    assert _mode(place) == 0o640
