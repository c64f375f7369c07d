"""A run, told in the terminal: a line for each hop as it ends, a verdict at the end."""

import re
from collections.abc import Iterator

from rich.console import Console
from rich.markup import escape
from rich.status import Status
from rich.text import Text

from showcase.explain.legible import legible
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
from showcase.model.exchange import Outcome, Verdict
from showcase.model.programme import Programme
from showcase.model.system import System
from showcase.model.transaction import Family, family_of_carrier
from showcase.transactions.catalogue import CATALOGUE

_AUDIT = "ITI-20"

_FAMILY_STYLE = {
    Family.HL7V2: "color(214)",
    Family.DICOM: "color(74)",
    Family.XDS: "color(36)",
    Family.FHIR: "color(175)",
    Family.AUDIT: "color(245)",
}

_MARKS = {
    Outcome.ACKNOWLEDGED: ("✓", "green"),
    Outcome.REFUSED: ("✗", "yellow"),
    Outcome.FAILED: ("✗", "red"),
    Outcome.SENT: ("·", "color(245)"),
}


class _Audits:
    """Audit records of a run: those that were sent, and those that nobody took."""

    def __init__(self) -> None:
        self._sent = 0
        self._lost: list[HopEnded] = []

    def count(self, event: HopEnded) -> None:
        if event.verdict.outcome is Outcome.FAILED:
            self._lost.append(event)
        else:
            self._sent += 1

    def lines(self) -> Iterator[tuple[str, str]]:
        """What to say of them, and in which style."""
        if self._sent:
            yield f"{self._sent} audit records sent (syslog has no acknowledgement)", "dim"
        if self._lost:
            why = self._lost[0].verdict
            yield f"{len(self._lost)} audit records not taken: {why.words} {why.remedy}", "yellow"


class Teller:
    """Prints entries as they come; one region of the terminal, one class.

    Audit records are counted and told at the end: there is one for either side of every hop.
    """

    def __init__(self, console: Console, programme: Programme | None = None) -> None:
        """Print on `console`; a run brings its `programme`, other traffic does not."""
        self._console = console
        self._programme = programme
        self._number = 0
        self._audits = _Audits()
        self._broken = self._why = ""
        self._status: Status | None = None
        self._waiting: dict[str, str] = {}

    def apply(self, entry: Entry) -> None:  # noqa: C901, PLR0912, PLR0915 - one case for each event there is
        """Tell one entry."""
        match entry.event:
            case RunStarted() as event:
                self._opening(event)
            case CueStarted() as event:
                self._cue(event)
            case HopStarted() as event:
                self._leaving(event)
            case HopProgressed() as event:
                self._progress(event)
            case HopEnded() as event:
                self._hop(event)
            case CueEnded() as event:
                self._cue_end(event)
            case RunEnded() as event:
                self._closing(event)
            case Noticed() as event:
                self._notice(event)
            case CueWaits() as event:
                self._wait(event)
            case NearMissed() as event:
                self._line(f"  !  {event.words}", style="yellow")
            case RolePassed() as event:
                who = "A stand-in" if event.system.stand_in else _called(event.system)
                self._line(
                    f"{who} plays {self._title(event.role)} from now on. {event.words}".rstrip()
                )
            case RunHeld() as event:
                told = event.words == self._broken
                self._line("The run holds here." if told else event.words, style="yellow")
            case Knocked() as event:
                self._knock(event)
            case RunResumed() | CueStandby() | CallerJudged():
                pass

    def close(self) -> None:
        """Stop whatever is still moving in the terminal."""
        if self._status:
            self._status.stop()
            self._status = None

    def _opening(self, event: RunStarted) -> None:
        programme = self._programme = event.programme
        self._number, self._audits = 0, _Audits()
        title = Text(legible(programme.title), style="bold")
        who = f"{event.patient.name}, {event.patient.tell}"
        title.append(f"   {legible(who)}", style="not bold")
        self._console.print(title)
        vendors = [s for s in event.systems.values() if not s.stand_in]
        for system in vendors:
            badge = " (assisted)" if system.assisted else ""
            self._line(f"{_called(system)}{badge} is in the cast.")
        self._console.print()
        if self._console.is_terminal:
            self._status = self._console.status("")
            self._status.start()

    def _cue(self, event: CueStarted) -> None:
        if self._status:
            self._status.update(escape(legible(self._cue_title(event.cue))))

    def _knock(self, event: Knocked) -> None:
        name = f" as {legible(event.name)}" if event.name else ""
        who = f"{legible(event.caller)} knocks{name} at {event.role} ({event.protocol})."
        self._line(f"{who} The cast does not name it, and nobody here can let it in.")
        self._line(
            "Enter its address and name in the cast, or start with --open-house.", style="dim"
        )

    def _wait(self, event: CueWaits) -> None:
        """What a vendor's human has to do, in lines one can read to them across a table."""
        self._line(f"  …  {event.todo}", style="bold")
        width = max((len(name) for name in event.values), default=0)
        for name, value in event.values.items():
            self._line(f"       {name:<{width}}  {value}")

    def _leaving(self, event: HopStarted) -> None:
        if event.transaction != _AUDIT:
            self._waiting[event.hop] = f"{event.transaction} → {self._title(event.receiver)}"

    def _progress(self, event: HopProgressed) -> None:
        if self._status and event.hop in self._waiting:
            waiting = escape(self._waiting[event.hop])
            self._status.update(f"{waiting}: {event.done} of {event.total}")

    def _hop(self, event: HopEnded) -> None:
        self._waiting.pop(event.hop, None)
        if event.transaction == _AUDIT:
            self._audits.count(event)
            return
        self._number += 1
        self._console.print(self._hop_line(event), soft_wrap=True)
        self._why = event.verdict.words
        if event.verdict.words:
            status = _beside(event.verdict)
            said = f" ({status})" if status else ""
            self._line(f"      {event.verdict.words}{said}", style="yellow")
            self._line(f"      {event.verdict.remedy}")

    def _hop_line(self, event: HopEnded) -> Text:
        known = CATALOGUE.get(event.transaction)
        family = known.family if known else family_of_carrier(event.transaction)
        mark, colour = _MARKS[event.verdict.outcome]
        ends = f"{self._title(event.sender)} → {self._title(event.receiver)}"
        line = Text()
        line.append(f"{self._number:>3}  ", style="dim")
        line.append(f"{legible(event.transaction):<6} ", style=f"bold {_FAMILY_STYLE[family]}")
        line.append(f"{ends:<36}")
        line.append(f"{family:<8}", style="dim")
        line.append(f"{milliseconds(event.exchange.milliseconds):>11}  ")
        line.append(f"{mark} {event.verdict.outcome}", style=colour)
        if event.count > 1:
            line.append(f"  {event.count} objects", style="dim")
        return line

    def _cue_end(self, event: CueEnded) -> None:
        if event.skipped:
            self._line(f"     “{self._cue_title(event.cue)}” was skipped.", style="dim")
        elif not event.held:
            self._broken = f"“{self._cue_title(event.cue)}” did not hold."
            why = "" if event.words == self._why else event.words
            self._line(f"  !  {self._broken} {why}".rstrip(), style="yellow")

    def _closing(self, event: RunEnded) -> None:
        self.close()
        for told, style in self._audits.lines():
            self._line(f"     {_AUDIT}  {told}", style=style)
        if event.proofs:
            self._console.print()
        for proof in event.proofs:
            mark, colour = ("✓", "green") if proof.holds else ("✗", "red")
            line = Text(f"  {mark} ", style=colour)
            line.append(legible(proof.claim), style="default")
            line.append(f"  {legible(proof.evidence)}", style="dim")
            self._console.print(line, soft_wrap=True)
        self._console.print()
        self._console.print(summary(event), highlight=False)

    def _notice(self, event: Noticed) -> None:
        style = {"warning": "yellow", "error": "red"}.get(event.level, "dim")
        who = f"{self._title(event.role)}: " if event.role else ""
        self._line(f"  {who}{event.words} {event.remedy}".rstrip(), style=style)

    def _line(self, text: str, *, style: str = "") -> None:
        if text.strip():  # a remedy may be empty
            self._console.print(Text(legible(text), style=style), soft_wrap=True)

    def _cue_title(self, cue: str) -> str:
        titles = {each.id: each.title for each in self._programme.cues} if self._programme else {}
        return titles.get(cue) or cue

    def _title(self, role: str) -> str:
        titles = {r.key: r.title for r in self._programme.roles} if self._programme else {}
        return legible(titles.get(role, role))


def _called(system: System) -> str:
    """``Acme PACS 9``: maker and product, the maker's name once."""
    if not system.vendor or system.product.startswith(system.vendor):
        return system.product or system.key
    return f"{system.vendor} {system.product}".strip()


def _beside(verdict: Verdict) -> str:
    """What the peer's status adds to our words: what they quote is not said twice."""
    left = verdict.status
    for said in re.findall(r"“(.+?)”|(\(.+?\))", verdict.words):
        left = left.replace("".join(said), "")
    return " ".join(left.split())


def milliseconds(value: float) -> str:
    """``12.4 ms``; empty where no time was measured: nobody answers a single datagram."""
    return f"{value:,.1f} ms" if value else ""


def summary(event: RunEnded) -> str:
    """The last line of a played run."""
    return (
        f"{event.hops} hops: {event.acknowledged} acknowledged, "
        f"{event.refused} refused, {event.failed} failed"
    )
