import pytest
from lxml import etree

from showcase.protocols.soap import envelope
from showcase.protocols.soap.envelope import Fault
from showcase.protocols.soap.vocabulary import ANONYMOUS, SOAP12
from showcase.wire.failure import Garbled


def empty() -> etree._Element:
    root = etree.Element(f"{{{SOAP12}}}Envelope")
    body = etree.SubElement(root, f"{{{SOAP12}}}Body")
    body.append(etree.Comment("not the body's first element"))
    etree.SubElement(body, "x")
    return root


def test_request_headers_are_those_of_the_framework() -> None:
    root = empty()
    message_id = envelope.address(root, action="urn:a", to="http://x/")
    read = envelope.read(etree.fromstring(envelope.to_bytes(root)))
    assert (read.action, read.to, read.reply_to) == ("urn:a", "http://x/", ANONYMOUS)
    assert read.message_id == message_id
    assert message_id.startswith("urn:uuid:")
    mandatory = [name.rpartition("}")[2] for name in read.mandatory]
    assert mandatory == ["Action", "To"], "ReplyTo is not marked (TF-2 V.3.2.2)"
    assert read.body is not None
    assert read.body.tag == "x"


def test_answer_relates_to_its_request() -> None:
    root = envelope.answer(etree.Element("x"), action="urn:aResponse", relates_to="urn:uuid:1")
    read = envelope.read(root)
    assert (read.action, read.relates_to) == ("urn:aResponse", "urn:uuid:1")


@pytest.mark.parametrize(
    "fault",
    [
        Fault(code="Sender", reason="no", subcode="ActionNotSupported"),
        Fault(code="Receiver", reason="<&>\x00\x07 ü"),
        Fault(code="MustUnderstand", reason="what", not_understood=("{urn:z}Z", "plain")),
    ],
)
def test_fault_survives_the_wire(fault: Fault) -> None:
    sent = envelope.to_bytes(envelope.fault_answer(fault, relates_to="urn:uuid:1"))
    read = envelope.read(etree.fromstring(sent))
    assert read.fault is not None
    assert (read.fault.code, read.fault.subcode) == (fault.code, fault.subcode)
    assert read.fault.reason == "".join(c for c in fault.reason if c.isprintable())


def test_sender_faults_are_the_callers() -> None:
    assert Fault(code="Sender", reason="").http_status == 400
    assert Fault(code="Receiver", reason="").http_status == 500


@pytest.mark.parametrize(
    "xml", ["<x/>", f'<e:Envelope xmlns:e="{SOAP12}"><e:Header/></e:Envelope>']
)
def test_other_xml_is_garbled(xml: str) -> None:
    with pytest.raises(Garbled):
        envelope.read(etree.fromstring(xml))
