"""Which transaction a tapped exchange is.

The receiver's own stand-in knows which messages, operations and actions its actors answer, so a
new transaction needs nothing here. Where several would do, the story's cues decide: what this
sender sends to this receiver.
"""

import re
from collections.abc import Iterable

from showcase.model.programme import Cue
from showcase.protocols.dicom.command import Command
from showcase.protocols.hl7v2.codec import Message
from showcase.standins.endpoints.dicom import AnswersDicom
from showcase.standins.endpoints.hl7v2 import AnswersHl7
from showcase.standins.endpoints.soap import AnswersSoap
from showcase.standins.standin import StandIn

_LONGEST = 32
_STRANGE = re.compile(r"[^A-Za-z0-9^_/.:-]")


class Naming:
    """Transactions that one role answers."""

    def __init__(self, receiver: StandIn) -> None:
        """Names go by what the behaviours of `receiver` answer."""
        self._me = receiver

    def hl7v2(self, message: Message, sender: str) -> str:
        """By message code and trigger event; ``ADT^A08`` where nobody answers it."""
        kinds = [
            kind
            for each in self._me.behaviours
            if isinstance(each, AnswersHl7)
            for kind in each.answers
            if kind.code == message.code and message.trigger in kind.triggers
        ]
        # two transactions may use the same message, each in a version of its own
        kinds.sort(key=lambda kind: kind.version != message.version)
        carrier = f"{message.code}^{message.trigger}" if message.trigger else message.code
        return self._choose((kind.transaction for kind in kinds), sender, carrier or "HL7")

    def dicom(self, command: Command, sop_class: str, sender: str) -> str:
        """By SOP class and operation; ``C-ECHO`` where nobody answers it."""
        field = command.field
        carrier = field.title if field else command.title
        found = self._offered(sop_class)
        named = (transactions[field] for transactions in found if field and field in transactions)
        return self._choose(named, sender, carrier)

    def proposed(self, sop_classes: Iterable[str], sender: str) -> str:
        """By what an association was wanted for, where it came to nothing."""
        named = (
            transaction
            for sop_class in sop_classes
            for transactions in self._offered(sop_class)
            for transaction in transactions.values()
        )
        return self._choose(named, sender, "A-ASSOCIATE")

    def soap(self, action: str, sender: str, carrier: str) -> str:
        """By wsa:Action; `carrier` where nobody answers it: ``GET /about``."""
        named = (
            operation.transaction
            for each in self._me.behaviours
            if isinstance(each, AnswersSoap)
            for taken, operation in each.soap_operations()
            if taken == action
        )
        return self._choose(named, sender, action.rpartition(":")[2] or carrier)

    def _offered(self, sop_class: str) -> Iterable[dict[int, str]]:
        return [
            {int(field): transaction for field, transaction in offer.transactions.items()}
            for each in self._me.behaviours
            if isinstance(each, AnswersDicom)
            for offer in each.offers()
            if offer.service.takes(sop_class)
        ]

    def _choose(self, candidates: Iterable[str], sender: str, carrier: str) -> str:
        found = tuple(dict.fromkeys(candidates))
        told = (cue.transaction for cue in self._me.book.programme.cues if self._fits(cue, sender))
        if named := next((each for each in told if each in found), ""):
            return named
        return found[0] if found else _tidy(carrier)

    def _fits(self, cue: Cue, sender: str) -> bool:
        return cue.sender == sender and self._me.role.key in cue.receivers


def _tidy(carrier: str) -> str:
    """A name out of a stranger's bytes, safe to show."""
    method, _, rest = carrier.partition(" ")
    words = (_STRANGE.sub("", method), _STRANGE.sub("", rest))
    return " ".join(word for word in words if word)[:_LONGEST] or "?"
