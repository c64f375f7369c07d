"""RAD-8 Modality Images Stored: take these pictures (C-STORE, PS3.4 Annex B)."""

from collections.abc import Iterable, Iterator

from showcase.model.exchange import Verdict
from showcase.model.fact import Fact, FactKind, Side
from showcase.model.transaction import Family, Thing, Transaction
from showcase.protocols.dicom import identity, recording, status
from showcase.protocols.dicom.command import Field
from showcase.protocols.dicom.recording import Said

TRANSACTION = Transaction(
    id="RAD-8",
    name="Modality Images Stored",
    family=Family.DICOM,
    carrier="C-STORE",
    initiators=("Acquisition Modality",),
    responders=("Image Archive",),
    specified="IHE RAD TF-2, 4.8",
    thing=Thing.IMAGES,
)

CT_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.2"


def judge(answers: Iterable[status.Status], who: str) -> Verdict:
    """What the answers to all images mean together: as bad as the worst."""
    found = tuple(answers)
    worst = next((each for each in found if not each.good), None)
    return status.judge(worst or (found[-1] if found else status.Status(0)), who)


def facts(request: bytes, response: bytes) -> tuple[Fact, ...]:
    """Whose pictures they are, of which study, and the pictures one by one."""
    dialogue = recording.read(request, response)
    return identity.distinct(
        fact for said in dialogue.outward if said.asks(Field.C_STORE) for fact in _stated(said)
    )


def _stated(said: Said) -> Iterator[Fact]:
    yield from identity.facts(said.peek(*identity.KEYWORDS), Side.REQUEST)
    yield Fact(kind=FactKind.INSTANCE, value=said.command.sop_instance, path="(0000,1000)")
