from showcase.conductor.recognising import Known
from showcase.conductor.todo import task
from showcase.model.events import CueWaits
from showcase.model.fact import Fact, FactKind
from showcase.model.programme import Cue
from showcase.model.system import Dicom, Endpoints, Mllp, Soap, System
from showcase.standins.book import Book
from tests.showcase.conductor.players import PATIENT, cue, hop_ended, programme

IMAGES = cue("images", "RAD-8", "ct", "archive", typed={"images": "24"})
ADMIT = cue(
    "admit",
    "ITI-31",
    "desk",
    "ehr",
    "ris",
    typed={"family": "{patient.family}", "given": "{patient.given}"},
)
SHARE = cue("share", "ITI-41", "ehr", "repository")
STORY = programme(IMAGES, ADMIT, SHARE, roles="desk ehr ris ct archive repository")


def system(key: str) -> System:
    ends = Endpoints(
        hl7v2=Mllp(host="10.0.0.1", port=2575, application=key.upper(), facility="ALBA"),
        dicom=Dicom(host="10.0.0.1", port=104, ae_title=key.upper()),
        soap=Soap(urls={"ITI-41": "http://10.0.0.1:80/xds"}),
    )
    return System(key=key, endpoints=ends)


def told(wanted: Cue, **tapped: str) -> CueWaits:
    vendors = {
        key: System(key="acme", vendor="Acme", product="CT", stand_in=False)
        for key in (wanted.sender,)
    }
    book = Book(STORY, {role.key: system(role.key) for role in STORY.roles}, vendors)
    book.tapped = {(wanted.sender, wanted.receivers[0], key): at for key, at in tapped.items()}
    known = Known(PATIENT)
    stated = (
        (FactKind.PATIENT_ID, "40213"),
        (FactKind.ACCESSION, "A2"),
        (FactKind.STUDY, "1.9"),
    )
    facts = tuple(
        Fact(
            kind=kind,
            value=value,
            path="",
            authority="1.2.3" if kind is FactKind.PATIENT_ID else "",
        )
        for kind, value in stated
    )
    known.learn(hop_ended("RAD-4", "ris", "archive", facts=facts))
    return task("r1", wanted, wanted.receivers, programme=STORY, book=book, known=known)


def test_sentence_says_who_does_what_where() -> None:
    assert told(IMAGES).todo == "Acme CT: send the images of Rosa Quill to ARCHIVE at 10.0.0.1:104."


def test_values_are_what_one_types_and_selects() -> None:
    assert told(IMAGES).values == {
        "Patient": "Rosa Quill",
        "Images": "24",
        "Patient ID (HERE)": "40213",
        "Accession number": "A2",
        "Study Instance UID": "1.9",
        "Address": "10.0.0.1:104",
        "AE title": "ARCHIVE",
    }


def test_several_receivers_are_told_apart() -> None:
    values = told(ADMIT).values
    assert values["Family"] == "Quill"
    assert (values["Ehr: Application"], values["Ris: Application"]) == ("EHR", "RIS")
    assert "Accession number" not in values


def test_address_of_a_tap_stands_in_place_of_the_systems_own() -> None:
    assert told(IMAGES, dicom="127.0.0.1:11999").values["Address"] == "127.0.0.1:11999"
    assert told(SHARE, soap="127.0.0.1:80").values["URL"] == "http://127.0.0.1:80/xds"


def test_unknown_transaction_has_a_sentence_too() -> None:
    other = cue("x", "PCC-1", "ehr", "ris")
    assert told(other).todo == "Acme CT: send PCC-1 about Rosa Quill to Ris."
