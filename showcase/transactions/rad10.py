"""RAD-10 Storage Commitment: will you keep them? (N-ACTION, N-EVENT-REPORT, PS3.4 Annex J).

Two halves, each a hop of its own: the modality asks, and later, mostly in an association that the
archive opens, the archive reports.
"""

from collections.abc import Iterable, Iterator, Mapping

from pydicom.dataset import Dataset

from showcase.model.exchange import Outcome, Verdict
from showcase.model.fact import Fact, FactKind
from showcase.model.transaction import Family, Thing, Transaction
from showcase.protocols.dicom import identity, recording, status
from showcase.protocols.dicom.command import Field

TRANSACTION = Transaction(
    id="RAD-10",
    name="Storage Commitment",
    family=Family.DICOM,
    carrier="N-ACTION, N-EVENT-REPORT Storage Commitment Push Model",
    initiators=("Acquisition Modality", "Image Manager"),
    responders=("Image Manager", "Acquisition Modality"),
    specified="IHE RAD TF-2, 4.10",
    thing=Thing.NOTE,
)

SOP_CLASS = "1.2.840.10008.1.20.1"
"""Storage Commitment Push Model."""

INSTANCE = "1.2.840.10008.1.20.1.1"
"""Its well-known instance."""

REQUEST = 1
"""Action Type ID: request storage commitment (J.3.2.1.1)."""

ALL_SAFE = 1
FAILURES = 2
"""Event Type IDs (J.3.3.1.1)."""

NO_SUCH_INSTANCE = 0x0112
"""Failure Reason (0008,1197): we do not have it (J.3.3.1.1)."""

CLASS_CONFLICT = 0x0119
"""Failure Reason: we have it, of another SOP class than was said (J.3.3.1.1)."""

Reference = tuple[str, str]
"""SOP class UID, SOP instance UID."""


def ask(transaction_uid: str, images: Iterable[Reference]) -> Dataset:
    """The action information that asks for commitment of `images`."""
    found = Dataset()
    found.TransactionUID = transaction_uid
    found.ReferencedSOPSequence = [_reference(*each) for each in images]
    return found


def report(
    transaction_uid: str,
    safe: Iterable[Reference],
    failed: Mapping[Reference, int],
    retrieve_ae: str,
) -> tuple[int, Dataset]:
    """Event type and event information: what is safe with us, and what is not, and why not."""
    found = Dataset()
    found.RetrieveAETitle = retrieve_ae
    found.TransactionUID = transaction_uid
    missing = [_reference(*each) for each in failed]
    kept = [_reference(*each) for each in safe]
    for each, why in zip(missing, failed.values(), strict=True):
        each.FailureReason = why
    if kept:
        found.ReferencedSOPSequence = kept
    if missing:
        found.FailedSOPSequence = missing
    return (FAILURES if missing else ALL_SAFE), found


def references(dataset: Dataset, keyword: str = "ReferencedSOPSequence") -> tuple[Reference, ...]:
    """The instances that a request or report names."""
    return tuple(
        (
            identity.text(each, "ReferencedSOPClassUID"),
            identity.text(each, "ReferencedSOPInstanceUID"),
        )
        for each in identity.items(dataset, keyword)
    )


def _reference(sop_class: str, sop_instance: str) -> Dataset:
    found = Dataset()
    found.ReferencedSOPClassUID = sop_class
    found.ReferencedSOPInstanceUID = sop_instance
    return found


def judge(answer: status.Status, who: str) -> Verdict:
    """What the status of the N-ACTION, or of the N-EVENT-REPORT, means."""
    return status.judge(answer, who)


def judge_report(failed: int, who: str) -> Verdict:
    """What a report means to whoever asked: commitment for all, or not."""
    if not failed:
        return Verdict(outcome=Outcome.ACKNOWLEDGED, status="0x0000 Success")
    return Verdict(
        outcome=Outcome.REFUSED,
        status=f"{failed} instances not committed",
        words=f"{who} does not take responsibility for {failed} of the images.",
        remedy="Send the images again, then ask once more.",
    )


def facts(request: bytes, response: bytes) -> tuple[Fact, ...]:
    """The instances asked for, or committed, and what became of them."""
    dialogue = recording.read(request, response)
    return identity.distinct(
        fact
        for said in dialogue.outward
        if said.asks(Field.N_ACTION) or said.asks(Field.N_EVENT_REPORT)
        for fact in _stated(said.dataset(), report=said.asks(Field.N_EVENT_REPORT))
    )


def _stated(dataset: Dataset, *, report: bool) -> Iterator[Fact]:
    for _, uid in references(dataset):
        yield Fact(kind=FactKind.INSTANCE, value=uid, path="(0008,1199).(0008,1155)")
    if report:
        failed = references(dataset, "FailedSOPSequence")
        value = f"{len(failed)} failed" if failed else "committed"
        yield Fact(kind=FactKind.STATUS, value=value, path="(0008,1198)")
