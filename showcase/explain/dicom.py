"""DICOM associations for people: what was negotiated, and each message with its dataset by name.

One direction's bytes at a time; offsets are those of the PDUs. Where only one direction is at
hand, the transfer syntax of a dataset is what was proposed alone, or what the bytes look like.
"""

from collections.abc import Callable, Iterator

import msgspec
from pydicom.uid import UID

from showcase.explain.dicom_dataset import command_nodes, dataset_nodes
from showcase.explain.dicom_places import Places, fragments, places
from showcase.model.node import Node
from showcase.protocols.dicom import acse, recording
from showcase.protocols.dicom.acse import Accept, Request
from showcase.protocols.dicom.command import Field
from showcase.protocols.dicom.negotiation import IMPLICIT_LITTLE, Context
from showcase.protocols.dicom.pdu import HEADER, Kind, Pdu
from showcase.protocols.dicom.recording import Said
from showcase.protocols.dicom.status import Status
from showcase.wire.failure import Garbled

_SHOWN_ALIKE = 3
"""Messages of a kind, one after the other, that are shown whole; the rest is a line."""

_RESULTS = {
    0: "accepted",
    1: "rejected by the user",
    2: "rejected, no reason",
    3: "abstract syntax not supported",
    4: "transfer syntaxes not supported",
}


def explain(raw: bytes) -> tuple[Node, ...]:
    """What recorded bytes of one direction of an association say; never raises."""
    pdus = tuple(recording.pdus(raw))
    said = tuple(recording.messages(pdus, _contexts(pdus)))
    read_to = said[-1].end if said else 0
    nodes = [
        *(_pdu(pdu) for pdu in pdus if pdu.kind is not Kind.P_DATA_TF),
        *(_lost(pdu) for pdu in pdus if pdu.kind is Kind.P_DATA_TF and pdu.start >= read_to),
        *_messages(said, pdus),
        *_rest(raw, pdus[-1].end if pdus else 0),
    ]
    return tuple(sorted(nodes, key=lambda node: node.start))


def _contexts(pdus: tuple[Pdu, ...]) -> dict[int, Context]:
    """Contexts whose transfer syntax this direction alone makes certain."""
    found: dict[int, Context] = {}
    for pdu in pdus:
        noun = _negotiated(pdu)
        if isinstance(noun, Request):
            for each in noun.contexts:
                if len(each.transfers) == 1:
                    found[each.id] = Context(each.id, each.abstract, each.transfers[0])
        elif isinstance(noun, Accept):
            for granted in noun.contexts:
                if not granted.result:
                    found[granted.id] = Context(granted.id, "", granted.transfer)
    return found


def _negotiated(pdu: Pdu) -> Request | Accept | None:
    try:
        if pdu.kind is Kind.ASSOCIATE_RQ:
            return acse.decode_request(pdu)
        return acse.decode_accept(pdu) if pdu.kind is Kind.ASSOCIATE_AC else None
    except Garbled:
        return None


def _pdu(pdu: Pdu) -> Node:
    value, children = _PDUS[pdu.kind](pdu)
    label = "A-" + pdu.kind.name.replace("_", "-")
    placed = tuple(_placed(child, pdu.start) for child in children)
    return Node(label=label, value=value, start=pdu.start, end=pdu.end, children=placed)


def _placed(node: Node, start: int) -> Node:
    """The node, and all below it, at a place in the stream: they stand for no bytes alone."""
    below = tuple(_placed(child, start) for child in node.children)
    return msgspec.structs.replace(node, start=start, end=start, children=below)


def _associate(pdu: Pdu) -> tuple[str, list[Node]]:
    noun = _negotiated(pdu)
    if noun is None:
        return "damaged", []
    contexts = (
        [_proposal(noun, index) for index in range(len(noun.contexts))]
        if isinstance(noun, Request)
        else [
            Node(
                label=f"Presentation context {each.id}",
                value=_RESULTS.get(each.result, f"result {each.result}")
                + ("" if each.result else f", {_name(each.transfer)}"),
            )
            for each in noun.contexts
        ]
    )
    size = f"{noun.maximum_length} bytes" if noun.maximum_length else "unlimited"
    return f"{noun.calling} → {noun.called}", [
        *contexts,
        *_roles(noun),
        Node(label="Maximum Length Received", value=size),
        Node(label="Implementation Class UID", value=noun.implementation),
        Node(label="Implementation Version Name", value=noun.version_name),
    ]


def _proposal(request: Request, index: int) -> Node:
    each = request.contexts[index]
    return Node(
        label=f"Presentation context {each.id}",
        value=_name(each.abstract),
        children=tuple(Node(label="Transfer syntax", value=_name(uid)) for uid in each.transfers),
    )


def _roles(noun: Request | Accept) -> Iterator[Node]:
    for uid, (scu, scp) in noun.roles.items():
        parts = [name for name, has in (("SCU", scu), ("SCP", scp)) if has]
        value = f"{_name(uid)}: requestor as {' and '.join(parts) or 'neither'}"
        yield Node(label="SCP/SCU Role Selection", value=value)


def _reject(pdu: Pdu) -> tuple[str, list[Node]]:
    reject = acse.decode_reject(pdu)
    return f"{reject.lasting}: {reject.words}", []


def _abort(pdu: Pdu) -> tuple[str, list[Node]]:
    return acse.decode_abort(pdu).words, []


def _bare(_pdu: Pdu) -> tuple[str, list[Node]]:
    return "", []


_PDUS: dict[Kind, Callable[[Pdu], tuple[str, list[Node]]]] = {
    Kind.ASSOCIATE_RQ: _associate,
    Kind.ASSOCIATE_AC: _associate,
    Kind.ASSOCIATE_RJ: _reject,
    Kind.RELEASE_RQ: _bare,
    Kind.RELEASE_RP: _bare,
    Kind.ABORT: _abort,
}


def _messages(said: tuple[Said, ...], pdus: tuple[Pdu, ...]) -> Iterator[Node]:
    at = 0
    while at < len(said):
        alike = _alike(said, at)
        shown = alike if said[at].command.field is not Field.C_STORE else alike[:_SHOWN_ALIKE]
        yield from (_message(each, pdus) for each in shown)
        if more := alike[len(shown) :]:
            size = sum(len(each.data) for each in more)
            yield Node(
                label=f"{more[0].command.title}, {len(more)} more",
                value=f"{size:,} bytes of datasets" if size else "",
                start=more[0].start,
                end=more[-1].end,
            )
        at += len(alike)


def _alike(said: tuple[Said, ...], at: int) -> tuple[Said, ...]:
    title, end = said[at].command.title, at
    while end < len(said) and said[end].command.title == title:
        end += 1
    return said[at:end]


def _message(said: Said, pdus: tuple[Pdu, ...]) -> Node:
    own = [pdu for pdu in pdus if said.start <= pdu.start < said.end]
    where = _command_places(own)
    start, end = where.whole() or (said.start, said.start)
    children = [
        Node(
            label="Command set",
            start=start,
            end=end,
            children=command_nodes(said.command, said.start, where),
        )
    ]
    if said.data:
        where = places(said.data, said.transfer, fragments(own, command=False))
        start, end = where.whole() or (said.start, said.start)
        children.append(
            Node(
                label="Dataset",
                value=f"{len(said.data):,} bytes, {_name(said.transfer)}",
                start=start,
                end=end,
                children=dataset_nodes(said.data, said.transfer, said.start, where),
            )
        )
    return Node(
        label=said.command.title,
        value=_headline(said),
        path=said.command.title,
        start=said.start,
        end=said.end,
        children=tuple(children),
    )


def _command_places(own: list[Pdu]) -> Places:
    """Of a command set, which is Implicit VR Little Endian always (PS3.7 6.3.1)."""
    carried = fragments(own, command=True)
    parts = {each.place: each for each in carried}
    data = b"".join(
        pdu.body[place - pdu.start - HEADER : place - pdu.start - HEADER + each.size]
        for pdu in own
        for place, each in parts.items()
        if pdu.start <= place < pdu.end
    )
    return places(data, IMPLICIT_LITTLE, carried)


def _headline(said: Said) -> str:
    if "Status" in said.command.values:
        return Status(said.command.number("Status"), said.command.text("ErrorComment")).text
    return _name(said.command.sop_class) if said.command.sop_class else ""


def _lost(pdu: Pdu) -> Node:
    return Node(
        label="P-DATA-TF",
        value=f"{len(pdu.body):,} bytes that make no whole message",
        start=pdu.start,
        end=pdu.end,
    )


def _rest(raw: bytes, at: int) -> Iterator[Node]:
    if at < len(raw):
        value = f"{len(raw) - at:,} bytes: {raw[at : at + 16].hex(' ')}"
        yield Node(label="No whole PDU", value=value, start=at, end=len(raw))


def _name(uid: str) -> str:
    name = UID(uid).name
    return name if name == uid else f"{name} ({uid})"
