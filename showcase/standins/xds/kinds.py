"""What kind of document a human may write: its codes in the document and in its metadata.

Imaging reports follow the content profile that their format code names. The others are plain CDA
documents to which no content profile is claimed, and their format code says just that
(``mimeTypeSufficient``, IHE ITI TF-3, 4.2.3.2.9).
"""

import msgspec

from showcase.protocols.cda import report as cda
from showcase.protocols.cda.report import Loinc
from showcase.protocols.soap.metadata import Code

_SNOMED = "2.16.840.1.113883.6.96"
_IHE_FORMATS = "1.3.6.1.4.1.19376.1.2.3"
_IHE_CLASSES = "1.3.6.1.4.1.19376.1.2.6.1"

_REPORTS = Code("REPORTS", _IHE_CLASSES, "Reports")
_SUMMARIES = Code("SUMMARIES", _IHE_CLASSES, "Summaries")
_PLANS = Code("PLANS", _IHE_CLASSES, "Plans")
_PRESCRIPTIONS = Code("PRESCRIPTIONS", _IHE_CLASSES, "Prescriptions")
_DISPENSATIONS = Code("DISPENSATIONS", _IHE_CLASSES, "Dispensations")

_ANY_SITE = Code("43741000", _SNOMED, "Site of care")
_ANY_FORMAT = Code("urn:ihe:iti:xds:2017:mimeTypeSufficient", _IHE_FORMATS, "mimeType sufficient")
_GENERAL = Code("394802001", _SNOMED, "General medicine")


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of document.

    Attributes:
        loinc: typeCode, and the document's own code.
        class_: classCode.
        format: formatCode.
        facility: healthcareFacilityTypeCode.
        practice: practiceSettingCode.
        section: Code of the document's section; None: not said.
    """

    loinc: Loinc
    class_: Code
    format: Code = _ANY_FORMAT
    facility: Code = _ANY_SITE
    practice: Code = _GENERAL
    section: Loinc | None = None

    @property
    def type(self) -> Code:
        """Its typeCode in the metadata."""
        return Code(self.loinc.code, cda.LOINC, self.loinc.display)


def _note(code: str, display: str, class_: Code) -> Kind:
    return Kind(loinc=Loinc(code, display), class_=class_)


IMAGING = Kind(
    loinc=Loinc(cda.DIAGNOSTIC_IMAGING_STUDY, "Diagnostic imaging study"),
    class_=_REPORTS,
    format=Code(
        "urn:ihe:rad:CDA:ImagingReportStructuredHeadings:2013", _IHE_FORMATS, "CDA imaging report"
    ),
    facility=Code("22232009", _SNOMED, "Hospital"),
    practice=Code("394914008", _SNOMED, "Radiology"),
    section=Loinc("18782-3", "Radiology Study observation (narrative)"),
)

KINDS: dict[str, Kind] = {
    "imaging": IMAGING,
    "summary": _note("34133-9", "Summary of episode note", _SUMMARIES),
    "referral": _note("57133-1", "Referral note", _SUMMARIES),
    "consultation": _note("11488-4", "Consult note", _REPORTS),
    "laboratory": _note("11502-2", "Laboratory report", _REPORTS),
    "case-report": _note("55751-2", "Public health case report", _REPORTS),
    "ambulance": _note("67796-3", "EMS patient care report", _REPORTS),
    "immunisation": _note("11369-6", "History of immunization", _SUMMARIES),
    "plan": _note("18776-5", "Plan of care note", _PLANS),
    "prescription": _note("57833-6", "Prescription for medication", _PRESCRIPTIONS),
    "dispensation": _note("60593-1", "Medication dispensed", _DISPENSATIONS),
}
"""By the word a story uses for it (``kind``)."""
