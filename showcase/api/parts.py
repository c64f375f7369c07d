"""From a cast file's settings to how each stand-in is set up."""

from collections.abc import Collection

from showcase.model.programme import Programme
from showcase.standins.standin import Listening
from showcase.standins.troupe import Part
from showcase.story.cast import Cast


def parts_of(
    programme: Programme, casting: Cast, *, only: Collection[str] = (), host: str = ""
) -> dict[str, Part]:
    """A part for each role: a stand-in is up, though idle, where a vendor's system plays it all.

    Args:
        programme: The whole story.
        casting: Who plays which role.
        only: Leave every other role out; empty: none is left out.
        host: Interface to listen on instead of the cast's; empty: the cast's.
    """
    return {
        role.key: _part(programme, casting, role.key, host)
        for role in programme.roles
        if not only or role.key in only
    }


def _part(programme: Programme, casting: Cast, role: str, host: str) -> Part:
    settings = casting.stand_in(programme, role)
    return Part(
        listening=Listening(
            host=host or settings.host,
            ports=settings.ports,
            application=settings.application,
            facility=settings.facility,
            ae_title=settings.ae_title,
        ),
        oids=casting.oids(programme, role),
        pinned=settings.asked,
    )
