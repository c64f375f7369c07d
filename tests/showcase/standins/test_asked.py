"""What recorded bytes state for an audit record, beyond their facts."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.protocols.audit import codes
from showcase.protocols.audit.message import Detail
from showcase.protocols.dicom import dimse, messages
from showcase.protocols.dicom.acse import Proposed, Request, encode_request
from showcase.protocols.dicom.command import Field
from showcase.protocols.dicom.negotiation import Context
from showcase.standins.asked import called, caller, patients_details, stated, trigger
from showcase.wire.line import Recording

STORED_QUERY = "urn:uuid:14d4debf-8f97-4251-9a74-a90016b0af0d"
QUERY = (
    '<q:AdhocQueryRequest xmlns:q="urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0"'
    ' xmlns:rim="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0"><q:ResponseOption/>'
    f'<rim:AdhocQuery id="{STORED_QUERY}"><rim:Slot name="$XDSDocumentEntryPatientId">'
    "<rim:ValueList><rim:Value>'1^^^&amp;1.2&amp;ISO'</rim:Value></rim:ValueList></rim:Slot></rim:AdhocQuery>"
    "</q:AdhocQueryRequest>"
)
SUBMISSION = (
    '<lcm:SubmitObjectsRequest xmlns:lcm="urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0"'
    ' xmlns="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0"><RegistryObjectList>'
    '<RegistryPackage id="set"><ExternalIdentifier id="x" registryObject="set" value="1.2.3.7"'
    ' identificationScheme="urn:uuid:96fdda7c-d067-4183-912e-bf5ee74998a8"/></RegistryPackage>'
    '<Classification id="c" classifiedObject="set"'
    ' classificationNode="urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd"/>'
    "</RegistryObjectList></lcm:SubmitObjectsRequest>"
)
PROVIDE = (
    f'<xds:ProvideAndRegisterDocumentSetRequest xmlns:xds="urn:ihe:iti:xds-b:2007">{SUBMISSION}'
    "</xds:ProvideAndRegisterDocumentSetRequest>"
)
RETRIEVE = (
    '<RetrieveDocumentSetRequest xmlns="urn:ihe:iti:xds-b:2007"><DocumentRequest>'
    "<RepositoryUniqueId>1.9</RepositoryUniqueId><DocumentUniqueId>1.2.3.7</DocumentUniqueId>"
    "</DocumentRequest><DocumentRequest><HomeCommunityId>urn:oid:1.9</HomeCommunityId>"
    "<RepositoryUniqueId>1.9</RepositoryUniqueId><DocumentUniqueId>1.2.3.8</DocumentUniqueId>"
    "</DocumentRequest></RetrieveDocumentSetRequest>"
)


def recorded(request: bytes, transport: str = "http") -> Recording:
    return Recording(
        transport=transport,
        initiator="a:1",
        responder="b:2",
        started=datetime(2026, 5, 4, tzinfo=UTC),
        milliseconds=1,
        request=request,
        response=b"",
        turns=(),
    )


def http(body: str) -> Recording:
    envelope = (
        '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope">'
        f"<s:Header/><s:Body>{body}</s:Body></s:Envelope>"
    ).encode()
    head = (
        "POST /x HTTP/1.1\r\nHost: b\r\nContent-Type: application/soap+xml; charset=UTF-8\r\n"
        f"Content-Length: {len(envelope)}\r\n\r\n"
    )
    return recorded(head.encode() + envelope)


def test_a_stored_query_is_kept_whole() -> None:
    (query,) = stated("ITI-18", http(QUERY))
    assert (query.id, query.role) == (STORED_QUERY, "24")
    assert query.id_type.code == "ITI-18"
    assert query.query.startswith(b"<q:AdhocQueryRequest ")
    assert b"'1^^^&amp;1.2&amp;ISO'" in query.query
    assert query.details == (Detail("QueryEncoding", b"UTF-8"),)


def test_a_stored_query_names_its_community_and_its_encoding() -> None:
    """ITI TF-2 3.18.5.1: the query as it is encoded before base64."""
    asked = QUERY.replace("<rim:AdhocQuery ", '<rim:AdhocQuery home="urn:oid:1.9" ')
    (query,) = stated("ITI-18", http(asked.replace("1^^^", "Müller^^^")))
    assert "Müller^^^" in query.query.decode("UTF-8")
    assert query.details == (
        Detail("QueryEncoding", b"UTF-8"),
        Detail("urn:ihe:iti:xca:2010:homeCommunityId", b"urn:oid:1.9"),
    )


def test_a_retrieve_names_the_repository_of_each_document() -> None:
    (first, second) = stated("ITI-43", http(RETRIEVE))
    assert (first.id, first.type_code, first.role) == ("1.2.3.7", "2", "3")
    assert first.details == (Detail("Repository Unique ID", b"1.9"),)
    assert second.details == (
        Detail("Repository Unique ID", b"1.9"),
        Detail("ihe:homeCommunityID", b"urn:oid:1.9"),
    )


@pytest.mark.parametrize(("transaction", "body"), [("ITI-42", SUBMISSION), ("ITI-41", PROVIDE)])
def test_a_submission_names_its_set(transaction: str, body: str) -> None:
    (each,) = stated(transaction, http(body))
    assert (each.id, each.type_code, each.role) == ("1.2.3.7", "2", "20")
    assert each.id_type == codes.SUBMISSION_SET


def test_a_dicom_query_is_kept_in_its_transfer_syntax() -> None:
    worklist = Context(1, "1.2.840.10008.5.1.4.31", "1.2.840.10008.1.2")
    identifier = b"\x10\x00\x10\x00\x04\x00\x00\x00ROSA"
    request = messages.request(Field.C_FIND, worklist, 1, identifier)
    raw = b"".join(bytes(piece) for piece in dimse.encode(request, 0))
    (query,) = stated("RAD-5", recorded(raw, "dicom"))
    assert (query.id, query.id_type, query.query) == (
        "1.2.840.10008.5.1.4.31",
        codes.SOP_CLASS,
        identifier,
    )
    assert query.details == (Detail("TransferSyntax", b"1.2.840.10008.1.2"),)


def test_a_caller_is_known_by_the_name_it_gave() -> None:
    hl7 = b"\x0bMSH|^~\\&|DESK^1|ALBA^2|||1||ADT^A04|1|T|2.3.1\r\x1c\r"
    assert caller(recorded(hl7, "mllp")) == "ALBA|DESK"
    assert caller(recorded(b"\x0bnoise\x1c\r", "mllp")) == ""
    assert caller(recorded(b"\x0bMSH|^~\\&||||||||1|T|2.3.1\r\x1c\r", "mllp")) == ""
    proposal = Request(
        calling="CT_1",
        called="ARCHIVE",
        contexts=(Proposed(1, "1.2.840.10008.1.1", ("1.2.840.10008.1.2",)),),
    )
    assert caller(recorded(encode_request(proposal), "dicom")) == "CT_1"
    assert caller(recorded(b"\x01\x00noise", "dicom")) == ""
    assert caller(http(QUERY)) == ""


def test_a_message_says_whom_it_is_for_and_what_it_is() -> None:
    """ITI TF-2 3.8.5.1."""
    message = recorded(b"\x0bMSH|^~\\&|DESK|ALBA|EHR^1|WARD|1||ADT^A08|M7|T|2.3.1\r\x1c\r", "mllp")
    assert (called(message), trigger(message)) == ("WARD|EHR", "A08")
    assert patients_details(message) == (Detail("MSH-10", b"M7"),)
    old = recorded(b"\x0bMSH|^~\\&|||||1||ADT|M7|T|2.3.1\rEVN|A04\r\x1c\r", "mllp")
    assert (called(old), trigger(old)) == ("", "A04")
    for none in (http(QUERY), recorded(b"\x0bnoise\x1c\r", "mllp")):
        assert (called(none), trigger(none), patients_details(none)) == ("", "", ())


def test_other_transactions_state_nothing_more() -> None:
    assert stated("ITI-31", http(QUERY)) == ()


@pytest.mark.parametrize("transaction", ["ITI-9", "ITI-18", "ITI-41", "ITI-42", "ITI-43", "RAD-5"])
@given(noise=st.binary(max_size=100))
def test_noise_states_nothing(transaction: str, noise: bytes) -> None:
    assert isinstance(stated(transaction, recorded(noise)), tuple)
    assert isinstance(stated(transaction, recorded(b"\x0b" + noise + b"\x1c\r")), tuple)


@pytest.mark.parametrize("transaction", ["ITI-18", "ITI-41", "ITI-42"])
@given(at=st.integers(0, 400), noise=st.binary(max_size=3))
def test_damaged_soap_states_what_it_can(transaction: str, at: int, noise: bytes) -> None:
    raw = http({"ITI-18": QUERY, "ITI-41": PROVIDE}.get(transaction, SUBMISSION)).request
    assert isinstance(stated(transaction, recorded(raw[:at] + noise + raw[at + 1 :])), tuple)
