"""3. Sixteen bad vendors in the middle of the story.

Each is a whole system, good until its moment, behind a proxy that then spoils it in one way. Staff
press GO as always, and otherwise what the window's own console suggests: its failure card's first
button. The cause must stand on that card in plain words soon after the deadline, and the run must
come to an end that holds with two such presses at most.
"""

import re
import ssl
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from showcase.model.events import RunEnded
from showcase.wire.tls import Credentials
from tests.journeys.foreign import STORY, addresses, vendor
from tests.journeys.staging import engine
from tests.showcase.wire.booth import Booth
from tests.torture import faults
from tests.torture.figures import Figure, at_most, none_of
from tests.torture.proxy import Proxy, Spoil, passes, standing
from tests.torture.scale import Scale
from tests.torture.staff import Card, staff

DEADLINE = 2.0
"""Seconds that a bad vendor has for its answer."""

PRESSES = 2
"""Besides GO, which the story asks for."""


@dataclass(frozen=True)
class Moment:
    """When a vendor turns bad: before that cue is fired.

    Attributes:
        role: The vendor's.
        tells: Whom it sends to, where it is bad as a sender; empty: as who is asked.
    """

    role: str
    protocol: str
    cue: str
    tells: str = ""

    @property
    def sends(self) -> bool:
        """Whether it is the sender that is bad."""
        return bool(self.tells)

    @property
    def asked(self) -> str:
        """Before whom the proxy stands."""
        return self.tells or self.role


_HL7 = (
    Moment("ehr", "hl7v2", "report"),
    Moment("ris", "hl7v2", "order"),
    Moment("index", "hl7v2", "ask-region"),
    Moment("index", "hl7v2", "gp-ask"),
    Moment("registry", "hl7v2", "feed-hospital"),
    Moment("archive", "hl7v2", "order"),
)
_DICOM = (
    Moment("archive", "dicom", "images"),
    Moment("archive", "dicom", "find"),
    Moment("archive", "dicom", "commit"),
    Moment("ris", "dicom", "worklist"),
    Moment("ris", "dicom", "images"),
)
_SOAP = (
    Moment("repository", "soap", "ask-region"),
    Moment("registry", "soap", "gp-ask"),
    Moment("repository", "soap", "gp-ask"),
)
_ANY = (_HL7[0], _DICOM[0], _SOAP[0], *_HL7[1:], *_DICOM[1:], *_SOAP[1:])
_SENDS = (
    Moment("reading", "hl7v2", "report", tells="ehr"),
    Moment("desk", "hl7v2", "feed-hospital", tells="index"),
    Moment("gp", "hl7v2", "gp-ask", tells="index"),
)


@dataclass(frozen=True)
class Kind:
    """One way to be bad.

    Attributes:
        moments: When it may show; the first is where the short form has it.
        spoil: What it does to a conversation; None: from then on, nobody listens.
        said: What the failure card's words must contain; empty: nothing fails, and nothing
            need be pressed, for whoever reads well is not misled by it.
        certificate: What is wrong with its certificate; empty: it speaks in the clear.
    """

    moments: Sequence[Moment]
    spoil: Spoil | None
    said: str = ""
    certificate: str = ""


NOBODY = "Nobody listens at"

KINDS = {
    "refuses": Kind(_ANY, None, NOBODY),
    "resets in mid-message": Kind((_DICOM[0], *_ANY), faults.resets, "closed the connection"),
    "silent": Kind(_ANY, faults.is_silent, "did not answer within"),
    "late": Kind((_SOAP[0], *_ANY), faults.is_late, "did not answer within"),
    "duplicate acknowledgement": Kind(_HL7, faults.acknowledges_twice),
    "foreign acknowledgement": Kind(_HL7, faults.acknowledges_another, "SOMEBODY-ELSE"),
    "acknowledgement in single bytes": Kind(_ANY, faults.drips),
    "two messages at once": Kind(_SENDS, faults.sends_two),
    "bad certificate, expired": Kind((_SOAP[0], *_ANY), passes, "certificate expired", "expired"),
    "bad certificate, not ours": Kind(_ANY, passes, "we do not trust", "foreign"),
    "half-close": Kind((_DICOM[1], *_ANY), faults.half_closes, "closed the connection"),
    "garbage": Kind(_ANY, faults.talks_garbage, " is not "),
    "AE reject": Kind(_DICOM, faults.rejects, "rejects the association"),
    "abort": Kind(_DICOM, faults.aborts, "aborted the association"),
    "store failure": Kind(_DICOM[:1], faults.fails_to_store, "A700"),
    "SOAP fault": Kind(_SOAP, faults.faults, "The shelf is full."),
    "HTTP 500": Kind(_SOAP, faults.breaks, "500"),
}


@dataclass(frozen=True)
class Told:
    """What came of one bad vendor.

    Attributes:
        said: What the failure card had to say.
        cards: Every failure card that was shown.
        presses: How often something else than GO was pressed.
        spoiled: Conversations that went wrong.
    """

    name: str
    said: str
    cards: Sequence[Card]
    presses: int
    ended: RunEnded
    spoiled: int

    @property
    def seconds(self) -> float:
        """From the beginning of what went wrong to its card, at most."""
        return max((each.seconds for each in self.cards), default=0.0)

    def wrong(self, patience: float) -> list[str]:
        """What is not as it should be; `patience` is what may pass beyond the deadline."""
        return [f"{self.name}: {each}" for each in self._wrong(patience)]

    def _wrong(self, patience: float) -> Iterator[str]:
        if self.said != NOBODY and not self.spoiled:
            yield "it had no occasion to be bad"
        if bool(self.said) != bool(self.cards):
            yield f"{len(self.cards)} failure cards were shown"
        for card in self.cards:
            if self.said not in f"{card.why} {card.status}" or not _plain(card.why):
                yield f"the card says: {card.why} ({card.status})"
        if self.seconds > DEADLINE + patience:
            yield f"the card came after {self.seconds:.1f} s"
        if self.presses > PRESSES:
            yield f"{self.presses} presses"
        if not (self.ended.finished and self.ended.held):
            yield f"the run did not hold: {[p.claim for p in self.ended.proofs if not p.holds]}"


def _plain(words: str) -> bool:
    """Whether a tired person can read it: sentences, and nothing out of a program."""
    programs = r"Error\b|Exception|Traceback|errno|<[a-z]|\bNone\b"
    return bool(re.fullmatch(r"[A-Z0-9].*[.!]", words)) and not re.search(programs, words)


async def vendors(folder: Path, scale: Scale) -> list[Figure]:
    """Every bad vendor, as often as the scale says."""
    told: list[Told] = []
    wrong: dict[str, list[str]] = {name: [] for name in KINDS}
    for number in range(scale.vendors):
        for name in KINDS:
            one = await meet(_made(folder / f"{number} {name}"), name, scale, number)
            told.append(one)
            wrong[name] += [f"#{number} {each}" for each in one.wrong(scale.patience)]
    return [
        *(none_of(name, found, scale.vendors) for name, found in wrong.items()),
        at_most("cause on the card", max(t.seconds for t in told), DEADLINE + scale.patience, " s"),
        at_most("presses besides GO", max(each.presses for each in told), PRESSES),
        summary(told, wrong),
    ]


def summary(told: Sequence[Told], wrong: Mapping[str, Sequence[str]]) -> Figure:
    """How many of the sixteen came to a good end; the certificate's two ways are one vendor."""
    everybody = {name.partition(",")[0] for name in KINDS}
    bad = {name.partition(",")[0] for name, found in wrong.items() if found}
    return Figure(
        f"{len(everybody - bad)} of {len(everybody)} bad vendors told in time, the run completed",
        f"{len(told)} runs, {sum(each.presses for each in told)} presses besides GO",
        "all",
        not bad,
    )


async def meet(folder: Path, name: str, scale: Scale, number: int) -> Told:
    """One bad vendor in one run; round 0 has it at its first moment, others by the seed."""
    kind, rng = KINDS[name], Random(f"{scale.seed}:{name}:{number}")
    moment = rng.choice(kind.moments) if number else kind.moments[0]
    where, door = addresses(moment.role), (moment.asked, moment.protocol)
    proxy = Proxy(
        where.ports[moment.asked][moment.protocol],
        kind.spoil,
        rng=rng,
        deadline=DEADLINE,
        tls=_contexts(folder, kind.certificate) if kind.certificate else None,
    )
    async with standing(proxy):
        there = {door: proxy.port}
        theirs, ours = (there, {}) if moment.sends else ({}, there)
        secured = {door} if kind.certificate else set()
        vendors_own = _made(folder / "vendor")
        async with vendor(vendors_own, where, theirs) as system, engine(folder) as stage:
            cast = where.cast(folder, ours=True, detours=ours, secured=secured, deadline=DEADLINE)
            await stage.start_run(STORY, cast=cast, fast=True)
            async with staff(stage, system) as hands:
                ended = await hands.play(until=moment.cue, then=proxy.arm)
    return Told(
        name=f"{name}, {moment.role} in {moment.cue}",
        said=kind.said,
        cards=hands.cards,
        presses=hands.presses,
        ended=ended,
        spoiled=proxy.spoiled,
    )


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


def _contexts(folder: Path, certificate: str) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """How the proxy presents itself, until it is armed and from then on."""
    booth = Booth(folder / "certificates")
    good = booth.issue("good")
    bad = (
        booth.issue("old", days_ago=60)
        if certificate == "expired"
        else Booth(folder / "elsewhere").issue("stranger")
    )
    return _context(good), _context(bad)


def _context(shown: Credentials) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(shown.certificate, shown.key)
    return context
