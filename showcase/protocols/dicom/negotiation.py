"""What an acceptor grants of what was proposed (PS3.8 7.1.1.13 - 15, PS3.7 D.3.3.4).

The outcome of role selection is a table of pynetdicom's; preference among transfer syntaxes is
ours: what every display can read comes first.
"""

from collections.abc import Callable, Sequence

import msgspec
from pydicom.uid import UID
from pynetdicom.presentation import (
    PresentationContext,
    negotiate_as_acceptor,
    negotiate_as_requestor,
)

from showcase.protocols.dicom.acse import Accept, Granted, Proposed, Request, Roles
from showcase.protocols.dicom.pdu import garbled

IMPLICIT_LITTLE = "1.2.840.10008.1.2"
EXPLICIT_LITTLE = "1.2.840.10008.1.2.1"
EXPLICIT_BIG = "1.2.840.10008.1.2.2"

PLAIN = (EXPLICIT_LITTLE, IMPLICIT_LITTLE)
"""The transfer syntaxes of datasets without pixels, best first."""


class Context(msgspec.Struct, frozen=True):
    """A presentation context that both sides have agreed on.

    Attributes:
        abstract: SOP class (or meta SOP class) UID.
        transfer: Transfer syntax UID of the datasets in it.
        requestor_scu: The association's requestor may ask in it.
        requestor_scp: The association's requestor may be asked in it.
    """

    id: int
    abstract: str
    transfer: str
    requestor_scu: bool = True
    requestor_scp: bool = False


class Support(msgspec.Struct, frozen=True):
    """What an acceptor supports of one SOP class.

    Attributes:
        transfers: Transfer syntaxes, best first; empty: any, as proposed, the plain ones first.
        requestor_scp: Whether the requestor may take the SCP role (C-GET, storage commitment).
    """

    transfers: tuple[str, ...] = PLAIN
    requestor_scp: bool = False


def offer(*classes: str, transfers: Sequence[str] = PLAIN, first: int = 1) -> tuple[Proposed, ...]:
    """Proposals for SOP classes, each with the same transfer syntaxes; ids are odd."""
    return tuple(
        Proposed(first + 2 * index, uid, tuple(transfers)) for index, uid in enumerate(classes)
    )


def narrowed(contexts: Sequence[Proposed], only: Sequence[str]) -> tuple[Proposed, ...]:
    """The same proposals with no other transfer syntaxes than `only`; empty: all of them.

    A proposal of which nothing would be left stays as it is: it is for the peer to refuse.
    """
    return tuple(
        msgspec.structs.replace(each, transfers=left)
        if (left := tuple(uid for uid in each.transfers if uid in only))
        else each
        for each in contexts
    )


def grant(
    request: Request, support: Callable[[str], Support | None]
) -> tuple[tuple[Granted, ...], Roles, tuple[Context, ...]]:
    """Answer the proposals of `request`: the results, the roles to reply, the contexts agreed.

    Raises:
        Garbled: A proposal breaks PS3.8 9.3.2.2 (an even id, no transfer syntax, an id twice).
    """
    ids = [each.id for each in request.contexts]
    if len(set(ids)) != len(ids) or any(not number % 2 for number in ids):
        raise garbled("presentation context ids that are even or used twice")
    if not all(each.transfers and each.abstract for each in request.contexts):
        raise garbled("a presentation context without abstract or transfer syntax")
    results, replies = negotiate_as_acceptor(
        [_proposed(each) for each in request.contexts],
        _supported(request, support),
        {UID(uid): roles for uid, roles in request.roles.items() if any(roles)},
    )
    roles = {str(r.sop_class_uid): (bool(r.scu_role), bool(r.scp_role)) for r in replies}
    granted = tuple(
        Granted(each.context_id or 0, each.result or 0, str(each.transfer_syntax[0]))
        for each in results
    )
    agreed = tuple(
        Context(
            each.context_id or 0,
            str(each.abstract_syntax),
            str(each.transfer_syntax[0]),
            requestor_scu=bool(each.as_scp),
            requestor_scp=bool(each.as_scu),
        )
        for each in results
        if each.result == 0
    )
    return granted, roles, agreed


def agreed(request: Request, accept: Accept) -> tuple[Context, ...]:
    """The contexts that stand after an acceptance, for the requestor."""
    answers = []
    for each in accept.contexts:
        context = PresentationContext()
        context.context_id = each.id
        context.result = each.result
        if each.transfer:
            context.transfer_syntax = [each.transfer]
        answers.append(context)
    proposals = [_proposed(each) for each in request.contexts]
    for proposal in proposals:
        roles = request.roles.get(str(proposal.abstract_syntax))
        if roles:
            proposal.scu_role, proposal.scp_role = roles
    replies: dict[UID, tuple[bool | None, bool | None]] = {
        UID(uid): roles for uid, roles in accept.roles.items() if uid in request.roles
    }
    results = negotiate_as_requestor(proposals, answers, replies)
    return tuple(
        Context(
            each.context_id or 0,
            str(each.abstract_syntax),
            str(each.transfer_syntax[0]),
            requestor_scu=bool(each.as_scu),
            requestor_scp=bool(each.as_scp),
        )
        for each in results
        if each.result == 0
    )


def _proposed(each: Proposed) -> PresentationContext:
    context = PresentationContext()
    context.context_id = each.id
    context.abstract_syntax = each.abstract
    context.transfer_syntax = list(each.transfers)
    return context


def _supported(
    request: Request, support: Callable[[str], Support | None]
) -> list[PresentationContext]:
    proposed: dict[str, dict[str, None]] = {}
    for each in request.contexts:
        proposed.setdefault(each.abstract, {}).update(dict.fromkeys(each.transfers))
    contexts = []
    for abstract, transfers in proposed.items():
        found = support(abstract)
        if found is None:
            continue
        context = PresentationContext()
        context.abstract_syntax = abstract
        context.transfer_syntax = list(found.transfers or any_transfer(tuple(transfers)))
        scu, scp = request.roles.get(abstract, (False, False))
        if scu or scp:
            context.scu_role, context.scp_role = scu, scp and found.requestor_scp
        contexts.append(context)
    return contexts


def any_transfer(proposed: Sequence[str]) -> list[str]:
    """All that was proposed, in the order in which we like it."""
    ranks = {EXPLICIT_LITTLE: 0, IMPLICIT_LITTLE: 1, EXPLICIT_BIG: 3}
    return sorted(proposed, key=lambda uid: ranks.get(uid, 2))
