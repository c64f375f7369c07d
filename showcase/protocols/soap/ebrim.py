"""The parts that every registry object is made of (OASIS ebRIM 3.0; IHE ITI TF-3 4.2.1).

Readers are lenient: what is not there reads as empty. Writers keep the schema's order: slots,
name, description, version, classifications, external identifiers.
"""

from collections.abc import Iterable
from uuid import uuid4

from lxml import etree

from showcase.protocols.soap.vocabulary import OBJECT_TYPE, RIM, XML

NSMAP = {"rim": RIM}


def tag(name: str) -> str:
    """A name of the rim namespace in Clark notation."""
    return f"{{{RIM}}}{name}"


def slots(parent: etree._Element) -> dict[str, tuple[str, ...]]:
    """The slots of an object; where a name stands twice, the values of both."""
    found: dict[str, tuple[str, ...]] = {}
    for slot in parent.iterchildren(tag("Slot")):
        name = slot.get("name", "")
        values = slot.iterfind(f"{tag('ValueList')}/{tag('Value')}")
        texts = tuple((value.text or "").strip() for value in values)
        found[name] = found.get(name, ()) + texts
    return found


def slot(parent: etree._Element, name: str) -> str:
    """The first value of a slot; empty where there is none."""
    return next(iter(slots(parent).get(name, ())), "")


def text(parent: etree._Element, name: str) -> str:
    """The first localised string of a Name or a Description."""
    found = parent.find(f"{tag(name)}/{tag('LocalizedString')}")
    return found.get("value", "") if found is not None else ""


def classifications(parent: etree._Element, scheme: str) -> list[etree._Element]:
    """Classifications by a scheme."""
    found = parent.iterchildren(tag("Classification"))
    return [each for each in found if each.get("classificationScheme") == scheme]


def external_identifier(parent: etree._Element, scheme: str) -> str:
    """The value of the external identifier of a scheme; empty where there is none."""
    for each in parent.iterchildren(tag("ExternalIdentifier")):
        if each.get("identificationScheme") == scheme:
            return each.get("value", "")
    return ""


def add_slot(parent: etree._Element, name: str, values: Iterable[str]) -> None:
    """Add a slot, unless there is nothing to put in."""
    texts = [value for value in values if value]
    if not texts:
        return
    element = etree.SubElement(parent, tag("Slot"), {"name": name})
    value_list = etree.SubElement(element, tag("ValueList"))
    for value in texts:
        etree.SubElement(value_list, tag("Value")).text = value


def set_slot(parent: etree._Element, name: str, value: str) -> None:
    """Put a slot's only value (never an empty one), in the place where slots stand."""
    for old in list(parent.iterchildren(tag("Slot"))):
        if old.get("name") == name:
            parent.remove(old)
    add_slot(parent, name, (value,))
    parent.insert(0, parent[-1])


def add_text(parent: etree._Element, name: str, value: str) -> None:
    """Add a Name or a Description, unless it is empty."""
    if value:
        element = etree.SubElement(parent, tag(name))
        attributes = {"value": value, "charset": "UTF-8", f"{{{XML}}}lang": "en-US"}
        etree.SubElement(element, tag("LocalizedString"), attributes)


def add_classification(
    parent: etree._Element, scheme: str, node: str, *, owner: str
) -> etree._Element:
    """Add a classification; `owner` is the id of the object it classifies."""
    return etree.SubElement(
        parent,
        tag("Classification"),
        {
            "id": uuid4().urn,
            "classificationScheme": scheme,
            "classifiedObject": owner,
            "nodeRepresentation": node,
            "objectType": f"{OBJECT_TYPE}Classification",
        },
    )


def add_node(parent: etree._Element, node: str, *, owner: str) -> None:
    """Say what a RegistryPackage is: a submission set or a folder."""
    etree.SubElement(
        parent,
        tag("Classification"),
        {
            "id": uuid4().urn,
            "classificationNode": node,
            "classifiedObject": owner,
            "objectType": f"{OBJECT_TYPE}Classification",
        },
    )


def add_external_identifier(
    parent: etree._Element, scheme: str, value: str, *, owner: str, name: str
) -> None:
    """Add an external identifier; `owner` is the id of the object it identifies."""
    element = etree.SubElement(
        parent,
        tag("ExternalIdentifier"),
        {
            "id": uuid4().urn,
            "identificationScheme": scheme,
            "registryObject": owner,
            "value": value,
            "objectType": f"{OBJECT_TYPE}ExternalIdentifier",
        },
    )
    add_text(element, "Name", name)
