"""A run as the journal tells it: who played, what was sent, what came of it."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

import msgspec

from showcase.model.events import Entry, HopEnded, RolePassed, RunEnded, RunStarted
from showcase.model.exchange import Outcome
from showcase.model.programme import Role
from showcase.model.system import System
from showcase.model.transaction import Family, family_of_carrier
from showcase.transactions.catalogue import CATALOGUE

AUDIT = "ITI-20"


class NothingRecorded(LookupError):
    """The entries are not those of a run."""


class Hop(msgspec.Struct, frozen=True, kw_only=True):
    """A hop that has ended.

    Attributes:
        number: 1, 2, 3 … in the order in which hops ended; audit records are counted apart.
    """

    number: int
    event: HopEnded

    @property
    def audit(self) -> bool:
        """Whether it is an audit record."""
        return self.event.transaction == AUDIT

    @property
    def family(self) -> Family:
        """The standard that carried it."""
        known = CATALOGUE.get(self.event.transaction)
        return known.family if known else family_of_carrier(self.event.transaction)

    @property
    def name(self) -> str:
        """The title of its transaction in the Technical Framework; empty when it has none."""
        known = CATALOGUE.get(self.event.transaction)
        return known.name if known else ""


class Recording(msgspec.Struct, frozen=True, kw_only=True):
    """A recorded run.

    Attributes:
        began: UTC time of its first entry.
        hops: Those that have ended, without audit records.
        audits: The audit records that were sent.
        systems: Who played each role at the end, by role key.
        end: None when the run was cut short.
    """

    began: datetime
    start: RunStarted
    hops: tuple[Hop, ...]
    audits: tuple[Hop, ...]
    systems: dict[str, System]
    end: RunEnded | None = None

    @property
    def roles(self) -> dict[str, Role]:
        """The roles of its story, by key."""
        return {role.key: role for role in self.start.programme.roles}

    def title(self, role: str) -> str:
        """What people call a role; an address stays one."""
        known = self.roles.get(role)
        return known.title if known else role

    def outcomes(self) -> Counter[Outcome]:
        """How many hops ended how."""
        return Counter(hop.event.verdict.outcome for hop in self.hops)


def recording(entries: Iterable[Entry]) -> Recording:
    """The run that entries tell of.

    Raises:
        NothingRecorded: They do not begin one.
    """
    began: datetime | None = None
    start: RunStarted | None = None
    end: RunEnded | None = None
    systems: dict[str, System] = {}
    ended: list[HopEnded] = []
    for entry in entries:
        match entry.event:
            case RunStarted() as start:
                began, systems = entry.at, dict(start.systems)
            case RolePassed(role=role, system=system):
                systems[role] = system
            case HopEnded() as event:
                ended.append(event)
            case RunEnded() as end:
                pass
            case _:
                continue
    if start is None or began is None:
        raise NothingRecorded("The journal does not hold the beginning of this run.")
    return Recording(
        began=began,
        start=start,
        hops=_numbered(event for event in ended if event.transaction != AUDIT),
        audits=_numbered(event for event in ended if event.transaction == AUDIT),
        systems=systems,
        end=end,
    )


def _numbered(events: Iterable[HopEnded]) -> tuple[Hop, ...]:
    return tuple(Hop(number=number, event=event) for number, event in enumerate(events, 1))
