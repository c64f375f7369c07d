"""What the human at a vendor's system has to do for a cue, and with which values."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from showcase.conductor.recognising import Known
from showcase.conductor.typed import filled
from showcase.model.events import CueWaits
from showcase.model.fact import FactKind
from showcase.model.programme import Cue, Programme
from showcase.model.system import System
from showcase.model.transaction import Family
from showcase.standins.book import Book
from showcase.transactions.catalogue import CATALOGUE

_TASKS = {
    "ITI-8": "register {patient} and send the identity feed to {whom}",
    "ITI-9": "ask {whom} for the identifiers of {patient}",
    "ITI-18": "ask {whom} for the documents of {patient}",
    "ITI-31": "register {patient} and send the admission to {whom}",
    "ITI-41": "share the document about {patient} with {whom}",
    "ITI-43": "fetch the document about {patient} from {whom}",
    "RAD-2": "order for {patient}, and send the order to {whom}",
    "RAD-4": "schedule the examination of {patient}, and tell {whom}",
    "RAD-5": "ask {whom} for the worklist, and pick {patient}",
    "RAD-6": "begin the examination of {patient}, and tell {whom}",
    "RAD-7": "complete the examination of {patient}, and tell {whom}",
    "RAD-8": "send the images of {patient} to {whom}",
    "RAD-10": "ask {whom} to commit to the images of {patient}",
    "RAD-14": "ask {whom} for the studies of {patient}",
    "RAD-16": "retrieve the images of {patient} from {whom}",
    "RAD-28": "send the report about {patient} to {whom}",
}
"""By transaction, to be said to a person."""

_OTHER = "send {transaction} about {patient} to {whom}"

_STUDY_OF = frozenset({"RAD-5", "RAD-6", "RAD-7", "RAD-8", "RAD-10", "RAD-14", "RAD-16", "RAD-28"})
"""Transactions whose human may have to pick, or to check, an order and a study."""


def task(
    run: str, cue: Cue, receivers: Iterable[str], *, programme: Programme, book: Book, known: Known
) -> CueWaits:
    """What the human at the system that plays a cue's sender has to do.

    Args:
        run: The run.
        cue: The cue that waits.
        receivers: Those it has not reached yet.
        programme: The story.
        book: Everybody's addresses.
        known: What the run's exchanges have stated so far.
    """
    targets = {key: _address(cue, key, book) for key in receivers}
    whom = " and ".join(
        _whom(programme.role(key).title, address) for key, address in targets.items()
    )
    sentence = _TASKS.get(cue.transaction, _OTHER).format(
        patient=known.patient.name, whom=whom, transaction=cue.transaction
    )
    values = {"Patient": known.patient.name}
    typed = filled(cue.typed, known.patient)
    values |= {_title(name): text for name, text in typed.items() if name != "patient"}
    values |= _identifiers(cue, programme, known)
    for key, address in targets.items():
        prefix = f"{programme.role(key).title}: " if len(targets) > 1 else ""
        values |= {f"{prefix}{name}": text for name, text in address.items()}
    return CueWaits(
        run=run,
        cue=cue.id,
        sender=cue.sender,
        receivers=tuple(targets),
        todo=f"{_called(book.system(cue.sender, cue.transaction))}: {sentence}.",
        values={name: text for name, text in values.items() if text},
    )


def _called(system: System) -> str:
    if system.product.startswith(system.vendor):
        return system.product or system.key
    return f"{system.vendor} {system.product}".strip()


def _title(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _identifiers(cue: Cue, programme: Programme, known: Known) -> dict[str, str]:
    """Hers, in the domains of those who talk; of her order and study, where it is about them."""
    names = {place.authority_oid: place.authority for place in programme.places}
    places = {programme.role(key).place for key in (cue.sender, *cue.receivers)}
    nearby = {programme.place(key).authority_oid for key in places}
    found = known.identifiers()
    shown = {oid: value for oid, value in found.items() if oid in nearby} or found
    values = {
        f"Patient ID ({names.get(oid) or oid})" if oid else "Patient ID": value
        for oid, value in shown.items()
    }
    if cue.transaction in _STUDY_OF:
        values["Accession number"] = known.latest(FactKind.ACCESSION)
        values["Study Instance UID"] = known.latest(FactKind.STUDY)
    if cue.transaction == "ITI-43":
        values["Document"] = known.latest(FactKind.DOCUMENT)
    return values


def _whom(title: str, address: dict[str, str]) -> str:
    name = address.get("AE title") or address.get("Application") or title
    where = address.get("Address") or address.get("URL")
    return f"{name} at {where}" if where else name


def _address(cue: Cue, receiver: str, book: Book) -> dict[str, str]:
    """Where `receiver` takes the cue's transaction, as its sender has to enter it."""
    known = CATALOGUE.get(cue.transaction)
    ends = book.from_outside(book.system(receiver, cue.transaction)).endpoints
    match known.family if known else None:
        case Family.HL7V2 if end := ends.hl7v2:
            tapped = book.tap(cue.sender, receiver, "hl7v2")
            return {
                "Address": tapped or f"{end.host}:{end.port}",
                "Application": end.application,
                "Facility": end.facility,
            }
        case Family.DICOM if entity := ends.dicom:
            tapped = book.tap(cue.sender, receiver, "dicom")
            return {
                "Address": tapped or f"{entity.host}:{entity.port}",
                "AE title": entity.ae_title,
            }
        case Family.XDS | Family.FHIR if ends.soap:
            url = urlsplit(ends.soap.urls.get(cue.transaction, ""))
            tapped = book.tap(cue.sender, receiver, "soap")
            return {"URL": url._replace(netloc=tapped).geturl() if tapped else url.geturl()}
        case _:
            return {}
