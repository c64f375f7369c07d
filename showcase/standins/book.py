"""Every system's address book: who plays which role, and where it listens.

Real systems are configured with their partners' addresses before the show; so are ours. The book
holds addresses and names only, never a patient.
"""

from urllib.parse import urlsplit

import msgspec

from showcase.model.programme import Programme
from showcase.model.system import Dicom, System
from showcase.wire.addresses import LOOPBACK, host_of, told

_REMEMBERED = 64
"""Callers, unknown to the cast, of whom a name is remembered."""


class Book:
    """Who plays which role of one story."""

    def __init__(
        self, programme: Programme, stand_ins: dict[str, System], vendors: dict[str, System]
    ) -> None:
        """Both dictionaries go from role key to system.

        A vendor's system plays its role before the stand-in does: all of it, or what it `takes`.
        One whose role was taken over stands in `relieved`. In `tapped` stands the ``host:port``
        that callers shall enter in place of a system's own, by the caller's role (empty: any),
        the system's role, and the protocol. `interface` is where stand-ins listen. While it is
        `quiet`, no stand-in does anything by itself. Roles that nobody plays are `left_out`.
        """
        self.programme = programme
        self.stand_ins = stand_ins
        self.vendors = vendors
        self.relieved: dict[str, System] = {}
        self.quiet = False
        self.tapped: dict[tuple[str, str, str], str] = {}
        self.interface = LOOPBACK
        self.left_out: frozenset[str] = frozenset()
        self.names: dict[str, str] = {}
        """What staff call a caller whom the cast does not know, by its address."""
        self.heard: dict[str, str] = {}
        """What such a caller calls itself, by its address; the last few."""

    def system(self, role: str, transaction: str) -> System:
        """Whoever plays `transaction` of `role`: the vendor's system, or the stand-in.

        Raises:
            KeyError: Nobody does.
        """
        vendor = self.vendors.get(role)
        if vendor and vendor.plays(transaction):
            return vendor
        return self.stand_ins[role]

    def tap(self, sender: str, receiver: str, protocol: str) -> str:
        """What `sender` has to enter in place of the address of `receiver`; empty: that itself."""
        keys = ((each, receiver, protocol) for each in (sender, ""))
        return next((self.tapped[key] for key in keys if key in self.tapped), "")

    def ours(self, role: str, transaction: str) -> bool:
        """Whether a stand-in, rather than a vendor's system, plays `transaction` of `role`."""
        vendor = self.vendors.get(role)
        return not (vendor and vendor.plays(transaction))

    def take_over(self, role: str) -> System:
        """Have the stand-in play all of a role from now on; return it.

        Raises:
            KeyError: No vendor's system plays it, or there is no stand-in for it.
        """
        stand_in = self.stand_ins[role]
        self.relieved[role] = self.vendors.pop(role)
        return stand_in

    def give_back(self, role: str) -> System:
        """Have the vendor's system that was relieved play its role again; return it.

        Raises:
            KeyError: It was not taken over.
        """
        self.vendors[role] = self.relieved.pop(role)
        return self.vendors[role]

    def shared(self, role: str) -> bool:
        """Whether a vendor's system plays the role or a part of it, or did before a takeover."""
        return role in self.vendors or role in self.relieved

    def on_stage(self, role: str) -> System:
        """The system whose name the role's card bears, at the address that others enter."""
        return self.vendors.get(role) or self.from_outside(self.stand_ins[role])

    def from_outside(self, system: System) -> System:
        """A system as others reach it: a stand-in may know itself by loopback."""
        host = told(self.interface)
        if host == self.interface or not system.stand_in:
            return system
        return msgspec.structs.replace(system, endpoints=system.endpoints.at(host))

    def called(self, role: str) -> str:
        """What people call the system that plays a role: its maker, or the role's title."""
        if vendor := self.vendors.get(role):
            return vendor.vendor or role
        return next((each.title for each in self.programme.roles if each.key == role), role)

    def partners(self, role: str, transaction: str) -> tuple[str, ...]:
        """Roles to which `role` sends `transaction` in this story, in its order, each once.

        A role that somebody left out (``showcase standins --only``) is nobody's partner.
        """
        found: dict[str, None] = {}
        for cue in self.programme.cues:
            if cue.sender == role and cue.transaction == transaction:
                found.update(dict.fromkeys(cue.receivers))
        return tuple(each for each in found if each not in self.left_out)

    def playing(self, actor: str) -> tuple[str, ...]:
        """Roles that play an IHE actor, in the order of the story; those left out are not."""
        roles = (role.key for role in self.programme.roles if actor in role.plays)
        return tuple(each for each in roles if each not in self.left_out)

    def application_entity(self, ae_title: str) -> tuple[str, Dicom] | None:
        """Role and address of an AE title; None when nobody has it.

        A vendor's AE title wins over a stand-in's.
        """
        for systems in (self.vendors, self.stand_ins):
            for role, system in systems.items():
                entity = system.endpoints.dicom
                if entity and entity.ae_title == ae_title.strip():
                    return role, entity
        return None

    def identify(self, remote: str, name: str = "") -> str:
        """The role of a caller, by the name it gave and the host it calls from.

        Args:
            remote: ``host:port`` of the caller.
            name: Its AE title, or its sending application (MSH-3).

        Returns:
            The role key; where the cast knows no such system what staff call it, or its address,
            without the port.
        """
        if role := self._role_of(host_of(remote), name):
            return role
        return self._stranger(host_of(remote), name)

    def called_at(self, host: str) -> str:
        """What people call whoever has that address; empty where nobody is known to."""
        role = self._role_of(host, "")
        return self.called(role) if role else self.names.get(host, "")

    def _stranger(self, host: str, name: str) -> str:
        ours = {each for system in self.stand_ins.values() for each in _names(system)}
        if name not in ours:
            self.heard[host] = name or self.heard.get(host, "")
        if len(self.heard) > _REMEMBERED:
            del self.heard[next(iter(self.heard))]
        return self.names.get(host, host)

    def _role_of(self, host: str, name: str) -> str:
        known = {**self.relieved, **self.vendors}
        named = [r for r, s in known.items() if name and name in _names(s)]
        if len(named) == 1:
            return named[0]
        calling = [r for r, s in known.items() if host in hosts_of(s)]
        return calling[0] if len(calling) == 1 else ""


def hosts_of(system: System) -> set[str]:
    """Every host at which a system listens, as the cast writes it."""
    ends = system.endpoints
    urls = ends.soap.urls.values() if ends.soap else ()
    return {
        *(end.host for end in (ends.dicom, ends.hl7v2, ends.syslog) if end),
        *(host for url in urls if (host := urlsplit(url).hostname)),
    }


def _names(system: System) -> set[str]:
    ends = system.endpoints
    return {
        *([ends.dicom.ae_title] if ends.dicom else []),
        *([ends.hl7v2.application] if ends.hl7v2 else []),
    }
