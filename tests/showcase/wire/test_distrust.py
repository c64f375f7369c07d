"""What is said of a handshake that failed."""

import ssl
from datetime import UTC, datetime, timedelta

import pytest

from showcase.wire.distrust import Presented, refused, turned_away, when

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
SHOWN = Presented(
    version="TLSv1.3",
    subject="acme",
    issuer="Acme CA",
    since=NOW + timedelta(days=2),
    until=NOW - timedelta(days=1),
    asks=True,
)


def failed(reason: str) -> ssl.SSLError:
    error = ssl.SSLError(1, "[SSL] whatever")
    error.reason = reason
    return error


def unverified(code: int) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, "certificate verify failed")
    error.verify_code, error.verify_message = code, "as OpenSSL says it"
    return error


@pytest.mark.parametrize(
    ("code", "alone", "seen"),
    [
        (10, "has expired.", "expired yesterday (23 Nov 2026)."),
        (9, "is not valid yet.", "is not valid before 26 Nov 2026."),
        (19, "comes from somebody whom we do not trust.",
         "is signed by “Acme CA”, which we do not trust."),
        (26, "is not accepted: as OpenSSL says it.", "is not accepted: as OpenSSL says it."),
    ],
)  # fmt: skip
def test_a_certificate_is_described_as_far_as_it_is_known(code: int, alone: str, seen: str) -> None:
    assert refused(unverified(code), "Acme").words == f"Acme's certificate {alone}"
    known = refused(unverified(code), "Acme", shown=SHOWN, now=NOW)
    assert known.words == f"Acme's certificate {seen}"
    assert known.status == "TLS: as OpenSSL says it"


def test_tls_1_2_asks_for_a_certificate_by_failing() -> None:
    error = failed("SSLV3_ALERT_HANDSHAKE_FAILURE")
    assert "share no cipher suite" in refused(error, "Acme").words
    assert "asks for a certificate" in refused(error, "Acme", shows=False).words


def test_silence_behind_the_handshake_is_distrust() -> None:
    assert "right after the TLS handshake" in turned_away("Acme", ConnectionResetError()).words
    assert turned_away("Acme", failed("TLSV1_ALERT_UNKNOWN_CA")).words == (
        "Acme does not trust our booth authority."
    )


@pytest.mark.parametrize(
    ("days", "said"),
    [(-1, "yesterday"), (0, "today"), (1, "tomorrow"), (-3, "3 days ago"), (5, "in 5 days")],
)
def test_days_are_said_as_people_say_them(days: int, said: str) -> None:
    moment = NOW + timedelta(days=days)
    assert when(moment, NOW) == f"{said} ({moment:%d %b %Y})"


def test_an_unknown_reason_is_still_told() -> None:
    error = ssl.SSLError(1, "[SSL] whatever")
    error.reason = "SOMETHING_NEW"
    failure = refused(error, "Acme")
    assert failure.words == "The TLS handshake with Acme failed: something new."
