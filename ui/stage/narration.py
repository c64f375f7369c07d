"""The sentence under the stage: what is said of each hop, and which cues have been told."""

from showcase.model.events import HopEnded, NearMissed, RolePassed, RunEnded
from showcase.model.exchange import Outcome
from showcase.model.programme import Programme
from showcase.model.transaction import Thing
from ui.stage import wording
from ui.stage.asides import miss, passed
from ui.stage.plot import Plot
from ui.stage.sights import Caption, Traveller


class Narration:
    """What the audience reads.

    Attributes:
        plot: The story that is told.
        caption: What is said of the hop that is shown.
        shown: Cues whose sentence has been said, or that were skipped.
    """

    def __init__(self, programme: Programme | None = None) -> None:
        """Nothing has happened yet: the first scene's sentence introduces the story."""
        self.plot = Plot(programme)
        self.caption = Caption()
        self.shown: set[str] = set()
        self._last_cue = ""
        self._owed: dict[str, int] = {}
        if programme:
            scenes = programme.scenes
            tell = scenes[0].tell if scenes else wording.watching()
            self.caption = Caption(sentence=wording.sentence(tell or programme.title))

    @property
    def scene(self) -> int:
        """Which scene is on, from 0; -1 before the first hop."""
        return self.plot.scene(self._last_cue)

    def leaves(self, traveller: Traveller) -> None:
        """A hop has begun."""
        start = traveller.start
        cue = self.plot.cues.get(start.cue)
        if cue is not None:
            self._last_cue = cue.id
            self._owed.setdefault(cue.id, len(cue.receivers))
        sender, receiver = self.plot.title(start.sender), self.plot.title(start.receiver)
        self._say(traveller, wording.leaving(cue, start, traveller.look.thing, sender, receiver))

    def goes_on(self, traveller: Traveller) -> None:
        """More of a hop's objects have been acknowledged."""
        self._say(traveller, self.caption.sentence)

    def lands(self, traveller: Traveller, end: HopEnded) -> None:
        """A hop was acknowledged."""
        self._say(traveller, self._told(end), end)

    def bounces(self, traveller: Traveller, end: HopEnded) -> None:
        """A hop was refused, or nobody answered."""
        self._say(traveller, wording.refused(end, self.plot.title(end.receiver)), end)

    def misses(self, traveller: Traveller, end: HopEnded, news: NearMissed) -> None:
        """A hop was answered well, and was not what the story waits for."""
        self._say(traveller, self.caption.sentence, end)
        self.missed(news)

    def missed(self, news: NearMissed) -> None:
        """What came is not what the story waits for; its hop has been shown already."""
        self.caption = miss(self.caption, news)

    def passes(self, event: RolePassed) -> None:
        """Another system plays a role from now on."""
        self.caption = passed(self.plot.title(event.role), event)

    def skips(self, cue: str) -> None:
        """A cue is left out."""
        self.shown = self.shown | {cue}

    def closes(self, end: RunEnded) -> None:
        """The run is over."""
        outcome = Outcome.ACKNOWLEDGED if end.held else Outcome.FAILED
        self.caption = Caption(
            wording.closing(end), wording.tally(end), outcome=outcome if end.finished else ""
        )

    def _told(self, end: HopEnded) -> str:
        """What has happened: the cue's own words, once all of its receivers have answered."""
        cue = self.plot.cues.get(end.cue)
        if cue is None:
            return self.caption.sentence
        self._owed[cue.id] = self._owed.get(cue.id, 1) - 1
        if self._owed[cue.id] > 0 or not cue.tell:
            return wording.sentence(cue.title) if cue.title else self.caption.sentence
        self.shown = self.shown | {cue.id}
        return wording.sentence(cue.tell)

    def _say(self, traveller: Traveller, sentence: str, end: HopEnded | None = None) -> None:
        start = traveller.start
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
