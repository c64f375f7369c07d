"""DICOM instances on disk, and an index of their headers: what an archive or a display keeps."""

import asyncio
import os
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from pydicom.dataset import Dataset

from showcase.protocols.dicom import dataset as datasets
from showcase.protocols.dicom import part10
from showcase.protocols.dicom.identity import issuer, text
from showcase.protocols.dicom.matching import matches
from showcase.protocols.dicom.part10 import File
from showcase.protocols.dicom.pdu import garbled
from showcase.wire.failure import Garbled


class Kept:
    """An instance on the shelf.

    Attributes:
        path: Where its file is.
        study: Its Study Instance UID.
    """

    def __init__(self, path: Path, file: File, outline: Dataset, study: str) -> None:
        """`outline` is its header, which nobody has read beyond the identifiers."""
        self.path = path
        self.sop_class = file.sop_class
        self.sop_instance = file.sop_instance
        self.transfer = file.transfer
        self.study = study
        self._outline = outline

    @cached_property
    def header(self) -> Dataset:
        """Its dataset without pixels; of a damaged one, its identifiers alone."""
        try:
            return datasets.checked(self._outline)
        except Garbled:
            bare = Dataset()
            bare.SOPClassUID, bare.SOPInstanceUID = self.sop_class, self.sop_instance
            bare.StudyInstanceUID = self.study
            return bare

    def file(self) -> File:
        """The whole instance, from disk.

        Raises:
            OSError: It is gone.
        """
        return part10.read(self.path)

    def settle(self) -> None:
        """Return once it is on the disk, whatever happens to the power.

        Raises:
            OSError: It is gone, or the disk fails.
        """
        with self.path.open("rb") as held:
            os.fsync(held.fileno())


_GROUPS: dict[str, Callable[[Dataset], tuple[str, ...]]] = {
    "PATIENT": lambda header: (text(header, "PatientID"), *issuer(header)),
    "STUDY": lambda header: (text(header, "StudyInstanceUID"),),
    "SERIES": lambda header: (text(header, "SeriesInstanceUID"),),
    "IMAGE": lambda header: (text(header, "SOPInstanceUID"),),
}
"""What makes an entity of each query level one entity (PS3.4 C.6.1.1)."""

LEVELS = tuple(_GROUPS)


AT_HAND = 2400
"""Instances: a hundred of the shipped story's series, more than a show plays in three days."""


class Shelf:
    """Instances by SOP Instance UID, of the studies that came last."""

    def __init__(self, folder: Path, *, at_hand: int = AT_HAND) -> None:
        """An empty shelf; `folder` is made when the first instance comes."""
        self._folder = folder
        self._at_hand = at_hand
        self._latest: dict[str, None] = {}
        self._kept: dict[str, Kept] = {}

    async def keep(self, file: File) -> Kept:
        """Take an instance; one that is there already is replaced.

        The study that has been left alone for longest makes room; its files stay on the disk.

        Raises:
            Garbled: Its dataset is damaged, or an identifier in it is no UID.
            OSError: The disk is full.
        """
        outline = datasets.outline(file.data, file.transfer)
        study = _study_of(outline)
        if not part10.is_uid(study) or not part10.is_uid(file.sop_instance):
            raise garbled("a Study or SOP Instance UID that is no UID")
        path = self._folder / study / f"{file.sop_instance}.dcm"
        await asyncio.to_thread(part10.write, path, file)
        kept = Kept(path, file, outline, study)
        self._kept[file.sop_instance] = kept
        self._make_room(study)
        return kept

    def get(self, sop_instance: str) -> Kept | None:
        """The instance of that UID."""
        return self._kept.get(sop_instance)

    def study(self, uid: str) -> tuple[Kept, ...]:
        """All instances of a study, in the order in which they came."""
        return tuple(kept for kept in self._kept.values() if kept.study == uid)

    def select(self, level: str, query: Dataset) -> tuple[Kept, ...]:
        """The instances of all entities of `level` that match `query`."""
        return tuple(
            kept
            for entity, members in self._entities(level)
            if matches(entity, query)
            for kept in members
        )

    def find(self, level: str, query: Dataset) -> tuple[Dataset, ...]:
        """The entities of `level` that match `query`, with their counts (PS3.4 C.3)."""
        return tuple(entity for entity, _ in self._entities(level) if matches(entity, query))

    def _make_room(self, study: str) -> None:
        self._latest.pop(study, None)
        self._latest[study] = None
        if len(self._kept) > self._at_hand and len(self._latest) > 1:
            oldest = next(iter(self._latest))
            del self._latest[oldest]
            self._kept = {uid: kept for uid, kept in self._kept.items() if kept.study != oldest}

    def _entities(self, level: str) -> list[tuple[Dataset, list[Kept]]]:
        group = _GROUPS[level]
        members: dict[tuple[str, ...], list[Kept]] = {}
        for kept in self._kept.values():
            members.setdefault(group(kept.header), []).append(kept)
        return [(_entity(level, each), each) for each in members.values()]


def _study_of(outline: Dataset) -> str:
    try:
        return text(outline, "StudyInstanceUID")
    except Exception as error:
        raise garbled("a damaged Study Instance UID") from error


def _entity(level: str, members: list[Kept]) -> Dataset:
    entity = Dataset()
    entity.update(members[0].header)
    studies, series, modalities, classes = (
        list(dict.fromkeys(text(kept.header, keyword) for kept in members))
        for keyword in ("StudyInstanceUID", "SeriesInstanceUID", "Modality", "SOPClassUID")
    )
    counts = {"PATIENT": "Patient", "STUDY": "Study", "SERIES": "Series"}
    if level in counts:
        setattr(entity, f"NumberOf{counts[level]}RelatedInstances", len(members))
    if level in {"PATIENT", "STUDY"}:
        setattr(entity, f"NumberOf{counts[level]}RelatedSeries", len(series))
    if level == "PATIENT":
        entity.NumberOfPatientRelatedStudies = len(studies)
    if level == "STUDY":
        entity.ModalitiesInStudy = modalities
        entity.SOPClassesInStudy = classes
    return entity
