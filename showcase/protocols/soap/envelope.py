"""SOAP 1.2 envelopes with WS-Addressing headers (IHE ITI TF-2 V.3.2)."""

from uuid import uuid4

import msgspec
from lxml import etree

from showcase.protocols.soap.vocabulary import (
    ADDRESSING_FAULT,
    ANONYMOUS,
    SOAP11,
    SOAP12,
    SOAP_FAULT,
    WSA,
    XML,
)
from showcase.wire.failure import Garbled

_NSMAP = {"soap12": SOAP12, "wsa": WSA}
_ROLES_THAT_ARE_US = {
    "",
    f"{SOAP12}/role/next",
    f"{SOAP12}/role/ultimateReceiver",
}


_NAMES_NOW = {"Client": "Sender", "Server": "Receiver"}
"""What SOAP 1.2 calls the fault codes of SOAP 1.1."""


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """A SOAP 1.2 fault (SOAP 1.2 part 1, 5.4).

    Attributes:
        code: Local name: ``Sender``, ``Receiver``, ``MustUnderstand``, ``VersionMismatch``.
        reason: For people.
        subcode: Local name of a WS-Addressing subcode, such as ``ActionNotSupported``; or, in a
            fault that was read, whatever stood there.
        cause: Local name of the subcode's own subcode, such as ``InvalidCardinality``.
        not_understood: Header blocks that were not understood, in Clark notation.
    """

    code: str
    reason: str
    subcode: str = ""
    cause: str = ""
    not_understood: tuple[str, ...] = ()

    @property
    def http_status(self) -> int:
        """400 for what the sender did, 500 for all else (SOAP 1.2 part 2, table 20)."""
        return 400 if self.code == "Sender" else 500


class Envelope(msgspec.Struct, frozen=True, kw_only=True):
    """An envelope that was read.

    Attributes:
        root: The envelope itself.
        body: The first child of the body; None when it is empty.
        fault: The fault, where the body holds one.
        reply_to: Address of wsa:ReplyTo; empty where there is none.
        mandatory: Header blocks meant for us that must be understood, in Clark notation.
        repeated: Addressing headers that stand there more than once.
    """

    root: etree._Element
    body: etree._Element | None
    fault: Fault | None = None
    action: str = ""
    message_id: str = ""
    to: str = ""
    reply_to: str = ""
    relates_to: str = ""
    mandatory: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()


def read(root: etree._Element) -> Envelope:
    """The envelope whose root element this is.

    A fault of SOAP 1.1 is read, too: so a system answers that knows nothing newer.

    Raises:
        Garbled: It is no SOAP 1.2 envelope.
    """
    if old := _old_fault(root):
        return Envelope(root=root, body=root.find(f"{{{SOAP11}}}Body/*"), fault=old)
    if root.tag != f"{{{SOAP12}}}Envelope":
        raise Garbled(
            "The XML is no SOAP 1.2 envelope.",
            remedy="Send SOAP 1.2 (IHE ITI TF-2 V.3.1).",
            status=f"root element {root.tag}",
        )
    header = root.find(f"{{{SOAP12}}}Header")
    blocks = list(header.iterchildren("*")) if header is not None else []
    body = root.find(f"{{{SOAP12}}}Body")
    if body is None:
        raise Garbled("The SOAP envelope has no body.", remedy="Send one.", status="no soap12:Body")
    content = next(body.iterchildren("*"), None)
    once = ("Action", "MessageID", "To", "ReplyTo")
    return Envelope(
        root=root,
        body=content,
        fault=_fault(content),
        action=_text(blocks, "Action"),
        message_id=_text(blocks, "MessageID"),
        to=_text(blocks, "To"),
        reply_to=_text(blocks, "ReplyTo", "Address"),
        relates_to=_text(blocks, "RelatesTo"),
        mandatory=tuple(str(block.tag) for block in blocks if _is_mandatory(block)),
        repeated=tuple(n for n in once if sum(b.tag == f"{{{WSA}}}{n}" for b in blocks) > 1),
    )


def _text(blocks: list[etree._Element], name: str, child: str = "") -> str:
    found = next((b for b in blocks if b.tag == f"{{{WSA}}}{name}"), None)
    if found is not None and child:
        found = found.find(f"{{{WSA}}}{child}")
    return (found.text or "").strip() if found is not None else ""


def _is_mandatory(block: etree._Element) -> bool:
    must = block.get(f"{{{SOAP12}}}mustUnderstand", "").strip()
    return must in {"1", "true"} and block.get(f"{{{SOAP12}}}role", "") in _ROLES_THAT_ARE_US


def _fault(content: etree._Element | None) -> Fault | None:
    if content is None or content.tag != f"{{{SOAP12}}}Fault":
        return None
    names = {"s": SOAP12}
    value = content.findtext("s:Code/s:Value", "", names)
    subcode = content.findtext("s:Code/s:Subcode/s:Value", "", names)
    return Fault(
        code=value.strip().rpartition(":")[2],
        subcode=subcode.strip().rpartition(":")[2],
        reason=content.findtext("s:Reason/s:Text", "", names).strip(),
    )


def _old_fault(root: etree._Element) -> Fault | None:
    """The fault in a SOAP 1.1 envelope (SOAP 1.1, 4.4); None where there is none."""
    found = root.find(f"{{{SOAP11}}}Body/{{{SOAP11}}}Fault")
    if found is None or root.tag != f"{{{SOAP11}}}Envelope":
        return None
    code = found.findtext("faultcode", "").strip().rpartition(":")[2]
    return Fault(code=_NAMES_NOW.get(code, code), reason=found.findtext("faultstring", "").strip())


def address(envelope: etree._Element, *, action: str, to: str) -> str:
    """Give a request its addressing headers, and return its MessageID.

    ReplyTo is sent and not marked mustUnderstand, Action is (TF-2 V.3.2.2).
    """
    header = envelope.find(f"{{{SOAP12}}}Header")
    if header is None:
        header = etree.Element(f"{{{SOAP12}}}Header", nsmap={"wsa": WSA})
        envelope.insert(0, header)
    message_id = uuid4().urn
    _must(_add(header, "Action", action))
    _add(header, "MessageID", message_id)
    reply_to = etree.SubElement(header, f"{{{WSA}}}ReplyTo", nsmap={"wsa": WSA})
    _add(reply_to, "Address", ANONYMOUS)
    _must(_add(header, "To", to))
    return message_id


def answer(body: etree._Element, *, action: str, relates_to: str) -> etree._Element:
    """The envelope that answers a request."""
    envelope = etree.Element(f"{{{SOAP12}}}Envelope", nsmap=_NSMAP)
    header = etree.SubElement(envelope, f"{{{SOAP12}}}Header")
    _must(_add(header, "Action", action))
    _add(header, "MessageID", uuid4().urn)
    if relates_to:
        _add(header, "RelatesTo", relates_to)
    etree.SubElement(envelope, f"{{{SOAP12}}}Body").append(body)
    return envelope


def fault_answer(fault: Fault, *, relates_to: str) -> etree._Element:
    """The envelope that carries a fault."""
    body = etree.Element(f"{{{SOAP12}}}Fault", nsmap=_NSMAP)
    code = etree.SubElement(body, f"{{{SOAP12}}}Code")
    _leaf(code, "Value", f"soap12:{fault.code}")
    if fault.subcode:
        subcode = _subcode(code, fault.subcode)
        if fault.cause:
            _subcode(subcode, fault.cause)
    reason = etree.SubElement(body, f"{{{SOAP12}}}Reason")
    text = _leaf(reason, "Text", "".join(c for c in fault.reason if c.isprintable()))
    text.set(f"{{{XML}}}lang", "en")
    action = ADDRESSING_FAULT if fault.subcode else SOAP_FAULT
    envelope = answer(body, action=action, relates_to=relates_to)
    for name in fault.not_understood:
        _not_understood(envelope, name)
    return envelope


def _subcode(parent: etree._Element, name: str) -> etree._Element:
    subcode = etree.SubElement(parent, f"{{{SOAP12}}}Subcode")
    _leaf(subcode, "Value", f"wsa:{name}")
    return subcode


def version_mismatch(reason: str) -> etree._Element:
    """What a SOAP 1.1 sender is answered: a fault that it can read (SOAP 1.2 part 1, A)."""
    envelope = etree.Element(f"{{{SOAP11}}}Envelope", nsmap={"soap11": SOAP11})
    header = etree.SubElement(envelope, f"{{{SOAP11}}}Header")
    upgrade = etree.SubElement(header, f"{{{SOAP12}}}Upgrade", nsmap={"soap12": SOAP12})
    _leaf(upgrade, "SupportedEnvelope", "").set("qname", "soap12:Envelope")
    body = etree.SubElement(envelope, f"{{{SOAP11}}}Body")
    fault = etree.SubElement(body, f"{{{SOAP11}}}Fault")
    etree.SubElement(fault, "faultcode").text = "soap11:VersionMismatch"
    etree.SubElement(fault, "faultstring").text = reason
    return envelope


def _not_understood(envelope: etree._Element, name: str) -> None:
    """A NotUnderstood header block (SOAP 1.2 part 1, 5.4.8)."""
    namespace, _, local = name.removeprefix("{").rpartition("}")
    block = etree.Element(
        f"{{{SOAP12}}}NotUnderstood",
        {"qname": f"n:{local}" if namespace else local},
        nsmap={"soap12": SOAP12, **({"n": namespace} if namespace else {})},
    )
    header = envelope.find(f"{{{SOAP12}}}Header")
    assert header is not None
    header.append(block)


def _add(parent: etree._Element, name: str, text: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{WSA}}}{name}", nsmap={"wsa": WSA})
    element.text = text
    return element


def _leaf(parent: etree._Element, name: str, text: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{SOAP12}}}{name}")
    element.text = text
    return element


def _must(block: etree._Element) -> None:
    block.set(f"{{{SOAP12}}}mustUnderstand", "1")


def to_bytes(envelope: etree._Element) -> bytes:
    """The envelope as UTF-8, with an XML declaration."""
    return etree.tostring(envelope, encoding="UTF-8", xml_declaration=True)
