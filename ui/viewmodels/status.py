"""The line at the bottom: who plays, which cut, what the journal holds, what listens."""

from collections.abc import Iterable

from showcase.model.events import RunStarted
from showcase.model.system import Endpoints, System

_GAP = "     "


def status_line(start: RunStarted | None, systems: Iterable[System], saved: int) -> str:
    """What is so, in a few words.

    Args:
        start: The run on stage; None between runs.
        systems: Who plays in it.
        saved: Number of the newest entry that the journal holds.
    """
    systems = tuple(systems)
    parts = [_players(systems), _tour(start)] if start else []
    parts.append(f"Journal: {saved} saved")
    if ports := sum(_listening(each.endpoints) for each in systems if each.stand_in):
        parts.append(f"{ports} ports open")
    return _GAP.join(parts)


def _tour(start: RunStarted) -> str:
    minutes = start.programme.minutes
    name = start.programme.cut or "whole story"
    return f"{minutes:g} min tour" if minutes else name.capitalize()


def _players(systems: tuple[System, ...]) -> str:
    """``Orthanc and 10 stand-ins``."""
    vendors = dict.fromkeys(each.vendor or each.key for each in systems if not each.stand_in)
    ours = f"{sum(each.stand_in for each in systems)} stand-ins"
    if len(vendors) > 3:
        return f"{len(vendors)} vendors and {ours}"
    return f"{', '.join(vendors)} and {ours}" if vendors else ours


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
