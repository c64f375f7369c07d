"""What recorded bytes tell whoever started the exchange: for `Behaviour.recall`.

A stand-in that takes a role over knows by these what the system before it was answered and made.
"""

from pydicom.dataset import Dataset

from showcase.protocols.dicom import identity
from showcase.protocols.dicom import recording as dicom
from showcase.protocols.dicom.command import Field
from showcase.protocols.dicom.part10 import File
from showcase.protocols.dicom.recording import Said


def matches(request: bytes, response: bytes) -> tuple[Dataset, ...]:
    """What a C-FIND was answered, item by item."""
    dialogue = dicom.read(request, response)
    return tuple(s.dataset() for s in dialogue.inward if s.answers(Field.C_FIND) and s.data)


def created(request: bytes, response: bytes) -> tuple[str, Dataset]:
    """UID and attributes of the instance that an N-CREATE made; empty when there is none.

    Where the request leaves the UID out, the answer has it (PS3.7 10.1.5.1.4).
    """
    dialogue = dicom.read(request, response)
    asked = next((each for each in dialogue.outward if each.asks(Field.N_CREATE)), None)
    if asked is None:
        return "", Dataset()
    answers = (each.command.sop_instance for each in dialogue.inward)
    return asked.command.sop_instance or next(filter(None, answers), ""), asked.dataset()


def stored(request: bytes, response: bytes) -> tuple[File, ...]:
    """The instances that were sent by C-STORE."""
    outward = dicom.read(request, response).outward
    return tuple(_file(each) for each in outward if each.asks(Field.C_STORE) and each.data)


def first_header(request: bytes, response: bytes) -> Dataset:
    """The header of the first instance that was sent by C-STORE; empty when there is none."""
    outward = dicom.read(request, response).outward
    images = (each for each in outward if each.asks(Field.C_STORE) and each.data)
    return next((each.dataset() for each in images), Dataset())


def wanted(request: bytes, response: bytes) -> Dataset:
    """What a C-MOVE or C-GET asked for; empty when there is none."""
    outward = dicom.read(request, response).outward
    asked = (each for each in outward if each.asks(Field.C_MOVE) or each.asks(Field.C_GET))
    return next((each.dataset() for each in asked), Dataset())


def of_study(found: tuple[Dataset, ...], study: str) -> Dataset | None:
    """The item of a study among several."""
    return next((each for each in found if identity.text(each, "StudyInstanceUID") == study), None)


def _file(said: Said) -> File:
    return File(
        sop_class=said.command.sop_class,
        sop_instance=said.command.sop_instance,
        transfer=said.transfer,
        data=said.data,
    )
