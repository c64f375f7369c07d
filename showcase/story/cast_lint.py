"""All that the shape of a cast cannot say, alone and together with a story."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from cryptography import x509

from showcase.model.programme import Programme, Role
from showcase.model.system import System
from showcase.model.transaction import Family
from showcase.story.fault import Fault
from showcase.story.raw import Word, get, items, mapping, word, words
from showcase.story.spelling import suggest
from showcase.story.yaml_source import At, Source
from showcase.transactions.catalogue import CATALOGUE

_AUDIT = "ITI-20"
_AUDIT_KEEPER = "Audit Record Repository"


class Player(NamedTuple):
    """A vendor's system in a role."""

    role: str
    system: System


def lint_cast(source: Source) -> list[Fault]:
    """Every fault in what a cast means by itself."""
    return [
        *_unknown_systems(source),
        *_unknown_transactions(source),
        *_doubled_names(source),
        *_doubled_ports(source),
        *_useless_certificates(source),
        *_clear_addresses(source),
        *_passwords(source),
    ]


def misfits(
    source: Source, players: Mapping[str, Player], set_up: tuple[str, ...], programme: Programme
) -> tuple[Fault, ...]:
    """Everything in which a cast does not go with a story.

    Args:
        source: The cast file.
        players: Vendors' systems, by role key.
        set_up: Roles whose stand-ins the cast sets up.
        programme: The whole story.
    """
    roles = {role.key: role for role in programme.roles}
    faults: list[Fault] = []
    for at in [("roles", key) for key in players] + [("standins", "roles", key) for key in set_up]:
        if at[-1] not in roles:
            words = f"the story {programme.key} has no role `{at[-1]}`"
            faults.append(source.fault(at, words, suggest(at[-1], roles), key=True))
    for player in players.values():
        if player.role in roles:
            faults += _foreign_transactions(source, player, roles[player.role])
            faults += _missing_addresses(source, player, roles[player.role], programme)
    return tuple(dict.fromkeys(faults))


def _unknown_systems(source: Source) -> Iterator[Fault]:
    systems = mapping(get(source.data, ("systems",)))
    for role, value in items(source.data, "roles"):
        system = word(value, ("roles", role))
        if system and system.text not in systems:
            remedy = suggest(system.text, systems) if systems else "Describe it under `systems:`."
            yield source.fault(system.at, f"unknown system `{system.text}`", remedy)


def _unknown_transactions(source: Source) -> Iterator[Fault]:
    by_soap = [each.id for each in CATALOGUE.values() if each.family is Family.XDS]
    for key, system in items(source.data, "systems"):
        at: At = ("systems", key)
        for taken in words(mapping(system).get("takes"), (*at, "takes")):
            if taken.text not in CATALOGUE:
                fault = f"unknown transaction `{taken.text}`"
                yield source.fault(taken.at, fault, suggest(taken.text, CATALOGUE))
        for name in mapping(mapping(system).get("soap")):
            if name not in by_soap:
                fault = f"`{name}` is no SOAP transaction in the catalogue"
                yield source.fault((*at, "soap", name), fault, suggest(name, by_soap), key=True)


def _doubled_names(source: Source) -> Iterator[Fault]:
    """An AE title is an address in DICOM: two systems cannot share one."""
    first: dict[str, Word] = {}
    for at in (*_under(source, "systems"), *_under(source, "standins", "roles")):
        title = word(get(source.data, (*at, "dicom", "ae_title")), (*at, "dicom", "ae_title"))
        if title is None:
            continue
        if title.text in first:
            line = source.line(first[title.text].at)
            fault = f"the AE title `{title.text}` is taken in line {line}"
            yield source.fault(title.at, fault, "Give one of them another.")
        first.setdefault(title.text, title)


def _doubled_ports(source: Source) -> Iterator[Fault]:
    """Stand-ins share one host, so each TCP or UDP port can be asked for once."""
    first: dict[tuple[str, int], At] = {}
    for role in _under(source, "standins", "roles"):
        for protocol, port in _PORTS:
            at = (*role, protocol, port)
            value = get(source.data, at)
            if not isinstance(value, int):
                continue
            layer = "UDP" if (protocol, port) == ("syslog", "port") else "TCP"
            if (layer, value) in first:
                line = source.line(first[layer, value])
                fault = f"the port {value} is taken in line {line}"
                yield source.fault(at, fault, "Choose a free one.")
            first.setdefault((layer, value), at)


def _useless_certificates(source: Source) -> Iterator[Fault]:
    """A file that is named for TLS but is not there, or holds no certificate."""
    folder = Path(source.file).parent
    for system in _under(source, "systems"):
        for at in (system, *((*system, protocol) for protocol in ("hl7v2", "dicom", "syslog"))):
            for key in ("ca", "pinned"):
                named = word(get(source.data, (*at, "tls", key)), (*at, "tls", key))
                if named and (words := _no_certificate(folder / named.text)):
                    remedy = "Ask for it as PEM; the name is taken from the cast's own folder."
                    yield source.fault(named.at, f"`{named.text}` {words}", remedy)


def _no_certificate(file: Path) -> str:
    """What is wrong with a file as a certificate; empty: nothing."""
    try:
        x509.load_pem_x509_certificates(file.read_bytes())
    except OSError as error:
        return f"cannot be read: {error.strerror or error}"
    except ValueError:
        return "holds no certificate in PEM"
    return ""


def _clear_addresses(source: Source) -> Iterator[Fault]:
    """Where a system is said to speak TLS, though an address of its says otherwise."""
    for system in _under(source, "systems"):
        if get(source.data, (*system, "tls")) in (None, False):
            continue
        for transaction, value in mapping(get(source.data, (*system, "soap"))).items():
            url = word(value, (*system, "soap", transaction))
            if url and url.text.startswith("http:"):
                words = f"`{url.text}` is in the clear, though `{system[-1]}` speaks TLS"
                remedy = "Write https://, or set `tls` at its other protocols only."
                yield source.fault(url.at, words, remedy)


def _passwords(source: Source) -> Iterator[Fault]:
    """Where an address bears a user's name or password; the fault does not say it again.

    A cast is shown, recorded and passed on; and XDS.b knows nobody by a password (ITI-19).
    """
    for system in _under(source, "systems"):
        for transaction, value in mapping(get(source.data, (*system, "soap"))).items():
            url = word(value, (*system, "soap", transaction))
            if url and "@" in url.text.partition("//")[2].partition("/")[0]:
                fault = f"the address for {transaction} bears a name or a password before its host"
                remedy = "Take it out, up to the `@`: systems know each other by certificates."
                yield source.fault(url.at, fault, remedy)


_PORTS = (
    ("hl7v2", "port"),
    ("dicom", "port"),
    ("soap", "port"),
    ("syslog", "port"),
    ("syslog", "tls_port"),
)


def _foreign_transactions(source: Source, player: Player, role: Role) -> Iterator[Fault]:
    """What a system is said to take, though no actor of its role starts or answers it."""
    mine = [
        each.id
        for each in CATALOGUE.values()
        if each.id == _AUDIT or {*each.initiators, *each.responders}.intersection(role.plays)
    ]
    for step, transaction in enumerate(player.system.takes):
        if transaction in CATALOGUE and transaction not in mine:
            words = f"`{transaction}` is no transaction of the role `{role.key}`"
            at = ("systems", player.system.key, "takes", step)
            yield source.fault(at, words, suggest(transaction, mine))


def _missing_addresses(
    source: Source, player: Player, role: Role, programme: Programme
) -> Iterator[Fault]:
    """What a system shall answer, though the cast does not say where."""
    answered = [cue.transaction for cue in programme.cues if role.key in cue.receivers]
    if _AUDIT_KEEPER in role.plays:
        answered.append(_AUDIT)
    for transaction in dict.fromkeys(answered):
        if not player.system.plays(transaction):
            continue
        if missing := _missing(player.system, transaction):
            words = f"`{player.system.key}` answers {transaction} but has no address for it"
            remedy = f"Add `{missing}`, or list in `takes:` what it does answer."
            yield source.fault(("systems", player.system.key), words, remedy, key=True)


def _missing(system: System, transaction: str) -> str:
    """What the system lacks to answer a transaction, as one would write it; empty: nothing."""
    if transaction not in CATALOGUE:
        return ""
    ends = system.endpoints
    match CATALOGUE[transaction].family:
        case Family.HL7V2:
            return "" if ends.hl7v2 else "hl7v2: {host, port, application, facility}"
        case Family.DICOM:
            return "" if ends.dicom else "dicom: {host, port, ae_title}"
        case Family.XDS | Family.FHIR:
            known = ends.soap and transaction in ends.soap.urls
            return "" if known else f"soap: {{{transaction}: http://…}}"
        case Family.AUDIT:
            return "" if ends.syslog else "syslog: {host, port}"


def _under(source: Source, *at: str) -> Iterator[At]:
    for key in mapping(get(source.data, at)):
        yield (*at, key)
