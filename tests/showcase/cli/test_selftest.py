import subprocess
import sys

from showcase.cli.selftest import _check


def test_this_copy_is_whole() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "showcase", "selftest"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "10 of 10 hops acknowledged" in done.stdout
    assert "the console and the wall were drawn offscreen" in done.stdout
    assert "✗" not in done.stdout


def test_what_fails_is_said_and_the_rest_goes_on() -> None:
    def missing() -> str:
        raise ModuleNotFoundError("No module named 'left_out'")

    result = _check("HL7 v2", missing)
    assert not result.good
    assert result.words == "ModuleNotFoundError: No module named 'left_out'"
