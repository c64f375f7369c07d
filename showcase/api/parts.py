"""From a cast file's settings to how each stand-in is set up."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

import msgspec

from showcase.model.programme import Programme
from showcase.standins.standin import Listening
from showcase.standins.troupe import Part
from showcase.story.cast import Cast
from showcase.wire.porter import Porter
from showcase.wire.tls import Credentials

_NONE_HERE: Mapping[str, int] = MappingProxyType({})
_NONE: Mapping[str, Mapping[str, int]] = MappingProxyType({})


def parts_of(
    programme: Programme,
    casting: Cast,
    *,
    only: Collection[str] = (),
    host: str = "",
    identity: Credentials | None = None,
    ports: Mapping[str, Mapping[str, int]] = _NONE,
    porter: Porter | None = None,
) -> dict[str, Part]:
    """A part for each role: a stand-in is up, though idle, where a vendor's system plays it all.

    Args:
        programme: The whole story.
        casting: Who plays which role.
        only: Leave every other role out; empty: none is left out.
        host: Interface to listen on instead of the cast's; empty: the cast's.
        identity: What they show over TLS, and whom they believe; None where nobody speaks it.
        ports: Those that they had before, by role key and protocol; what the cast asks for is
            more.
        porter: Who may come in; None: everybody.
    """
    return {
        role.key: _where_it_was(
            _part(programme, casting, role.key, host, identity, porter),
            ports.get(role.key, _NONE_HERE),
        )
        for role in programme.roles
        if not only or role.key in only
    }


def _where_it_was(part: Part, ports: Mapping[str, int]) -> Part:
    before = {name: port for name, port in ports.items() if name not in part.pinned}
    listening = msgspec.structs.replace(part.listening, ports={**part.listening.ports, **before})
    return msgspec.structs.replace(part, listening=listening)


def _part(
    programme: Programme,
    casting: Cast,
    role: str,
    host: str,
    identity: Credentials | None,
    porter: Porter | None,
) -> Part:
    settings = casting.stand_in(programme, role)
    return Part(
        listening=Listening(
            host=host or settings.host,
            ports=settings.ports,
            application=settings.application,
            facility=settings.facility,
            ae_title=settings.ae_title,
            tls=identity,
            secure=casting.tls,
            porter=porter,
        ),
        oids=casting.oids(programme, role),
        pinned=settings.asked,
    )
