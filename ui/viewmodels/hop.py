"""What is said of a hop as a whole: from whom to whom, in how much time, how it ended."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from showcase.model.events import HopEnded
from showcase.model.programme import Cue, Programme
from ui.faults import told
from ui.legible import legible
from ui.stage.wording import milliseconds
from ui.translations import decimal, translate
from ui.viewmodels.failure import title_of
from ui.viewmodels.families import family_of

QML_IMPORT_NAME = "Showcase.Inspector"
QML_IMPORT_MAJOR_VERSION = 1

_PICTURE = 2
_DOCUMENT = 3


@QmlElement
@QmlUncreatable("The inspector has one.")
class HopModel(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """The head of the inspector."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """No hop."""
        super().__init__(parent)
        self._hop: HopEnded | None = None
        self._programme: Programme | None = None

    def show(self, hop: HopEnded | None, programme: Programme | None) -> None:
        """Show that hop, or none."""
        self._hop, self._programme = hop, programme
        self.changed.emit()

    @property
    def tabs(self) -> tuple[int, ...]:
        """Numbers of the tabs that have something to show."""
        hop = self._hop
        pictures = (_PICTURE,) if hop and (hop.picture or hop.thumbnails) else ()
        documents = (_DOCUMENT,) if hop and hop.document else ()
        return (0, 1, *pictures, *documents)

    @Property(str, notify=changed)
    def title(self) -> str:
        """``CT scanner → Archive``."""
        return self._title()

    @Property(str, notify=changed)
    def sentence(self) -> str:
        """What happened, as the story tells it; who wrote to whom where it tells nothing."""
        cue = self._cue()
        return (cue.tell or cue.title) if cue else self._title()

    @Property(str, notify=changed)
    def transaction(self) -> str:
        """``RAD-8``."""
        return self._hop.transaction if self._hop else ""

    @Property(str, notify=changed)
    def family(self) -> str:
        """Which standard."""
        return family_of(self._hop.transaction).value if self._hop else ""

    @Property(str, notify=changed)
    def factsLine(self) -> str:
        """``127.0.0.1:11112 · 148 ms · 12.7 MB out, 4 kB back``."""
        if self._hop is None:
            return ""
        exchange = self._hop.exchange
        where = (exchange.responder, milliseconds(exchange.milliseconds))
        sizes = translate("Hop", "{sent} out, {received} back").format(
            sent=size_words(exchange.request_size), received=size_words(exchange.response_size)
        )
        if not exchange.request_size + exchange.response_size:
            sizes = translate("Hop", "Not a byte was exchanged.")
        return " · ".join(part for part in (*where, sizes) if part)

    @Property(bool, notify=changed)
    def bare(self) -> bool:
        """Not a byte of it was recorded, either way: it was seen by others' audit records."""
        exchange = self._hop.exchange if self._hop else None
        return exchange is not None and not exchange.request_size + exchange.response_size

    @Property(str, notify=changed)
    def outcome(self) -> str:
        """As `Outcome` names it."""
        return self._hop.verdict.outcome.value if self._hop else ""

    @Property(str, notify=changed)
    def status(self) -> str:
        """The peer's own words."""
        return legible(self._hop.verdict.status) if self._hop else ""

    @Property(str, notify=changed)
    def words(self) -> str:
        """Ours: why, and what to do about it; empty when acknowledged."""
        if self._hop is None:
            return ""
        verdict = self._hop.verdict
        return legible(" ".join(told(each) for each in (verdict.words, verdict.remedy) if each))

    @Property(bool, notify=changed)
    def hasPicture(self) -> bool:
        """Whether a picture arrived."""
        return _PICTURE in self.tabs

    @Property(bool, notify=changed)
    def hasDocument(self) -> bool:
        """Whether a document arrived."""
        return _DOCUMENT in self.tabs

    @Property(str, notify=changed)
    def picture(self) -> str:
        """SHA-256 of what to show; empty when none."""
        if self._hop is None:
            return ""
        return self._hop.picture or next(iter(self._hop.thumbnails), "")

    @Property(str, notify=changed)
    def label(self) -> str:
        """What the thing turned out to be: a title, a name."""
        return legible(self._hop.label) if self._hop else ""

    def _title(self) -> str:
        if self._hop is None:
            return ""
        sender = title_of(self._hop.sender, self._programme)
        return legible(f"{sender} → {title_of(self._hop.receiver, self._programme)}")

    def _cue(self) -> Cue | None:
        cues = self._programme.cues if self._programme and self._hop else ()
        return next((cue for cue in cues if self._hop and cue.id == self._hop.cue), None)


def size_words(count: int) -> str:
    """``12.7 MB``, ``4.1 kB``, ``120 bytes``."""
    for unit, least in (("MB", 1_000_000), ("kB", 1_000)):
        if count >= least:
            return f"{decimal(count / least, 1)} {unit}"
    return translate("Hop", "{count} bytes").format(count=count)
