"""Conformance remarks about recorded exchanges, each with the clause it rests on.

HL7 v2 so far: what a request lacks by its transaction's own rules, whoever received it and whatever
that answered; and the field that a peer has named when it refused.
"""

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
    known = CATALOGUE.get(hop.transaction)
    if known is None or hop.exchange.transport != "mllp":
        return ()
    lacking = [
        Finding(side=Side.REQUEST, path=fault.at, words=fault.said or fault.text,
                clause=known.specified)
        for message in messages(request)
        for fault in faults(hop.transaction, message)
    ]  # fmt: skip
    return (*lacking, *_named(hop, response))


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
