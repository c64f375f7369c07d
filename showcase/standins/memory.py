"""What one system has been told. Nothing gets in here but from its wire or its own human."""

from dataclasses import dataclass, field

import msgspec

from showcase.model.clearance import Holding


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """A patient as one system knows her.

    Attributes:
        id: Identifier in the system's (or the sender's) own domain.
        authority: Name of the assigning authority (CX.4.1).
        authority_oid: Its OID (CX.4.2).
        born: ``YYYYMMDD``.
        sex: ``F``, ``M``, ``O`` or ``U``.
        visit: Visit number (PV1-19), empty when none is known.
    """

    id: str
    authority: str
    authority_oid: str
    family: str
    given: str
    born: str = ""
    sex: str = ""
    visit: str = ""

    @property
    def name(self) -> str:
        """As people say it: ``Rosa Quill``."""
        return f"{self.given} {self.family}"


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """An imaging order, and, once the order filler has scheduled it, the procedure.

    Attributes:
        placer_number: ORC-2, (0040,2016).
        filler_number: ORC-3, (0040,2017); empty until the filler has it.
        code: Procedure code, with `code_text` and `code_scheme`.
        reason: OBR-31, (0040,1002).
        requester: Name of the requesting physician, ``Family^Given``.
        accession: (0008,0050); minted by the order filler, as are all that follow.
        study: Study Instance UID.
        procedure_id: Requested Procedure ID (0040,1001).
        step_id: Scheduled Procedure Step ID (0040,0009).
        modality: ``CT``.
        station_ae: Scheduled Station AE Title (0040,0001).
        start: ``YYYYMMDDHHMMSS`` local time.
    """

    person: Person
    placer_number: str
    filler_number: str = ""
    code: str = ""
    code_text: str = ""
    code_scheme: str = ""
    reason: str = ""
    requester: str = ""
    accession: str = ""
    study: str = ""
    procedure_id: str = ""
    step_id: str = ""
    modality: str = ""
    station_ae: str = ""
    start: str = ""


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A diagnostic report, as it was written or received.

    Attributes:
        text: The report, lines separated by line feeds.
        author: ``Family^Given`` of the reporting physician.
        written: ``YYYYMMDDHHMMSS``.
    """

    person: Person
    accession: str
    study: str
    title: str
    text: str
    author: str
    written: str
    procedure_id: str = ""
    placer_number: str = ""


@dataclass
class Memory:
    """Everything one stand-in knows.

    Attributes:
        people: Patients by (authority OID, identifier), in the order they became known.
        orders: Orders by placer number at the placer, by accession number elsewhere.
        reports: Reports by accession number.
        linked: Other identifiers learned for a patient, by her own key: what ITI-9 answered.
    """

    people: dict[tuple[str, str], Person] = field(default_factory=dict)
    orders: dict[str, Order] = field(default_factory=dict)
    reports: dict[str, Report] = field(default_factory=dict)
    linked: dict[tuple[str, str], tuple[Person, ...]] = field(default_factory=dict)

    def forget(self) -> dict[Holding, int]:
        """Know nobody; tell how many there were. A patient of three identifiers counts once."""
        names = {person.name.casefold() for person in self.people.values()}
        counts = {
            Holding.PATIENT: len(names),
            Holding.ORDER: len(self.orders),
            Holding.REPORT: len(self.reports),
        }
        for each in (self.people, self.orders, self.reports, self.linked):
            each.clear()
        return counts

    def remember(self, person: Person) -> None:
        """Keep a patient, or what is new about her, as the latest one.

        Orders and reports of hers tell it from now on as well (RAD-12): a worklist shows the name
        that she has, not the one that she had when she was referred.
        """
        key = (person.authority_oid, person.id)
        before = self.people.pop(key, None)
        self.people[key] = person
        if before and before != person:
            self.hand_over(key, person)

    def hand_over(self, key: tuple[str, str], person: Person) -> None:
        """Orders and reports of the patient with that key are this one's; a visit stays its own."""
        for number, order in self.orders.items():
            if (order.person.authority_oid, order.person.id) == key:
                hers = msgspec.structs.replace(person, visit=order.person.visit or person.visit)
                self.orders[number] = msgspec.structs.replace(order, person=hers)
        for number, report in self.reports.items():
            if (report.person.authority_oid, report.person.id) == key:
                hers = msgspec.structs.replace(person, visit=report.person.visit or person.visit)
                self.reports[number] = msgspec.structs.replace(report, person=hers)

    def named(self, name: str, domain: str = "") -> Person:
        """The patient a human would pick from the list: the latest of that name.

        Args:
            name: ``Rosa Quill``; upper and lower case are one.
            domain: OID of an authority; a patient under an identifier of its is preferred.

        Raises:
            KeyError: The system has never heard of her; the message is for people.
        """
        hers = [p for p in self.people.values() if p.name.casefold() == name.casefold()]
        own = [person for person in hers if domain and person.authority_oid == domain]
        if hers:
            return (own or hers)[-1]
        raise KeyError(f"this system has not been told of a patient named {name}")
