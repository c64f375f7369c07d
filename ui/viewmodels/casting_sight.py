"""A cast, drawn: from what the engine says to the rows of the page."""

from collections.abc import Iterator, Sequence

from showcase.model.casting import CastBrief, CastPeer, CastRole, CastSheet
from showcase.model.readiness import Check, CheckState
from ui import faults
from ui.translations import translate
from ui.viewmodels.casting_form import system_of
from ui.viewmodels.casting_rows import (
    CastChoiceRow,
    CastRoleRow,
    PeerRow,
    PlayerRow,
    ResultRow,
    TakeRow,
)
from ui.viewmodels.readiness import owner_words

_FAMILIES = {"HL7 v2": "HL7 v2", "DICOM": "DICOM", "SOAP": "XDS", "Audit": "Audit"}


def choices(briefs: Sequence[CastBrief], shown: str) -> Iterator[CastChoiceRow]:
    """Every cast, our own stand-ins first."""
    yield CastChoiceRow(
        file="",
        title=translate("Casting", "Stand-ins only"),
        detail=translate("Casting", "we play every role"),
        shown=not shown,
        faulty=False,
    )
    for brief in briefs:
        yield CastChoiceRow(
            file=brief.file,
            title=brief.title,
            detail=_who(brief),
            shown=brief.file == shown,
            faulty=bool(brief.faults),
        )


def _who(brief: CastBrief) -> str:
    if brief.faults:
        return translate("Casting", "needs mending")
    return ", ".join(brief.vendors) or translate("Casting", "nobody in it yet")


def roles(sheet: CastSheet, shown: str, *, fresh: str | None) -> Iterator[CastRoleRow]:
    """Every role of the story.

    Args:
        sheet: The cast.
        shown: Which role the page shows.
        fresh: Maker's name of the new system that is being entered for it; None: none is.
    """
    for role in sheet.roles:
        system = system_of(sheet, role.system)
        values = system.values if system else {}
        new = fresh if role.role == shown else None
        yield CastRoleRow(
            role=role.role,
            title=role.title,
            place=role.place,
            player=values.get("vendor", role.system) if new is None else new or "…",
            badge="new" if new is not None else _badge(role),
            shown=role.role == shown,
        )


def _badge(role: CastRole) -> str:
    if not role.system:
        return "stand-in"
    return "vendor" if all(each.taken for each in role.transactions) else "assisted"


def players(sheet: CastSheet, role: CastRole, *, fresh: bool) -> Iterator[PlayerRow]:
    """Who could play a role: we, and every system of the cast."""
    playing = None if fresh else role.system
    yield PlayerRow(key="", title=translate("Casting", "Stand-in"), plays=playing == "")
    for system in sheet.systems:
        title = system.values.get("vendor") or system.key
        yield PlayerRow(key=system.key, title=title, plays=playing == system.key)


def first_fault(sheet: CastSheet) -> str:
    """What is wrong with a file, and where; empty: nothing."""
    if not sheet.faults:
        return ""
    first = sheet.faults[0]
    line = translate("Casting", "Line {line}: ").format(line=first.line) if first.line else ""
    return f"{line}{first.words}. {first.remedy}"


def takes(role: CastRole) -> Iterator[TakeRow]:
    """What the role has to do, and which of the two does it."""
    for each in role.transactions:
        if each.starts and each.answers:
            direction = translate("Casting", "starts and answers")
        elif each.starts:
            direction = translate("Casting", "starts")
        else:
            direction = translate("Casting", "answers")
        yield TakeRow(
            transaction=each.id,
            title=each.name,
            family=each.family.value,
            direction=direction,
            taken=each.taken,
        )


def peers(role: CastRole) -> Iterator[PeerRow]:
    """What the vendor's engineer has to know of the others."""
    for number, peer in enumerate(role.peers):
        yield PeerRow(
            key=f"{number} {peer.role} {peer.protocol}",
            title=peer.title,
            protocol=peer.protocol,
            family=_FAMILIES.get(peer.protocol, ""),
            name=peer.name,
            name_label=_name_label(peer),
            address=peer.url or (f"{peer.host} : {peer.port}" if _reached(peer) else ""),
            purpose=_purpose(peer),
        )


def _name_label(peer: CastPeer) -> str:
    if not peer.name:
        return ""
    if peer.protocol == "DICOM":
        return translate("Casting", "AE title")
    return translate("Casting", "application | facility")


def _reached(peer: CastPeer) -> bool:
    """Whether it has to be entered where to find it; in DICOM always: archives call back."""
    return peer.called or peer.protocol == "DICOM"


def _purpose(peer: CastPeer) -> str:
    what = ", ".join(peer.transactions)
    if peer.calls and peer.called:
        return translate("Casting", "calls your system, and is called: {what}").format(what=what)
    if peer.calls:
        return translate("Casting", "calls your system: {what}").format(what=what)
    return translate("Casting", "your system calls it: {what}").format(what=what)


def results(checks: Sequence[Check]) -> Iterator[ResultRow]:
    """What a test found: all that is wrong, else what speaks for it."""
    told = [each for each in checks if each.state in {CheckState.FAILED, CheckState.WARNING}]
    fine = [each for each in checks if each.state is CheckState.READY and each.question == "answer"]
    for number, check in enumerate((*told, *(fine or _last(checks, told)))):
        yield ResultRow(
            key=str(number),
            outcome=check.state.value,
            words=faults.told(check.words),
            remedy=faults.told(check.remedy),
            owner=owner_words(check.job) if check.job else "",
        )


def _last(checks: Sequence[Check], told: Sequence[Check]) -> Sequence[Check]:
    """Where nothing can be asked and nothing is wrong, that it was reached is the news."""
    return () if told else checks[-1:]
