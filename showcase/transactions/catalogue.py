"""Every transaction there is. A new one is a module beside this, and a line here."""

from typing import Protocol

import msgspec

from showcase.model.fact import Fact
from showcase.model.transaction import Transaction
from showcase.protocols.hl7v2.ack import Fault
from showcase.protocols.hl7v2.codec import Message
from showcase.transactions import (
    iti8,
    iti9,
    iti18,
    iti20,
    iti31,
    iti41,
    iti42,
    iti43,
    rad2,
    rad4,
    rad5,
    rad6,
    rad7,
    rad8,
    rad10,
    rad14,
    rad16,
    rad28,
)


class _Module(Protocol):
    TRANSACTION: Transaction

    def facts(self, request: bytes, response: bytes, /) -> tuple[Fact, ...]:
        """What recorded bytes state."""


_MODULES: tuple[_Module, ...] = (
    iti8,
    iti9,
    iti18,
    iti20,
    iti31,
    iti41,
    iti42,
    iti43,
    rad2,
    rad4,
    rad5,
    rad6,
    rad7,
    rad8,
    rad10,
    rad14,
    rad16,
    rad28,
)

CATALOGUE: dict[str, Transaction] = {each.TRANSACTION.id: each.TRANSACTION for each in _MODULES}
"""By id, in the order of the list above."""

_FACTS = {each.TRANSACTION.id: each.facts for each in _MODULES}


_CHECKS = {each.TRANSACTION.id: each.faults for each in (iti8, iti9, iti31, rad2, rad4, rad28)}

MOST_FACTS = 10_000
LONGEST_FACT = 16 * 1024
"""Characters; no report is longer, let alone a name, and facts are kept in memory for long."""


def facts(transaction: str, request: bytes, response: bytes) -> tuple[Fact, ...]:
    """What the recorded bytes of an exchange state; nothing for a transaction not listed.

    An exchange that states more than anybody could mean is cut short.
    """
    reader = _FACTS.get(transaction)
    return tuple(map(_bounded, reader(request, response)[:MOST_FACTS])) if reader else ()


def faults(transaction: str, message: Message) -> tuple[Fault, ...]:
    """What an HL7 v2 request lacks by its transaction's rules; nothing for one without such."""
    check = _CHECKS.get(transaction)
    return check(message) if check else ()


def _bounded(fact: Fact) -> Fact:
    if len(fact.value) <= LONGEST_FACT:
        return fact
    return msgspec.structs.replace(fact, value=fact.value[:LONGEST_FACT])
