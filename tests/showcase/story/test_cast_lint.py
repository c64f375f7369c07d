"""A table of broken casts: what was broken, and the exact fault it gives."""

from pathlib import Path

import pytest

from showcase.story.cast import cast_from
from showcase.story.fault import Faults
from showcase.story.yaml_source import parse_source
from tests.showcase.story.specimens import CAST, cast, replaced, story


@pytest.mark.parametrize(
    ("old", "new", "line", "words", "remedy"),
    [
        ("index: acme", "index: acne", 10, "unknown system `acne`", "Did you mean `acme`?"),
        ("takes: [ITI-8]", "takes: [ITI-88]", 8, "unknown transaction `ITI-88`",
         "Did you mean `ITI-8`?"),
        ("takes: [ITI-8]", "soap: {ITI-9: http://10.4.0.2/pix}", 8,
         "`ITI-9` is no SOAP transaction in the catalogue", "Did you mean `ITI-43`?"),
        ("port: 2600, application: REG}", "port: 2600}\n      dicom: {port: 2600}", 16,
         "the port 2600 is taken in line 15", "Choose a free one."),
        ("    hl7v2: {host: 10.4.0.2", "    dicom: {host: 10.4.0.2, port: 104, ae_title: FRONT}\n"
         "    hl7v2: {host: 10.4.0.2", 18, "the AE title `FRONT` is taken in line 7",
         "Give one of them another."),
        ("takes: [ITI-8]", "tls: {ca: nowhere.pem}", 8,
         "`nowhere.pem` cannot be read: No such file or directory",
         "Ask for it as PEM; the name is taken from the cast's own folder."),
        ("REGION}\n", "REGION, tls: maybe}\n", 7, "`tls` must be true or false, not text",
         "Write true or false."),
        ("takes: [ITI-8]", "tls: true\n    soap: {ITI-18: http://10.4.0.2/q}", 9,
         "`http://10.4.0.2/q` is in the clear, though `acme` speaks TLS",
         "Write https://, or set `tls` at its other protocols only."),
        ("takes: [ITI-8]", "soap: {ITI-18: http://me:hunter2@10.4.0.2/q}", 8,
         "the address for ITI-18 bears a name or a password before its host",
         "Take it out, up to the `@`: systems know each other by certificates."),
    ],
)  # fmt: skip
def test_fault_of_a_cast(old: str, new: str, line: int, words: str, remedy: str) -> None:
    with pytest.raises(Faults) as error:
        cast(replaced(CAST, old, new))
    assert [str(fault) for fault in error.value.faults] == [f"cast.yaml:{line}: {words} — {remedy}"]


@pytest.mark.parametrize(
    ("old", "new", "line", "words", "remedy"),
    [
        ("index: acme", "indx: acme", 10, "the story small has no role `indx`",
         "Did you mean `index`?"),
        ("    desk:", "    dsk:", 16, "the story small has no role `dsk`", "Did you mean `desk`?"),
        ("takes: [ITI-8]", "takes: [ITI-8, RAD-8]", 8,
         "`RAD-8` is no transaction of the role `index`", "Use `ITI-8`, `ITI-9` or `ITI-20`."),
        ("    hl7v2: {host: 10.4.0.2, port: 2575, application: ACME, facility: REGION}\n", "", 4,
         "`acme` answers ITI-8 but has no address for it",
         "Add `hl7v2: {host, port, application, facility}`, "
         "or list in `takes:` what it does answer."),
    ],
)  # fmt: skip
def test_misfit_of_a_cast(old: str, new: str, line: int, words: str, remedy: str) -> None:
    faults = cast(replaced(CAST, old, new)).check(story().whole)
    assert [str(fault) for fault in faults] == [f"cast.yaml:{line}: {words} — {remedy}"]


def test_udp_and_tcp_may_share_a_number() -> None:
    text = replaced(CAST, "dicom: {ae_title: FRONT}", "syslog: {port: 2600}")
    assert cast(text).stand_in(story().whole, "desk").ports["syslog"] == 2600


def test_a_file_that_is_no_certificate_is_told(tmp_path: Path) -> None:
    (tmp_path / "key.pem").write_text("-----BEGIN NONSENSE-----\n")
    text = replaced(CAST, "takes: [ITI-8]", "tls: {pinned: key.pem}")
    with pytest.raises(Faults) as error:
        cast_from(parse_source(text.encode(), str(tmp_path / "cast.yaml")))
    assert "`key.pem` holds no certificate in PEM" in str(error.value)
