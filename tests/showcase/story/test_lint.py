"""A table of broken stories: what was broken, and the exact fault it gives."""

import pytest

from showcase.story.fault import Faults
from tests.showcase.story.specimens import STORY, replaced, story

_DESK_SENDS = "transaction: ITI-8\n        from: desk"
_TYPED = '{family: "{patient.family}"}'
_FREE_CELL = "Give it a free column and row."


@pytest.mark.parametrize(
    ("old", "new", "line", "words", "remedy"),
    [
        # names
        ("in: hospital", "in: hospitel", 9, "unknown place `hospitel`", "Did you mean `hospital`?"),
        ("from: desk", "from: dsk", 26, "unknown role `dsk`", "Did you mean `desk`?"),
        ("to: [registry]", "to: [registri]", 33, "unknown role `registri`",
         "Did you mean `registry`?"),
        ("id: known", "id: feed", 30, "the id `feed` is taken by the cue in line 24",
         "Give it another id."),
        ("to: index", "to: [index, index]", 27, "`index` is named 2 times as receiver",
         "Name it once."),
        ("from: desk", "from: index", 27, "`index` sends to itself", "Name another role."),
        # transactions and actors
        (_DESK_SENDS, "transaction: ITI-88\n        from: desk", 25,
         "unknown transaction `ITI-88`",
         "Did you mean `ITI-8`? Or say `planned: true`, to draw it only."),
        ("from: desk", "from: registry", 26,
         "role `registry` plays no actor that may start ITI-8",
         "Add to its `plays:` `Patient Identity Source`."),
        ("plays: [Document Registry]", "plays: [Document Consumer]", 33,
         "role `registry` plays no actor that may answer ITI-8",
         "Add to its `plays:` `Patient Identifier Cross-reference Manager` "
         "or `Document Registry`."),
        # causes
        ("caused_by: feed", "caused_by: fed", 35, "caused by an unknown cue `fed`",
         "Did you mean `feed`?"),
        ("from: index\n", "from: desk\n", 35, "`desk` does not receive `feed`, so it cannot react",
         "Send that cue to `desk` too, or let `index` do this one."),
        ("caused_by: feed", "caused_by: known", 35, "cycle: `known` ← `known`",
         "Remove one `caused_by:`; the cue that GO fires has none."),
        ("title: One", "title: One\n        caused_by: known", 29,
         "cycle: `feed` ← `known` ← `feed`",
         "Remove one `caused_by:`; the cue that GO fires has none."),
        ("then: wait", "then: wait\n        pause: 3", 37, "`pause` says nothing with `then: wait`",
         "Write `then: continue`, or remove it."),
        # the stage
        ("at: [0, 0]", "at: [1, 0]", 15, "`index` stands where `desk` stands", _FREE_CELL),
        ("at: [0, 0]", "at: [0.5, 0]", 15,
         "`index` overlaps `desk`: they are less than a cell apart", _FREE_CELL),
        # words
        ("title: Small", "title: A story whose title is too long", 2,
         "31 characters are too many for the wall", "Shorten it to 28."),
        ("region: Region", "region: The whole of the eastern region", 4,
         "31 characters are too many for the wall", "Shorten it to 28."),
        ("title: Front desk", "title: The front desk of the main hall", 7,
         "31 characters are too many for a card", "Shorten it to 28."),
        ("title: Arrival", "title: Arrival of a patient", 22,
         "20 characters are too many for the ribbon", "Shorten it to 18."),
        ("title: Two", "title: Two words and many more, as if there were room", 34,
         "46 characters are too many for the cue list", "Shorten it to 44."),
        ("title: Two", "title: Two\n        tell: A b c d e f g h i j k l m.", 35,
         "13 words are too many for the wall", "Shorten it to 12."),
        (_TYPED, '{family: "{patient.famly}"}', 29, "nobody fills in `{patient.famly}` here",
         "Did you mean `{patient.family}`?"),
        ("title: One", "title: One\n        say: She is {patient.given}.", 29,
         "nobody fills in `{patient.given}` here",
         "It is filled in under `with:` only; write “she” or “he” here."),
        ("born: 1961-04-02", "born: 1961-02-30", 3, "there is no 1961-02-30",
         "Write a real date."),
        ("born: 1961-04-02", "born: 1861-02-03", 3, "nobody born in 1861 lives",
         "Write a later one."),
        # cuts
        ("short: [feed]", "short: [fed]", 37, "the cut names an unknown cue `fed`",
         "Did you mean `feed`?"),
        ("short: [feed]", "short: {minutes: 1, cues: [feed, feed]}", 37, "`feed` stands twice",
         "Name it once."),
    ],
)  # fmt: skip
def test_one_break_gives_one_fault(old: str, new: str, line: int, words: str, remedy: str) -> None:
    with pytest.raises(Faults) as error:
        story(replaced(STORY, old, new))
    assert [str(fault) for fault in error.value.faults] == [
        f"story.yaml:{line}: {words} — {remedy}"
    ]


def test_later_cause_is_a_fault() -> None:
    late = """\
      - id: late
        transaction: ITI-8
        from: desk
        to: index
        title: Three
"""
    text = replaced(STORY, "cuts:", f"{late}cuts:")
    with pytest.raises(Faults) as error:
        story(replaced(text, "caused_by: feed", "caused_by: late"))
    assert [str(fault) for fault in error.value.faults] == [
        "story.yaml:35: cue `known` is caused by `late`, which comes later"
        " — Move it behind its cause."
    ]


def test_card_on_foreign_ground_is_a_fault() -> None:
    text = replaced(STORY, "at: [1, 1]", "at: [3, 3]")
    with pytest.raises(Faults, match=r"story\.yaml:10: `desk` stands on the ground of `region`"):
        story(replaced(text, "at: [0, 0]", "at: [2, 2]"))


def test_every_fault_is_listed() -> None:
    text = replaced(STORY, "from: desk", "from: dsk")
    text = replaced(text, "title: Two", "titel: Two")
    text = replaced(text, "caused_by: feed", "caused_by: fed")
    text = replaced(text, "short: [feed]", "short: 5")
    text = replaced(text, "format: 1\n", "format: 1\nformat: 1\n")
    with pytest.raises(Faults) as error:
        story(text)
    assert [(fault.line, fault.words) for fault in error.value.faults] == [
        (2, "`format` stands twice"),
        (27, "unknown role `dsk`"),
        (31, "`title` is missing"),
        (35, "unknown key `titel`"),
        (36, "caused by an unknown cue `fed`"),
        (38, "`short` must be text or a list or a mapping, not a number (5)"),
    ]
