"""Conformance remarks about recorded exchanges, each with the clause it rests on.

What a message lacks by the rules of its transaction, whoever received it and whatever that
answered; and the field that an HL7 v2 peer has named when it refused.
"""

from collections.abc import Callable, Iterable

from showcase.inspector import required_audit, required_dicom, required_xds
from showcase.model.answers import Finding
from showcase.model.events import HopEnded
from showcase.model.exchange import Outcome
from showcase.model.fact import Side
from showcase.protocols.hl7v2.reason import reason
from showcase.protocols.hl7v2.recorded import messages
from showcase.transactions.catalogue import CATALOGUE, faults


def specified(transaction: str) -> str:
    """``Patient Identity Feed · IHE ITI TF-2, 3.8``; empty for what is in no catalogue."""
    known = CATALOGUE.get(transaction)
    return f"{known.name} · {known.specified}" if known else ""


def findings(hop: HopEnded, request: bytes, response: bytes) -> tuple[Finding, ...]:
    """What is to be remarked about an exchange; never raises."""
    look = _LOOKS.get(hop.exchange.transport)
    return tuple(look(hop, request, response)) if look and hop.transaction in CATALOGUE else ()


def _hl7v2(hop: HopEnded, request: bytes, response: bytes) -> Iterable[Finding]:
    for message in messages(request):
        for fault in faults(hop.transaction, message):
            yield Finding(
                side=Side.REQUEST,
                path=fault.at,
                words=fault.said or fault.text,
                clause=CATALOGUE[hop.transaction].specified,
            )
    yield from _named(hop, response)


def _dicom(hop: HopEnded, request: bytes, response: bytes) -> Iterable[Finding]:
    return required_dicom.lacking(hop.transaction, request, response)


def _soap(hop: HopEnded, request: bytes, _response: bytes) -> Iterable[Finding]:
    return required_xds.lacking(hop.transaction, request)


def _syslog(_hop: HopEnded, request: bytes, _response: bytes) -> Iterable[Finding]:
    return required_audit.lacking(request)


_LOOKS: dict[str, Callable[[HopEnded, bytes, bytes], Iterable[Finding]]] = {
    "mllp": _hl7v2,
    "dicom": _dicom,
    "http": _soap,
    "syslog-udp": _syslog,
    "syslog-tls": _syslog,
}
"""By transport."""


def _named(hop: HopEnded, response: bytes) -> tuple[Finding, ...]:
    """The field that the receiver has refused the message for, in its own words."""
    if hop.verdict.outcome is not Outcome.REFUSED:
        return ()
    return tuple(
        Finding(
            side=Side.REQUEST,
            path=why.place,
            words=why.said or hop.verdict.status,
            clause="HL7 v2, 2.15.5 (ERR)",
            theirs=True,
        )
        for why in map(reason, messages(response))
        if why.place
    )
