import pytest

from showcase.protocols.dicom.acse import Accept, Proposed, Request
from showcase.protocols.dicom.negotiation import (
    EXPLICIT_BIG,
    EXPLICIT_LITTLE,
    IMPLICIT_LITTLE,
    Context,
    Support,
    agreed,
    grant,
    narrowed,
    offer,
)
from showcase.wire.failure import Garbled

CT, MR, COMMITMENT = "1.2.840.10008.5.1.4.1.1.2", "1.2.3.4", "1.2.840.10008.1.20.1"
JPEG = "1.2.840.10008.1.2.4.50"


def request(*contexts: Proposed, **more: object) -> Request:
    return Request(calling="A", called="B", contexts=contexts, **more)  # type: ignore[arg-type]


def storage(uid: str) -> Support | None:
    return Support(transfers=()) if uid == CT else None


def test_what_is_not_supported_is_refused_by_its_reason() -> None:
    proposals = (
        Proposed(1, CT, (IMPLICIT_LITTLE,)),
        Proposed(3, MR, (IMPLICIT_LITTLE,)),
        Proposed(5, CT, (JPEG,)),
    )
    granted, _, contexts = grant(request(*proposals), lambda uid: Support() if uid == CT else None)
    assert [each.result for each in granted] == [0, 3, 4]
    assert [each.id for each in contexts] == [1]


def test_each_context_gets_a_syntax_of_its_own() -> None:
    proposals = (Proposed(1, CT, (JPEG,)), Proposed(3, CT, (IMPLICIT_LITTLE, EXPLICIT_LITTLE)))
    _, _, contexts = grant(request(*proposals), storage)
    assert [each.transfer for each in contexts] == [JPEG, EXPLICIT_LITTLE]


def test_the_plain_syntaxes_are_liked_best() -> None:
    proposals = (Proposed(1, CT, (JPEG, EXPLICIT_BIG, IMPLICIT_LITTLE)),)
    _, _, contexts = grant(request(*proposals), storage)
    assert contexts[0].transfer == IMPLICIT_LITTLE


@pytest.mark.parametrize(
    "contexts",
    [
        (Proposed(2, CT, (IMPLICIT_LITTLE,)),),
        (Proposed(1, CT, (IMPLICIT_LITTLE,)), Proposed(1, MR, (IMPLICIT_LITTLE,))),
        (Proposed(1, CT, ()),),
    ],
)
def test_proposals_that_break_the_standard_are_garbage(contexts: tuple[Proposed, ...]) -> None:
    with pytest.raises(Garbled):
        grant(request(*contexts), storage)


@pytest.mark.parametrize(
    ("wanted", "may", "scu", "scp"),
    [
        (None, True, True, False),
        ((False, True), True, False, True),
        ((True, True), True, True, True),
        ((True, True), False, True, False),
        ((False, False), True, True, False),
    ],
)
def test_both_sides_see_the_same_roles(
    wanted: tuple[bool, bool] | None, may: bool, scu: bool, scp: bool
) -> None:
    asked = request(*offer(COMMITMENT), roles={COMMITMENT: wanted} if wanted else {})
    granted, roles, contexts = grant(asked, lambda _uid: Support(requestor_scp=may))
    expected = (Context(1, COMMITMENT, EXPLICIT_LITTLE, scu, scp),)
    assert contexts == expected
    accept = Accept(calling="A", called="B", contexts=granted, roles=roles)
    assert agreed(asked, accept) == expected


def test_a_role_that_is_not_granted_leaves_no_context() -> None:
    asked = request(*offer(COMMITMENT), roles={COMMITMENT: (False, True)})
    _, _, contexts = grant(asked, lambda _uid: Support(requestor_scp=False))
    assert contexts == ()


def test_proposals_are_narrowed_unless_nothing_would_be_left() -> None:
    proposed = offer("1.2.3", "1.2.4")
    assert narrowed(proposed, ()) == proposed
    assert narrowed(proposed, [IMPLICIT_LITTLE])[1].transfers == (IMPLICIT_LITTLE,)
    assert narrowed(proposed, ["9.9"]) == proposed
