"""What every actor that starts an HL7 v2 transaction does alike."""

from collections.abc import Callable

from showcase.model.exchange import Outcome, Verdict
from showcase.model.system import Mllp, System
from showcase.protocols.hl7v2.ack import judge_ack
from showcase.protocols.hl7v2.client import exchange
from showcase.protocols.hl7v2.codec import Message
from showcase.protocols.hl7v2.header import Envelope, Party
from showcase.standins.behaviour import Behaviour
from showcase.wire.failure import Unreachable


class SendsHl7(Behaviour):
    """A behaviour that sends HL7 v2 messages."""

    async def send(
        self,
        transaction: str,
        receiver: str,
        build: Callable[[Envelope], Message],
        *,
        cue: str = "",
        label: str = "",
        judge: Callable[[Message], Verdict] = judge_ack,
    ) -> Message | None:
        """Send one message as a hop, and have the answer judged.

        Args:
            transaction: Catalogue id.
            receiver: Role key.
            build: Writes the message that goes into the envelope.
            cue: The cue that asks for it; empty when the system does it by itself.
            label: What is written on the thing that travels.
            judge: What the answer means.

        Returns:
            The answer if it was acknowledged; None if it was refused or never came. Then the
            hop says why.
        """
        partner = self.me.partner(receiver, transaction)
        answer: Message | None = None
        async with self.me.hop(
            transaction, receiver, transport="mllp", cue=cue, label=label
        ) as hop:
            to = _address(partner)
            request = build(self._envelope(to))
            answer = await exchange(
                to,
                request,
                hop.line,
                deadline=partner.deadline,
                tls=self.me.security.towards(to.tls, receiver),
            )
            verdict = judge(answer)
            hop.judge(verdict)
            if verdict.outcome is not Outcome.ACKNOWLEDGED:
                answer = None
        return answer

    def _envelope(self, to: Mllp) -> Envelope:
        mine = self.me.listening
        return Envelope(
            sender=Party(mine.application, mine.facility),
            receiver=Party(to.application, to.facility),
            at=self.me.now(),
        )


def _address(partner: System) -> Mllp:
    if partner.endpoints.hl7v2 is None:
        raise Unreachable(
            f"The cast does not say where {partner.key} takes HL7 v2.",
            remedy=f"Give {partner.key} an hl7v2 address in the cast file.",
            status="no HL7 v2 address",
        )
    return partner.endpoints.hl7v2
