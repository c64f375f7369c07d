"""A cast beside a story, as a window shows it: every value as text, every role, every peer."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from showcase.model.casting import (
    CastFault,
    CastPeer,
    CastRole,
    CastSheet,
    CastSystem,
    CastTransaction,
)
from showcase.model.programme import Programme, Role
from showcase.model.system import System
from showcase.model.transaction import Family
from showcase.standins.book import hosts_of
from showcase.story.cast import Cast
from showcase.story.cast_takes import answered, started, transactions_of
from showcase.story.fault import Fault
from showcase.story.logo import Unfit, read_logo
from showcase.story.raw import items, mapping
from showcase.story.yaml_source import Source, Value
from showcase.transactions.catalogue import CATALOGUE
from showcase.wire.addresses import addresses

_AUDIT_KEEPER = "Audit Record Repository"
_PROTOCOLS = {Family.HL7V2: "HL7 v2", Family.DICOM: "DICOM", Family.XDS: "SOAP"}
_TOP = ("title", "time_server", "standins")


def sheet_of(
    source: Source,
    casting: Cast,
    programme: Programme,
    *,
    shipped: bool = False,
    faults: Iterable[Fault] = (),
) -> CastSheet:
    """The sheet.

    Args:
        source: The file; its values are shown even where they are faulty.
        casting: The cast in it; where it has faults, one that leaves all to stand-ins.
        programme: The whole story.
        shipped: The file came with the program.
        faults: What is wrong with the file, alone or beside the story.
    """
    players = {role: str(key) for role, key in items(source.data, "roles")}
    top = {key: value for key, value in mapping(source.data).items() if key in _TOP}
    return CastSheet(
        file=source.file,
        story=programme.key,
        title=str(mapping(source.data).get("title") or Path(source.file).stem),
        shipped=shipped,
        values=dict(_flat(top)),
        roles=tuple(
            _role(programme, casting, role, players.get(role.key, "")) for role in programme.roles
        ),
        systems=tuple(
            CastSystem(
                key=key,
                logo=_logo(source, mapping(value)),
                values=dict(_flat(mapping(value))),
            )
            for key, value in items(source.data, "systems")
        ),
        here=addresses(
            host for each in casting.systems.values() for host in sorted(hosts_of(each))
        ),
        faults=told(faults),
    )


def told(faults: Iterable[Fault]) -> tuple[CastFault, ...]:
    """Faults as a window shows them."""
    return tuple(
        CastFault(
            words=each.words,
            remedy=each.remedy,
            line=each.line,
            at=".".join(str(step) for step in each.at),
        )
        for each in faults
    )


def _flat(values: Mapping[str, Value], at: str = "") -> Iterator[tuple[str, str]]:
    for key, value in values.items():
        path = f"{at}{key}"
        if isinstance(value, dict):
            yield from _flat(value, f"{path}.")
        elif isinstance(value, list):
            yield path, ", ".join(str(each) for each in value)
        elif isinstance(value, bool):
            yield path, str(value).lower()
        elif value is not None:
            yield path, f"{value:g}" if isinstance(value, float) else str(value)


def _logo(source: Source, system: Mapping[str, Value]) -> str:
    name = system.get("logo")
    if not isinstance(name, str):
        return ""
    try:
        return read_logo(Path(source.file).parent, name).digest
    except Unfit:
        return ""  # `lint_logos` has told why


def _role(programme: Programme, casting: Cast, role: Role, system: str) -> CastRole:
    player = casting.systems.get(system)
    starts, answers = started(programme, role.key), answered(programme, role.key)
    return CastRole(
        role=role.key,
        title=role.title,
        place=programme.place(role.place).title,
        actors=role.plays,
        system=system,
        facility=casting.stand_in(programme, role.key).facility,
        keeps_audit=_AUDIT_KEEPER in role.plays,
        transactions=tuple(
            CastTransaction(
                id=each,
                name=CATALOGUE[each].name,
                family=CATALOGUE[each].family,
                starts=each in starts,
                answers=each in answers,
                taken=player is not None and player.plays(each),
            )
            for each in transactions_of(programme, role.key)
        ),
        peers=tuple(_peers(programme, casting, role, player)),
    )


# --- Whom a vendor's engineer has to know of ------------------------------------------------------


class _Met:
    """What for, and in which direction, a role meets another over one protocol."""

    def __init__(self) -> None:
        self.transactions: dict[str, None] = {}
        self.calls = False
        self.called = False


def _peers(
    programme: Programme, casting: Cast, role: Role, player: System | None
) -> Iterator[CastPeer]:
    for (other, protocol, transaction), met in _met(programme, role.key, player).items():
        system = casting.vendors.get(other)
        if system and any(system.plays(each) for each in met.transactions):
            yield from _vendor(programme, other, protocol, system, met)
        else:
            yield _stand_in(programme, casting, other, protocol, transaction, met)
    if _AUDIT_KEEPER not in role.plays:
        yield from _keepers(programme, casting)


def _met(
    programme: Programme, role: str, player: System | None
) -> dict[tuple[str, str, str], _Met]:
    """By the other's role and the protocol; and by the transaction, where each has its own URL."""
    met: dict[tuple[str, str, str], _Met] = {}
    for cue in programme.cues:
        kind = CATALOGUE.get(cue.transaction)
        if kind is None or (player and not player.plays(cue.transaction)):
            continue
        protocol = _PROTOCOLS.get(kind.family, "")
        outward = cue.sender == role
        others = cue.receivers if outward else (cue.sender,) if role in cue.receivers else ()
        own = cue.transaction if protocol == "SOAP" and outward else ""
        for other in others:
            found = met.setdefault((other, protocol, own), _Met())
            found.transactions[cue.transaction] = None
            found.called |= outward
            found.calls |= not outward
    return met


def _stand_in(
    programme: Programme, casting: Cast, other: str, protocol: str, transaction: str, met: _Met
) -> CastPeer:
    settings = casting.stand_in(programme, other)
    port = settings.ports[{"HL7 v2": "hl7v2", "DICOM": "dicom"}.get(protocol, "soap")]
    names = {"DICOM": settings.ae_title, "HL7 v2": f"{settings.application} | {settings.facility}"}
    scheme = "https" if casting.tls else "http"
    return CastPeer(
        role=other,
        title=programme.role(other).title,
        protocol=protocol,
        host=settings.host,
        port=port,
        name=names.get(protocol, ""),
        url=f"{scheme}://{settings.host}:{port}/{transaction.lower()}" if transaction else "",
        calls=met.calls,
        called=met.called,
        transactions=tuple(met.transactions),
    )


def _vendor(
    programme: Programme, other: str, protocol: str, system: System, met: _Met
) -> Iterator[CastPeer]:
    """Another vendor's system: its own address, if it has one there."""
    ends = system.endpoints
    host, port, name, url = "", 0, "", ""
    if protocol == "DICOM" and ends.dicom:
        host, port, name = ends.dicom.host, ends.dicom.port, ends.dicom.ae_title
    elif protocol == "HL7 v2" and ends.hl7v2:
        host, port = ends.hl7v2.host, ends.hl7v2.port
        name = f"{ends.hl7v2.application} | {ends.hl7v2.facility}"
    elif ends.soap:
        url = next((ends.soap.urls[t] for t in met.transactions if t in ends.soap.urls), "")
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or 0
    if host:
        yield CastPeer(
            role=other,
            title=f"{programme.role(other).title} ({system.vendor})",
            protocol=protocol,
            host=host,
            port=port,
            name=name,
            url=url,
            calls=met.calls,
            called=met.called,
            transactions=tuple(met.transactions),
        )


def _keepers(programme: Programme, casting: Cast) -> Iterator[CastPeer]:
    """Where audit messages go: every actor of every profile sends them (ITI-20)."""
    for role in programme.roles:
        if _AUDIT_KEEPER not in role.plays:
            continue
        settings = casting.stand_in(programme, role.key)
        vendor = casting.vendors.get(role.key)
        syslog = vendor.endpoints.syslog if vendor else None
        yield CastPeer(
            role=role.key,
            title=role.title,
            protocol="Audit",
            host=syslog.host if syslog else settings.host,
            port=(syslog.port or syslog.tls_port) if syslog else settings.ports["syslog"],
            called=True,
            transactions=("ITI-20",),
        )
