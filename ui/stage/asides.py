"""What the wall tells besides hops: who is waited for, what missed, who took over."""

from dataclasses import dataclass, field, replace

from showcase.model.events import CueWaits, HopStarted, NearMissed, RolePassed
from showcase.model.programme import Cue
from ui.faults import piece
from ui.stage import wording
from ui.stage.sights import MISSED, Caption


@dataclass(slots=True)
class Asides:
    """News that belong to no path.

    Attributes:
        waits: The cue whose human is waited for; None: nobody is.
        missed: Hops that were not what a cue waits for, by hop.
    """

    waits: CueWaits | None = None
    missed: dict[str, NearMissed] = field(default_factory=dict)

    def reached(self, start: HopStarted) -> None:
        """A hop of the cue that waits has begun."""
        if self.waits is None or self.waits.cue != start.cue:
            return
        left = tuple(each for each in self.waits.receivers if each != start.receiver)
        self.waits = (
            CueWaits(
                run=self.waits.run,
                cue=self.waits.cue,
                sender=self.waits.sender,
                receivers=left,
                todo=self.waits.todo,
                values=self.waits.values,
            )
            if left
            else None
        )

    def over(self, cue: str) -> None:
        """A cue has ended: nobody is waited for any more."""
        if self.waits is not None and self.waits.cue == cue:
            self.waits = None

    def waiting(self, cue: Cue | None, title: str) -> Caption | None:
        """What stands there while somebody is waited for."""
        if self.waits is None:
            return None
        return Caption(
            sentence=wording.waits(title), line=cue.title if cue else "", outcome="waiting"
        )


def miss(caption: Caption, news: NearMissed) -> Caption:
    """What is said of a hop that came close."""
    why = " · ".join(piece(each) for each in news.differences)
    return replace(caption, sentence=wording.missed(news.words), outcome=MISSED, why=why)


def passed(title: str, news: RolePassed) -> Caption:
    """What is said when another system plays a role from now on."""
    return Caption(sentence=wording.passed(title, news.system), line=wording.sentence(news.words))
