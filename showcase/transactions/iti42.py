"""ITI-42: a repository tells the registry what it has stored.

IHE ITI TF-2, 3.42.
"""

from lxml import etree

from showcase.model.exchange import Verdict
from showcase.model.fact import Fact
from showcase.model.transaction import Family, Thing, Transaction
from showcase.protocols.soap import ebrim, message, metadata_reader, stated, verdict
from showcase.protocols.soap.client import Call
from showcase.protocols.soap.message import Message
from showcase.protocols.soap.verdict import Answer
from showcase.protocols.soap.vocabulary import LCM, REGISTER
from showcase.wire.failure import Garbled

TRANSACTION = Transaction(
    id="ITI-42",
    name="Register Document Set-b",
    family=Family.XDS,
    carrier="SubmitObjectsRequest",
    initiators=("Document Repository",),
    responders=("Document Registry",),
    specified="IHE ITI TF-2, 3.42",
    thing=Thing.NOTE,
)


def call(objects: etree._Element) -> Call:
    """The request.

    Args:
        objects: A RegistryObjectList; it moves into the request.
    """
    return Call(
        transaction=TRANSACTION.id,
        action=REGISTER,
        mtom=False,
        arguments={"_value_1": [objects]},
    )


def read(request: Message) -> etree._Element:
    """The RegistryObjectList of a request.

    Raises:
        Garbled: It is no SubmitObjectsRequest.
    """
    body = request.body
    objects = body.find(ebrim.tag("RegistryObjectList"))
    if body.tag != f"{{{LCM}}}SubmitObjectsRequest" or objects is None:
        raise Garbled(
            "The body is no SubmitObjectsRequest with a RegistryObjectList.",
            remedy="Send what IHE ITI TF-2 3.42.4.1.2 describes.",
            status=f"body {body.tag}",
        )
    return objects


def judge(answer: Answer) -> Verdict:
    """What the registry's answer means.

    Raises:
        Garbled: It is no answer to this.
    """
    return verdict.of(answer)


def facts(request: bytes, response: bytes) -> tuple[Fact, ...]:  # noqa: ARG001 - it states no fact
    """What recorded HTTP states: patient, document, title, and the hash that was registered."""
    try:
        objects = read(message.recorded(request))
    except Garbled:
        return ()
    return stated.submission(metadata_reader.submission(objects), hashes=True)
