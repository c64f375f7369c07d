"""The inspector: one hop's request and response, side by side with what they mean."""

from collections import OrderedDict
from collections.abc import Callable
from enum import IntEnum
from typing import Protocol, assert_never

from PySide6.QtCore import Property, QEnum, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from showcase.model.answers import Explanation
from showcase.model.events import (
    CueEnded,
    CueStandby,
    CueStarted,
    CueWaits,
    Entry,
    HopEnded,
    HopProgressed,
    HopStarted,
    NearMissed,
    Noticed,
    RolePassed,
    RunEnded,
    RunHeld,
    RunResumed,
    RunStarted,
)
from showcase.model.programme import Programme
from ui.rows import Rows
from ui.viewmodels.dump import DumpRow, dump
from ui.viewmodels.hop import HopModel, size_words
from ui.viewmodels.thread import FactRow, Threads
from ui.viewmodels.tree import Tree, TreeRow

QML_IMPORT_NAME = "Showcase.Inspector"
QML_IMPORT_MAJOR_VERSION = 1

_KEPT = 32
"""Explanations kept; asking again is cheap."""

_SETTLED = 200
"""Milliseconds without a newer hop before the newest is looked into: a story at full speed must
not have the engine explain two dozen images that nobody will look at."""

_AUDIT = "ITI-20"

_PLAIN = ("text/", "application/xml", "application/json", "application/fhir")
"""Media types that are text."""

_LONGEST = 200_000
"""Characters of a document that are drawn."""


class Witness(Protocol):
    """What the inspector asks of the link."""

    def explain(self, hop: str, then: Callable[[Explanation], None]) -> None:
        """The recorded bytes of a hop, for people."""

    def blob(self, digest: str, then: Callable[[bytes], None]) -> None:
        """Recorded bytes."""


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

    changed = Signal()
    bytesChanged = Signal()

    def __init__(self, witness: Witness, parent: QObject | None = None) -> None:
        """Nothing selected; the newest hop will be shown as soon as it ends."""
        super().__init__(parent)
        self._witness = witness
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
        self._known: OrderedDict[str, Explanation] = OrderedDict()
        self._blobs: OrderedDict[str, bytes] = OrderedDict()
        self._trees = (Tree(), Tree())
        self._picked: TreeRow | None = None
        self._plain = False
        self._rows = Rows(TreeRow, parent=self)
        self._facts = Rows(FactRow, parent=self)
        self._dump = Rows(DumpRow, parent=self)

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
            case CueWaits() | NearMissed():
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
        self._picked = None
        self._show()

    @Slot()
    def togglePlain(self) -> None:
        """The tree as text, or the text as a tree."""
        self._plain = not self._plain
        self._show()

    @Slot(str)
    def toggle(self, key: str) -> None:
        """Open or close a line of the tree."""
        self._trees[self._side].toggle(key)
        self._show()

    @Slot(str)
    def pick(self, key: str) -> None:
        """Light the bytes of that line."""
        picked = [row for row in self._trees[self._side].rows() if row.key == key]
        self._picked = picked[0] if picked else None
        self._show_bytes()

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
        return self._hop is not None and self._hop.hop not in self._known

    @Property(bool, notify=changed)
    def plain(self) -> bool:
        """The tree is shown as text."""
        return self._plain

    @Property(str, notify=changed)
    def text(self) -> str:
        """The tab as plain text: of the tree, or of the document."""
        if self._hop is None:
            return ""
        if self._tab is self.Tab.DOCUMENT:
            return self._document()
        known = self._known.get(self._hop.hop)
        if known is None:
            return ""
        return known.response_text if self._side else known.request_text

    @Property(QObject, constant=True)
    def rows(self) -> QObject:
        """The open lines of the tree."""
        return self._rows

    @Property(QObject, constant=True)
    def facts(self) -> QObject:
        """What the exchange states."""
        return self._facts

    @Property(QObject, constant=True)
    def lines(self) -> QObject:
        """The bytes around the picked line."""
        return self._dump

    @Property(str, notify=bytesChanged)
    def picked(self) -> str:
        """Key of the picked line."""
        return self._picked.key if self._picked else ""

    # --- How ------------------------------------------------------------------------------------

    @property
    def _side(self) -> int:
        return 1 if self._tab is self.Tab.RESPONSE else 0

    def _show_newest(self) -> None:
        if not self._pinned and self._newest is not self._hop:
            self._select(self._newest)

    def _select(self, event: HopEnded | None) -> None:
        self._hop = event
        self._picked = None
        self._trees = (Tree(), Tree())
        self._head.show(event, self._programme)
        if self._tab not in self._head.tabs:
            self._tab = self.Tab.REQUEST
        if event:
            self._look_into(event)
        self._show()

    def _look_into(self, event: HopEnded) -> None:
        if known := self._known.get(event.hop):
            self._grow(event, known)
        else:
            self._witness.explain(event.hop, self._explained)
        if event.document:
            self._want(event.document)

    def _explained(self, explanation: Explanation) -> None:
        self._known[explanation.hop] = explanation
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
        if self._hop and self._hop.hop == explanation.hop:
            self._grow(self._hop, explanation)
            self._show()

    def _grow(self, event: HopEnded, explanation: Explanation) -> None:
        told = frozenset(fact.value for fact in event.facts if fact.value)
        self._trees = (Tree(explanation.request, told), Tree(explanation.response, told))

    def _show(self) -> None:
        self._rows.show(self._trees[self._side].rows())
        self._facts.show(self._threads.rows(self._hop) if self._hop else ())
        self.changed.emit()
        self._show_bytes()

    def _show_bytes(self) -> None:
        picked = self._picked
        self._dump.show(())
        if self._hop and picked and picked.end > picked.start:
            exchange = self._hop.exchange
            digest = exchange.response if self._side else exchange.request
            if data := self._want(digest):
                self._dump.show(dump(data, picked.start, picked.end))
        self.bytesChanged.emit()

    def _want(self, digest: str) -> bytes:
        """Bytes that are here; else they are asked for, and shown when they come."""

        def came(data: bytes) -> None:
            self._blobs[digest] = data
            while len(self._blobs) > 4:
                self._blobs.popitem(last=False)
            self._show()

        if digest and digest not in self._blobs:
            self._witness.blob(digest, came)
        return self._blobs.get(digest, b"")

    def _document(self) -> str:
        assert self._hop
        data = self._blobs.get(self._hop.document, b"")
        if not self._hop.document_type.startswith(_PLAIN):
            return f"{self._hop.document_type}, {size_words(len(data))}" if data else ""
        return data.decode(errors="replace")[:_LONGEST]
