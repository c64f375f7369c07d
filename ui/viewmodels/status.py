"""The line at the bottom: who plays, which cut, what the journal holds, what listens."""

from collections.abc import Iterable

from showcase.model.events import RunStarted
from showcase.model.system import Endpoints, System
from ui.translations import decimal, translate


def status_pieces(start: RunStarted | None, systems: Iterable[System], saved: int) -> list[str]:
    """What is so, in a few words each, the most telling first.

    Args:
        start: The run on stage; None between runs.
        systems: Who plays in it.
        saved: Number of the newest entry that the journal holds.
    """
    systems = tuple(systems)
    parts = [_players(systems), _tour(start)] if start else []
    parts.append(translate("Status", "Journal: {count} saved").format(count=saved))
    if ports := sum(_listening(each.endpoints) for each in systems if each.stand_in):
        parts.append(translate("Status", "{count} ports open").format(count=ports))
    return parts


def _tour(start: RunStarted) -> str:
    if start.programme.watches:
        return translate("Status", "no story")
    minutes = start.programme.minutes
    name = start.programme.cut or translate("Status", "whole story")
    return (
        translate("Status", "{minutes} min tour").format(minutes=decimal(minutes))
        if minutes
        else f"{name[:1].upper()}{name[1:]}"
    )


def _players(systems: tuple[System, ...]) -> str:
    """``Orthanc and 10 stand-ins``."""
    vendors = dict.fromkeys(each.vendor or each.key for each in systems if not each.stand_in)
    ours = translate("Status", "{count} stand-ins").format(
        count=sum(each.stand_in for each in systems)
    )
    if len(vendors) > 3:
        theirs = translate("Status", "{count} vendors").format(count=len(vendors))
    else:
        theirs = ", ".join(vendors)
    both = translate("Status", "{theirs} and {ours}")
    return both.format(theirs=theirs, ours=ours) if theirs else ours


def _listening(endpoints: Endpoints) -> int:
    """Sockets that a stand-in listens on."""
    syslog = endpoints.syslog
    return sum(
        (
            endpoints.hl7v2 is not None,
            endpoints.dicom is not None,
            endpoints.soap is not None,
            bool(syslog and syslog.port),
            bool(syslog and syslog.tls_port),
        )
    )
