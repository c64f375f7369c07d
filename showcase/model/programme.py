"""A story as it will be performed: places, roles, scenes, cues."""

from enum import StrEnum

import msgspec

from showcase.model.exchange import Outcome


class Then(StrEnum):
    """What happens after a cue."""

    WAIT = "wait"  # the next cue waits for GO
    CONTINUE = "continue"  # the next cue follows after `pause` seconds, whatever came of this one
    FOLLOW = "follow"  # the next cue follows once this one is acknowledged


class OnFailure(StrEnum):
    """What a run does when a cue did not hold."""

    STOP = "stop"
    GO_ON = "go on"


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A ground on the stage: hospital, practice, region.

    Attributes:
        authority: Short name of the patient identifier domain (CX.4.1); empty where none.
        authority_oid: Its OID (CX.4.2).
    """

    key: str
    title: str
    authority: str = ""
    authority_oid: str = ""


class Role(msgspec.Struct, frozen=True, kw_only=True):
    """A part in the story.

    Attributes:
        plays: The IHE actors it plays.
        place: Key of the place it stands in.
        at: Column and row on the stage's lane grid, from the left and the top; None: laid out
            for it.
        icon: Name of the drawn icon; empty: chosen by the actors.
    """

    key: str
    title: str
    plays: tuple[str, ...]
    place: str
    at: tuple[float, float] | None = None
    icon: str = ""


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """One step of a scene: one transaction from one role to one or more others.

    Attributes:
        id: Unique in the story.
        number: 1, 2, 3 … in the order of the story.
        transaction: Id in the catalogue.
        trigger: Trigger event where the transaction has several (``A04``); else empty.
        sender: Role that starts the transaction.
        receivers: Roles that answer it; one hop for each.
        title: What the cue list calls it.
        tell: The wall's sentence: what has happened, once it has.
        say: The presenter's line.
        typed: What the human at the sending system would type, by name.
        caused_by: Id of the cue that makes the sender do this by itself; empty: GO does.
        then: What happens after it.
        pause: Seconds to wait before the next cue, where `then` is *continue*.
        expect: The outcome with which the cue holds; some stories show a refusal.
        on_failure: What the run does when it did not hold.
        planned: True when the transaction is not in the catalogue yet: drawn dashed, never sent.
    """

    id: str
    number: int
    transaction: str
    sender: str
    receivers: tuple[str, ...]
    title: str
    tell: str = ""
    say: str = ""
    trigger: str = ""
    typed: dict[str, str] = {}
    caused_by: str = ""
    then: Then = Then.FOLLOW
    pause: float = 0.0
    expect: Outcome = Outcome.ACKNOWLEDGED
    on_failure: OnFailure = OnFailure.STOP
    planned: bool = False


class Scene(msgspec.Struct, frozen=True, kw_only=True):
    """A chapter of the story."""

    title: str
    cues: tuple[Cue, ...]
    tell: str = ""


class Patient(msgspec.Struct, frozen=True, kw_only=True):
    """The invented patient of one run.

    Attributes:
        born: ``YYYYMMDD`` (HL7 DT, DICOM DA).
        sex: ``F``, ``M`` or ``O``.
        tell: Half a sentence about her: ``65, came with chest pain``.
    """

    given: str
    family: str
    born: str
    sex: str
    tell: str = ""

    @property
    def name(self) -> str:
        """``Rosa Quill``."""
        return f"{self.given} {self.family}".strip()


NOBODY = Patient(given="", family="", born="", sex="")
"""Of a run that only watches: whose traffic it is, the traffic says."""


class Programme(msgspec.Struct, frozen=True, kw_only=True):
    """A story as one run performs it: loaded, checked, cut.

    Attributes:
        key: The story's folder name.
        scenes: Empty where nothing is played: the run only watches.
        cut: Name of the cut; empty: all of it.
        minutes: How long the cut is meant to last; 0: not said.
        language: Of its texts (RFC 5646).
    """

    key: str
    title: str
    places: tuple[Place, ...]
    roles: tuple[Role, ...]
    scenes: tuple[Scene, ...]
    cut: str = ""
    minutes: float = 0.0
    language: str = "en"

    @property
    def cues(self) -> tuple[Cue, ...]:
        """All cues of all scenes, in order."""
        return tuple(cue for scene in self.scenes for cue in scene.cues)

    @property
    def watches(self) -> bool:
        """Nothing of it is played: whatever its systems see is drawn."""
        return not self.scenes

    def role(self, key: str) -> Role:
        """The role with that key; KeyError when the story has none."""
        for role in self.roles:
            if role.key == key:
                return role
        raise KeyError(key)

    def place(self, key: str) -> Place:
        """The place with that key; KeyError when the story has none."""
        for place in self.places:
            if place.key == key:
                return place
        raise KeyError(key)
