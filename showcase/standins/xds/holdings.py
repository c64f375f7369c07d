"""Everything a document registry holds, indexed so that a question stays quick.

Objects are kept as the XML in which they came (with what the registry adds), beside a typed view
of them: what a source submitted, a consumer gets back, extra metadata and all.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import msgspec
from lxml import etree

from showcase.protocols.soap import ebrim
from showcase.protocols.soap.metadata import (
    Association,
    Cx,
    DocumentEntry,
    Folder,
    SubmissionSet,
)
from showcase.protocols.soap.vocabulary import DEPRECATED

_Noun = TypeVar("_Noun", DocumentEntry, SubmissionSet, Folder)


@dataclass
class Held(Generic[_Noun]):
    """One object: its XML, and what that says."""

    element: etree._Element
    noun: _Noun


@dataclass
class HeldAssociation:
    """One association: its XML, and what that says."""

    element: etree._Element
    noun: Association


@dataclass
class Shelf(Generic[_Noun]):
    """All objects of one kind, by entryUUID, by uniqueId and by patient."""

    by_uuid: dict[str, Held[_Noun]] = field(default_factory=dict)
    _by_unique_id: dict[str, list[Held[_Noun]]] = field(default_factory=lambda: defaultdict(list))
    _by_patient: dict[str, list[Held[_Noun]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, held: Held[_Noun]) -> None:
        """Keep an object."""
        self.by_uuid[held.noun.entry_uuid] = held
        self._by_unique_id[held.noun.unique_id].append(held)
        self._by_patient[plain(held.noun.patient_id)].append(held)

    def under(self, unique_id: str) -> list[Held[_Noun]]:
        """The objects under a uniqueId: the same document may be registered more than once."""
        return self._by_unique_id.get(unique_id, [])

    def of_patient(self, patient_id: str) -> list[Held[_Noun]]:
        """A patient's objects, in the order in which they came."""
        return self._by_patient.get(plain(patient_id), [])

    def reassign(self, subsumed: str, surviving: str) -> None:
        """After a merge of patients: the objects of one are the other's, and say so."""
        moved = self._by_patient.pop(plain(subsumed), [])
        for held in moved:
            for each in held.element.iterchildren(ebrim.tag("ExternalIdentifier")):
                if each.get("value") == held.noun.patient_id:
                    each.set("value", surviving)
            held.noun = msgspec.structs.replace(held.noun, patient_id=surviving)
        self._by_patient[plain(surviving)].extend(moved)

    def picked(self, uuids: Iterable[str], unique_ids: Iterable[str]) -> list[Held[_Noun]]:
        """Objects by either of their ids, each once."""
        found = {uuid: self.by_uuid[uuid] for uuid in uuids if uuid in self.by_uuid}
        for unique_id in unique_ids:
            found.update({held.noun.entry_uuid: held for held in self.under(unique_id)})
        return list(found.values())


@dataclass
class Holdings:
    """A registry's memory."""

    documents: Shelf[DocumentEntry] = field(default_factory=Shelf)
    sets: Shelf[SubmissionSet] = field(default_factory=Shelf)
    folders: Shelf[Folder] = field(default_factory=Shelf)
    associations: dict[str, HeldAssociation] = field(default_factory=dict)
    _touching: dict[str, list[HeldAssociation]] = field(default_factory=lambda: defaultdict(list))

    def associate(self, held: HeldAssociation) -> None:
        """Keep an association."""
        self.associations[held.noun.id] = held
        for end in {held.noun.source, held.noun.target}:
            self._touching[end].append(held)

    def merge(self, subsumed: str, surviving: str) -> None:
        """Two patient identifiers have become one (TF-2 3.8.4.2, 3.18.4.1.3)."""
        for shelf in (self.documents, self.sets, self.folders):
            shelf.reassign(subsumed, surviving)

    def touching(self, uuids: Iterable[str]) -> list[HeldAssociation]:
        """Associations with one of these objects at either end, each once."""
        found = {held.noun.id: held for uuid in uuids for held in self._touching.get(uuid, ())}
        return list(found.values())

    def from_(self, uuid: str, kind: str) -> list[str]:
        """Targets of the associations of a kind that start at an object."""
        links = (held.noun for held in self._touching.get(uuid, ()))
        return [link.target for link in links if link.source == uuid and link.kind == kind]

    def to(self, uuid: str, *kinds: str) -> list[str]:
        """Sources of the associations of these kinds that end at an object."""
        links = (held.noun for held in self._touching.get(uuid, ()))
        return [link.source for link in links if link.target == uuid and link.kind in kinds]

    def holds(self, uuid: str) -> bool:
        """Whether there is anything under an entryUUID."""
        shelves = (self.documents.by_uuid, self.sets.by_uuid, self.folders.by_uuid)
        return any(uuid in shelf for shelf in shelves) or uuid in self.associations

    def knows(self, unique_id: str) -> bool:
        """Whether anything is registered under a uniqueId."""
        return any(shelf.under(unique_id) for shelf in (self.documents, self.sets, self.folders))

    def deprecate(self, uuid: str) -> None:
        """Mark a document as no longer the latest."""
        held = self.documents.by_uuid[uuid]
        held.element.set("status", DEPRECATED)
        held.noun = msgspec.structs.replace(held.noun, status=DEPRECATED)


def plain(patient_id: str) -> str:
    """The identifier without what some peers write into CX.4.1."""
    return str(Cx.parse(patient_id) or patient_id)
