"""Who a dataset is about, and what it states: identifiers with their issuers, names, UIDs."""

from collections.abc import Iterator

from pydicom.dataset import Dataset
from pydicom.sequence import Sequence

from showcase.model.fact import Fact, FactKind, Side
from showcase.protocols.dicom.dataset import made

_STATES = (
    (FactKind.PATIENT_NAME, "PatientName", "(0010,0010)"),
    (FactKind.ACCESSION, "AccessionNumber", "(0008,0050)"),
    (FactKind.STUDY, "StudyInstanceUID", "(0020,000D)"),
)

KEYWORDS = (
    "AccessionNumber",
    "PatientName",
    "PatientID",
    "IssuerOfPatientID",
    "IssuerOfPatientIDQualifiersSequence",
    "StudyInstanceUID",
)
"""The top-level elements that `facts` reads."""


def text(dataset: Dataset, keyword: str) -> str:
    """The first value of an element as text; empty when it is absent or empty."""
    value = dataset.get(keyword)
    if value is None:
        return ""
    if not isinstance(value, str) and hasattr(value, "__getitem__") and keyword != "PatientName":
        value = value[0] if len(value) else ""
    return str(value).strip()


def spoken(dataset: Dataset, keyword: str = "PatientName") -> str:
    """A name as people say it: ``Rosa Quill``; empty when there is none (PS3.5 6.2.1)."""
    parts = text(dataset, keyword).split("=")[0].split("^")
    return " ".join(part.strip() for part in (*parts[1:2], *parts[:1]) if part.strip())


def item(dataset: Dataset, keyword: str) -> Dataset:
    """The first item of a sequence; an empty dataset when there is none."""
    return next(iter(items(dataset, keyword)), Dataset())


def items(dataset: Dataset, keyword: str) -> tuple[Dataset, ...]:
    """The items of a sequence; none where there is no such element, or a peer gave it another VR.

    Explicit VR says of each element what it is (PS3.5 7.1.2), and a damaged one says anything.
    """
    value = dataset.get(keyword)
    return tuple(value) if isinstance(value, Sequence) else ()


def issuer(dataset: Dataset) -> tuple[str, str]:
    """Name and OID of the authority that issued the patient identifier (PS3.3 C.2.3, 10.14)."""
    name = text(dataset, "IssuerOfPatientID")
    qualifiers = item(dataset, "IssuerOfPatientIDQualifiersSequence")
    oid = text(qualifiers, "UniversalEntityID")
    kind = text(qualifiers, "UniversalEntityIDType")
    if oid and kind in {"ISO", ""}:
        return name, oid
    return name, name if _is_oid(name) else ""


def issued_by(name: str, oid: str) -> dict[str, str | list[Dataset]]:
    """The elements that name the authority that issued the patient identifier, where it is known.

    For `dataset.made`.
    """
    found: dict[str, str | list[Dataset]] = {"IssuerOfPatientID": name} if name else {}
    if oid:
        qualifiers = made({"UniversalEntityID": oid, "UniversalEntityIDType": "ISO"})
        found["IssuerOfPatientIDQualifiersSequence"] = [qualifiers]
    return found


def set_issuer(dataset: Dataset, name: str, oid: str) -> None:
    """Write the authority that issued the patient identifier, where it is known."""
    for keyword, value in issued_by(name, oid).items():
        setattr(dataset, keyword, value)


def facts(dataset: Dataset, side: Side, within: str = "") -> Iterator[Fact]:
    """What a dataset states of patient, order and study.

    Args:
        dataset: Its top level, or an item of a sequence.
        side: Request or response.
        within: Path of the sequence it is an item of: ``(0040,0270)``.
    """
    prefix = f"{within}." if within else ""
    patient = text(dataset, "PatientID")
    if patient:
        yield Fact(
            kind=FactKind.PATIENT_ID,
            value=patient,
            authority=issuer(dataset)[1],
            path=f"{prefix}(0010,0020)",
            side=side,
        )
    for kind, keyword, path in _STATES:
        if value := text(dataset, keyword):
            yield Fact(kind=kind, value=value, path=prefix + path, side=side)


def distinct(found: Iterator[Fact]) -> tuple[Fact, ...]:
    """Each fact once, in the order in which they came."""
    return tuple(dict.fromkeys(found))


def _is_oid(value: str) -> bool:
    return value.count(".") > 1 and value.replace(".", "").isdigit()
