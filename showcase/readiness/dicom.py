"""C-ECHO, in an association that proposes what the story will need (PS3.4 A, PS3.7 9.1.5)."""

from collections.abc import AsyncIterator, Callable

import msgspec
from pydicom.uid import UID

from showcase.model.readiness import CheckState, Job
from showcase.model.system import Dicom
from showcase.protocols.dicom.acse import Roles
from showcase.protocols.dicom.messages import VERIFICATION
from showcase.protocols.dicom.negotiation import offer
from showcase.protocols.dicom.requestor import Refused, Requestor
from showcase.protocols.dicom.scu import associate
from showcase.readiness.path import Finding, Path, ready
from showcase.wire.line import Line


class Caller(msgspec.Struct, frozen=True, kw_only=True):
    """One of ours that will call, and what for.

    Attributes:
        ae_title: Under which name; a peer may know only some.
        wants: SOP classes that it will use.
        serves: SOP classes of which it will be the SCP though it calls (N-EVENT-REPORT).
    """

    ae_title: str
    wants: tuple[str, ...] = ()
    serves: tuple[str, ...] = ()


def asks(entity: Dicom, callers: tuple[Caller, ...]) -> Callable[[Path], AsyncIterator[Finding]]:
    """The question to an application entity: once under each name that will call it."""

    async def ask(path: Path) -> AsyncIterator[Finding]:
        for caller in callers:
            yield await _as(caller, entity, path)

    return ask


async def _as(caller: Caller, entity: Dicom, path: Path) -> Finding:
    classes = dict.fromkeys((VERIFICATION, *caller.wants, *caller.serves))
    roles: Roles = dict.fromkeys(caller.serves, (False, True))
    line = Line("dicom", initiated=True, clock=path.clock)
    try:
        async with associate(
            entity,
            caller.ae_title,
            offer(*classes),
            line,
            deadline=path.seconds,
            roles=roles,
            tls=path.tls,
        ) as peer:
            return await _echoed(caller, entity, peer)
    except Refused as no:
        verdict = no.verdict
        ours = "called AE title" in verdict.words
        return Finding(
            question="answer",
            state=CheckState.FAILED,
            words=f"As {caller.ae_title}: {verdict.words}",
            remedy=verdict.remedy,
            job=Job.STAFF if ours else Job.VENDOR,
        )


async def _echoed(caller: Caller, entity: Dicom, peer: Requestor) -> Finding:
    given = {(each.abstract, each.requestor_scp) for each in peer.contexts}
    scu = {each.abstract for each in peer.contexts if each.requestor_scu}
    scp = {abstract for abstract, as_scp in given if as_scp}
    refused = [
        *(uid for uid in caller.wants if uid not in scu),
        *(uid for uid in caller.serves if uid not in scp),
    ]
    if refused:
        names = ", ".join(UID(uid).name for uid in refused)
        return Finding(
            question="answer",
            state=CheckState.FAILED,
            words=f"{entity.ae_title} does not offer {caller.ae_title} what the story needs: "
            f"{names}.",
            remedy="Enable it in that system, or take the transaction out of `takes:`.",
            job=Job.VENDOR,
        )
    if VERIFICATION not in scu:
        return Finding(
            question="answer",
            state=CheckState.WARNING,
            words=f"{entity.ae_title} takes the association but not C-ECHO.",
            remedy="Every application entity that accepts associations shall (PS3.4 A.2).",
            job=Job.VENDOR,
        )
    status = await peer.c_echo()
    if not status.good:
        return Finding(
            question="answer",
            state=CheckState.FAILED,
            words=f"{entity.ae_title} answers C-ECHO with {status.text}.",
            remedy="Look into that system's log.",
            job=Job.VENDOR,
        )
    needed = len(caller.wants) + len(caller.serves)
    offered = f", and offers all {needed} SOP classes that the story needs" if needed else ""
    return ready("answer", f"Answers C-ECHO of {caller.ae_title}{offered}.")
