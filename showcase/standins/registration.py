"""How a system registers a patient: what she is called there, and what PID says of her.

Between the people of a `Memory` and the patients of an HL7 message there is only this module.
"""

import secrets
from itertools import chain
from typing import TYPE_CHECKING

import msgspec

from showcase.protocols.hl7v2.person import Identifier, PatientIdentification
from showcase.standins.behaviour import CannotAct, Prompt
from showcase.standins.domains import resolved
from showcase.standins.memory import Memory, Person

if TYPE_CHECKING:
    from showcase.standins.standin import StandIn


def register(me: "StandIn", prompt: Prompt) -> Person:
    """The patient whom a system's human types in; on her first visit she gets an identifier.

    Raises:
        CannotAct: The cue does not say who she is.
    """
    domain = own_domain(me)
    typed = Person(
        id=fresh_number(),
        authority=domain.authority,
        authority_oid=domain.authority_oid,
        family=prompt.type("family"),
        given=prompt.type("given"),
        born=prompt.type("born"),
        sex=prompt.type("sex"),
    )
    own = [p for p in me.memory.people.values() if p.authority_oid == domain.authority_oid]
    person = next((each for each in reversed(own) if same_person(each, typed)), typed)
    me.memory.remember(person)
    return person


def with_visit(me: "StandIn", person: Person) -> Person:
    """The patient with a visit number, a new one when she has none that is open."""
    if not person.visit:
        person = msgspec.structs.replace(person, visit=f"V{fresh_number()}")
        me.memory.remember(person)
    return person


def known(me: "StandIn", name: str) -> Person:
    """The patient whom the human picks from the list.

    Under the system's own number, where it has one of hers: images and reports from elsewhere may
    have brought it other houses' numbers.

    Raises:
        CannotAct: Nobody told the system of her.
    """
    try:
        return me.memory.named(name, own_domain(me).authority_oid)
    except KeyError as error:
        raise CannotAct(
            f"{me.role.title} has not been told of a patient named {name}",
            remedy="Play the cue that tells it who she is, and see that it was acknowledged.",
        ) from error


def fresh_number() -> str:
    """A number such as registrars give: seven digits, hardly ever the same twice."""
    return str(1_000_000 + secrets.randbelow(9_000_000))


def own_domain(me: "StandIn") -> Identifier:
    """The domain in which the system itself assigns identifiers, without a value."""
    if me.oids.authority_oid:
        return Identifier(
            value="", authority=me.oids.authority, authority_oid=me.oids.authority_oid
        )
    return Identifier(value="", authority=me.place.authority, authority_oid=me.place.authority_oid)


def same_person(one: Person, other: Person) -> bool:
    """Whether two records are about one person: name, birth date, and sex where both say it.

    Without a birth date nobody is taken for anybody else.
    """
    if not one.born or one.born != other.born:
        return False
    names = [(p.family.casefold(), p.given.casefold()) for p in (one, other)]
    known_sex = {p.sex for p in (one, other)} - {"", "U"}
    return names[0] == names[1] and len(known_sex) < 2


def at_home(me: "StandIn", person: Person) -> Person:
    """A person as the house knows her: a number whose issuer is not named is the house's own.

    DICOM lets a header leave the issuer out, and many worklists do; a real system is configured
    with a default one. HL7 v2 and XDS have no place for a number of nobody.
    """
    if person.authority or person.authority_oid or not person.id:
        return person
    domain = own_domain(me)
    return msgspec.structs.replace(
        person, authority=domain.authority, authority_oid=domain.authority_oid
    )


def identifier(person: Person) -> Identifier:
    """The identifier by which a system knows a person."""
    return Identifier(
        value=person.id, authority=person.authority, authority_oid=person.authority_oid
    )


def identification(person: Person) -> PatientIdentification:
    """What a system writes into PID of a person it knows."""
    return PatientIdentification(
        identifiers=(identifier(person),),
        family=person.family,
        given=person.given,
        born=person.born,
        sex=person.sex,
        visit=person.visit,
    )


def person_of(patient: PatientIdentification, me: "StandIn") -> Person:
    """Whom a message is about, under the identifier of the system's own domain if it has one.

    Else under the first whose domain is known.
    """
    candidates = tuple(resolved(each, me) for each in patient.identifiers)
    own = own_domain(me).authority_oid
    at_home = (each for each in candidates if each.authority_oid == own)
    of_some = (each for each in candidates if each.authority_oid)
    named = (each for each in candidates if each.authority)
    return _under(next(chain(at_home, of_some, named), candidates[0]), patient)


def everybody_in(patient: PatientIdentification, me: "StandIn") -> tuple[Person, ...]:
    """The patient of a message under each of her identifiers whose domain is known."""
    candidates = (resolved(each, me) for each in patient.identifiers)
    return tuple(_under(each, patient) for each in candidates if each.authority_oid)


def _under(chosen: Identifier, patient: PatientIdentification) -> Person:
    return Person(
        id=chosen.value,
        authority=chosen.authority,
        authority_oid=chosen.authority_oid,
        family=patient.family,
        given=patient.given,
        born=patient.born,
        sex=patient.sex,
        visit=patient.visit,
    )


def learn(memory: Memory, person: Person) -> Person:
    """Keep what a message says of a patient; what it leaves out stays as it was."""
    before = memory.people.get((person.authority_oid, person.id))
    if before:
        told = {name: value for name, value in msgspec.structs.asdict(person).items() if value}
        person = msgspec.structs.replace(before, **told)
    memory.remember(person)
    return person


def merge(memory: Memory, surviving: Person, subsumed: Identifier) -> None:
    """Forget an identifier that is no more; what was kept under it is now the survivor's."""
    gone = (subsumed.authority_oid, subsumed.value)
    surviving = learn(memory, surviving)
    old = memory.people.pop(gone, None)
    key = (surviving.authority_oid, surviving.id)
    if old is None or key == gone:
        memory.remember(surviving)
        return
    memory.linked[key] = (*memory.linked.get(key, ()), *memory.linked.pop(gone, ()), old)
    memory.hand_over(gone, surviving)
