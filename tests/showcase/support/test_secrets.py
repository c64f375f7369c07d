"""What is a secret goes; what only looks like a message stays, to the last byte."""

import pytest

from showcase.support.secrets import credentials, without_credentials, without_secrets

S = "hunter2-Zx9_kQ7vT3"
PEM = f"-----BEGIN RSA PRIVATE KEY-----\n{S}\nMIIE+/=\n-----END RSA PRIVATE KEY-----"
PUBLIC = "-----BEGIN CERTIFICATE-----\nMIIE\n-----END CERTIFICATE-----"


@pytest.mark.parametrize(
    "line",
    [
        f"Authorization: Basic {S}\r\n",
        f"POST / HTTP/1.1\r\nproxy-authorization:Digest {S}, {S}\r\n\r\nbody",
        f"Set-Cookie: session={S}; HttpOnly\r\n",
        f"told bearer {S} to the other",
        f'<wsse:Password Type="x">{S}</wsse:Password>',
        f"<BinarySecurityToken>{S}</BinarySecurityToken>",
        PEM,
        PEM[:60],  # cut off in the middle
    ],
)
def test_credentials_leave_no_recording(line: str) -> None:
    clean = without_credentials(line.encode())
    assert S.encode() not in clean
    assert b"[left out]" in clean
    assert without_credentials(clean) == clean


@pytest.mark.parametrize(
    "line",
    [
        f"soap: {{ITI-41: 'https://me:{S}@10.0.0.7/xds'}}",
        f"soap: {{ITI-41: 'https://{S}@10.0.0.7/xds'}}",
        f"passphrase: {S}",
        f'{{"client_secret": "{S} and more"}}',
        f"SHOWCASE_API_KEY={S}",
        f"db password='{S}'",
        f'{{"url":"http://127.0.0.1:9","key":"{S}{S}","pid":7}}',
        f"Door(url='http://127.0.0.1:9', key='{S}{S}', pid=7)",
    ],
)
def test_what_is_called_a_secret_leaves_no_text(line: str) -> None:
    clean = without_secrets(f"before\n{line}\nafter\n")
    assert S not in clean
    assert clean.startswith("before\n")
    assert clean.endswith("\nafter\n")


def test_what_was_shown_is_known_from_then_on() -> None:
    headers = f"Authorization: Basic {S}\r\nCookie: sid={S}c\r\nAuthorization: a\r\n"
    shown = f"{headers}<Password>{S}p</Password>"
    assert credentials(shown.encode()) == {S, f"sid={S}c", f"{S}p"}


def test_a_known_secret_goes_wherever_it_stands() -> None:
    assert without_credentials(f"x{S}y".encode(), [S, ""]) == b"x[left out]y"
    assert without_secrets(f"x{S}y", [S]) == "x[left out]y"


@pytest.mark.parametrize(
    "message",
    [
        b"MSH|^~\\&|A|B|C|D|20261124||ADT^A04^ADT_A01|1|T|2.5\rPID|1||7^^^X&1.2&ISO\r",
        b"\x04\x00\x00\x00\x01\x02token=abcdefgh\x00\xff",
        b"POST /xds HTTP/1.1\r\nHost: 10.0.0.7\r\nContent-Type: application/soap+xml\r\n\r\n<a/>",
        PUBLIC.encode(),
    ],
)
def test_other_bytes_stay(message: bytes) -> None:
    assert without_credentials(message) == message


def test_ordinary_lines_stay() -> None:
    line = (
        "2026-11-24 WARNING showcase.wire: peer 10.0.0.7:104 hung up, key_usage ok, at https://x/y"
    )
    assert without_secrets(line) == line
