"""A file that is edited stays a file: what nobody changed is as it was, to the last comment."""

from hypothesis import given
from hypothesis import strategies as st

from showcase.story.cast_edit import Edit, edited
from showcase.story.raw import get
from showcase.story.yaml_source import parse_source

TEXT = """\
# who is there today
format: 1
title: Morning
systems:
  acme:
    vendor: "Acme"   # of Springfield
    dicom: {host: 10.4.0.2, port: 104, ae_title: ACME}  # by the door
    # they come at ten
  north:
    vendor: Northwind

# who does what
roles:
  archive: acme
taps:
  - {from: ct, to: archive}   # only this one

# the end
"""


def at(path: str, text: str) -> Edit:
    return Edit(tuple(path.split(".")), text)


def test_nothing_changed_changes_nothing() -> None:
    assert edited(TEXT, []) == TEXT


def test_a_changed_value_leaves_the_rest_alone() -> None:
    changed = edited(TEXT, [at("systems.acme.dicom.port", "4242"), at("title", "Noon")])
    wanted = TEXT.replace("port: 104", "port: 4242").replace("Morning", "Noon")
    assert changed == wanted.replace("}  # by", "} # by")  # the comment keeps its column


def test_a_new_system_is_a_paragraph_at_the_end_of_its_section() -> None:
    changed = edited(
        TEXT,
        [
            at("systems.west.vendor", "West"),
            at("systems.west.dicom.host", "10.4.0.9"),
            at("systems.west.dicom.port", "104"),
            at("systems.west.takes", "RAD-8, RAD-10"),
            at("roles.reading", "west"),
        ],
    )
    assert changed == TEXT.replace(
        "    vendor: Northwind\n",
        "    vendor: Northwind\n"
        "  west:\n"
        "    vendor: West\n"
        "    dicom: {host: 10.4.0.9, port: 104}\n"
        "    takes: [RAD-8, RAD-10]\n",
    ).replace("  archive: acme\n", "  archive: acme\n  reading: west\n")


def test_a_new_key_stands_where_the_documentation_has_it() -> None:
    changed = edited(TEXT, [at("systems.acme.hl7v2.host", "h"), at("time_server", "10.4.0.1")])
    assert "title: Morning\ntime_server: 10.4.0.1\nsystems:" in changed
    assert "# of Springfield\n    hl7v2: {host: h}\n    dicom:" in changed


def test_what_is_emptied_goes_with_what_held_it() -> None:
    changed = edited(TEXT, [at("roles.archive", ""), at("systems.north.vendor", "")])
    assert "roles:" not in changed
    assert "north" not in changed
    assert "# the end" in changed
    assert edited(TEXT, [at("systems.acme.soap.ITI-41", ""), at("nobody.at.all", "")]) == TEXT


def test_a_switch_may_become_a_file_and_back() -> None:
    switched = edited(TEXT, [at("systems.acme.dicom.tls", "true")])
    assert "ae_title: ACME, tls: true} # by the door" in switched
    filed = edited(switched, [at("systems.acme.dicom.tls.ca", "a.pem")])
    assert "tls: {ca: a.pem}} # by the door" in filed


def test_another_indentation_is_kept() -> None:
    text = "format: 1\nsystems:\n    acme:\n        vendor: Acme\n"
    assert edited(text, [at("systems.acme.product", "P")]) == text + "        product: P\n"


def test_a_file_that_says_nothing_becomes_one() -> None:
    assert edited("", [at("format", "1"), at("title", "New")]) == "format: '1'\ntitle: New\n"


@given(st.text(st.characters(min_codepoint=32, exclude_categories=["C", "Z"]), min_size=1))
def test_what_is_typed_is_read_back(text: str) -> None:
    changed = edited(TEXT, [at("systems.acme.vendor", text)])
    source = parse_source(changed.encode(), "cast.yaml")
    assert not source.faults
    assert get(source.data, ("systems", "acme", "vendor")) == text
    assert get(source.data, ("systems", "acme", "dicom", "port")) == 104
