"""Calls as the WSDL describes them: zeep over a transport of ours.

zeep makes the request that ``wsdl/xds.wsdl`` describes and checks the answer against it. It can
neither send XOP nor read it without damage (it strips line ends off binary parts), so the
transport packs and unpacks: zeep sees XML, the wire sees MTOM, and every byte is on the line.
"""

import base64
import ssl
from collections.abc import Awaitable, Callable, Mapping
from copy import deepcopy
from functools import cache
from importlib import resources
from uuid import uuid4

import msgspec
import structlog
from lxml import etree
from zeep import AsyncClient, Settings
from zeep.exceptions import Error as ZeepError
from zeep.exceptions import Fault as ZeepFault
from zeep.plugins import Plugin
from zeep.proxy import AsyncServiceProxy
from zeep.transports import Transport
from zeep.wsdl import Document as Wsdl

from showcase import __version__
from showcase.protocols.soap import envelope, message
from showcase.protocols.soap.client import Call
from showcase.protocols.soap.mtom import Attachment
from showcase.protocols.soap.verdict import Answer
from showcase.protocols.soap.vocabulary import LCM, QUERY, RIM, XDS, XOP
from showcase.wire import http_client
from showcase.wire.failure import Garbled
from showcase.wire.http_client import HttpReply
from showcase.wire.limits import Limits
from showcase.wire.line import Line

_log = structlog.get_logger()
_SETTINGS = Settings(forbid_dtd=True, forbid_entities=True, forbid_external=True)
_NOT_AS_DESCRIBED = (ZeepError, ValueError, TypeError, LookupError, AttributeError)
"""What zeep raises over an answer that strays from the WSDL."""

_PREFIXES = {"lcm": LCM, "query": QUERY, "rim": RIM, "xds": XDS}

_Post = Callable[[dict[str, str], tuple[bytes, ...]], Awaitable[HttpReply]]


async def call(
    what: Call,
    url: str,
    line: Line,
    *,
    deadline: float,
    tls: ssl.SSLContext | None,
    limits: Limits,
) -> Answer:
    """What `client.call` promises."""

    async def post(headers: dict[str, str], body: tuple[bytes, ...]) -> HttpReply:
        return await http_client.post(
            url, headers=headers, body=body, line=line, deadline=deadline, tls=tls, limits=limits
        )

    attachments: dict[str, Attachment] = {}
    arguments = {name: _marked(value, attachments) for name, value in what.arguments.items()}
    transport = _MtomTransport(post, what, attachments)
    addressing = _Addressing(what.action)
    client = AsyncClient(  # type: ignore[no-untyped-call] # zeep is half typed
        wsdl(), transport=transport, settings=_SETTINGS, plugins=[addressing]
    )
    binding = wsdl().services["XDS"].ports[what.transaction].binding
    operation = next(iter(binding.all()))
    try:
        proxy = AsyncServiceProxy(client, binding, address=url)  # type: ignore[no-untyped-call] # as above
        await proxy[operation](**arguments)
    except _NOT_AS_DESCRIBED as error:
        if transport.answer is None:
            raise
        if not isinstance(error, ZeepFault):
            _log.info("answer strays from the WSDL", url=url, why=str(error))
    assert transport.answer is not None
    return transport.answer


@cache
def wsdl() -> Wsdl:
    """Our WSDL, read once (it takes some milliseconds)."""
    file = resources.files("showcase.protocols.soap") / "wsdl" / "xds.wsdl"
    with file.open("rb") as stream:
        described = Wsdl(stream, Transport(), settings=_SETTINGS)  # type: ignore[no-untyped-call,arg-type] # zeep's hint asks for a class and its code for an object
    for prefix, namespace in _PREFIXES.items():
        described.types.set_ns_prefix(prefix, namespace)  # type: ignore[no-untyped-call] # as above
    return described


def _marked(value: object, attachments: dict[str, Attachment]) -> object:
    """The argument with a mark in place of each attachment, as base64, the way zeep wants it."""
    match value:
        case Attachment():
            mark = base64.b64encode(uuid4().bytes).decode("ascii")
            attachments[mark] = value
            return mark
        case dict():
            return {name: _marked(each, attachments) for name, each in value.items()}
        case list():
            return [_marked(each, attachments) for each in value]
        case _:
            return value


class _Addressing(Plugin):
    """Puts the addressing headers on: zeep's own lack ReplyTo and mustUnderstand."""

    def __init__(self, action: str) -> None:
        self._action = action

    def egress(
        self,
        envelope: etree._Element,
        http_headers: dict[str, str],
        operation: object,  # noqa: ARG002 - zeep's signature
        binding_options: dict[str, str],
    ) -> tuple[etree._Element, dict[str, str]]:
        _address(envelope, self._action, binding_options["address"])
        return envelope, http_headers


def _address(root: etree._Element, action: str, to: str) -> None:
    envelope.address(root, action=action, to=to)


class _Reply(msgspec.Struct, frozen=True):
    """An answer as zeep wants it."""

    status_code: int
    content: bytes
    headers: dict[str, str]
    encoding: str = "utf-8"


class _MtomTransport:
    """What zeep sends by: packs the envelope, and unpacks the answer before zeep sees it.

    Attributes:
        answer: What came, once it has.
    """

    def __init__(self, post: _Post, what: Call, attachments: Mapping[str, Attachment]) -> None:
        self.answer: Answer | None = None
        self._post = post
        self._what = what
        self._attachments = attachments

    async def post_xml(
        self,
        address: str,  # noqa: ARG002 - zeep's signature; `post` knows it
        envelope: etree._Element,
        headers: dict[str, str],  # noqa: ARG002 - SOAP 1.1's; SOAP 1.2 has the action elsewhere
    ) -> _Reply:
        """Send an envelope; zeep's name for it."""
        bytes_for = [
            (element, self._attachments[element.text])
            for element in envelope.iter("*")
            if element.text and element.text in self._attachments
        ]
        content_type, body = message.packed(
            envelope, bytes_for, as_mtom=self._what.mtom, action=self._what.action
        )
        head = {"Content-Type": content_type, "User-Agent": f"Showcase/{__version__}"}
        reply = await self._post(head, body)
        self.answer = _answer(reply)
        read = self.answer.message
        content = etree.tostring(_without_bytes(read.envelope.root)) if read else b""
        return _Reply(reply.status, content, {"Content-Type": "application/soap+xml"})


def _answer(reply: HttpReply) -> Answer:
    try:
        read = message.read(reply.content_type, reply.body)
    except Garbled as error:
        if reply.status < 300 and not reply.body:
            raise _nothing_said(reply) from error
        if reply.status < 300:
            raise
        read = None  # an error page: the status says all that can be said
    return Answer(
        http_status=reply.status, reason=reply.reason, message=read, location=reply.location
    )


def _nothing_said(reply: HttpReply) -> Garbled:
    status = f"HTTP {reply.status} {reply.reason}".strip()
    return Garbled(
        f"The answer is empty ({status}).",
        remedy="Let that system answer on the same connection, not later and elsewhere.",
        status=status,
    )


def _without_bytes(root: etree._Element) -> etree._Element:
    """A copy for zeep in which every xop:Include is an empty base64Binary."""
    copied = deepcopy(root)
    for each in list(copied.iter(f"{{{XOP}}}Include")):
        holder = each.getparent()
        if holder is not None:
            holder.remove(each)
            holder.text = ""
    return copied
