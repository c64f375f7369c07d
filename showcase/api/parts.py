"""From a cast file's settings to how each stand-in is set up."""

from collections.abc import Collection

from showcase.model.programme import Programme
from showcase.standins.standin import Listening
from showcase.standins.troupe import Part
from showcase.story.cast import Cast
from showcase.wire.tls import Credentials


def parts_of(
    programme: Programme,
    casting: Cast,
    *,
    only: Collection[str] = (),
    host: str = "",
    identity: Credentials | None = None,
) -> dict[str, Part]:
    """A part for each role: a stand-in is up, though idle, where a vendor's system plays it all.

    Args:
        programme: The whole story.
        casting: Who plays which role.
        only: Leave every other role out; empty: none is left out.
        host: Interface to listen on instead of the cast's; empty: the cast's.
        identity: What they show over TLS, and whom they believe; None where nobody speaks it.
    """
    return {
        role.key: _part(programme, casting, role.key, host, identity)
        for role in programme.roles
        if not only or role.key in only
    }


def _part(
    programme: Programme, casting: Cast, role: str, host: str, identity: Credentials | None
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
        ),
        oids=casting.oids(programme, role),
        pinned=settings.asked,
    )
