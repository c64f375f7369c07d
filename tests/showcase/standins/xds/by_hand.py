"""XDS.b messages as other people's software writes them, spelt out; no code of ours in them.

Prefixes, order, quoting and ids differ on purpose from what Showcase itself sends.
"""

# ruff: noqa: E501 - other people's software does not break its lines

import hashlib

DOCUMENT = b"Impression:\r\n no embolism.\r\n\r\n--not-a-boundary\r\n\x00\xff\r\n"
SHA1 = hashlib.sha1(DOCUMENT).hexdigest()
DOCUMENT_ID = "1.3.6.1.4.1.21367.2026.1.7"

_CODE = """
      <ns4:Classification id="{id}" classificationScheme="urn:uuid:{scheme}"
          classifiedObject="{owner}" nodeRepresentation="{code}">
        <ns4:Slot name="codingScheme"><ns4:ValueList><ns4:Value>{system}</ns4:Value>
        </ns4:ValueList></ns4:Slot>
        <ns4:Name><ns4:LocalizedString value="{display}"/></ns4:Name>
      </ns4:Classification>"""


def _codes(owner: str, *rows: tuple[str, str, str, str]) -> str:
    return "".join(
        _CODE.format(
            id=f"{owner}-c{n}", owner=owner, scheme=scheme, code=code, system=system, display=shown
        )
        for n, (scheme, code, system, shown) in enumerate(rows)
    )


_ENTRY_CODES = _codes(
    "Document01",
    ("41a5887f-8865-4c09-adf7-e362475b143a", "34133-9", "2.16.840.1.113883.6.1", "Summary"),
    ("f4f85eac-e6cb-4883-b524-f2705394840f", "N", "2.16.840.1.113883.5.25", "Normal"),
    ("a09d5840-386c-46f2-b5ad-9c3699a4309d", "urn:ihe:rad:TEXT", "1.3.6.1.4.1.19376.1.2.3", "Text"),
    ("f33fb8ac-18af-42cc-ae0e-ed0b0bdb91e1", "HOSP", "2.16.840.1.113883.5.11", "Hospital"),
    ("cccf5598-8b07-4b77-a05e-ae952c785ead", "RAD", "2.16.840.1.113883.6.96", "Radiology"),
    ("f0306f51-975f-434e-a61c-c59651d33983", "18748-4", "2.16.840.1.113883.6.1", "Imaging"),
)

_SET_CODES = _codes(
    "SubmissionSet01",
    ("aa543740-bdda-424e-8c96-df4873be8500", "18748-4", "2.16.840.1.113883.6.1", "Imaging"),
)


def registry_objects(
    patient: str = "RX-7^^^&amp;1.2.3.1&amp;ISO",
    *,
    document_id: str = DOCUMENT_ID,
    set_id: str = "1.3.6.1.4.1.21367.2026.1.8",
    slots: str = "",
) -> str:
    """A RegistryObjectList; `slots` go into the ExtrinsicObject."""
    return f"""<ns4:RegistryObjectList xmlns:ns4="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0">
    <ns4:ExtrinsicObject id="Document01" mimeType="text/plain"
        objectType="urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1">
      <ns4:Slot name="languageCode"><ns4:ValueList><ns4:Value>en-us</ns4:Value></ns4:ValueList></ns4:Slot>
      <ns4:Slot name="creationTime"><ns4:ValueList><ns4:Value>20260301</ns4:Value></ns4:ValueList></ns4:Slot>
      <ns4:Slot name="sourcePatientId"><ns4:ValueList>
        <ns4:Value>40213^^^&amp;1.2.3.2&amp;ISO</ns4:Value></ns4:ValueList></ns4:Slot>
      <ns4:Slot name="urn:example:extra"><ns4:ValueList><ns4:Value>kept</ns4:Value></ns4:ValueList></ns4:Slot>
      {slots}
      <ns4:Name><ns4:LocalizedString value="CT by hand" xml:lang="en-us"/></ns4:Name>
      {_ENTRY_CODES}
      <ns4:ExternalIdentifier id="ei1" registryObject="Document01" value="{patient}"
          identificationScheme="urn:uuid:58a6f841-87b3-4a3e-92fd-a8ffeff98427">
        <ns4:Name><ns4:LocalizedString value="XDSDocumentEntry.patientId"/></ns4:Name>
      </ns4:ExternalIdentifier>
      <ns4:ExternalIdentifier id="ei2" registryObject="Document01" value="{document_id}"
          identificationScheme="urn:uuid:2e82c1f6-a085-4c72-9da3-8640a32e42ab">
        <ns4:Name><ns4:LocalizedString value="XDSDocumentEntry.uniqueId"/></ns4:Name>
      </ns4:ExternalIdentifier>
    </ns4:ExtrinsicObject>
    <ns4:RegistryPackage id="SubmissionSet01">
      <ns4:Slot name="submissionTime"><ns4:ValueList><ns4:Value>20260301101500</ns4:Value></ns4:ValueList></ns4:Slot>
      {_SET_CODES}
      <ns4:ExternalIdentifier id="ei3" registryObject="SubmissionSet01" value="{set_id}"
          identificationScheme="urn:uuid:96fdda7c-d067-4183-912e-bf5ee74998a8">
        <ns4:Name><ns4:LocalizedString value="XDSSubmissionSet.uniqueId"/></ns4:Name>
      </ns4:ExternalIdentifier>
      <ns4:ExternalIdentifier id="ei4" registryObject="SubmissionSet01" value="1.3.6.1.4.1.21367.4"
          identificationScheme="urn:uuid:554ac39e-e3fe-47fe-b233-965d2a147832">
        <ns4:Name><ns4:LocalizedString value="XDSSubmissionSet.sourceId"/></ns4:Name>
      </ns4:ExternalIdentifier>
      <ns4:ExternalIdentifier id="ei5" registryObject="SubmissionSet01" value="{patient}"
          identificationScheme="urn:uuid:6b5aea1a-874d-4603-a4bc-96a0a7b38446">
        <ns4:Name><ns4:LocalizedString value="XDSSubmissionSet.patientId"/></ns4:Name>
      </ns4:ExternalIdentifier>
    </ns4:RegistryPackage>
    <ns4:Classification id="cl10" classifiedObject="SubmissionSet01"
        classificationNode="urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd"/>
    <ns4:Association id="as01" sourceObject="SubmissionSet01" targetObject="Document01"
        associationType="urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember">
      <ns4:Slot name="SubmissionSetStatus"><ns4:ValueList><ns4:Value>Original</ns4:Value></ns4:ValueList></ns4:Slot>
    </ns4:Association>
  </ns4:RegistryObjectList>"""


REGISTERED_SLOTS = f"""
      <ns4:Slot name="hash"><ns4:ValueList><ns4:Value>{SHA1.upper()}</ns4:Value></ns4:ValueList></ns4:Slot>
      <ns4:Slot name="size"><ns4:ValueList><ns4:Value>{len(DOCUMENT)}</ns4:Value></ns4:ValueList></ns4:Slot>
      <ns4:Slot name="repositoryUniqueId"><ns4:ValueList><ns4:Value>1.2.3.9.1</ns4:Value></ns4:ValueList></ns4:Slot>"""


def envelope(action: str, body: str, *, header: str = "") -> bytes:
    """A SOAP 1.2 envelope in .NET's spelling."""
    return f"""<?xml version="1.0" encoding="utf-8"?>
<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://www.w3.org/2005/08/addressing">
  <s:Header>
    <a:Action s:mustUnderstand="true">{action}</a:Action>
    <a:MessageID>urn:uuid:0fbfdced-6c01-4d09-a110-2201afedaa02</a:MessageID>
    <a:ReplyTo><a:Address>http://www.w3.org/2005/08/addressing/anonymous</a:Address></a:ReplyTo>
    <a:To s:mustUnderstand="1">http://somewhere.invalid/</a:To>{header}
  </s:Header>
  <s:Body>{body}</s:Body>
</s:Envelope>""".encode()


def provide(objects: str, document: str) -> bytes:
    """ITI-41; `document` is what stands inside xds:Document."""
    return envelope(
        "urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b",
        f"""<ProvideAndRegisterDocumentSetRequest xmlns="urn:ihe:iti:xds-b:2007">
      <ns3:SubmitObjectsRequest xmlns:ns3="urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0">
  {objects}
      </ns3:SubmitObjectsRequest>
      <Document id="Document01">{document}</Document>
    </ProvideAndRegisterDocumentSetRequest>""",
    )


def register(objects: str) -> bytes:
    """ITI-42."""
    return envelope(
        "urn:ihe:iti:2007:RegisterDocumentSet-b",
        f"""<lcm:SubmitObjectsRequest xmlns:lcm="urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0">
  {objects}</lcm:SubmitObjectsRequest>""",
    )


def stored_query(query_id: str, *slots: tuple[str, str], returns: str = "LeafClass") -> bytes:
    """ITI-18; slots are names and raw values."""
    listed = "".join(
        f'<rim:Slot name="{name}"><rim:ValueList><rim:Value>{value}</rim:Value></rim:ValueList></rim:Slot>'
        for name, value in slots
    )
    return envelope(
        "urn:ihe:iti:2007:RegistryStoredQuery",
        f"""<query:AdhocQueryRequest xmlns:query="urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0"
      xmlns:rim="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0">
      <query:ResponseOption returnComposedObjects="true" returnType="{returns}"/>
      <rim:AdhocQuery id="{query_id}">{listed}</rim:AdhocQuery>
    </query:AdhocQueryRequest>""",
    )


def find_documents(patient: str = "RX-7^^^&amp;1.2.3.1&amp;ISO", *more: tuple[str, str]) -> bytes:
    """FindDocuments of all approved documents."""
    return stored_query(
        "urn:uuid:14d4debf-8f97-4251-9a74-a90016b0af0d",
        ("$XDSDocumentEntryPatientId", f"'{patient}'"),
        (
            "$XDSDocumentEntryStatus",
            "('urn:oasis:names:tc:ebxml-regrep:StatusType:Approved')",
        ),
        *more,
    )


def retrieve(document_id: str = DOCUMENT_ID, repository: str = "1.2.3.9.1") -> bytes:
    """ITI-43."""
    return envelope(
        "urn:ihe:iti:2007:RetrieveDocumentSet",
        f"""<xdsb:RetrieveDocumentSetRequest xmlns:xdsb="urn:ihe:iti:xds-b:2007">
      <xdsb:DocumentRequest>
        <xdsb:RepositoryUniqueId>{repository}</xdsb:RepositoryUniqueId>
        <xdsb:DocumentUniqueId>{document_id}</xdsb:DocumentUniqueId>
      </xdsb:DocumentRequest>
    </xdsb:RetrieveDocumentSetRequest>""",
    )


SIMPLE = "application/soap+xml; charset=UTF-8"


def cxf(xml: bytes, document: bytes = DOCUMENT) -> tuple[str, bytes]:
    """As Apache CXF packs: boundary ``uuid:``, the cid URL-encoded where it is referred to."""
    head = (
        'multipart/related; type="application/xop+xml"; boundary="uuid:0ca0e16e-feb1-426c"; '
        'start="<root.message@cxf.apache.org>"; start-info="application/soap+xml"'
    )
    body = (
        b"--uuid:0ca0e16e-feb1-426c\r\n"
        b'Content-Type: application/xop+xml; charset=UTF-8; type="application/soap+xml"\r\n'
        b"Content-Transfer-Encoding: binary\r\nContent-ID: <root.message@cxf.apache.org>\r\n\r\n"
        + xml
        + b"\r\n--uuid:0ca0e16e-feb1-426c\r\nContent-Type: text/plain\r\n"
        b"Content-Transfer-Encoding: binary\r\n"
        b"Content-ID: <d9a-1@urn:ihe:iti:xds-b:2007>\r\n\r\n"
        + document
        + b"\r\n--uuid:0ca0e16e-feb1-426c--"
    )
    return head, body


CXF_INCLUDE = (
    '<inc:Include xmlns:inc="http://www.w3.org/2004/08/xop/include" '
    'href="cid:d9a-1@urn%3Aihe%3Aiti%3Axds-b%3A2007"/>'
)


def backwards(xml: bytes, document: bytes = DOCUMENT) -> tuple[str, bytes]:
    """Legal and unusual: the root last, parameters unquoted and in odd case, headers folded."""
    head = (
        "Multipart/Related; BOUNDARY=xyz.123; Start-Info=application/soap+xml; "
        "START=<0.root>; Type=application/xop+xml"
    )
    body = (
        b"preamble that nobody reads\r\n--xyz.123  \r\ncontent-id: <d9a-1@urn:ihe:iti:xds-b:2007>\r\n"
        b"CONTENT-TYPE: text/plain;\r\n charset=utf-8\r\n\r\n"
        + document
        + b"\r\n--xyz.123\r\ncontent-type:application/xop+xml\r\ncontent-id:<0.root>\r\n\r\n"
        + xml
        + b"\r\n--xyz.123--\r\nepilogue"
    )
    return head, body


def alone(xml: bytes) -> tuple[str, bytes]:
    """Multipart with nothing but its root, as ITI-43 requests are."""
    head = 'multipart/related; boundary=B; type="application/xop+xml"; start-info="application/soap+xml"'
    part = b"Content-Type: application/xop+xml\r\nContent-ID: <r>\r\n\r\n"
    return head, b"--B\r\n" + part + xml + b"\r\n--B--\r\n"
