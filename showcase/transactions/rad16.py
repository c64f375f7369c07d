"""RAD-16 Retrieve Images: send them to me (C-MOVE and its C-STOREs, PS3.4 Annex C).

Two halves, each a hop of its own: the display asks, and the archive sends the images in an
association that it opens.
"""

from collections.abc import Iterator

import msgspec
from pydicom.dataset import Dataset

from showcase.model.exchange import Outcome, Verdict
from showcase.model.fact import Fact, FactKind, Side
from showcase.model.transaction import Family, Thing, Transaction
from showcase.protocols.dicom import identity, recording, status
from showcase.protocols.dicom.command import Field
from showcase.protocols.dicom.recording import Said

TRANSACTION = Transaction(
    id="RAD-16",
    name="Retrieve Images",
    family=Family.DICOM,
    carrier="C-MOVE Study Root, C-STORE",
    initiators=("Image Display", "Image Archive"),
    responders=("Image Archive", "Image Display"),
    specified="IHE RAD TF-2, 4.16",
    thing=Thing.IMAGES,
)

STUDY_ROOT = "1.2.840.10008.5.1.4.1.2.2.2"
PATIENT_ROOT = "1.2.840.10008.5.1.4.1.2.1.2"
STUDY_ROOT_GET = "1.2.840.10008.5.1.4.1.2.2.3"
PATIENT_ROOT_GET = "1.2.840.10008.5.1.4.1.2.1.3"


def study(uid: str) -> Dataset:
    """The identifier that asks for a whole study (C.4.2.1.4)."""
    query = Dataset()
    query.QueryRetrieveLevel = "STUDY"
    query.StudyInstanceUID = uid
    return query


def judge(answer: status.Status, who: str, *, failed: int = 0) -> Verdict:
    """What the final status of the C-MOVE, and its count of failed images, mean."""
    if answer.good and failed:
        return Verdict(
            outcome=Outcome.REFUSED,
            status=f"{answer.text.split(' ')[0]} Sub-operations complete, {failed} failed",
            words=f"{who} could not send {failed} of the images.",
            remedy="Check its entry for our AE title, host and port.",
        )
    verdict = status.judge(answer, who)
    if answer.code == status.SOME_FAILED:  # to a C-STORE it means something else
        return msgspec.structs.replace(verdict, status="0xB000 Sub-operations complete, warnings")
    return msgspec.structs.replace(verdict, status=answer.text)


def facts(request: bytes, response: bytes) -> tuple[Fact, ...]:
    """The study asked for; or, of the half that carries them, whose images they are."""
    dialogue = recording.read(request, response)
    return identity.distinct(fact for said in dialogue.outward for fact in _stated(said))


def _stated(said: Said) -> Iterator[Fact]:
    if said.asks(Field.C_STORE):
        yield from identity.facts(said.peek(*identity.KEYWORDS), Side.REQUEST)
        yield Fact(kind=FactKind.INSTANCE, value=said.command.sop_instance, path="(0000,1000)")
    elif said.asks(Field.C_MOVE) or said.asks(Field.C_GET):
        yield from identity.facts(said.dataset(), Side.REQUEST)
