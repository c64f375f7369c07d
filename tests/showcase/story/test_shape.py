"""A table of misshapen stories: what was broken, and the exact fault it gives."""

import pytest

from showcase.story.fault import Faults
from tests.showcase.story.specimens import CAST, STORY, cast, replaced, story

_SMALL = "Use small letters, digits and hyphens, a letter first."


@pytest.mark.parametrize(
    ("old", "new", "line", "words", "remedy"),
    [
        ("format: 1", "format: 2", 1, "`format` cannot be 2", "Use `1`."),
        ("format: 1\n", "", 1, "`format` is missing",
         "Add `format:`. Version of this file format: 1."),
        ("sex: F", "sex: female", 3, "`sex` cannot be `female`", "Use `F`, `M` or `O`."),
        ("born: 1961-04-02", "born: April 1961", 3, "`born` is written wrongly: `April 1961`",
         "Write year, month and day: 1961-04-02."),
        ("{sex: F, born: 1961-04-02}", "nobody", 3, "`patient` must be a mapping, not text",
         "Write a mapping."),
        ("region: Region", "region: [Region]", 4,
         "`region` must be text or a mapping, not a list", "Write text or a mapping."),
        ("region: Region", "region: {title: Region, authority_oid: abc}", 4,
         "`authority_oid` is written wrongly: `abc`",
         "Write an OID: numbers with dots between them."),
        ("region: Region", "region: {title: Region, autority: R}", 4, "unknown key `autority`",
         "Did you mean `authority`?"),
        ("plays: [Patient Identity Source]\n", "plays: Patient Identity Source\n", 8,
         "`plays` must be a list, not text", "Write a list."),
        ("at: [0, 0]", "at: [0]", 10, "`at` is too short a list", "Give at least 2."),
        ("at: [0, 0]", "at: [0, -1]", 10, "item 2 of `at` is smaller than 0", "Write 0 or more."),
        ("at: [0, 0]", "at: [0, 99]", 10, "item 2 of `at` is larger than 20", "Write 20 or less."),
        ("at: [0, 0]", "at: [0, top]", 10, "item 2 of `at` must be a number, not text",
         "Write a number."),
        ("title: Front desk", "title: 7", 7, "`title` must be text, not a number (7)",
         'Put it in quotes: "7".'),
        ("title: Front desk", "title: true", 7, "`title` must be text, not true or false (True)",
         'Put it in quotes: "true".'),
        ("title: Front desk", "title:", 7, "`title` must be text, not nothing",
         "Write text behind the colon."),
        ("title: Front desk", "title: ''", 7, "`title` is empty",
         "Write something, or remove the key."),
        ("transaction: ITI-8\n        from: desk", "transaction: iti-8\n        from: desk", 25,
         "`transaction` is written wrongly: `iti-8`", "Write it as IHE does: ITI-41, RAD-5."),
        ("to: index", "to: {index: 1}", 27, "`to` must be text or a list, not a mapping",
         "Write text or a list."),
        ("{family: \"{patient.family}\"}", "{family: 24}", 29,
         "`family` must be text, not a number (24)", 'Put it in quotes: "24".'),
        ("{family: \"{patient.family}\"}", "{Family: x}", 29,
         "`Family` is written wrongly: `Family`",
         "Use small letters, digits and _, a letter first."),
        ("then: wait", "then: wiat", 36, "`then` cannot be `wiat`", "Did you mean `wait`?"),
        ("then: wait", "then: wait\n        expect: fail", 37, "`expect` cannot be `fail`",
         "Use `acknowledged` or `refused`."),
        ("then: wait", "then: wait\n        planned: maybe", 37,
         "`planned` must be true or false, not text", "Write true or false."),
        ("short: [feed]", "short: {minutes: x, cues: [feed]}", 37,
         "`minutes` must be a number, not text", "Write a number."),
        ("short: [feed]", "short: some", 37, "`short` cannot be `some`", "Use `all`."),
        ("short: [feed]", "Short: [feed]", 37, "`Short` is written wrongly: `Short`", _SMALL),
        (STORY, "- a\n- b\n", 1, "the file must be a mapping, not a list", "Write a mapping."),
    ],
)  # fmt: skip
def test_misshapen_story(old: str, new: str, line: int, words: str, remedy: str) -> None:
    with pytest.raises(Faults) as error:
        story(replaced(STORY, old, new))
    assert [str(fault) for fault in error.value.faults] == [
        f"story.yaml:{line}: {words} — {remedy}"
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "words", "remedy"),
    [
        ("port: 2575", "port: 70000", 7, "`port` is larger than 65535", "Write 65535 or less."),
        ("port: 2575", 'port: "2575"', 7, "`port` must be a whole number, not text",
         "Write a whole number."),
        ("host: 10.4.0.2", "host: http://acme", 7, "`host` is written wrongly: `http://acme`",
         "Write a host name or an address: 10.4.0.21."),
        ("application: ACME,", "", 7, "`application` is missing",
         "Add `application:`. Receiving application, MSH-5; MSH-3 when it sends."),
        ("ae_title: FRONT", "ae_title: THE_FRONT_DESK_OF_ALBA", 17,
         "`ae_title` is longer than 16 characters", "Shorten it."),
        ("ae_title: FRONT", "ae_title: FRONT\\DESK", 17,
         "`ae_title` is written wrongly: `FRONT\\DESK`",
         "Use 1 to 16 characters, no backslash (PS3.5)."),
        ("takes: [ITI-8]", "soap: {ITI-42: acme/xds}", 8, "`ITI-42` is written wrongly: `acme/xds`",
         "Write a whole address: http://10.4.0.21:8080/xds."),
        ("standins:\n", "stand-ins:\n", 11, "unknown key `stand-ins`", "Did you mean `standins`?"),
    ],
)  # fmt: skip
def test_misshapen_cast(old: str, new: str, line: int, words: str, remedy: str) -> None:
    with pytest.raises(Faults) as error:
        cast(replaced(CAST, old, new))
    assert f"cast.yaml:{line}: {words} — {remedy}" in [str(fault) for fault in error.value.faults]


def test_no_fault_names_a_line_of_pydantic() -> None:
    with pytest.raises(Faults) as error:
        story("format: x\nroles: {a: {in: 3, at: [x], plays: {}}}\nscenes: [{cues: [3, {}]}]\n")
    told = str(error.value)
    assert not any(word in told for word in ("pydantic", "Input", "<text>", "input_value"))
