"""What a system can take of a role, by the addresses it has: a default nobody has to know of."""

from collections.abc import Iterable, Iterator

from showcase.model.programme import Programme, Role
from showcase.model.system import System
from showcase.model.transaction import Family
from showcase.story.cast import Cast
from showcase.story.cast_edit import Edit
from showcase.transactions.catalogue import CATALOGUE


def takes_edits(
    edits: Iterable[Edit], before: Cast, after: Cast, programme: Programme
) -> Iterator[Edit]:
    """What `takes:` shall say of every system that edits have touched.

    Somebody who chose by hand what a system takes is left alone.

    Args:
        edits: What was changed.
        before: The cast before that.
        after: The cast with the edits made.
        programme: The whole story.
    """
    at = [each.at for each in edits]
    for key, system in after.systems.items():
        if not _touched(key, at, after) or ("systems", key, "takes") in at:
            continue
        old = before.systems.get(key)
        if old and old.takes != _sensible(old, before, programme):
            continue
        wanted = _sensible(system, after, programme)
        if wanted != system.takes:
            yield Edit(("systems", key, "takes"), ", ".join(wanted))


def _touched(key: str, at: Iterable[tuple[str, ...]], after: Cast) -> bool:
    playing = {role for role, player in after.players.items() if player.system.key == key}
    return any(
        each[:2] == ("systems", key) or (each[0] == "roles" and each[1] in playing) for each in at
    )


def _sensible(system: System, casting: Cast, programme: Programme) -> tuple[str, ...]:
    played = [r for r in programme.roles if _plays(casting, r, system)]
    able = [within_reach(system, role, programme) for role in played]
    if not any(able):
        return ()
    whole = [
        found or transactions_of(programme, role.key)
        for found, role in zip(able, played, strict=True)
    ]
    return _known(each for found in whole for each in found)


def _plays(casting: Cast, role: Role, system: System) -> bool:
    player = casting.players.get(role.key)
    return player is not None and player.system.key == system.key


def answered(programme: Programme, role: str) -> tuple[str, ...]:
    """Transactions that a role answers in a story, each once."""
    return _known(cue.transaction for cue in programme.cues if role in cue.receivers)


def started(programme: Programme, role: str) -> tuple[str, ...]:
    """Transactions that a role starts in a story, each once."""
    return _known(cue.transaction for cue in programme.cues if cue.sender == role)


def transactions_of(programme: Programme, role: str) -> tuple[str, ...]:
    """All that a role has to do with in a story, in the order of the story."""
    return _known(
        cue.transaction for cue in programme.cues if role == cue.sender or role in cue.receivers
    )


def within_reach(system: System, role: Role, programme: Programme) -> tuple[str, ...]:
    """What of a role a system can take: all that it has an address for, or can start.

    Empty when that is everything (then the cast need not say so) or nothing at all.
    """
    mine = transactions_of(programme, role.key)
    asked = answered(programme, role.key)
    able = tuple(each for each in mine if _able(system, each, answers=each in asked))
    return () if able == mine else able


def _able(system: System, transaction: str, *, answers: bool) -> bool:
    ends = system.endpoints
    match CATALOGUE[transaction].family:
        case Family.HL7V2:
            return ends.hl7v2 is not None
        case Family.DICOM:
            return ends.dicom is not None
        case Family.XDS | Family.FHIR:
            if answers:
                return ends.soap is not None and transaction in ends.soap.urls
            return ends.soap is not None or ends.hl7v2 is not None  # who only asks has no URL
        case Family.AUDIT:
            return ends.syslog is not None


def _known(transactions: Iterable[str]) -> tuple[str, ...]:
    return tuple(each for each in dict.fromkeys(transactions) if each in CATALOGUE)
