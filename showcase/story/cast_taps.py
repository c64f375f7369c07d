"""What the shape of a cast cannot say of its `taps:`, alone and together with a story."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from showcase.model.programme import Programme
from showcase.model.system import System
from showcase.story.fault import Fault
from showcase.story.raw import get, items, listing, mapping, word
from showcase.story.spelling import one_of, suggest
from showcase.story.yaml_source import At, Source, Value

_TAPPABLE = ("hl7v2", "dicom", "soap")


def tappable(system: System) -> tuple[str, ...]:
    """The protocols of a system that a tap can stand in front of."""
    ends = system.endpoints
    return tuple(each for each in _TAPPABLE if getattr(ends, each) is not None)


def lint_taps(source: Source) -> list[Fault]:
    """Every fault in what `taps:` means by itself."""
    found: list[Fault] = []
    for number, value in enumerate(listing(get(source.data, ("taps",)))):
        tap, at = mapping(value), ("taps", number)
        if tap.get("seen_by") == "audit":
            found += _unseeable(source, tap, at)
        elif isinstance(tap.get("to"), str):
            found += _untappable(source, tap, at)
    return [*found, *_doubled_ports(source)]


def misplaced_taps(source: Source, programme: Programme) -> tuple[Fault, ...]:
    """Roles of taps that a story does not have."""
    roles = {role.key: role for role in programme.roles}
    faults = []
    for number, value in enumerate(listing(get(source.data, ("taps",)))):
        for key in ("from", "to"):
            at: At = ("taps", number, key)
            named = word(mapping(value).get(key), at)
            if named and named.text not in roles:
                words = f"the story {programme.key} has no role `{named.text}`"
                faults.append(source.fault(at, words, suggest(named.text, roles)))
    return tuple(faults)


def _unseeable(source: Source, tap: dict[str, Value], at: At) -> Iterator[Fault]:
    if not tap.get("from"):
        words = "a pair that is seen by audit needs both its sides"
        yield source.fault(at, words, "Add `from:`, the role that sends.")
    for key in ("listen", "protocol"):
        if tap.get(key):
            words = f"`{key}` means nothing where the pair is seen by audit"
            yield source.fault((*at, key), words, "Remove it, or `seen_by`.", key=True)


def _untappable(source: Source, tap: dict[str, Value], at: At) -> Iterator[Fault]:
    role = str(tap["to"])
    players = dict(items(source.data, "roles"))
    if role not in players:
        words = f"no vendor's system plays `{role}`, so there is nothing to tap"
        remedy = suggest(role, players) if players else "Give it the role, under `roles:`."
        yield source.fault((*at, "to"), words, remedy)
        return
    if not tap.get("listen"):
        words = "a tap needs a port of ours"
        yield source.fault(at, words, "Add `listen:`, a port that is free.")
    system = mapping(get(source.data, ("systems", str(players[role]))))
    spoken = [each for each in _TAPPABLE if system.get(each)]
    asked = tap.get("protocol")
    if asked and asked in _TAPPABLE and asked not in spoken:
        words = f"`{players[role]}` has no `{asked}` address to lead to"
        yield source.fault((*at, "protocol"), words, f"Add it, or write {one_of(spoken)}.")
    elif not asked and len(spoken) != 1:
        words = f"`{players[role]}` speaks {' and '.join(spoken) or 'nothing that can be tapped'}"
        remedy = f"Add `protocol:` with {one_of(spoken)}." if spoken else "Give it an address."
        yield source.fault(at, words, remedy)
    if "soap" in (asked, *(spoken if not asked else ())):
        yield from _scattered(source, mapping(system.get("soap")), at)


def _scattered(source: Source, urls: dict[str, Value], at: At) -> Iterator[Fault]:
    """A tap leads to one port, so all of a system's URLs must."""
    places = {urlsplit(url)[:2] for url in urls.values() if isinstance(url, str)}
    if len(places) > 1:
        words = "its SOAP addresses are at several hosts or ports; a tap leads to one"
        yield source.fault(at, words, "Let it take all of them at one port, or use audit mode.")


def _doubled_ports(source: Source) -> Iterator[Fault]:
    first: dict[int, At] = {}
    for number, value in enumerate(listing(get(source.data, ("taps",)))):
        at: At = ("taps", number, "listen")
        port = mapping(value).get("listen")
        if not isinstance(port, int):
            continue
        if port in first:
            words = f"the port {port} is taken in line {source.line(first[port])}"
            yield source.fault(at, words, "Choose a free one: each tap has its own.")
        first.setdefault(port, at)
