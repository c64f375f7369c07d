import errno
import socket

import pytest

from showcase.wire.failure import silent, unreachable


@pytest.mark.parametrize(
    ("error", "words", "status"),
    [
        (
            OSError(errno.ECONNREFUSED, "Connect call failed ('127.0.0.1', 9)"),
            "Nobody listens at a:9.",
            "Connection refused",
        ),
        (
            OSError(f"Multiple exceptions: [Errno {errno.ECONNREFUSED}] Connect call failed (…)"),
            "Nobody listens at a:9.",
            "Connection refused",
        ),
        (
            socket.gaierror(socket.EAI_NONAME, "Name or service not known"),
            "Nobody knows the name a.",
            "Name or service not known",
        ),
        (OSError("something else"), "No connection to a:9.", "something else"),
    ],
)
def test_a_failed_connect_is_told_in_the_systems_own_words(
    error: OSError, words: str, status: str
) -> None:
    failure = unreachable("a:9", error)
    assert (failure.words, failure.status) == (words, status)
    assert failure.remedy


@pytest.mark.parametrize(("seconds", "told"), [(1, "1 second."), (0.5, "0.5 seconds.")])
def test_silence_is_counted_in_seconds(seconds: float, told: str) -> None:
    assert silent("a:9", seconds).words.endswith(told)
