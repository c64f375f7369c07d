"""What the catalogue says of an IHE transaction."""

from enum import StrEnum

import msgspec


class Family(StrEnum):
    """The standard that carries a transaction; it decides the colour and the protocol."""

    HL7V2 = "HL7 v2"
    DICOM = "DICOM"
    XDS = "XDS"
    FHIR = "FHIR"
    AUDIT = "Audit"


def family_of_carrier(name: str) -> Family:
    """The family of an exchange that is no transaction we know, by the name of its carrier.

    ``ADT^A08``, ``C-ECHO``, ``GET /about``: so a tap calls what the catalogue has no name for.
    """
    if "^" in name or name == "HL7":
        return Family.HL7V2
    dicom = ("C-", "N-", "A-")  # DIMSE-C, DIMSE-N, ACSE
    return Family.DICOM if name.startswith(dicom) else Family.XDS


class Thing(StrEnum):
    """What travels along the path on the stage."""

    SLIP = "slip"  # who a patient is
    ORDER = "order"  # what somebody shall do
    NOTE = "note"  # how far it has got: a performed procedure step, a commitment
    QUESTION = "question"  # a query
    IMAGES = "images"  # a strip of the real pictures
    PAGE = "page"  # a document or report
    SEAL = "seal"  # an audit record


class Transaction(msgspec.Struct, frozen=True, kw_only=True):
    """One IHE transaction.

    Attributes:
        id: As IHE writes it: ``ITI-41``, ``RAD-5``.
        name: The title in the Technical Framework.
        family: The standard that carries it.
        carrier: Message or service, in the standard's own words: ``ADT^A04``, ``C-STORE``.
        initiators: IHE actors that may start it.
        responders: IHE actors that may answer it.
        specified: Where it is specified: ``IHE ITI TF-2, 3.41``.
        thing: What travels on the stage.
    """

    id: str
    name: str
    family: Family
    carrier: str
    initiators: tuple[str, ...]
    responders: tuple[str, ...]
    specified: str
    thing: Thing
