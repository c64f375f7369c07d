"""The fold: from events to what is on the wall, at the picture's own pace.

`apply` takes every event there is; `finished` is what the animation reports back. Everything the
audience reads follows the cursor; only what must not wait (a hold, a system that takes over, a
new run) is shown at once.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

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
from showcase.model.exchange import Outcome
from showcase.model.fact import Side
from showcase.model.programme import Cue, Patient, Programme
from showcase.model.system import System
from showcase.model.transaction import Family, Thing
from ui.stage import wording
from ui.stage.cursor import Beat, Cast, Closing, Cursor, Phase, Progress, Seal
from ui.stage.knowledge import Knowledge
from ui.stage.record import Record
from ui.stage.scenery import Scenery, Way
from ui.stage.sights import Caption, Glow, Traveller
from ui.stage.things import look

_MOST_SEALS = 4


class Picture:
    """All that is on the wall."""

    def __init__(self, family_of: Callable[[str], Family]) -> None:
        """An empty stage.

        Args:
            family_of: Which standard carries a transaction.
        """
        self._family_of = family_of
        self.stale = self.recording = False
        self.clear()

    def clear(self) -> None:
        """An empty stage: another run follows from its beginning."""
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
        self.glows: dict[str, tuple[Glow, str]] = {}
        self.caption = Caption()
        self.counts = dict.fromkeys(Outcome, 0)
        self.held = self.cut = False
        self.end: RunEnded | None = None
        self.at: datetime | None = None
        self.shown: set[str] = set()
        self._last_cue = ""
        self._cues: dict[str, Cue] = {}
        self._owed: dict[str, int] = {}

    # --- Events ---

    def apply(self, entry: Entry) -> None:  # noqa: C901 - one case for each event there is
        """Fold one event in."""
        self.at = entry.at
        match entry.event:
            case RunStarted() as event:
                self._begin(event)
            case HopStarted() as event:
                self._show(self.cursor.started(event))
            case HopProgressed() as event:
                self._show(self.cursor.progressed(event))
            case HopEnded() as event:
                self._show(self.cursor.ended(event))
            case RunEnded() as event:
                self._show(self.cursor.closed(event))
            case RolePassed() as event:
                self.systems = {**self.systems, event.role: event.system}
            case RunHeld() as event:
                self.held, self.cut = True, event.panic
            case RunResumed():
                self.held = self.cut = False
            case CueEnded() as event:
                if event.skipped:
                    self.shown = self.shown | {event.cue}
            case CueStarted() | CueStandby() | CueWaits() | NearMissed() | Noticed():
                pass  # news for staff; the audience sees what crosses the wire

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

    def _begin(self, event: RunStarted) -> None:
        self.clear()
        self.programme, self.patient = event.programme, event.patient
        self.systems = dict(event.systems)
        self.scenery = Scenery(event.programme)
        self.knowledge = Knowledge(event.programme.places)
        self.record = Record(event.programme)
        self._cues = {cue.id: cue for cue in event.programme.cues}
        scenes = event.programme.scenes
        tell = scenes[0].tell if scenes else ""
        self.caption = Caption(sentence=wording.sentence(tell or event.programme.title))

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
        family = self._family_of(start.transaction)
        seen = look(start.transaction, pictures=self._brings_pictures(start))
        way = self._way(start, family)
        self.travellers = {
            **self.travellers,
            start.hop: Traveller(start, seen, family, way, Phase.TRAVEL, beat.step),
        }
        self._cool()
        self._glow(start.sender, Glow.SENDS, family)
        cue = self._cues.get(start.cue)
        if cue is not None:
            self._last_cue = cue.id
            self._owed.setdefault(cue.id, len(cue.receivers))
        said = wording.leaving(
            cue, start, seen.thing, self.title(start.sender), self.title(start.receiver)
        )
        self._say(start, said)

    def _brings_pictures(self, start: HopStarted) -> bool:
        """Whether images travel with this hop; RAD-16 asks one way and delivers the other."""
        roles = self.programme.roles if self.programme else ()
        plays = next((role.plays for role in roles if role.key == start.sender), ())
        return bool(start.thumbnails) or (start.count > 1 and "Image Archive" in plays)

    def _way(self, start: HopStarted, family: Family) -> Way | None:
        if self.scenery is None:
            return None
        for party in (start.sender, start.receiver):
            self.scenery.welcome(party)
        self.scenery.use(start.sender, start.receiver, family)
        return self.scenery.way(start.sender, start.receiver)

    def _hover(self, start: HopStarted) -> None:
        traveller = self.travellers.get(start.hop)
        if traveller is not None and traveller.phase is Phase.TRAVEL:
            self._change(replace(traveller, phase=Phase.HOVER, step=0))
            self._glow(start.receiver, Glow.WAITS, traveller.family)

    def _answer(self, beat: Beat) -> None:
        end, traveller = beat.end, self.travellers.get(beat.start.hop)
        if end is None or traveller is None:
            return
        self._change(replace(traveller, phase=beat.phase, step=beat.step, end=end))
        self.counts = {**self.counts, end.verdict.outcome: self.counts[end.verdict.outcome] + 1}
        self._cool()
        if beat.phase is Phase.LAND:
            self._land(traveller, end)
        else:
            silent = end.verdict.outcome is Outcome.FAILED
            self._glow(end.receiver, Glow.SILENT if silent else Glow.REFUSES, traveller.family)
            self._say(beat.start, wording.refused(end, self.title(end.receiver)), end)

    def _land(self, traveller: Traveller, end: HopEnded) -> None:
        self._glow(end.receiver, Glow.LEARNS, traveller.family)
        self.knowledge.teach(end, Side.REQUEST, traveller.family)
        if traveller.look.thing is Thing.IMAGES:
            count = max(end.count, traveller.start.count)
            self.knowledge.pictures(end.receiver, count, traveller.family)
            self._record_pictures(traveller, count)
        elif self.record is not None:
            self.record.paper(end.transaction, traveller.look.thing)
        self._say(traveller.start, self._told(end), end)

    def _told(self, end: HopEnded) -> str:
        """What has happened: the cue's own words, once all of its receivers have answered."""
        cue = self._cues.get(end.cue)
        if cue is None:
            return self.caption.sentence
        self._owed[cue.id] = self._owed.get(cue.id, 1) - 1
        if self._owed[cue.id] > 0 or not cue.tell:
            return wording.sentence(cue.title) if cue.title else self.caption.sentence
        self.shown = self.shown | {cue.id}
        return wording.sentence(cue.tell)

    def _done(self, beat: Beat) -> None:
        end, traveller = beat.end, self.travellers.get(beat.start.hop)
        self.travellers = {k: v for k, v in self.travellers.items() if k != beat.start.hop}
        if end is None or traveller is None:
            return
        if beat.phase is Phase.DONE and end.verdict.outcome is Outcome.ACKNOWLEDGED:
            self.knowledge.teach(end, Side.RESPONSE, traveller.family)
            if self.record is not None and traveller.look.back is Thing.PAGE:
                self.record.paper(end.transaction, Thing.PAGE)
        refused = end.verdict.outcome in {Outcome.REFUSED, Outcome.FAILED}
        if not refused:
            self._cool()

    def _progress(self, progress: Progress) -> None:
        traveller = self.travellers.get(progress.start.hop)
        if traveller is None:
            return
        self._change(replace(traveller, done=progress.done))
        if traveller.look.thing is Thing.IMAGES:
            self._record_pictures(traveller, progress.done)
            self._say(progress.start, self.caption.sentence)

    def _record_pictures(self, traveller: Traveller, done: int) -> None:
        if self.record is not None:
            digest = next(iter(traveller.thumbnails), "")
            self.record.pictures(done, max(traveller.start.count, done), digest)

    def _seal(self, start: HopStarted) -> None:
        self.sealed += 1
        way = self.scenery.straight(start.sender, start.receiver) if self.scenery else None
        if way is not None and len(self.seals) < _MOST_SEALS:
            self.seals = (*self.seals, (start.hop, way))

    def _close(self, end: RunEnded) -> None:
        self.end = end
        self.travellers = {}
        self.glows = {}
        outcome = Outcome.ACKNOWLEDGED if end.held else Outcome.FAILED
        self.caption = Caption(
            wording.closing(end), wording.tally(end), outcome=outcome if end.finished else ""
        )

    # --- Small things ---

    def title(self, role: str) -> str:
        """A role's title; an address where it is none."""
        roles = self.programme.roles if self.programme else ()
        return next((each.title for each in roles if each.key == role), role)

    @property
    def scene(self) -> int:
        """Which scene is on, from 0; -1 before the first hop."""
        scenes = self.programme.scenes if self.programme else ()
        for number, scene in enumerate(scenes):
            if any(cue.id == self._last_cue for cue in scene.cues):
                return number
        return -1

    def _change(self, traveller: Traveller) -> None:
        self.travellers = {**self.travellers, traveller.start.hop: traveller}

    def _glow(self, role: str, glow: Glow, family: Family) -> None:
        self.glows = {**self.glows, role: (glow, family)}

    def _cool(self) -> None:
        """Only cards that wait stay lit."""
        waiting = {
            each.start.receiver for each in self.travellers.values() if each.phase is Phase.HOVER
        }
        self.glows = {
            role: glow
            for role, glow in self.glows.items()
            if glow[0] is Glow.WAITS and role in waiting
        }

    def _say(self, start: HopStarted, sentence: str, end: HopEnded | None = None) -> None:
        traveller = self.travellers[start.hop]
        name = f"{traveller.family} {traveller.look.carrier}".strip()
        images = traveller.look.thing is Thing.IMAGES
        self.caption = Caption(
            sentence=sentence,
            line=wording.technical(name, start, images=images, done=traveller.done, end=end),
            transaction=start.transaction,
            family=traveller.family,
            outcome=end.verdict.outcome if end else "",
            why=wording.reason(end) if end else "",
        )
