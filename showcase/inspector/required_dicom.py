"""What datasets must state: attributes of type 1 (a value) and type 2 (present, may be empty).

DICOM PS3.5 7.4 says what the types mean; each rule names the table it rests on. What the answer to
a query must hold counts only where it was asked for (PS3.4 C.2.2.1.2, K.2.2.1.2).
"""

from collections.abc import Iterable, Iterator, Sized
from typing import NamedTuple

from pydicom.datadict import tag_for_keyword
from pydicom.dataset import Dataset

from showcase.model.answers import Finding
from showcase.model.fact import Side
from showcase.protocols.dicom import identity, recording
from showcase.protocols.dicom.command import Field
from showcase.protocols.dicom.recording import Dialogue, Said
from showcase.transactions import rad6
from showcase.transactions.rad8 import CT_IMAGE_STORAGE


class Rule(NamedTuple):
    """What one kind of message must state.

    Attributes:
        field: Of its command.
        clause: Where that stands.
        values: Attributes of type 1, by keyword.
        present: Attributes of type 2.
        items: By sequence: what each of its items must hold a value of.
        sop_class: The one SOP class it is about; empty: any.
        answers: It is about responses.
    """

    field: Field
    clause: str
    values: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    items: dict[str, tuple[str, ...]] = {}  # noqa: RUF012 - nobody changes it
    sop_class: str = ""
    answers: bool = False


_STORED = (
    Rule(
        Field.C_STORE,
        "DICOM PS3.3, C.7.1.1, C.7.2.1, C.7.3.1 and C.12.1",
        values=(
            "SOPClassUID", "SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID", "Modality",
        ),
        present=(
            "PatientName", "PatientID", "PatientBirthDate", "PatientSex", "StudyDate", "StudyTime",
            "AccessionNumber", "ReferringPhysicianName", "StudyID", "SeriesNumber",
        ),
    ),
    Rule(
        Field.C_STORE,
        "DICOM PS3.3, C.7.6.3 and C.8.2.1",
        values=(
            "ImageType", "SamplesPerPixel", "PhotometricInterpretation", "Rows", "Columns",
            "BitsAllocated", "BitsStored", "HighBit", "PixelRepresentation", "RescaleIntercept",
            "RescaleSlope",
        ),
        sop_class=CT_IMAGE_STORAGE,
    ),
)  # fmt: skip

_COMMITMENT = (
    Rule(
        Field.N_ACTION,
        "DICOM PS3.4, J.3.2",
        values=("TransactionUID", "ReferencedSOPSequence"),
        items={"ReferencedSOPSequence": ("ReferencedSOPClassUID", "ReferencedSOPInstanceUID")},
    ),
    Rule(Field.N_EVENT_REPORT, "DICOM PS3.4, J.3.3", values=("TransactionUID",)),
)

RULES: dict[str, tuple[Rule, ...]] = {
    "RAD-5": (
        Rule(
            Field.C_FIND,
            "DICOM PS3.4, table K.6-1",
            values=(
                "PatientName",
                "PatientID",
                "StudyInstanceUID",
                "RequestedProcedureID",
                "ScheduledProcedureStepSequence",
            ),
            items={
                "ScheduledProcedureStepSequence": (
                    "Modality",
                    "ScheduledStationAETitle",
                    "ScheduledProcedureStepStartDate",
                    "ScheduledProcedureStepStartTime",
                    "ScheduledProcedureStepID",
                )
            },
            answers=True,
        ),
    ),
    "RAD-6": (
        Rule(
            Field.N_CREATE,
            "DICOM PS3.4, table F.7.2-1",
            values=rad6.TYPE_1,
            present=("PatientName", "PatientID", "PatientBirthDate", "PatientSex"),
            items={"ScheduledStepAttributesSequence": ("StudyInstanceUID",)},
        ),
    ),
    "RAD-7": (
        Rule(
            Field.N_SET,
            "DICOM PS3.4, table F.7.2-1",
            items={"PerformedSeriesSequence": ("SeriesInstanceUID", "ProtocolName")},
        ),
    ),
    "RAD-8": _STORED,
    "RAD-10": _COMMITMENT,
    "RAD-14": (
        Rule(
            Field.C_FIND,
            "DICOM PS3.4, C.4.1.1.3.1",
            values=("QueryRetrieveLevel",),
        ),
        Rule(
            Field.C_FIND,
            "DICOM PS3.4, C.4.1.1.3.2, C.2.2.1.2 and table C.6-5",
            values=("QueryRetrieveLevel", "StudyInstanceUID"),
            present=(
                "StudyDate", "StudyTime", "AccessionNumber", "PatientName", "PatientID", "StudyID",
            ),
            answers=True,
        ),
    ),
    "RAD-16": _STORED,
}  # fmt: skip
"""By transaction."""


def lacking(transaction: str, request: bytes, response: bytes) -> Iterator[Finding]:
    """What the datasets of an association lack; each attribute once, at its first message."""
    rules = RULES.get(transaction, ())
    dialogue = recording.read(request, response) if rules else None
    for rule in rules if dialogue else ():
        assert dialogue
        yield from _by_rule(rule, dialogue)


def _by_rule(rule: Rule, dialogue: Dialogue) -> Iterator[Finding]:
    told = dialogue.inward if rule.answers else dialogue.outward
    about = [said for said in told if _is_about(rule, said)]
    asked = _asked(dialogue) if rule.answers else None
    faults: dict[str, list[int]] = {}
    words: dict[str, str] = {}
    for number, said in enumerate(about, 1):
        for place, what in _faults(rule, said.dataset(), asked):
            faults.setdefault(place, []).append(number)
            words[place] = what
    for place, numbers in faults.items():
        first = f"[{numbers[0]}]" if numbers[0] > 1 else ""
        many = f" in {len(numbers)} of {len(about)} messages" if len(about) > 1 else ""
        yield Finding(
            side=Side.RESPONSE if rule.answers else Side.REQUEST,
            path=f"{about[0].command.title}{first}/{place}",
            words=f"{words[place]}{many}",
            clause=rule.clause,
        )


def _is_about(rule: Rule, said: Said) -> bool:
    spoken = said.answers(rule.field) if rule.answers else said.asks(rule.field)
    known = not rule.sop_class or said.command.sop_class == rule.sop_class
    return spoken and known and bool(said.data)


def _asked(dialogue: Dialogue) -> set[str]:
    """Keywords of every attribute that a query names, those in its sequences, too."""
    found: set[str] = set()
    for said in dialogue.outward:
        for element in said.dataset().iterall() if said.asks(Field.C_FIND) else ():
            found.add(element.keyword)
    return found


def _faults(rule: Rule, dataset: Dataset, asked: set[str] | None) -> Iterator[tuple[str, str]]:
    """Places, and what is wrong there; nothing of a dataset that cannot be read at all."""
    if not dataset:
        return
    for keyword in _without(dataset, rule.values, asked):
        yield _tag(keyword), f"{keyword} must have a value"
    for keyword in rule.present:
        if (asked is None or keyword in asked) and keyword not in dataset:
            yield _tag(keyword), f"{keyword} must be there, if only empty"
    for sequence, keywords in rule.items.items():
        for item in identity.items(dataset, sequence):
            for keyword in _without(item, keywords, asked):
                place = f"{_tag(sequence)}/{_tag(keyword)}"
                yield place, f"{keyword} in {sequence} must have a value"


def _without(dataset: Dataset, keywords: Iterable[str], asked: set[str] | None) -> Iterator[str]:
    """Those without a value, as far as they were asked for; None: all were."""
    for keyword in keywords:
        if (asked is None or keyword in asked) and not _has_value(dataset, keyword):
            yield keyword


def _has_value(dataset: Dataset, keyword: str) -> bool:
    value = dataset.get(keyword)
    return value is not None and (len(value) > 0 if isinstance(value, Sized) else True)


def _tag(keyword: str) -> str:
    number = tag_for_keyword(keyword) or 0
    return f"({number >> 16:04X},{number & 0xFFFF:04X})"
