from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from showcase.protocols.soap import metadata_reader, metadata_writer
from showcase.protocols.soap.metadata import (
    Association,
    Author,
    Code,
    DocumentEntry,
    Folder,
    Submission,
    SubmissionSet,
)

# what XML can carry in an attribute and in text without being changed on the way
texts = st.text(st.characters(categories=("L", "N", "P", "S")), max_size=12)
codes = st.builds(Code, texts.filter(bool), texts.filter(bool), texts.filter(bool))
authors = st.builds(
    Author, person=texts, institutions=st.lists(texts.filter(bool), max_size=2).map(tuple)
)
entries = st.builds(
    DocumentEntry,
    entry_uuid=texts.filter(bool),
    unique_id=texts,
    patient_id=texts,
    mime_type=texts,
    source_patient_info=st.lists(texts.filter(bool), max_size=2).map(tuple),
    title=texts,
    comments=texts,
    hash=texts,
    size=texts,
    class_code=st.none() | codes,
    confidentiality=st.lists(codes, max_size=2).map(tuple),
    event_codes=st.lists(codes, max_size=2).map(tuple),
    authors=st.lists(authors, max_size=2).map(tuple),
    reference_ids=st.lists(texts.filter(bool), max_size=2).map(tuple),
    home=texts,
)


@given(entries)
def test_entry_comes_back(entry: DocumentEntry) -> None:
    written = etree.tostring(metadata_writer.document_entry(entry))
    assert metadata_reader.document_entry(etree.fromstring(written)) == entry


def test_submission_comes_back() -> None:
    submission = Submission(
        sets=(
            SubmissionSet(
                entry_uuid="s", unique_id="1", source_id="2", patient_id="p", submission_time="2026"
            ),
        ),
        folders=(
            Folder(entry_uuid="f", unique_id="3", patient_id="p", codes=(Code("a", "b", "c"),)),
        ),
        associations=(Association(id="a", source="s", target="f"),),
    )
    written = etree.tostring(metadata_writer.submission(submission))
    assert metadata_reader.submission(etree.fromstring(written)) == submission


def test_children_stand_in_the_order_of_the_schema() -> None:
    entry = DocumentEntry(
        entry_uuid="d",
        unique_id="1",
        patient_id="p",
        mime_type="text/xml",
        title="t",
        comments="c",
        hash="h",
        class_code=Code("a", "b"),
    )
    names = [etree.QName(each).localname for each in metadata_writer.document_entry(entry)]
    assert names == [
        "Slot",
        "Name",
        "Description",
        "Classification",
        "ExternalIdentifier",
        "ExternalIdentifier",
    ]
