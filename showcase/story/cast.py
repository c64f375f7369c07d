"""Who plays which role, and where the stand-ins listen.

Ports of stand-ins are stable, so that a guest's system can be configured the evening before: the
role with index *n* in the story (counted from 0) has ``21000 + 10 n``, and from there

====  ===================================
+0    HL7 v2 over MLLP
+1    DICOM
+2    SOAP over HTTP
+3    audit messages over UDP
+4    audit messages over TLS
====  ===================================

A cast may set any of them, and any name.
"""

from pathlib import Path

import msgspec

from showcase.model import oid
from showcase.model.programme import Place, Programme
from showcase.model.system import Oids, System
from showcase.story.cast_lint import Player, lint_cast, misfits
from showcase.story.cast_schema import CastForm, StandInForm, TapForm
from showcase.story.cast_systems import certificates, logos_of, system_of
from showcase.story.cast_taps import lint_taps, misplaced_taps, tappable
from showcase.story.fault import Fault, Faults
from showcase.story.library import cast_file, cast_names
from showcase.story.logo import lint_logos
from showcase.story.shape import shape_faults
from showcase.story.spelling import suggest
from showcase.story.yaml_source import Source, read_source
from showcase.wire.addresses import LOOPBACK

BASE_PORT = 21000
PORTS_PER_ROLE = 10
PROTOCOLS = ("hl7v2", "dicom", "soap", "syslog", "syslog_tls")
"""In the order of their ports."""


class StandInSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Where a stand-in listens, and the names it goes by.

    Attributes:
        host: Interface to bind.
        ports: Port by protocol, one for each of `PROTOCOLS`.
        application: MSH-3 and MSH-5.
        facility: MSH-4 and MSH-6.
        ae_title: DICOM AE title.
        asked: Protocols whose port the cast set: another one will not do.
    """

    host: str
    ports: dict[str, int]
    application: str
    facility: str
    ae_title: str
    asked: frozenset[str] = frozenset()


class TapSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Where a tap listens, and to whom it leads.

    Attributes:
        receiver: Role key of whoever is called.
        protocol: ``hl7v2``, ``dicom`` or ``soap``.
        sender: The role that is given the port; empty: anybody.
    """

    receiver: str
    protocol: str
    port: int
    sender: str = ""


class Cast(msgspec.Struct, frozen=True, kw_only=True):
    """A cast without a fault; ``Cast()`` leaves every role to a stand-in.

    Attributes:
        title: What the console calls it.
        players: Who plays a role, by role key, and where the file says so.
        host: The interface stand-ins listen on.
        tls: Whether their ports take TLS and nothing else.
        trusted: Certificates of guests and of their authorities, that guests may show us.
        time_server: ``host`` or ``host:port``; empty: the cast names none.
        settings: What the file says of stand-ins, by role key.
        taps: Where we listen in on vendors' systems that talk to each other.
        audited: Pairs of roles, the sender first, whose exchanges are seen by audit.
        systems: Vendors' systems by their key, whether they play anything or not.
        logos: Logos by their digest, as `System.logo` names them.
        source: The file.
    """

    title: str = ""
    players: dict[str, Player] = {}
    host: str = LOOPBACK
    tls: bool = False
    trusted: tuple[Path, ...] = ()
    time_server: str = ""
    settings: dict[str, StandInForm] = {}
    taps: tuple[TapSettings, ...] = ()
    audited: tuple[tuple[str, str], ...] = ()
    systems: dict[str, System] = {}
    logos: dict[str, bytes] = {}
    source: Source | None = None

    @property
    def secured(self) -> bool:
        """Whether TLS is spoken anywhere, so that our stand-ins need a certificate."""
        ends = [player.system.endpoints for player in self.players.values()]
        return (
            self.tls
            or bool(self.trusted)
            or any(
                (end.hl7v2 and end.hl7v2.tls)
                or (end.dicom and end.dicom.tls)
                or (end.soap and any(u.startswith("https:") for u in end.soap.urls.values()))
                or (end.syslog and end.syslog.tls_port)
                for end in ends
            )
        )

    @property
    def vendors(self) -> dict[str, System]:
        """Vendors' systems, by role key."""
        return {role: player.system for role, player in self.players.items()}

    def check(self, programme: Programme) -> tuple[Fault, ...]:
        """Everything in which the cast does not go with a story.

        Args:
            programme: The whole story, not a cut of it.
        """
        if self.source is None:
            return ()
        return (
            *misfits(self.source, self.players, tuple(self.settings), programme),
            *misplaced_taps(self.source, programme),
        )

    def stand_in(self, programme: Programme, role: str) -> StandInSettings:
        """Where the stand-in for a role listens; KeyError when the story has no such role."""
        place = programme.place(programme.role(role).place)
        asked = self.settings.get(role, StandInForm())
        ports = _asked_ports(asked)
        base = BASE_PORT + PORTS_PER_ROLE * _index(programme, role)
        return StandInSettings(
            host=self.host,
            ports={name: ports.get(name, base + step) for step, name in enumerate(PROTOCOLS)},
            application=asked.hl7v2.application or role.upper(),
            facility=asked.hl7v2.facility or _facility(place),
            ae_title=asked.dicom.ae_title or role.upper(),
            asked=frozenset(ports),
        )

    def oids(self, programme: Programme, role: str) -> Oids:
        """Object identifiers of the stand-in for a role: its place's domain, and one of its own."""
        place = programme.place(programme.role(role).place)
        return Oids(
            authority=place.authority,
            authority_oid=place.authority_oid,
            unique_id=f"{oid.SYSTEMS}.{_index(programme, role) + 1}",
        )


def load_cast(named: str | Path) -> Cast:
    """The cast that a name or a file means.

    Raises:
        Faults: There is none, or it has faults; all of them.
    """
    path = cast_file(named)
    if not path.exists():
        words, remedy = "there is no such cast", suggest(str(named), cast_names())
        raise Faults([Fault(str(named), 0, words, remedy)])
    return cast_from(read_source(path))


def cast_from(source: Source) -> Cast:
    """The cast in a file that was read.

    Raises:
        Faults: It has faults; all of them.
    """
    faults = [
        *source.faults,
        *shape_faults(source, CastForm),
        *lint_cast(source),
        *lint_taps(source),
        *lint_logos(source),
    ]
    if faults:
        raise Faults(faults)
    form = CastForm.model_validate(source.data)
    folder = Path(source.file).parent
    logos = logos_of(form, folder)
    systems = {
        key: system_of(key, each, folder, logo=logos[key].digest if key in logos else "")
        for key, each in form.systems.items()
    }
    return Cast(
        title=form.title,
        players={role: Player(role, systems[key]) for role, key in form.roles.items()},
        host=form.standins.host,
        tls=form.standins.tls,
        trusted=tuple(Path(file) for file in certificates(form, folder)),
        time_server=form.time_server or "",
        settings=dict(form.standins.roles),
        taps=tuple(
            _tap(each, systems[form.roles[each.to]]) for each in form.taps if each.seen_by == "tap"
        ),
        audited=tuple(
            (each.sender or "", each.to) for each in form.taps if each.seen_by == "audit"
        ),
        systems=systems,
        logos={each.digest: each.data for each in logos.values()},
        source=source,
    )


def _tap(form: TapForm, receiver: System) -> TapSettings:
    return TapSettings(
        receiver=form.to,
        protocol=form.protocol or tappable(receiver)[0],
        port=form.listen or 0,
        sender=form.sender or "",
    )


def _asked_ports(form: StandInForm) -> dict[str, int]:
    asked = {
        "hl7v2": form.hl7v2.port,
        "dicom": form.dicom.port,
        "soap": form.soap.port,
        "syslog": form.syslog.port,
        "syslog_tls": form.syslog.tls_port,
    }
    return {name: port for name, port in asked.items() if port}


def _index(programme: Programme, role: str) -> int:
    return [each.key for each in programme.roles].index(role)


def _facility(place: Place) -> str:
    return place.authority or place.key.upper()
