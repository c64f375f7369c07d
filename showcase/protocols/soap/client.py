"""The SOAP client. Behind it stands zeep (`described`), imported with the first call.

zeep and what it brings take a fifth of a second to import, and the WSDL some milliseconds to read:
an engine is ready for GO without them, and has them by the time that somebody asks.
"""

import asyncio
import ssl
from collections.abc import Mapping
from importlib import import_module

import msgspec

from showcase.protocols.soap.verdict import Answer
from showcase.wire.limits import DEFAULT, Limits
from showcase.wire.line import Line

_DESCRIBED = "showcase.protocols.soap.described"


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """One request, before it has an address.

    Attributes:
        transaction: Names the port in the WSDL.
        action: wsa:Action.
        mtom: Multipart, even where no bytes travel (TF-2 V.3.6); else SIMPLE SOAP.
        arguments: What the WSDL's operation takes: plain values, lxml elements where the schema
            is open, and an `Attachment` wherever it says base64Binary.
    """

    transaction: str
    action: str
    mtom: bool
    arguments: Mapping[str, object]


async def call(
    what: Call,
    url: str,
    line: Line,
    *,
    deadline: float,
    tls: ssl.SSLContext | None = None,
    limits: Limits = DEFAULT,
) -> Answer:
    """Send a request, and return what came back; a fault is an answer.

    Args:
        what: The request.
        url: Where to.
        line: Where to record.
        deadline: Seconds the peer has.
        tls: For ``https://``; None: the machine's trusted authorities.
        limits: How large an answer may be.

    Raises:
        LineBroke: No valid answer came.
    """
    await asyncio.to_thread(prepare)
    answer: Answer = await import_module(_DESCRIBED).call(
        what, url, line, deadline=deadline, tls=tls, limits=limits
    )
    return answer


def prepare() -> None:
    """Import zeep and read the WSDL now, rather than while somebody waits for the first answer."""
    import_module(_DESCRIBED).wsdl()
