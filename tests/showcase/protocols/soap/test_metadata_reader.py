from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from showcase.protocols.soap import metadata_reader
from showcase.protocols.soap.metadata import Code
from tests.showcase.standins.xds import by_hand


def test_metadata_written_by_hand_is_read() -> None:
    objects = etree.fromstring(by_hand.registry_objects(slots=by_hand.REGISTERED_SLOTS))
    read = metadata_reader.submission(objects)
    (entry,) = read.documents
    assert entry.unique_id == by_hand.DOCUMENT_ID
    assert entry.patient_id == "RX-7^^^&1.2.3.1&ISO"
    assert entry.title == "CT by hand"
    assert entry.type_code == Code("18748-4", "2.16.840.1.113883.6.1", "Imaging")
    assert entry.confidentiality == (Code("N", "2.16.840.1.113883.5.25", "Normal"),)
    assert entry.size == str(len(by_hand.DOCUMENT))
    assert entry.hash.lower() == by_hand.SHA1
    (package,) = read.sets
    assert package.source_id == "1.3.6.1.4.1.21367.4"
    assert package.content_type is not None
    assert read.associations[0].member == "Original"


def test_uri_is_put_together() -> None:
    xml = """<ExtrinsicObject xmlns="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0">
      <Slot name="URI"><ValueList><Value>2|tail</Value><Value>1|head-</Value></ValueList></Slot>
      </ExtrinsicObject>"""
    assert metadata_reader.document_entry(etree.fromstring(xml)).uri == "head-tail"


names = st.sampled_from(
    [
        "Association",
        "Classification",
        "ExternalIdentifier",
        "ExtrinsicObject",
        "LocalizedString",
        "Name",
        "RegistryPackage",
        "Slot",
        "Value",
        "ValueList",
    ]
)
trees = st.recursive(
    names.map(lambda n: f"<{n}/>"),
    lambda c: st.tuples(names, st.lists(c)).map(
        lambda t: f"<{t[0]} name='hash' value='v'>{''.join(t[1])}</{t[0]}>"
    ),
    max_leaves=12,
)


@given(st.lists(trees, max_size=4))
def test_any_order_of_elements_is_read(children: list[str]) -> None:
    xml = f'<R xmlns="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0">{"".join(children)}</R>'
    read = metadata_reader.submission(etree.fromstring(xml))
    assert len(read.documents) == sum(each.startswith("<ExtrinsicObject") for each in children)
