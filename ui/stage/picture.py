"""The fold: from events to what is on the wall, at the picture's own pace.

`apply` takes every event there is; `finished` is what the animation reports back. Everything the
audience reads follows the cursor; only what must not wait (a hold, a system that takes over, a
new run) is shown at once.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

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
from showcase.model.exchange import Outcome
from showcase.model.fact import Side
from showcase.model.programme import Cue, Patient, Programme
from showcase.model.system import System
from showcase.model.transaction import Family, Thing
from ui.stage.asides import Asides
from ui.stage.cursor import Beat, Cast, Closing, Cursor, Phase, Progress, Seal
from ui.stage.knowledge import Knowledge
from ui.stage.layout import HEIGHT
from ui.stage.lights import Lights
from ui.stage.narration import Narration
from ui.stage.record import Record
from ui.stage.scenery import Scenery, Way
from ui.stage.sights import Caption, Glow, Traveller
from ui.stage.things import Look, look

_MOST_SEALS = 4


class Picture:
    """All that is on the wall."""

    def __init__(self, family_of: Callable[[str], Family], height: float = HEIGHT) -> None:
        """An empty stage.

        Args:
            family_of: Which standard carries a transaction.
            height: Of the stage, in board units.
        """
        self._family_of = family_of
        self._height = height
        self.stale = self.recording = False
        self.clear()

    def clear(self) -> None:
        """An empty stage: another run follows from its beginning."""
        self.run = ""
        self.programme: Programme | None = None
        self.patient: Patient | None = None
        self.systems: dict[str, System] = {}
        self.scenery: Scenery | None = None
        self.record: Record | None = None
        self.knowledge = Knowledge()
        self.cursor = Cursor()
        self.travellers: dict[str, Traveller] = {}
        self.seals: tuple[tuple[str, Way], ...] = ()
        self.sealed = 0
        self.lights = Lights()
        self.asides = Asides()
        self.counts = dict.fromkeys(Outcome, 0)
        self.standby: Cue | None = None  # what GO would fire: for staff only
        self.held = self.cut = False
        self.end: RunEnded | None = None
        self.at: datetime | None = None
        self.departed: set[str] = set()  # hops
        self._narration = Narration()

    # --- Events ---

    def apply(self, entry: Entry) -> None:  # noqa: C901, PLR0912 - one case for each event there is
        """Fold one event in."""
        self.at = entry.at
        match entry.event:
            case RunStarted() as event:
                self._begin(event)
            case HopStarted() as event:
                self.asides.reached(event)
                self._show(self.cursor.started(event))
            case HopProgressed() as event:
                self._show(self.cursor.progressed(event))
            case HopEnded() as event:
                self._show(self.cursor.ended(event))
            case RunEnded() as event:
                self._show(self.cursor.closed(event))
            case RolePassed() as event:
                self._pass(event)
            case CueWaits() as event:
                self.asides.waits = event
            case NearMissed() as event:
                self._miss(event)
            case RunHeld() as event:
                self._hold(event)
            case RunResumed():
                self.held = self.cut = False
            case CueEnded() as event:
                self._over(event)
            case CueStandby() as event:
                self.standby = self._narration.plot.cues.get(event.cue)
            case CueStarted() | Noticed() | Knocked() | CallerJudged():
                pass  # news for staff; the audience sees what crosses the wire

    def _over(self, event: CueEnded) -> None:
        self.asides.over(event.cue)
        if event.skipped:
            self._narration.skips(event.cue)

    def _hold(self, event: RunHeld) -> None:
        self.held, self.cut = True, event.panic
        if event.interrupted:
            self.asides.waits = None

    def finished(self, step: int) -> None:
        """An animation has run to its end."""
        self._show(self.cursor.finished(step))

    def sealed_off(self, hop: str) -> None:
        """An audit record has reached its keeper."""
        self.seals = tuple(seal for seal in self.seals if seal[0] != hop)

    def settle(self) -> None:
        """Show everything that waits, at once."""
        while self.cursor.moving is not None:
            self.finished(self.cursor.moving.step)
        self.seals = ()

    def resize(self, height: float) -> None:
        """The same on a stage of another height."""
        self._height = height
        if self.scenery is None:
            return
        self.scenery = self.scenery.again(height=height)
        self.seals = ()
        for each in tuple(self.travellers.values()):
            start = each.start
            way = self.scenery.way(start.sender, start.receiver)
            dock = self.scenery.dock(start.sender, start.receiver, each.look.thing)
            self._change(replace(each, way=way, dock=dock))

    @property
    def caption(self) -> Caption:
        """What is said now: while all is quiet, who is waited for."""
        waits = self.asides.waits
        if waits is None or self.end is not None or not self.is_quiet:
            return self._narration.caption
        told = self.asides.waiting(
            self._narration.plot.cues.get(waits.cue), self.title(waits.sender)
        )
        return told or self._narration.caption

    @property
    def is_quiet(self) -> bool:
        """Nothing is under way."""
        return self.cursor.moving is None and not self.travellers

    @property
    def waits_for(self) -> str:
        """Key of the role whose human is waited for; empty: nobody is."""
        return self.asides.waits.sender if self.asides.waits else ""

    def _pass(self, event: RolePassed) -> None:
        self.systems = {**self.systems, event.role: event.system}
        self._narration.passes(event)
        self.lights.light(event.role, Glow.PASSES, Family.AUDIT)

    def _miss(self, event: NearMissed) -> None:
        """What came was not what the story waits for: its hop bounces, or has landed already."""
        self.asides.missed[event.hop] = event
        if not self.cursor.missed(event.hop) and event.hop not in self.travellers:
            self._narration.missed(event)

    def _begin(self, event: RunStarted) -> None:
        self.clear()
        self.run = event.run
        self.programme, self.patient = event.programme, event.patient
        self.systems = dict(event.systems)
        self.scenery = Scenery(event.programme, self._family_of, height=self._height)
        self.knowledge = Knowledge(event.programme.places)
        self.record = Record(event.programme)
        self._narration = Narration(event.programme)

    # --- What the cursor says ---

    def _show(self, cast: list[Cast]) -> None:
        for each in cast:
            match each:
                case Beat():
                    self._beat(each)
                case Progress():
                    self._progress(each)
                case Seal():
                    self._seal(each.start)
                case Closing():
                    self._close(each.end)

    def _beat(self, beat: Beat) -> None:
        match beat.phase:
            case Phase.TRAVEL:
                self._depart(beat)
            case Phase.HOVER:
                self._hover(beat.start)
            case Phase.LAND | Phase.BOUNCE:
                self._answer(beat)
            case Phase.DONE:
                self._done(beat)

    def _depart(self, beat: Beat) -> None:
        start = beat.start
        self.departed.add(start.hop)
        family = self._family_of(start.transaction)
        seen = look(start.transaction, pictures=self._narration.plot.brings_pictures(start))
        way = self._way(start, family)
        dock = self._dock(start, seen)
        traveller = Traveller(start, seen, family, way, Phase.TRAVEL, beat.step, dock=dock)
        self._change(traveller)
        self.lights.cool(self.travellers.values())
        self.lights.light(start.sender, Glow.SENDS, family)
        self._narration.leaves(traveller)

    def _way(self, start: HopStarted, family: Family) -> Way | None:
        if self.scenery is None:
            return None
        for party in (start.sender, start.receiver):
            self.scenery.welcome(party)
        self.scenery.use(start.sender, start.receiver, family)
        return self.scenery.way(start.sender, start.receiver)

    def _dock(self, start: HopStarted, seen: Look) -> tuple[float, float]:
        """Where it will wait, beside others that wait there already."""
        others = sum(each.start.receiver == start.receiver for each in self.travellers.values())
        if self.scenery is None:
            return 0.0, 0.0
        return self.scenery.dock(start.sender, start.receiver, seen.thing, others)

    def _hover(self, start: HopStarted) -> None:
        traveller = self.travellers.get(start.hop)
        if traveller is not None and traveller.phase is Phase.TRAVEL:
            self._change(replace(traveller, phase=Phase.HOVER, step=0))
            self.lights.light(start.receiver, Glow.WAITS, traveller.family)

    def _answer(self, beat: Beat) -> None:
        end, traveller = beat.end, self.travellers.get(beat.start.hop)
        if end is None or traveller is None:
            return
        self._change(replace(traveller, phase=beat.phase, step=beat.step, end=end))
        self.counts = {**self.counts, end.verdict.outcome: self.counts[end.verdict.outcome] + 1}
        self.lights.cool(self.travellers.values())
        if beat.phase is Phase.LAND:
            self._land(traveller, end)
        else:
            self._bounce(traveller, end)

    def _bounce(self, traveller: Traveller, end: HopEnded) -> None:
        news = self.asides.missed.get(end.hop)
        good = end.verdict.outcome.good
        if news is not None and good:
            self._change(replace(self.travellers[end.hop], missed=True))
            self.lights.light(end.receiver, Glow.MISSES, traveller.family)
            self._narration.misses(traveller, end, news)
            return
        silent = end.verdict.outcome is Outcome.FAILED
        self.lights.light(end.receiver, Glow.SILENT if silent else Glow.REFUSES, traveller.family)
        self._narration.bounces(traveller, end)

    def _land(self, traveller: Traveller, end: HopEnded) -> None:
        self.lights.light(end.receiver, Glow.LEARNS, traveller.family)
        self.knowledge.teach(end, Side.REQUEST, traveller.family)
        if traveller.look.thing is Thing.IMAGES:
            count = max(end.count, traveller.start.count)
            self.knowledge.pictures(end.receiver, count, traveller.family)
            self._record_pictures(traveller, count)
        elif self.record is not None:
            self.record.paper(end.transaction, traveller.look.thing)
        self._narration.lands(traveller, end)

    def _done(self, beat: Beat) -> None:
        end, traveller = beat.end, self.travellers.get(beat.start.hop)
        self.travellers = {k: v for k, v in self.travellers.items() if k != beat.start.hop}
        if end is None or traveller is None:
            return
        if end.verdict.outcome is Outcome.ACKNOWLEDGED and traveller.phase is Phase.LAND:
            self.knowledge.teach(end, Side.RESPONSE, traveller.family)
            if self.record is not None and traveller.look.back is Thing.PAGE:
                self.record.paper(end.transaction, Thing.PAGE)
        if traveller.phase is not Phase.BOUNCE:
            self.lights.cool(self.travellers.values())

    def _progress(self, progress: Progress) -> None:
        traveller = self.travellers.get(progress.start.hop)
        if traveller is None:
            return
        traveller = replace(traveller, done=progress.done)
        self._change(traveller)
        if traveller.look.thing is Thing.IMAGES:
            self._record_pictures(traveller, progress.done)
            self._narration.goes_on(traveller)

    def _record_pictures(self, traveller: Traveller, done: int) -> None:
        if self.record is not None:
            self.record.pictures(done, max(traveller.start.count, done), traveller.thumbnails)

    def _seal(self, start: HopStarted) -> None:
        self.sealed += 1
        way = self.scenery.straight(start.sender, start.receiver) if self.scenery else None
        if way is not None and len(self.seals) < _MOST_SEALS:
            self.seals = (*self.seals, (start.hop, way))

    def _close(self, end: RunEnded) -> None:
        self.end = end
        self.travellers = {}
        self.lights = Lights()
        self._narration.closes(end)

    # --- Small things ---

    def title(self, role: str) -> str:
        """A role's title; an address where it is none."""
        return self._narration.plot.title(role)

    @property
    def glows(self) -> dict[str, tuple[Glow, str]]:
        """Cards that are lit: why, and in the colour of which family."""
        return self.lights.lit

    @property
    def in_play(self) -> frozenset[str]:
        """Keys of the systems that everybody must be able to name now.

        Before the first hop the stage introduces all of them; then those of the hop that is
        shown, until the next one leaves; at the end nobody.
        """
        if self.programme is not None and not self.departed and self.end is None:
            return frozenset(role.key for role in self.programme.roles)
        parties = {
            key
            for each in self.travellers.values()
            for key in (each.start.sender, each.start.receiver)
        }
        waits = {self.waits_for} if self.waits_for else set()
        return frozenset(self.lights.lit.keys() | parties | waits)

    @property
    def scene(self) -> int:
        """Which scene is on, from 0; -1 before the first hop."""
        return self._narration.scene

    @property
    def shown(self) -> set[str]:
        """Cues whose sentence has been said, or that were skipped."""
        return self._narration.shown

    def _change(self, traveller: Traveller) -> None:
        self.travellers = {**self.travellers, traveller.start.hop: traveller}
