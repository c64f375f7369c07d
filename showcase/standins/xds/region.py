"""Which of a patient's identifiers is the one the region shares (the XDS Affinity Domain)."""

from showcase.standins.behaviour import CannotAct
from showcase.standins.memory import Person
from showcase.standins.standin import StandIn


def regional(me: StandIn, person: Person, receiver: str, transaction: str) -> Person:
    """The patient under the identifier of the region that `receiver` serves.

    A real system is configured with the affinity domain's OID; ours reads it off its book: the
    domain that the receiver's system states, else that of the place where it stands. Where the
    system's own numbers are the region's (a hospital that runs it), there is nothing to learn.

    Raises:
        CannotAct: This system has not learned it.
    """
    linked = me.memory.linked.get((person.authority_oid, person.id), ())
    wanted = me.partner(receiver, transaction).oids.authority_oid or _place_domain(me, receiver)
    for each in (person, *linked):
        if each.authority_oid == wanted:
            return each
    raise CannotAct(
        f"this system does not know {person.name}'s identifier in the region; ask the index first",
        remedy="Let it query the index (ITI-9) before.",
    )


def _place_domain(me: StandIn, receiver: str) -> str:
    programme = me.book.programme
    return programme.place(programme.role(receiver).place).authority_oid
