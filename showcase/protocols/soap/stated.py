"""The facts that metadata state."""

from collections.abc import Iterable

from showcase.model.fact import Fact, FactKind, Side
from showcase.protocols.soap.metadata import Cx, DocumentEntry, Submission


def submission(what: Submission, *, hashes: bool) -> tuple[Fact, ...]:
    """What the objects of a submission state, in a request.

    Args:
        what: The submission.
        hashes: Whether to state the hashes that it claims.
    """
    facts = [
        fact
        for each in what.sets
        for fact in patient(each.patient_id, "XDSSubmissionSet.patientId", Side.REQUEST)
    ]
    for entry in what.documents:
        facts += document(entry, Side.REQUEST, hashes=hashes)
    return tuple(facts)


def document(entry: DocumentEntry, side: Side, *, hashes: bool = True) -> Iterable[Fact]:
    """What a document entry states."""
    yield from patient(entry.patient_id, "XDSDocumentEntry.patientId", side)
    yield from patient(entry.source_patient_id, "sourcePatientId", side)
    for kind, value, path in (
        (FactKind.DOCUMENT, entry.unique_id, "XDSDocumentEntry.uniqueId"),
        (FactKind.DOCUMENT_HASH, entry.hash.lower() if hashes else "", "hash"),
        (FactKind.DOCUMENT_TITLE, entry.title, "title"),
    ):
        if value:
            yield Fact(kind=kind, value=value, path=path, side=side)


def patient(cx: str, path: str, side: Side) -> Iterable[Fact]:
    """The patient identifier in a CX; nothing when it is none."""
    found = Cx.parse(cx)
    if found:
        yield Fact(
            kind=FactKind.PATIENT_ID, value=found.id, authority=found.oid, path=path, side=side
        )
