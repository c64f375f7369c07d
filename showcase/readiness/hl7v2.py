"""A question that no HL7 v2 receiver acts on.

It is a QBP^Q23 (ITI-9) about an identifier of a domain that nobody has: a query asks and never
updates (HL7 v2.5, 5.2), so not even the index that it is meant for changes anything. Whoever does
not know it shall say so: AR, unsupported message type (HL7 v2.5, 2.9.2.2). AA, AE or AR, each
proves that somebody reads HL7 there.
"""

from collections.abc import AsyncIterator, Callable

from showcase.model.oid import ROOT
from showcase.model.system import Mllp
from showcase.protocols.hl7v2.client import exchange
from showcase.protocols.hl7v2.header import Envelope, Party
from showcase.protocols.hl7v2.person import Identifier
from showcase.readiness import clock
from showcase.readiness.path import Finding, Path, ready
from showcase.transactions import iti9
from showcase.wire.failure import Silent
from showcase.wire.line import Line

NOBODY = Identifier(
    value="READINESS-CHECK", authority="READINESS-CHECK", authority_oid=f"{ROOT}.9.9"
)
"""An identifier that no system can know, of a domain that no system has."""

_SAID = {"AA": "accepts it", "AE": "knows no such patient", "AR": "takes no such message"}


def asks(to: Mllp, sender: Party) -> Callable[[Path], AsyncIterator[Finding]]:
    """The question to a receiver, under the name of whoever will send to it."""

    async def ask(path: Path) -> AsyncIterator[Finding]:
        now = path.clock.now()
        envelope = Envelope(sender=sender, receiver=Party(to.application, to.facility), at=now)
        line = Line("mllp", initiated=True, clock=path.clock)
        question = iti9.query(envelope, NOBODY)
        try:
            answer = await exchange(to, question, line, deadline=path.seconds, tls=path.tls)
        except Silent as error:
            raise Silent(
                f"{path.address} takes the connection but answers no HL7 message "
                f"within {path.seconds:g} seconds.",
                remedy="See that its receiver runs, and that it answers messages it does not "
                "know with AR (HL7 v2.5, 2.9.2.2).",
                status=error.status,
            ) from error
        code = answer.get("MSA-1")
        said = _SAID.get(code[-2:].replace("C", "A", 1), "answers")
        yield ready("answer", f"Reads HL7, and {said} ({code}), as it should.")
        if finding := clock.of_stamp(answer.get("MSH-7"), now):
            yield finding

    return ask
