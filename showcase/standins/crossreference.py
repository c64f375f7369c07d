"""Which identifiers of different domains are one patient's."""

import msgspec

from showcase.protocols.hl7v2.person import Identifier
from showcase.standins.memory import Memory, Person
from showcase.standins.registration import fresh_number, learn, same_person


class CrossReference:
    """Links the people of a memory by their demographics, and gives each a master identifier.

    The master identifier is one in the manager's own domain. It follows a person whose
    demographics are corrected, as long as nobody else is linked to it.
    """

    def __init__(self, memory: Memory, domain: Identifier) -> None:
        """Everything it knows is in `memory`; `domain` is the manager's own."""
        self._memory = memory
        self._domain = domain

    def feed(self, person: Person) -> Person:
        """Keep a patient; return the master record she is linked to, maybe a new one."""
        before = self._memory.people.get((person.authority_oid, person.id))
        companions = self.others(before) if before else ()
        person = learn(self._memory, person)
        if person.authority_oid == self._domain.authority_oid:
            return person
        master = self.master(person)
        if master is None:
            master = self._follow(person, companions) or self._mint(person)
            self._memory.remember(master)
        return master

    def merge(self, surviving: Person, subsumed: Identifier) -> tuple[Person, Person | None]:
        """Drop an identifier that is no more.

        Returns:
            The survivor's master record, and the master record that is no more since nobody is
            linked to it any longer; None when there is no such.
        """
        gone = self._memory.people.pop((subsumed.authority_oid, subsumed.value), None)
        master = self.feed(surviving)
        orphan = self.master(gone) if gone else None
        if orphan is None or orphan.id == master.id or self.others(orphan):
            return master, None
        del self._memory.people[orphan.authority_oid, orphan.id]
        return master, orphan

    def adopt(self, master: Person) -> None:
        """Know a person by this master record, and by no other that was minted here."""
        while (other := self.master(master)) is not None:
            del self._memory.people[other.authority_oid, other.id]
        self._memory.remember(master)

    def others(self, person: Person) -> tuple[Person, ...]:
        """Everybody who is this person under another identifier."""
        key = (person.authority_oid, person.id)
        return tuple(
            each
            for each in self._memory.people.values()
            if (each.authority_oid, each.id) != key and same_person(each, person)
        )

    def master(self, person: Person) -> Person | None:
        """Her record in the manager's own domain; None when there is none yet."""
        own = self._domain.authority_oid
        linked = (each for each in self._memory.people.values() if same_person(each, person))
        return next((each for each in linked if each.authority_oid == own), None)

    def find(self, wanted: Identifier) -> Person | None:
        """Whoever has that identifier."""
        return self._memory.people.get((wanted.authority_oid, wanted.value))

    def _follow(self, person: Person, companions: tuple[Person, ...]) -> Person | None:
        """Her master record under her new demographics, if it was hers alone."""
        if len(companions) != 1 or companions[0].authority_oid != self._domain.authority_oid:
            return None
        return msgspec.structs.replace(
            companions[0],
            family=person.family,
            given=person.given,
            born=person.born,
            sex=person.sex,
        )

    def _mint(self, person: Person) -> Person:
        return msgspec.structs.replace(
            person,
            id=fresh_number(),
            authority=self._domain.authority,
            authority_oid=self._domain.authority_oid,
            visit="",
        )
