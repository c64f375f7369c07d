"""Where an attribute of XDS metadata stands in its registry object (IHE ITI TF-3 4.2.5)."""

from collections import defaultdict

from lxml import etree

from showcase.explain.xml_places import Places, Span
from showcase.protocols.soap import ebrim
from showcase.protocols.soap.vocabulary import REFERENCE_IDS, Entry, Folder, Set

_ATTRIBUTES = {
    "entryUUID": "id",
    "id": "id",
    "mimeType": "mimeType",
    "objectType": "objectType",
    "availabilityStatus": "status",
    "logicalId": "lid",
    "homeCommunityId": "home",
    "type": "associationType",
    "sourceObject": "sourceObject",
    "targetObject": "targetObject",
}
"""What the Framework calls it, and the XML attribute that holds it."""

_TEXTS = {"title": "Name", "comments": "Description"}

_SCHEMES = {
    "classCode": {Entry.CLASS_CODE},
    "typeCode": {Entry.TYPE_CODE},
    "formatCode": {Entry.FORMAT_CODE},
    "healthcareFacilityTypeCode": {Entry.FACILITY_TYPE},
    "practiceSettingCode": {Entry.PRACTICE_SETTING},
    "confidentialityCode": {Entry.CONFIDENTIALITY},
    "eventCodeList": {Entry.EVENT_CODE},
    "author": {Entry.AUTHOR, Set.AUTHOR},
    "contentTypeCode": {Set.CONTENT_TYPE},
    "codeList": {Folder.CODE},
    "patientId": {Entry.PATIENT_ID, Set.PATIENT_ID, Folder.PATIENT_ID},
    "uniqueId": {Entry.UNIQUE_ID, Set.UNIQUE_ID, Folder.UNIQUE_ID},
    "sourceId": {Set.SOURCE_ID},
}
"""Classifications and external identifiers, by their schemes."""

_SLOTS = {"referenceIdList": REFERENCE_IDS}
"""Slots whose name is not the attribute's."""


class Stands:
    """Where the attributes of one registry object stand."""

    def __init__(self, thing: etree._Element, where: Places) -> None:
        """Look through it once.

        Args:
            thing: The registry object.
            where: The places of the document.
        """
        self._thing = thing
        self._where = where
        self._schemes: dict[str, list[etree._Element]] = defaultdict(list)
        self._slots: dict[str, list[etree._Element]] = defaultdict(list)
        for each in thing.iterchildren(
            ebrim.tag("Classification"), ebrim.tag("ExternalIdentifier")
        ):
            scheme = each.get("classificationScheme", each.get("identificationScheme", ""))
            self._schemes[scheme].append(each)
        for each in thing.iterchildren(ebrim.tag("Slot")):
            self._slots[each.get("name", "")].append(each)

    def place(self, name: str, nth: int) -> Span:
        """Where an attribute stands.

        Args:
            name: What the Framework calls it.
            nth: Which of its values, from 0.
        """
        if name in _ATTRIBUTES:
            return self._where.attribute(self._thing, _ATTRIBUTES[name])
        if name in _TEXTS:
            return self._where.of(self._thing.find(ebrim.tag(_TEXTS[name])))
        found = self._coded(name) if name in _SCHEMES else self._values(name)
        return self._where.of(found[nth] if nth < len(found) else next(iter(found), None))

    def _coded(self, name: str) -> list[etree._Element]:
        return [each for scheme in _SCHEMES[name] for each in self._schemes.get(scheme, ())]

    def _values(self, name: str) -> list[etree._Element]:
        """The slots of that name; of one with several values, these."""
        slots = self._slots.get(_SLOTS.get(name, name), [])
        values = [each for slot in slots for each in slot.iter(ebrim.tag("Value"))]
        return slots if len(values) <= len(slots) else values
