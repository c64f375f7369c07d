"""Whoever looks for secrets finds them, however they were written down."""

import base64
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from showcase.wire.authority import Authority
from showcase.wire.clock import SystemClock
from tests.torture.betrayal import Secret, found, key_file

S = b"correct-horse-battery"


@pytest.mark.parametrize(
    "written",
    [
        S,
        base64.b64encode(S),
        base64.b64encode(b"rosa:" + S),
        base64.b64encode(b"me:" + S + b"\n"),
        base64.urlsafe_b64encode(b"rosa: " + S),
        S.hex().encode(),
        S.hex().upper().encode(),
    ],
)
def test_a_secret_is_found_however_it_is_written(written: bytes) -> None:
    secret = Secret("password", S)
    assert list(found([secret], "log", b"before " + written + b" after")) == ["password in log"]
    assert list(found([secret], "log", b"before " + written[:6] + b" after")) == []


def test_a_secret_is_found_in_an_archive_in_an_archive() -> None:
    data = S
    for name in ("inner", "outer"):
        made = BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, data)
        data = made.getvalue()
    assert list(found([Secret("it", S)], "zip", data)) == ["it in zip!outer!inner"]


def test_a_private_key_is_found_without_its_frame(tmp_path: Path) -> None:
    authority = Authority(tmp_path, SystemClock())
    authority.create()
    issued = authority.issue("ct", ["127.0.0.1"])
    secret = key_file(issued.key)
    lines = issued.key.read_bytes().splitlines()
    assert secret.stands_in(issued.key.read_bytes())
    assert secret.stands_in(b"".join(lines[1:-1]))
    assert not secret.stands_in(issued.certificate.read_bytes())
