"""Whom a cast lets expect at our ports: by address, and by the names that it names there."""

import asyncio
from collections.abc import Callable

from showcase.model.system import System
from showcase.standins.book import hosts_of
from showcase.story.cast import Cast
from showcase.wire.porter import Known
from showcase.wire.resolving import addresses_of

_AGAIN = 60.0
"""Seconds after which a name may have got another address: a laptop that moved."""


def written_callers(casting: Cast) -> dict[str, dict[str, frozenset[str]]]:
    """Names by protocol, by host as the cast writes it."""
    known: dict[str, dict[str, frozenset[str]]] = {}
    for system in casting.systems.values():
        known = _joined(known, dict.fromkeys(hosts_of(system), _names(system)))
    return known


async def resolve(casting: Cast, tell: Callable[[Known], None]) -> None:
    """Tell whom a cast names, whenever a name of it has got an address; goes on until cancelled."""
    written = written_callers(casting)
    names = [host for host in written if not _is_address(host)]
    known = written

    async def ask(host: str) -> None:
        nonlocal known
        known = _joined(known, dict.fromkeys(await addresses_of(host), written[host]))
        tell(known)

    while names:
        async with asyncio.TaskGroup() as group:
            for host in names:
                group.create_task(ask(host))
        await asyncio.sleep(_AGAIN)


def _names(system: System) -> dict[str, frozenset[str]]:
    ends = system.endpoints
    return {
        **({"dicom": frozenset({ends.dicom.ae_title})} if ends.dicom else {}),
        **({"hl7v2": frozenset({ends.hl7v2.application})} if ends.hl7v2 else {}),
    }


def _joined(
    known: dict[str, dict[str, frozenset[str]]], more: dict[str, dict[str, frozenset[str]]]
) -> dict[str, dict[str, frozenset[str]]]:
    """Both; several systems at one address may each call by its own name."""
    joined = dict(known)
    for host, names in more.items():
        before = joined.get(host, {})
        joined[host] = {
            protocol: before.get(protocol, frozenset()) | names.get(protocol, frozenset())
            for protocol in {*before, *names}
        }
    return joined


def _is_address(host: str) -> bool:
    return host.replace(".", "").isdecimal() or ":" in host
