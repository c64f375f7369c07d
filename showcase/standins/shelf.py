"""DICOM instances on disk, and an index of their headers: what an archive or a display keeps."""

import asyncio
import errno
import os
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import msgspec
import structlog
from pydicom.dataset import Dataset

from showcase.protocols.dicom import dataset as datasets
from showcase.protocols.dicom import part10
from showcase.protocols.dicom.dataset import Head
from showcase.protocols.dicom.identity import issuer, text
from showcase.protocols.dicom.matching import Keys
from showcase.protocols.dicom.part10 import File
from showcase.protocols.dicom.pdu import garbled
from showcase.standins.emptying import empty
from showcase.wire.failure import Garbled

_DECODED = 128
"""Headers that stand ready as datasets; each takes some forty kilobytes."""


class Belonging(msgspec.Struct, frozen=True):
    """What an instance belongs to; each field makes one entity of a level (PS3.4 C.6.1.1)."""

    patient: tuple[str, ...]
    study: str
    series: str
    modality: str


class Kept:
    """An instance on the shelf.

    Attributes:
        path: Where its file is.
        held: The instance itself, where the disk did not take it; None: it is on the disk.
        study: Its Study Instance UID.
        belonging: What it belongs to.
    """

    __slots__ = (
        "_head",
        "belonging",
        "held",
        "path",
        "sop_class",
        "sop_instance",
        "study",
        "transfer",
    )

    def __init__(
        self, path: Path, file: File, head: Head, belonging: Belonging, *, held: bool
    ) -> None:
        """`head` is its header, which nobody has read beyond what it belongs to."""
        self.path = path
        self.held = file if held else None
        self.sop_class = file.sop_class
        self.sop_instance = file.sop_instance
        self.transfer = file.transfer
        self.study = belonging.study
        self.belonging = belonging
        self._head = head

    @property
    def header(self) -> Dataset:
        """Its dataset without pixels, to read only; of a damaged one, its identifiers alone."""
        try:
            return _decoded(self._head)
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
        return self.held or part10.read(self.path)

    def settle(self) -> None:
        """Return once it is on the disk, whatever happens to the power.

        Raises:
            OSError: It is gone, or the disk fails, or has never taken it.
        """
        if self.held:
            raise OSError(errno.ENOSPC, "The disk has not taken it; it is in memory only")
        with self.path.open("rb") as held:
            os.fsync(held.fileno())


_decoded = lru_cache(maxsize=_DECODED)(Head.decode)


class Mismatched(Exception):
    """An instance is not what the command says that brought it (PS3.4 B.2.3)."""


STUDIES = 30
"""What a show plays in three days; memory grows by nothing behind it."""

INSTANCES = 2400
"""A hundred of the shipped story's series."""

IN_MEMORY = 256 * 1024 * 1024
"""Bytes of images that are held when the disk is full: twenty of the shipped story's series."""

_log = structlog.get_logger()


class Shelf:
    """Instances by SOP Instance UID, of the studies that came last."""

    def __init__(
        self,
        folder: Path,
        *,
        studies: int = STUDIES,
        instances: int = INSTANCES,
        in_memory: int = IN_MEMORY,
    ) -> None:
        """An empty shelf; `folder` is made when the first instance comes.

        Args:
            folder: Where instances are kept.
            studies: How many studies are at hand.
            instances: How many instances are.
            in_memory: Bytes that are held where the disk takes none.
        """
        self._folder = folder
        self._in_memory = in_memory
        self._most = (studies, instances)
        self._kept: dict[str, Kept] = {}
        self._studies: dict[str, dict[str, Kept]] = {}

    async def forget(self) -> int:
        """Empty the shelf and its folder; return how many instances there were."""
        count = len(self._kept)
        self._kept, self._studies = {}, {}
        await empty(self._folder)
        return count

    async def keep(self, file: File) -> Kept:
        """Take an instance; one that is there already is replaced.

        The study that has been left alone for longest makes room; its files stay on the disk.

        Raises:
            Garbled: Its dataset is damaged, or an identifier in it is no UID.
            Mismatched: Its dataset says that it is another.
            OSError: The disk is full, and memory holds as much as it should.
        """
        outline, head = datasets.beheaded(file.data, file.transfer)
        _compare(outline, file)
        belonging = _belonging_of(outline)
        if not part10.is_uid(belonging.study) or not part10.is_uid(file.sop_instance):
            raise garbled("a Study or SOP Instance UID that is no UID")
        path = self._folder / belonging.study / f"{file.sop_instance}.dcm"
        held = not await self._written(path, file)
        kept = Kept(path, file, head, belonging, held=held)
        self._take(kept)
        self._make_room()
        return kept

    async def _written(self, path: Path, file: File) -> bool:
        """Whether the disk took it; if not, it is held in memory, and the show goes on."""
        try:
            await asyncio.to_thread(part10.write, path, file)
        except OSError as error:
            held = sum(len(each.held.data) for each in self._kept.values() if each.held)
            if held + len(file.data) > self._in_memory:
                raise
            _log.info("an image is held in memory only", why=error.strerror)
            return False
        return True

    def get(self, sop_instance: str) -> Kept | None:
        """The instance of that UID."""
        return self._kept.get(sop_instance)

    def study(self, uid: str) -> tuple[Kept, ...]:
        """All instances of a study, in the order in which they came."""
        return tuple(self._studies.get(uid, {}).values())

    def select(self, level: str, query: Dataset) -> tuple[Kept, ...]:
        """The instances of all entities of `level` that match `query`."""
        keys = Keys(query)
        return tuple(
            kept
            for entity, members in self._entities(level, query, keys)
            if keys.match(entity)
            for kept in members
        )

    def find(self, level: str, query: Dataset) -> tuple[Dataset, ...]:
        """The entities of `level` that match `query`, with their counts (PS3.4 C.3).

        Of each there is what `query` asks for, empty where it has no value.
        """
        keys = Keys(query)
        found = (entity for entity, _ in self._entities(level, query, keys))
        return tuple(keys.select(entity) for entity in found if keys.match(entity))

    def _take(self, kept: Kept) -> None:
        before = self._kept.get(kept.sop_instance)
        if before and before.study != kept.study:
            del self._studies[before.study][kept.sop_instance]
            if not self._studies[before.study]:
                del self._studies[before.study]
        self._kept[kept.sop_instance] = kept
        members = self._studies.pop(kept.study, {})
        members[kept.sop_instance] = kept
        self._studies[kept.study] = members

    def _make_room(self) -> None:
        studies, instances = self._most
        while len(self._studies) > 1 and (
            len(self._studies) > studies or len(self._kept) > instances
        ):
            oldest = self._studies.pop(next(iter(self._studies)))
            for uid in oldest:
                del self._kept[uid]

    def _entities(self, level: str, query: Dataset, keys: Keys) -> list[tuple[Dataset, list[Kept]]]:
        members: dict[object, list[Kept]] = {}
        for kept in self._candidates(level, query):
            members.setdefault(_entity_of(level, kept), []).append(kept)
        return [(_entity(level, each, keys), each) for each in members.values()]

    def _candidates(self, level: str, query: Dataset) -> Iterable[Kept]:
        """All instances; where the query names studies, theirs alone."""
        named = query.get("StudyInstanceUID")
        if level == "PATIENT" or not named:
            return self._kept.values()
        uids = [named] if isinstance(named, str) else named
        return (kept for uid in dict.fromkeys(uids) for kept in self.study(str(uid)))


def _compare(outline: Dataset, file: File) -> None:
    """Filed under one UID, it would be found as the other."""
    meant = {"SOPClassUID": file.sop_class, "SOPInstanceUID": file.sop_instance}
    for keyword, uid in meant.items():
        try:
            said = text(outline, keyword)
        except Exception as error:
            raise garbled(f"a damaged {keyword}") from error
        if said not in ("", uid):
            raise Mismatched(f"{keyword} differs in the dataset")


def _belonging_of(outline: Dataset) -> Belonging:
    """Read at once, out of the elements that are cut already: a query asks it of every instance."""
    try:
        study = text(outline, "StudyInstanceUID")
    except Exception as error:
        raise garbled("a damaged Study Instance UID") from error
    try:
        patient = (text(outline, "PatientID"), *issuer(outline))
        return Belonging(
            patient, study, text(outline, "SeriesInstanceUID"), text(outline, "Modality")
        )
    except Exception:  # noqa: BLE001 - a damaged value may raise anything, and is nobody's
        return Belonging(("", "", ""), study, "", "")


def _entity_of(level: str, kept: Kept) -> object:
    """What makes an entity of a query level one entity (PS3.4 C.6.1.1)."""
    match level:
        case "PATIENT":
            return kept.belonging.patient
        case "STUDY":
            return kept.study
        case "SERIES":
            return kept.belonging.series
        case _:
            return kept.sop_instance


def _entity(level: str, members: list[Kept], keys: Keys) -> Dataset:
    entity = keys.of(members[0].header)
    if level == "IMAGE":
        return entity
    counts = {"PATIENT": "Patient", "STUDY": "Study", "SERIES": "Series"}
    setattr(entity, f"NumberOf{counts[level]}RelatedInstances", len(members))
    if level == "SERIES":
        return entity
    series = dict.fromkeys(kept.belonging.series for kept in members)
    setattr(entity, f"NumberOf{counts[level]}RelatedSeries", len(series))
    if level == "PATIENT":
        entity.NumberOfPatientRelatedStudies = len({kept.study for kept in members})
    if level == "STUDY":
        entity.ModalitiesInStudy = list(dict.fromkeys(k.belonging.modality for k in members))
        entity.SOPClassesInStudy = list(dict.fromkeys(kept.sop_class for kept in members))
    return entity
