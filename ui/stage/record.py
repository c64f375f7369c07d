"""The patient's own place in the picture: her record, growing."""

from dataclasses import dataclass, replace

from showcase.model.programme import Patient, Programme
from showcase.model.transaction import Family, Thing
from ui.stage import wording
from ui.stage.things import look
from ui.translations import translate

_ROOMS = ("images", "report", "shared")
_STRIP = 3  # pictures that her record shows


@dataclass(frozen=True, slots=True)
class Leaf:
    """One part of her record.

    Attributes:
        arrived: False while it is only foreseen.
        pictures: Digests of thumbnails, three at most.
    """

    key: str
    text: str
    family: str = ""
    arrived: bool = False
    pictures: tuple[str, ...] = ()


class Record:
    """Images, report, shared document: the parts that this story will bring."""

    def __init__(self, programme: Programme) -> None:
        """Nothing has arrived; what the story foresees is sketched."""
        foreseen = {
            _room(look(cue.transaction).thing, cue.transaction)
            for cue in programme.cues
            if not cue.planned
        }
        self._leaves = {key: Leaf(key, _title(key)) for key in _ROOMS if key in foreseen}

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """Her record, in the order of a stay."""
        return tuple(self._leaves[key] for key in _ROOMS if key in self._leaves)

    def pictures(self, done: int, total: int, digests: tuple[str, ...]) -> None:
        """So many of so many images have arrived."""
        part = translate("Wall", "{done} of {total}").format(done=done, total=total)
        text = wording.pictures(done) if done >= total else part
        seen = digests[: min(_STRIP, max(1, done))]
        self._put(Leaf("images", text, Family.DICOM, arrived=True, pictures=seen))

    def paper(self, transaction: str, thing: Thing) -> None:
        """A page has arrived somewhere."""
        room = _room(thing, transaction)
        if room == "shared":
            opened = look(transaction).back is Thing.PAGE
            text = translate("Wall", "opened") if opened else _title("shared")
            self._put(Leaf("shared", text, Family.XDS, arrived=True))
        elif room == "report":
            self._put(Leaf("report", _title("report"), Family.HL7V2, arrived=True))

    def _put(self, leaf: Leaf) -> None:
        old = self._leaves.get(leaf.key)
        if old is not None and old.pictures and not leaf.pictures:
            leaf = replace(leaf, pictures=old.pictures)
        self._leaves[leaf.key] = leaf


def _title(room: str) -> str:
    """What a part of the record is called."""
    match room:
        case "images":
            return translate("Wall", "images")
        case "report":
            return translate("Wall", "report")
        case _:
            return translate("Wall", "shared", "of a document")


def _room(thing: Thing, transaction: str) -> str:
    """Which part of the record a thing belongs to; empty when to none."""
    if thing is Thing.IMAGES:
        return "images"
    if thing is Thing.PAGE:
        return "report" if transaction.startswith("RAD-") else "shared"
    return ""


def initials(patient: Patient) -> str:
    """``RQ``."""
    return "".join(part[:1].upper() for part in (patient.given, patient.family))
