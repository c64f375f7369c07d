"""Where a value occurs in the exchanges of a run: stated by a fact, or in the bytes alone."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

import msgspec

from showcase.journal.index import same
from showcase.model.answers import Mention
from showcase.model.events import HopEnded
from showcase.model.fact import Side

_SHORTEST = 3
"""Bytes; anything shorter occurs in every exchange by chance."""

_DIGITS = b"0123456789"


def mentions(
    hops: Iterable[HopEnded], value: str, bytes_of: Callable[[str], bytes | None]
) -> list[Mention]:
    """Every occurrence of a value, one for each exchange, side and path, in order of time.

    Args:
        hops: The exchanges of the run.
        value: As any exchange writes it: a patient's name is found however it is ordered.
        bytes_of: The recorded bytes by their digest.
    """
    hops = tuple(hops)
    stated = [each for hop in hops for each in _stated(hop, value)]
    spellings = tuple(dict.fromkeys([value.strip(), *(each.value for each in stated)]))
    told = {(each.hop, each.side) for each in stated}
    silent = [
        each
        for hop in hops
        for side in Side
        if (hop.hop, side) not in told
        for each in _in_bytes(hop, side, spellings, bytes_of)
    ]
    return sorted([*stated, *silent], key=_order)


def _order(mention: Mention) -> tuple[datetime, str, bool]:
    return mention.at, mention.hop, mention.side is Side.RESPONSE


def _stated(hop: HopEnded, value: str) -> Iterator[Mention]:
    seen: set[tuple[Side, str, str]] = set()
    for fact in hop.facts:
        where = (fact.side, fact.path, fact.authority)
        if where in seen or not same(fact.value, value):
            continue
        seen.add(where)
        yield msgspec.structs.replace(
            _mention(hop, fact.side, fact.value),
            path=fact.path,
            kind=fact.kind.value,
            authority=fact.authority,
        )


def _in_bytes(
    hop: HopEnded, side: Side, spellings: tuple[str, ...], bytes_of: Callable[[str], bytes | None]
) -> Iterator[Mention]:
    exchange = hop.exchange
    digest = exchange.request if side is Side.REQUEST else exchange.response
    needles = [each.encode("utf-8", "replace") for each in spellings]
    if not digest or all(len(each) < _SHORTEST for each in needles):
        return
    raw = bytes_of(digest) or b""
    for spelling, needle in zip(spellings, needles, strict=True):
        if len(needle) >= _SHORTEST and (at := _find(raw, needle)) >= 0:
            mention = _mention(hop, side, spelling)
            yield msgspec.structs.replace(mention, stated=False, offset=at)
            return


def _find(raw: bytes, needle: bytes) -> int:
    """Where the needle stands as a whole word; -1 where it does not."""
    at = raw.find(needle)
    while at >= 0 and not _whole(raw, at, at + len(needle)):
        at = raw.find(needle, at + 1)
    return at


def _whole(raw: bytes, start: int, end: int) -> bool:
    """Whether no letter, digit or further arc of a UID stands on either side."""
    before, after = raw[max(0, start - 2) : start], raw[end : end + 2]
    if _wordy(before[-1:]) or _wordy(after[:1]):
        return False
    arc_before = len(before) == 2 and before[1:] == b"." and before[:1] in _DIGITS
    arc_after = len(after) == 2 and after[:1] == b"." and after[1:] in _DIGITS
    return not (arc_before or arc_after)


def _wordy(byte: bytes) -> bool:
    return byte.isalnum() or byte >= b"\x80"


def _mention(hop: HopEnded, side: Side, value: str) -> Mention:
    return Mention(
        at=hop.exchange.started,
        hop=hop.hop,
        transaction=hop.transaction,
        sender=hop.sender,
        receiver=hop.receiver,
        side=side,
        value=value,
    )
