"""The levels of an archive's two information models, and what a request must name at each.

Source: DICOM PS3.4 C.4.1.3.1, C.4.2.2.1 and C.6.
"""

from pydicom.dataset import Dataset

from showcase.protocols.dicom import identity, status
from showcase.protocols.dicom.service import Answer
from showcase.transactions import rad14, rad16

_KEYS = {
    "PATIENT": "PatientID",
    "STUDY": "StudyInstanceUID",
    "SERIES": "SeriesInstanceUID",
    "IMAGE": "SOPInstanceUID",
}
_STUDY_ROOT = frozenset({rad14.STUDY_ROOT, rad16.STUDY_ROOT, rad16.STUDY_ROOT_GET})


def level_of(query: Dataset) -> str:
    """``PATIENT``, ``STUDY``, ``SERIES``, ``IMAGE``, or whatever else somebody asked for."""
    return identity.text(query, "QueryRetrieveLevel")


def find_mismatch(query: Dataset, model: str) -> Answer | None:
    """Why this is no query of that model; None when it is one.

    Args:
        query: The identifier of a C-FIND.
        model: Its SOP class. Study Root has no patient level (C.6.2).
    """
    level = level_of(query)
    if level not in _KEYS:
        return _mismatch(f"QueryRetrieveLevel '{level}'")
    if level == "PATIENT" and model in _STUDY_ROOT:
        return _mismatch("Study Root has no PATIENT level")
    return None


def retrieve_mismatch(query: Dataset, model: str) -> Answer | None:
    """Why this retrieves nothing; None when it names what it wants.

    A C-MOVE or C-GET without the unique key of its level would match the whole archive.

    Args:
        query: The identifier of a C-MOVE or C-GET.
        model: Its SOP class.
    """
    if wrong := find_mismatch(query, model):
        return wrong
    key = _KEYS[level_of(query)]
    named = identity.text(query, key)
    if not named or any(wild in named for wild in "*?"):
        return _mismatch(f"{key} must name what is wanted")
    return None


def _mismatch(comment: str) -> Answer:
    return Answer(status=status.CLASS_MISMATCH, comment=comment)
