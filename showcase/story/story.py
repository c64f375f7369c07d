"""A story that can be played, whole or cut."""

import msgspec

from showcase.model.programme import Cue, Programme, Then
from showcase.story.fault import Fault, Faults
from showcase.story.spelling import suggest


class Cut(msgspec.Struct, frozen=True, kw_only=True):
    """A shorter way through a story.

    Attributes:
        cues: Ids that it names; empty: all.
        minutes: How long it is meant to last; 0: not said.
    """

    cues: tuple[str, ...] = ()
    minutes: float = 0.0


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """A story without a fault.

    Attributes:
        file: Where it stands.
        whole: All of it.
        cuts: By name.
        cuts_line: The line of `cuts:` in the file.
        sex: The patient's.
        born: ``YYYYMMDD``.
        tell: Half a sentence about her, with ``{patient.age}`` not yet filled in.
    """

    file: str
    whole: Programme
    cuts: dict[str, Cut]
    cuts_line: int
    sex: str
    born: str
    tell: str

    @property
    def key(self) -> str:
        """The story's folder name."""
        return self.whole.key

    @property
    def title(self) -> str:
        """The story's name."""
        return self.whole.title

    def programme(self, cut: str = "") -> Programme:
        """The story, or a cut of it.

        A cut keeps the cues it names, in the order of the story, with whatever causes them and
        whatever they cause: a system that reacts does so in every cut. Roles and places stay, and
        so do the numbers of the cues. Where a cue that waits for GO is left out, the one kept
        before it waits instead.

        Args:
            cut: A cut's name; empty: all of it.

        Raises:
            Faults: The story has no such cut.
        """
        if not cut:
            return self.whole
        if cut not in self.cuts:
            words = f"the story has no cut `{cut}`"
            raise Faults([Fault(self.file, self.cuts_line, words, suggest(cut, self.cuts))])
        chosen = self.cuts[cut]
        whole = msgspec.structs.replace(self.whole, cut=cut, minutes=chosen.minutes)
        return _shortened(whole, chosen.cues) if chosen.cues else whole


def _shortened(whole: Programme, named: tuple[str, ...]) -> Programme:
    kept = _with_reactions(whole.cues, set(named))
    waiting = _waiting(whole.cues, kept)
    scenes = []
    for scene in whole.scenes:
        cues = tuple(
            msgspec.structs.replace(cue, then=Then.WAIT, pause=0.0) if cue.id in waiting else cue
            for cue in scene.cues
            if cue.id in kept
        )
        if cues:
            scenes.append(msgspec.structs.replace(scene, cues=cues))
    return msgspec.structs.replace(whole, scenes=tuple(scenes))


def _with_reactions(cues: tuple[Cue, ...], kept: set[str]) -> set[str]:
    """The cues kept, what causes them, and what they cause.

    A cause always comes before what it causes, so two passes find everything.
    """
    for cue in reversed(cues):
        if cue.id in kept and cue.caused_by:
            kept.add(cue.caused_by)
    for cue in cues:
        if cue.caused_by in kept:
            kept.add(cue.id)
    return kept


def _waiting(cues: tuple[Cue, ...], kept: set[str]) -> set[str]:
    """Kept cues that have to wait in place of one that is left out."""
    found: set[str] = set()
    before = ""
    for cue in cues:
        if cue.id in kept:
            before = cue.id
        elif cue.then is Then.WAIT and before:
            found.add(before)
    return found
