"""What each system has learned, from the facts of recorded bytes and from nothing else.

Facts of a request teach the receiver, facts of a response the sender; whoever states a fact knows
it, too. Only an answer that was good teaches at all. Identifiers are numbered in the order in
which the picture first sees them; the number is their colour wherever they show up again.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from showcase.model.events import HopEnded
from showcase.model.fact import Fact, FactKind, Side
from showcase.model.programme import Place
from showcase.model.transaction import Family
from ui.stage import wording
from ui.translations import translate

ROOM = 256.0
"""Width, in board units, that chips have on a card of usual size."""

ROWS = 2
"""Rows of chips on a card of usual size."""

LETTERS = 18.0
"""Size of their words, usually."""

_LETTER, _MARK, _REST, _BETWEEN = 0.55, 12.0, 24.0, 5.0  # of a chip, about; letters in their size

_NUMBERED = {FactKind.PATIENT_ID, FactKind.ACCESSION}


@dataclass(frozen=True, slots=True)
class Identity:
    """An identifier that somebody gave the patient, or her order.

    Attributes:
        number: 0, 1, 2 …: the order of first sight.
        authority: Short name of who gave it; ``order`` for an accession number.
    """

    number: int
    kind: FactKind
    value: str
    authority: str

    @property
    def label(self) -> str:
        """``ALBA 40213``: with its authority, unless the value names it itself."""
        if self.kind is FactKind.ACCESSION or not self.authority:
            return self.value
        spelled = self.value.upper().startswith(self.authority.upper())
        return self.value if spelled else f"{self.authority} {self.value}"


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing that a system knows.

    Attributes:
        key: Unique on its card.
        family: The standard that taught it.
        marks: Numbers of the identities it speaks of; each is a colour.
    """

    key: str
    text: str
    family: str
    marks: tuple[int, ...] = ()


@dataclass(slots=True)
class _Known:
    """What one system knows."""

    name: tuple[str, str] | None = None  # text, family
    ids: dict[int, str] = field(default_factory=dict)  # identity number, family
    order: str = ""  # family
    images: tuple[int, str] | None = None
    report: str = ""  # family
    documents: dict[str, str] = field(default_factory=dict)


class Knowledge:
    """What all systems of a run know."""

    def __init__(self, places: Iterable[Place] = ()) -> None:
        """Nobody knows anything.

        Args:
            places: Whose authorities have short names.
        """
        self._authorities = {place.authority_oid: place.authority for place in places}
        self._known: dict[str, _Known] = {}
        self._identities: list[Identity] = []

    @property
    def identities(self) -> tuple[Identity, ...]:
        """All identifiers seen, in the order of first sight."""
        return tuple(self._identities)

    def chips(
        self, role: str, room: float = ROOM, rows: int = ROWS, letters: float = LETTERS
    ) -> tuple[Chip, ...]:
        """What a system knows, the most telling first; the least telling give way.

        Args:
            role: The system.
            room: Width that chips have.
            rows: How many rows of them there may be.
            letters: Size of their words.
        """
        known = self._known.get(role)
        if known is None or rows < 1:
            return ()
        return _chips(known, self._identities, _Room(room, rows, letters))

    def teach(self, end: HopEnded, side: Side, family: Family) -> None:
        """Let the facts of one side teach whoever read them.

        Whoever said them knows them as well, and had known them before.
        """
        for party in (end.sender, end.receiver):
            known = self._known.setdefault(party, _Known())
            for fact in end.facts:
                if fact.side is side:
                    self._learn(known, fact, family)

    def pictures(self, role: str, count: int, family: Family) -> None:
        """`role` has received that many images."""
        known = self._known.setdefault(role, _Known())
        before = known.images[0] if known.images else 0
        known.images = max(before, count), family

    def _learn(self, known: _Known, fact: Fact, family: Family) -> None:
        if fact.kind in _NUMBERED:
            if fact.value:
                known.ids.setdefault(self._identity(fact).number, family)
        elif fact.kind is FactKind.PATIENT_NAME:
            known.name = known.name or (short_name(fact.value), family)
        elif fact.kind is FactKind.PLACER_ORDER:
            known.order = known.order or family
        elif fact.kind is FactKind.REPORT:
            known.report = family
        elif fact.kind is FactKind.DOCUMENT:
            known.documents.setdefault(fact.value, family)

    def _identity(self, fact: Fact) -> Identity:
        """The identity a fact speaks of: a new one, or one seen before.

        An authority that is not stated (DICOM rarely does) is the one known for that value.
        """
        authority = self._authority(fact)
        for each in self._identities:
            same = each.kind is fact.kind and each.value == fact.value
            if same and (not authority or not each.authority or each.authority == authority):
                return each
        new = Identity(len(self._identities), fact.kind, fact.value, authority)
        self._identities.append(new)
        return new

    def _authority(self, fact: Fact) -> str:
        if fact.kind is FactKind.ACCESSION:
            return "order"
        return self._authorities.get(fact.authority, "") if fact.authority else ""


@dataclass(frozen=True, slots=True)
class _Room:
    """What a card has for chips."""

    width: float
    rows: int
    letters: float

    def holds(self, chips: Iterable[Chip]) -> bool:
        """Whether chips find room, by a rough measure of their words."""
        rows, used = 1, 0.0
        for chip in chips:
            words = _LETTER * self.letters * len(chip.text)
            width = min(self.width, _REST + words + _MARK * max(1, len(chip.marks)))
            if used and used + _BETWEEN + width > self.width:
                rows, used = rows + 1, 0.0
            used += width + (_BETWEEN if used else 0.0)
        return rows <= self.rows


def _chips(known: _Known, identities: list[Identity], room: _Room) -> tuple[Chip, ...]:
    """The most telling first; a card that is full gives her numbers as colours of her name."""
    name = Chip("name", *known.name) if known.name else None
    ids = _ids_chip(known, identities)
    found = [
        Chip("images", wording.pictures(known.images[0]), known.images[1])
        if known.images
        else None,
        Chip("report", translate("Wall", "report"), known.report) if known.report else None,
        _documents_chip(known),
        _order_chip(known, identities),
    ]
    others = [chip for chip in found if chip is not None]
    chips = [*(chip for chip in (name, ids) if chip is not None), *others]
    if name and ids and not room.holds(chips):
        numbers = [n for n in known.ids if identities[n].kind is FactKind.PATIENT_ID]
        chips = [replace(name, marks=tuple(sorted(numbers))), *others]
    if name and others and not room.holds(chips[:2]):
        # one row, and she is in it anyway: what came of her is the news, in her colours
        marks = chips[0].marks
        chips = [replace(others[0], marks=others[0].marks or marks), *others[1:]]
    while len(chips) > 1 and not room.holds(chips):
        chips.pop()
    return tuple(chips)


def _ids_chip(known: _Known, identities: list[Identity]) -> Chip | None:
    """Her one identifier, or how many of them."""
    numbers = [n for n in known.ids if identities[n].kind is FactKind.PATIENT_ID]
    if not numbers:
        return None
    family = known.ids[numbers[-1]]
    if len(numbers) == 1:
        return Chip("id", identities[numbers[0]].value, family, (numbers[0],))
    text = translate("Wall", "{count} ids").format(count=len(numbers))
    return Chip("id", text, family, tuple(sorted(numbers)))


def _order_chip(known: _Known, identities: list[Identity]) -> Chip | None:
    """The accession number, once it is known; before that, that there is an order."""
    numbers = [n for n in known.ids if identities[n].kind is FactKind.ACCESSION]
    if numbers:
        last = numbers[-1]
        return Chip("order", identities[last].label, known.ids[last], (last,))
    return Chip("order", translate("Wall", "order"), known.order) if known.order else None


def _documents_chip(known: _Known) -> Chip | None:
    if not known.documents:
        return None
    count = len(known.documents)
    text = translate("Wall", "document")
    if count > 1:
        text = translate("Wall", "{count} documents").format(count=count)
    return Chip("document", text, next(reversed(known.documents.values())))


def short_name(wire: str) -> str:
    """``Quill^Rosa`` as ``Rosa Q.`` (XPN.1 family, XPN.2 given; DICOM PN alike).

    ``Rosa Quill``, as people write it, gives the same.
    """
    if "^" not in wire and " " in wire.strip():
        given, _, family = wire.strip().rpartition(" ")
        wire = f"{family}^{given}"
    parts = [part.strip() for part in wire.split("^")]
    family, given = parts[0], parts[1] if len(parts) > 1 else ""
    if not given or not family:
        return (family or given)[:18]
    return f"{given.split()[0][:14]} {family[0]}."
