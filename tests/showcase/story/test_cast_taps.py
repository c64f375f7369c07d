import pytest

from showcase.story.cast import TapSettings
from showcase.story.fault import Faults
from tests.showcase.story.specimens import CAST, cast, replaced, story

BOTH = "    dicom: {host: 10.4.0.2, port: 104, ae_title: ACME}\n    takes: [ITI-8]"


def tapped(*taps: str, text: str = CAST) -> str:
    return text + "taps:\n" + "".join(f"  - {{{tap}}}\n" for tap in taps)


def faults(text: str) -> list[str]:
    with pytest.raises(Faults) as error:
        cast(text)
    return [f"{fault.words} — {fault.remedy}" for fault in error.value.faults]


def test_the_only_protocol_of_a_system_need_not_be_said() -> None:
    found = cast(tapped("from: desk, to: index, listen: 25750"))
    assert found.taps == (
        TapSettings(receiver="index", protocol="hl7v2", port=25750, sender="desk"),
    )


def test_a_tap_may_be_for_anybody() -> None:
    assert cast(tapped("to: index, listen: 25750")).taps[0].sender == ""


def test_a_pair_seen_by_audit_needs_no_port() -> None:
    found = cast(tapped("from: desk, to: index, seen_by: audit"))
    assert (found.taps, found.audited) == ((), (("desk", "index"),))


@pytest.mark.parametrize(
    ("tap", "fault"),
    [
        ("to: indx, listen: 1",
         "no vendor's system plays `indx`, so there is nothing to tap — Did you mean `index`?"),
        ("to: index", "a tap needs a port of ours — Add `listen:`, a port that is free."),
        ("to: index, listen: 1, protocol: soap",
         "`acme` has no `soap` address to lead to — Add it, or write `hl7v2`."),
        ("to: index, seen_by: audit",
         "a pair that is seen by audit needs both its sides — "
         "Add `from:`, the role that sends."),
        ("from: desk, to: index, seen_by: audit, listen: 1",
         "`listen` means nothing where the pair is seen by audit — Remove it, or `seen_by`."),
    ],
)  # fmt: skip
def test_fault_of_a_tap(tap: str, fault: str) -> None:
    assert faults(tapped(tap)) == [fault]


def test_a_system_of_two_protocols_must_say_which() -> None:
    text = tapped("to: index, listen: 1", text=replaced(CAST, "    takes: [ITI-8]", BOTH))
    assert faults(text) == [
        "`acme` speaks hl7v2 and dicom — Add `protocol:` with `hl7v2` or `dicom`."
    ]


def test_two_taps_cannot_share_a_port() -> None:
    (fault,) = faults(tapped("to: index, listen: 7", "from: desk, to: index, listen: 7"))
    assert fault == "the port 7 is taken in line 19 — Choose a free one: each tap has its own."


def test_soap_addresses_at_two_ports_cannot_be_tapped() -> None:
    urls = "    soap: {ITI-18: http://10.4.0.2:1/q, ITI-42: http://10.4.0.2:2/r}\n"
    system = replaced(CAST, "    takes: [ITI-8]", f"{urls}    takes: [ITI-8]")
    (fault,) = faults(tapped("to: index, protocol: soap, listen: 7", text=system))
    assert fault.startswith("its SOAP addresses are at several hosts or ports")


def test_a_tap_of_a_role_that_the_story_does_not_have_is_a_misfit() -> None:
    found = cast(tapped("from: dsk, to: index, listen: 25750")).check(story().programme())
    assert [(fault.words, fault.remedy) for fault in found] == [
        ("the story small has no role `dsk`", "Did you mean `desk`?")
    ]
