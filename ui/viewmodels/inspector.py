"""The inspector: one hop's request and response, side by side with what they mean."""

from enum import IntEnum
from typing import assert_never

from PySide6.QtCore import Property, QEnum, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from showcase.model.events import (
    CallerJudged,
    CueEnded,
    CueStandby,
    CueStarted,
    CueWaits,
    Entry,
    HopEnded,
    HopProgressed,
    HopStarted,
    Knocked,
    NearMissed,
    Noticed,
    RolePassed,
    RunEnded,
    RunHeld,
    RunResumed,
    RunStarted,
)
from showcase.model.fact import Side
from showcase.model.programme import Programme
from ui.rows import Rows
from ui.viewmodels.clinical import narrative
from ui.viewmodels.evidence import Evidence, Witness
from ui.viewmodels.hop import HopModel, size_words
from ui.viewmodels.side import SideModel
from ui.viewmodels.thread import FactRow, Threads

QML_IMPORT_NAME = "Showcase.Inspector"
QML_IMPORT_MAJOR_VERSION = 1

_SETTLED = 200
"""Milliseconds without a newer hop before the newest is looked into: a story at full speed must
not have the engine explain two dozen images that nobody will look at."""

_AUDIT = "ITI-20"

_PLAIN = ("text/", "application/xml", "application/json", "application/fhir")
"""Media types that are text."""

_FEW = 256 * 1024
"""Bytes that are fetched though nobody has asked for them."""

_LONGEST = 200_000
"""Characters of a document that are drawn."""


@QmlElement
@QmlUncreatable("The window makes it.")
class InspectorModel(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """One hop, looked into."""

    @QEnum
    class Tab(IntEnum):
        """What of it is shown."""

        REQUEST = 0
        RESPONSE = 1
        PICTURE = 2
        DOCUMENT = 3

    @QEnum
    class Depth(IntEnum):
        """For whom it is shown."""

        VISITOR = 0  # what it says, and the picture
        CLINICIAN = 1  # and the fields that name patient, order and study
        ENGINEER = 2  # and every field, and the bytes

    changed = Signal()

    def __init__(self, witness: Witness, parent: QObject | None = None) -> None:
        """Nothing selected; the newest hop will be shown as soon as it ends."""
        super().__init__(parent)
        self._evidence = Evidence(witness, self._came)
        self._programme: Programme | None = None
        self._hops: dict[str, HopEnded] = {}
        self._threads = Threads()
        self._hop: HopEnded | None = None
        self._head = HopModel(self)
        self._newest: HopEnded | None = None
        self._settled = QTimer(self, interval=_SETTLED, singleShot=True)
        self._settled.timeout.connect(self._show_newest)
        self._pinned = False
        self._tab = self.Tab.REQUEST
        self._depth = self.Depth.ENGINEER
        self._request, self._response = SideModel(self), SideModel(self)
        for side in self._sides:
            side.picked.connect(self._light)
        self._plain = self._wide = False
        self._wanted: set[str] = set()
        self._facts = Rows(FactRow, parent=self)

    # --- What happens ---------------------------------------------------------------------------

    def apply(self, entry: Entry) -> None:
        """Fold one event in."""
        event = entry.event
        match event:
            case RunStarted():
                self.clear()
                self._programme = event.programme
            case HopEnded():
                self._hops[event.hop] = event
                self._threads.note(event)
                if event.transaction != _AUDIT:
                    self._newest = event
                    self._settled.start()
            case CueStandby() | CueStarted() | CueEnded() | HopStarted() | HopProgressed():
                pass
            case RolePassed() | RunHeld() | RunResumed() | RunEnded() | Noticed():
                pass
            case CueWaits() | NearMissed() | Knocked() | CallerJudged():
                pass
            case _:
                assert_never(event)

    def clear(self) -> None:
        """Forget the run."""
        self._programme = None
        self._hops.clear()
        self._threads = Threads()
        self._pinned = False
        self._newest = None
        self._select(None)

    # --- What people press ----------------------------------------------------------------------

    @Slot(str)
    def select(self, hop: str) -> None:
        """Look into that hop, and stay with it."""
        if event := self._hops.get(hop):
            self._pinned = True
            self._select(event)

    def look(self, event: HopEnded, programme: Programme | None) -> None:
        """Look into a hop of another run, and stay with it."""
        self._pinned = True
        self._select(event, programme)

    def has(self, hop: str) -> bool:
        """Whether that hop is of the run on screen."""
        return hop in self._hops

    @Slot(str)
    def selectCue(self, cue: str) -> None:
        """Look into the newest hop of that cue; one that was spoiled first."""
        hops = [each for each in self._hops.values() if each.cue == cue]
        bad = [each for each in hops if each.verdict.words]
        if found := (bad or hops)[-1:]:
            self.select(found[0].hop)

    @Slot()
    def follow(self) -> None:
        """Show the newest hop again, whichever it is."""
        self._pinned = False
        self._show_newest()

    @Slot(int)
    def show(self, tab: int) -> None:
        """Show that tab."""
        self._tab = self.Tab(tab)
        self._show()

    @Slot(int)
    def deepen(self, depth: int) -> None:
        """Show it for visitors, clinicians or engineers."""
        self._depth = self.Depth(depth)
        self._show()

    @Slot()
    def widen(self) -> None:
        """Both sides beside each other, with all their bytes; or back to a column."""
        self._wide = not self._wide
        self._show()

    @Slot()
    def fetch(self) -> None:
        """Bring the bytes, however many."""
        if self._hop:
            self._wanted.add(self._hop.hop)
            self._light()

    @Slot()
    def togglePlain(self) -> None:
        """The tree as text, or the text as a tree."""
        self._plain = not self._plain
        self._show()

    # --- What is shown --------------------------------------------------------------------------

    @Property(bool, notify=changed)
    def empty(self) -> bool:
        """No hop has ended yet."""
        return self._hop is None

    @Property(bool, notify=changed)
    def pinned(self) -> bool:
        """Somebody has chosen this hop; newer ones do not replace it."""
        return self._pinned

    @Property(HopModel, constant=True)
    def hop(self) -> HopModel:
        """What is said of the hop as a whole."""
        return self._head

    @Property(int, notify=changed)
    def tab(self) -> int:
        """Which tab is shown: one of `Tab`."""
        return self._tab

    @Property(bool, notify=changed)
    def waiting(self) -> bool:
        """The explanation is still on its way."""
        return self._hop is not None and self._evidence.explanation(self._hop.hop) is None

    @Property(int, notify=changed)
    def depth(self) -> int:
        """For whom: one of `Depth`."""
        return self._depth

    @Property(str, notify=changed)
    def hopId(self) -> str:
        """The hop that is looked into."""
        return self._hop.hop if self._hop else ""

    @Property(str, notify=changed)
    def run(self) -> str:
        """The run it belongs to."""
        return self._hop.run if self._hop else ""

    @Property(bool, notify=changed)
    def plain(self) -> bool:
        """The tree is shown as text."""
        return self._plain

    @Property(str, notify=changed)
    def text(self) -> str:
        """The tab as plain text: of the tree, or of the document."""
        return self._text()

    @Property(bool, notify=changed)
    def wide(self) -> bool:
        """Both sides stand beside each other."""
        return self._wide

    @Property(SideModel, constant=True)
    def request(self) -> SideModel:
        """What went out."""
        return self._request

    @Property(SideModel, constant=True)
    def response(self) -> SideModel:
        """What came back."""
        return self._response

    @Property(str, notify=changed)
    def asked(self) -> str:
        """Bytes that are not here, and are many: how many to fetch; empty: none."""
        if self._hop is None or self._at_hand(self._hop):
            return ""
        exchange = self._hop.exchange
        return size_words(exchange.request_size + exchange.response_size)

    @Property(str, notify=changed)
    def specified(self) -> str:
        """The transaction's title, and where it is specified."""
        known = self._evidence.explanation(self._hop.hop) if self._hop else None
        return known.specified if known else ""

    @Property(str, notify=changed)
    def narrative(self) -> str:
        """The document that arrived, as people read one; empty: none, or none that can be read."""
        known = self._evidence.explanation(self._hop.hop) if self._hop else None
        return (narrative(known.request) or narrative(known.response)) if known else ""

    @Property(QObject, constant=True)
    def facts(self) -> QObject:
        """What the exchange states."""
        return self._facts

    # --- How ------------------------------------------------------------------------------------

    @property
    def _sides(self) -> tuple[SideModel, SideModel]:
        return self._request, self._response

    def _show_newest(self) -> None:
        if not self._pinned and self._newest is not self._hop:
            self._select(self._newest)

    def _select(self, event: HopEnded | None, programme: Programme | None = None) -> None:
        self._hop = event
        for side in self._sides:
            side.grow((), frozenset(), "")
        self._head.show(event, programme or self._programme)
        if self._tab not in self._head.tabs:
            self._tab = self.Tab.REQUEST
        if event:
            self._look_into(event)
        self._show()

    def _look_into(self, event: HopEnded) -> None:
        self._evidence.ask(event.hop)
        self._grow(event)
        if event.document:
            self._evidence.bytes_of(event.document)

    def _came(self) -> None:
        """What was missing is here."""
        if self._hop and all(side.empty for side in self._sides):
            self._grow(self._hop)
        self._show()

    def _grow(self, event: HopEnded) -> None:
        if known := self._evidence.explanation(event.hop):
            told = frozenset(fact.value for fact in event.facts if fact.value)
            asked = [each for each in known.findings if each.side is Side.REQUEST]
            answered = [each for each in known.findings if each.side is Side.RESPONSE]
            self._request.grow(known.request, told, known.request_text, asked)
            self._response.grow(known.response, told, known.response_text, answered)

    def _text(self) -> str:
        if self._hop is None:
            return ""
        if self._tab is self.Tab.DOCUMENT:
            return self._document()
        return self._sides[self._tab is self.Tab.RESPONSE].text

    def _show(self) -> None:
        clinically = self._depth is not self.Depth.ENGINEER
        for side in self._sides:
            side.view(plainly=self._plain and not clinically, clinically=clinically)
        self._facts.show(self._threads.rows(self._hop) if self._hop else ())
        self._light()

    def _light(self) -> None:
        """Show the bytes that are here; those that are few, or were asked for, are brought."""
        for side, digest in zip(self._sides, self._digests(), strict=True):
            side.light(self._evidence.bytes_of(digest) if digest else b"")
        self.changed.emit()

    def _digests(self) -> tuple[str, str]:
        hop = self._hop
        if hop is None or self._depth is not self.Depth.ENGINEER or not self._at_hand(hop):
            return "", ""
        return hop.exchange.request, hop.exchange.response

    def _at_hand(self, hop: HopEnded) -> bool:
        size = hop.exchange.request_size + hop.exchange.response_size
        return size <= _FEW or hop.hop in self._wanted or any(side.lit for side in self._sides)

    def _document(self) -> str:
        assert self._hop
        data = self._evidence.bytes_of(self._hop.document)
        known = self._evidence.explanation(self._hop.hop)
        if known and self._depth is not self.Depth.ENGINEER:
            told = narrative(known.request) or narrative(known.response)
            if told:
                return told
        if not self._hop.document_type.startswith(_PLAIN):
            return f"{self._hop.document_type}, {size_words(len(data))}" if data else ""
        return data.decode(errors="replace")[:_LONGEST]
