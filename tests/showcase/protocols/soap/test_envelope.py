import pytest
from lxml import etree

from showcase.protocols.soap import envelope
from showcase.protocols.soap.envelope import Fault
from showcase.protocols.soap.vocabulary import ANONYMOUS, SOAP11, SOAP12
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


@pytest.mark.parametrize(
    ("code", "now"), [("VersionMismatch", "VersionMismatch"), ("Client.Auth", "Client.Auth")]
)
def test_fault_of_old_soap_is_read(code: str, now: str) -> None:
    xml = f"""<s:Envelope xmlns:s="{SOAP11}"><s:Body><s:Fault>
        <faultcode>s:{code}</faultcode><faultstring> Too new </faultstring>
        </s:Fault></s:Body></s:Envelope>"""
    read = envelope.read(etree.fromstring(xml))
    assert read.fault == Fault(code=now, reason="Too new")
    assert read.body is not None
    assert read.body.tag == f"{{{SOAP11}}}Fault"


def test_codes_of_old_soap_have_their_names_of_now() -> None:
    sent = etree.tostring(envelope.version_mismatch("no")).replace(
        b"soap11:VersionMismatch", b"soap11:Client"
    )
    assert envelope.read(etree.fromstring(sent)).fault == Fault(code="Sender", reason="no")


def test_cause_of_a_fault_is_a_subcode_of_its_subcode() -> None:
    fault = Fault(code="Sender", subcode="InvalidAddressingHeader", cause="InvalidEPR", reason="no")
    root = envelope.fault_answer(fault, relates_to="")
    names = [each.text for each in root.iter(f"{{{SOAP12}}}Value")]
    assert names == ["soap12:Sender", "wsa:InvalidAddressingHeader", "wsa:InvalidEPR"]
    inner = root.find(f".//{{{SOAP12}}}Subcode/{{{SOAP12}}}Subcode")
    assert inner is not None
