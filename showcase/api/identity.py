"""What this machine shows over TLS, where a cast speaks it anywhere."""

import asyncio
import socket
from pathlib import Path

import msgspec

from showcase.api.stagehand import Refused
from showcase.story.cast import Cast
from showcase.wire.addresses import LOOPBACK, everywhere
from showcase.wire.authority import Authority
from showcase.wire.clock import Clock
from showcase.wire.tls import Credentials


async def identity_of(
    casting: Cast, folder: Path, clock: Clock, *, host: str = ""
) -> Credentials | None:
    """Our stand-ins' certificate, and whom they believe; None where nobody speaks TLS.

    Args:
        casting: Says who does, and whose certificates they show.
        folder: Of the booth's authority; it is created there when first needed.
        clock: The time.
        host: Interface to listen on instead of the cast's; empty: the cast's.

    Raises:
        Refused: The folder cannot be used.
    """
    if not casting.secured:
        return None
    hosts = (*everywhere(host or casting.host), LOOPBACK, "localhost", socket.gethostname())
    try:
        node = await asyncio.to_thread(Authority(folder, clock).node, hosts)
    except (OSError, ValueError) as error:
        raise Refused(
            f"The booth's certificates cannot be used: {error}.",
            f"Mend or remove the folder {folder}; a new authority is created then.",
        ) from error
    return msgspec.structs.replace(node, trusted=(*node.trusted, *casting.trusted))
