"""An exchange as a clinician reads it."""

import pytest

from showcase.model.node import Node
from ui.viewmodels.clinical import clinical, narrative, plain


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("Quill^Rosa", "Rosa Quill"),
        ("Duskwood^Tindra^^^^^L", "Tindra Duskwood"),
        ("^Marlowe^Ada", "Ada Marlowe"),
        ("19610402", "1961-04-02"),
        ("20261124090004+0000", "2026-11-24 09:00"),
        ("CTCHEST^CT chest with contrast^L", "CT chest with contrast"),
        ("^Chest pain, embolism to be ruled out", "Chest pain, embolism to be ruled out"),
        ("9053446^^^ALBA&2.25.1&ISO^PI", "9053446"),
        ("CT chest report", "CT chest report"),
        ("Imaging (18748-4, 2.16.840.1.113883.6.1)", "Imaging"),
        ("40213 (2.25.1)", "40213"),
        ("Chest (thorax)", "Chest (thorax)"),
        ("", ""),
    ],
)
def test_values_are_written_as_people_do(value: str, said: str) -> None:
    assert plain(value) == said


def test_names_of_every_standard_are_read_alike() -> None:
    nodes = (
        Node(label="PID-5 Patient Name", value="Quill^Rosa"),
        Node(label="(0010,0030) PatientBirthDate", value="19610402"),
        Node(label="title", value="CT chest report"),
        Node(label="MSH-9 Message Type", value="ADT^A04"),
        Node(label="(0008,0016) SOPClassUID", value="1.2.840.10008.5.1.4.1.1.2"),
    )
    assert [(row.label, row.value) for row in clinical(nodes, frozenset())] == [
        ("Patient Name", "Rosa Quill"),
        ("Patient Birth Date", "1961-04-02"),
        ("Title", "CT chest report"),
    ]


def test_each_meaning_stands_once() -> None:
    image = Node(label="Dataset", children=(Node(label="(0008,0060) Modality", value="CT"),))
    assert len(clinical((image,) * 24, frozenset())) == 1


def test_a_document_is_told_as_prose() -> None:
    text = Node(label="Text", children=(Node(label="1", value="No embolism."),))
    cda = Node(
        label="CDA document",
        value="CT report",
        children=(Node(label="Patient", value="Rosa Quill"), text),
    )
    told = narrative((Node(label="Part", children=(cda,)),))
    assert told.splitlines() == ["CT report", "", "Patient: Rosa Quill", "", "No embolism."]
    assert narrative((Node(label="Part"),)) == ""
