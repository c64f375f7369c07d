import pytest
from lxml import etree

from showcase.model.exchange import Outcome
from showcase.protocols.soap import envelope, message, registry_response, service
from showcase.protocols.soap.message import Message
from showcase.protocols.soap.mtom import Attachment
from showcase.protocols.soap.registry_response import RegistryResponse
from showcase.protocols.soap.service import Operation, Reply, Served
from showcase.protocols.soap.vocabulary import SUCCESS
from showcase.wire.failure import Garbled
from tests.showcase.standins.xds import by_hand

ACTION = "urn:a"
DOCUMENT = b"\r\n\x00 bytes \r\n"


async def good(request: Message) -> Reply:
    assert request.body.tag == "x"
    body = registry_response.write(RegistryResponse(status=SUCCESS))
    holder = etree.SubElement(body, "d")
    return Reply(body=body, attachments=((holder, Attachment(content=DOCUMENT)),), label="CT")


async def garbled(request: Message) -> Reply:
    del request
    raise Garbled("The thing is odd.", remedy="", status="")


async def broken(request: Message) -> Reply:
    raise ZeroDivisionError(request)


async def serve(
    handle: service.Handler = good, *, as_mtom: bool = False, action: str = ACTION
) -> Served:
    operation = Operation(
        transaction="ITI-0", response_action="urn:aResponse", mtom=False, handle=handle
    )
    xml = by_hand.envelope(action, "<x/>")
    content_type, body = by_hand.alone(xml) if as_mtom else (by_hand.SIMPLE, xml)
    return await service.serve(service.read(content_type, body), {ACTION: operation})


@pytest.mark.parametrize("as_mtom", [True, False])
async def test_answer_is_packed_as_the_request_was(as_mtom: bool) -> None:
    served = await serve(as_mtom=as_mtom)
    assert served.status == 200
    assert served.content_type.startswith("multipart/related") is as_mtom
    read = message.read(served.content_type, served.body)
    holder = read.body.find("d")
    assert holder is not None
    assert read.content_of(holder) == DOCUMENT
    assert read.envelope.relates_to == "urn:uuid:0fbfdced-6c01-4d09-a110-2201afedaa02"
    assert read.envelope.action == "urn:aResponse"
    assert (served.verdict.outcome, served.label) == (Outcome.ACKNOWLEDGED, "CT")


@pytest.mark.parametrize(
    ("handle", "status", "code"), [(garbled, 400, "Sender"), (broken, 500, "Receiver")]
)
async def test_handler_that_fails_answers_a_fault(
    handle: service.Handler, status: int, code: str
) -> None:
    served = await serve(handle)
    assert served.status == status
    assert served.verdict.outcome is Outcome.REFUSED
    fault = message.read(served.content_type, served.body).envelope.fault
    assert fault is not None
    assert fault.code == code


async def test_own_mistakes_tell_nothing_of_themselves() -> None:
    assert b"ZeroDivision" not in (await serve(broken)).body


async def test_fault_is_packed_as_the_request_was() -> None:
    served = await serve(as_mtom=True, action="urn:b")
    assert served.content_type.startswith("multipart/related")
    fault = message.read(served.content_type, served.body).envelope
    assert fault.action == "http://www.w3.org/2005/08/addressing/fault"
    assert envelope.read(fault.root).fault is not None
