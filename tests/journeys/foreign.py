"""A vendor whose system plays a whole role, and dies: an engine with a human of its own.

Two engines that share nothing but sockets. What is foreign about the second is all that matters
for a takeover: the first one sees of it what crosses the wire, and no more.
"""

import socket
from collections.abc import AsyncIterator, Collection, Iterator, Mapping
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path
from types import MappingProxyType

from ruamel.yaml import YAML

from showcase.api.engine import Engine
from showcase.conductor.typed import filled
from showcase.model.events import CueWaits
from showcase.model.programme import Patient, Programme
from showcase.standins.behaviour import Prompt
from showcase.standins.troupe import Troupe
from showcase.story.loader import load_story
from tests.journeys.staging import engine

PROTOCOLS = ("hl7v2", "dicom", "soap", "syslog")
SOAP = {"registry": ("ITI-18", "ITI-42"), "repository": ("ITI-41", "ITI-43")}
STORY = "chest-pain"


class Addresses:
    """Where everybody listens in both engines: decided beforehand, as at a real show."""

    def __init__(self, programme: Programme, foreign: str) -> None:
        self.foreign = foreign
        self.roles = [role.key for role in programme.roles]
        self._places = {role.key: programme.place(role.place) for role in programme.roles}
        free = free_ports(len(self.roles) * len(PROTOCOLS))
        self.ports = {role: {each: next(free) for each in PROTOCOLS} for role in self.roles}

    def cast(
        self,
        folder: Path,
        *,
        ours: bool,
        detours: Mapping[tuple[str, str], int] = MappingProxyType({}),
        secured: Collection[tuple[str, str]] = (),
        **more: object,
    ) -> str:
        """The cast of our engine, in which `foreign` is a vendor; or the vendor's mirror of it.

        Args:
            folder: Where the file goes.
            ours: Which of the two.
            detours: Ports by role and protocol of whoever stands in front of a system.
            secured: Where they speak TLS, by role and protocol.
            more: What else is said of each system.
        """
        theirs = [role for role in self.roles if (role == self.foreign) is ours]
        mine = [role for role in self.roles if role not in theirs]
        cast = {
            "format": 1,
            "systems": {
                f"{role}-system": {**self._system(role, detours, secured), **more}
                for role in theirs
            },
            "roles": {role: f"{role}-system" for role in theirs},
            "standins": {"roles": {role: self._stand_in(role) for role in mine}},
        }
        file = folder / f"{'ours' if ours else 'theirs'}.yaml"
        with file.open("w") as stream:
            YAML().dump(cast, stream)
        return str(file)

    def _name(self, role: str) -> str:
        return f"NW{role.upper()}" if role == self.foreign else role.upper()

    def _system(
        self,
        role: str,
        detours: Mapping[tuple[str, str], int],
        secured: Collection[tuple[str, str]],
    ) -> dict[str, object]:
        host = "127.0.0.1"
        ports = {each: detours.get((role, each), port) for each, port in self.ports[role].items()}
        tls = {each: {"tls": True} if (role, each) in secured else {} for each in PROTOCOLS}
        name = {"application": self._name(role), "facility": "NW"}
        dicom = {"port": ports["dicom"], "ae_title": self._name(role)}
        system: dict[str, object] = {
            "vendor": "Northwind" if role == self.foreign else "Showcase",
            "hl7v2": {"host": host, "port": ports["hl7v2"], **name, **tls["hl7v2"]},
            "dicom": {"host": host, **dicom, **tls["dicom"]},
            "syslog": {"host": host, "port": ports["syslog"]},
            "deadline": 3,
            "oids": {
                "authority": self._places[role].authority,
                "authority_oid": self._places[role].authority_oid,
            },
        }
        if role in SOAP:
            base = f"{'https' if tls['soap'] else 'http'}://{host}:{ports['soap']}"
            system["soap"] = {each: f"{base}/{each.lower()}" for each in SOAP[role]}
        return system

    def _stand_in(self, role: str) -> dict[str, object]:
        ports, name = self.ports[role], self._name(role)
        return {
            "hl7v2": {"port": ports["hl7v2"], "application": name, "facility": "NW"},
            "dicom": {"port": ports["dicom"], "ae_title": name},
            "soap": {"port": ports["soap"]},
            "syslog": {"port": ports["syslog"]},
        }


class Vendor:
    """The vendor's system, and the human at it."""

    def __init__(self, stage: Engine, troupe: Troupe, role: str) -> None:
        self._stage = stage
        self._troupe = troupe
        self._role = role
        self.alive = True

    async def act(self, told: CueWaits, patient: Patient) -> None:
        """Do what the console shows; every other system is a stranger to this one."""
        cues = {cue.id: cue for cue in self._troupe.book.programme.cues}
        cue = cues[told.cue]
        prompt = Prompt(
            transaction=cue.transaction,
            trigger=cue.trigger,
            receivers=told.receivers,
            typed=filled(cue.typed, patient),
            cue=cue.id,
        )
        await self._troupe.perform(self._role, prompt)

    async def die(self) -> None:
        self.alive = False
        await self._stage.close()


@asynccontextmanager
async def vendor(
    folder: Path,
    addresses: Addresses,
    detours: Mapping[tuple[str, str], int] = MappingProxyType({}),
) -> AsyncIterator[Vendor]:
    """The vendor's system, up; it reaches others by `detours`, where there are some."""
    async with engine(folder) as stage:
        cast = addresses.cast(folder, ours=False, detours=detours)
        troupe = await stage.open_house(STORY, cast=cast, only=[addresses.foreign])
        yield Vendor(stage, troupe, addresses.foreign)


def free_ports(count: int) -> Iterator[int]:
    """Ports that nobody uses, no two of them the same."""
    with ExitStack() as stack:
        probes = [stack.enter_context(socket.socket()) for _ in range(count)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        ports = [int(probe.getsockname()[1]) for probe in probes]
    return iter(ports)


def addresses(foreign: str) -> Addresses:
    return Addresses(load_story(STORY).programme(), foreign)
