import subprocess
import sys

import pytest

from showcase.protocols.hl7v2.codec import decode
from showcase.protocols.hl7v2.dictionary import component_name, field_name, segment_name, title
from tests.showcase.protocols.hl7v2.samples import A04


def test_names_are_the_standards() -> None:
    assert segment_name("PID") == "Patient Identification"
    assert field_name("2.5", "PID", 3) == "Patient Identifier List"
    assert component_name("2.5", "PID", 3, 1) == "ID Number"
    assert component_name("2.5", "PID", 3, 4, 2) == "Universal ID"
    assert field_name("2.5", "PID", 6) == "Mother's Maiden Name"


def test_version_decides() -> None:
    assert field_name("2.3.1", "PID", 8) == "Sex"
    assert field_name("2.5", "PID", 8) == "Administrative Sex"


def test_ihe_has_its_own() -> None:
    assert field_name("2.3.1", "ZDS", 1) == "Study Instance UID"


@pytest.mark.parametrize("version", ["", "2.99", "9", "../../x", "2.5.1"])
def test_unknown_version_is_no_obstacle(version: str) -> None:
    assert field_name(version, "MSH", 10) == "Message Control ID"


def test_unknown_things_have_no_name() -> None:
    assert segment_name("ZZZ") == ""
    assert field_name("2.5", "ZZZ", 1) == ""
    assert field_name("2.5", "PID", 999) == ""
    assert component_name("2.5", "PID", 8, 7, 3) == ""


def test_title_says_kind_and_version() -> None:
    assert title(decode(A04)) == "ADT^A04 (HL7 v2.5)"


def test_hl7apy_is_not_loaded_before_it_is_needed() -> None:
    code = "import sys, showcase.protocols.hl7v2.dictionary; sys.exit('hl7apy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
