"""The words of XDS.b on the wire (IHE ITI TF-2 appendix V, TF-3 4.2.5; OASIS ebRIM 3.0)."""

from typing import Final

SOAP12: Final = "http://www.w3.org/2003/05/soap-envelope"
SOAP11: Final = "http://schemas.xmlsoap.org/soap/envelope/"
WSA: Final = "http://www.w3.org/2005/08/addressing"
XOP: Final = "http://www.w3.org/2004/08/xop/include"
XML: Final = "http://www.w3.org/XML/1998/namespace"
RIM: Final = "urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0"
LCM: Final = "urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0"
RS: Final = "urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0"
QUERY: Final = "urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0"
XDS: Final = "urn:ihe:iti:xds-b:2007"

ANONYMOUS: Final = f"{WSA}/anonymous"
ADDRESSING_FAULT: Final = f"{WSA}/fault"
SOAP_FAULT: Final = f"{WSA}/soap/fault"

PROVIDE_AND_REGISTER: Final = "urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b"
REGISTER: Final = "urn:ihe:iti:2007:RegisterDocumentSet-b"
STORED_QUERY: Final = "urn:ihe:iti:2007:RegistryStoredQuery"
RETRIEVE: Final = "urn:ihe:iti:2007:RetrieveDocumentSet"
"""Actions; that of the answer is the same with ``Response`` behind it."""


def _uuid(text: str) -> str:
    return f"urn:uuid:{text}"


class Entry:
    """DocumentEntry: rim:ExtrinsicObject (TF-3 4.2.5.2)."""

    STABLE: Final = _uuid("7edca82f-054d-47f2-a032-9b2a5b5186c1")
    ON_DEMAND: Final = _uuid("34268e47-fdf5-41a6-ba33-82133c465248")
    AUTHOR: Final = _uuid("93606bcf-9494-43ec-9b4e-a7748d1a838d")
    CLASS_CODE: Final = _uuid("41a5887f-8865-4c09-adf7-e362475b143a")
    CONFIDENTIALITY: Final = _uuid("f4f85eac-e6cb-4883-b524-f2705394840f")
    EVENT_CODE: Final = _uuid("2c6b8cb7-8b2a-4051-b291-b1ae6a575ef4")
    FORMAT_CODE: Final = _uuid("a09d5840-386c-46f2-b5ad-9c3699a4309d")
    FACILITY_TYPE: Final = _uuid("f33fb8ac-18af-42cc-ae0e-ed0b0bdb91e1")
    PRACTICE_SETTING: Final = _uuid("cccf5598-8b07-4b77-a05e-ae952c785ead")
    TYPE_CODE: Final = _uuid("f0306f51-975f-434e-a61c-c59651d33983")
    PATIENT_ID: Final = _uuid("58a6f841-87b3-4a3e-92fd-a8ffeff98427")
    UNIQUE_ID: Final = _uuid("2e82c1f6-a085-4c72-9da3-8640a32e42ab")
    LIMITED_METADATA: Final = _uuid("ab9b591b-83ab-4d03-8f5d-f93b1fb92e85")


class Set:
    """SubmissionSet: rim:RegistryPackage (TF-3 4.2.5.3)."""

    NODE: Final = _uuid("a54d6aa5-d40d-43f9-88c5-b4633d873bdd")
    AUTHOR: Final = _uuid("a7058bb9-b4e4-4307-ba5b-e3f0ab85e12d")
    CONTENT_TYPE: Final = _uuid("aa543740-bdda-424e-8c96-df4873be8500")
    PATIENT_ID: Final = _uuid("6b5aea1a-874d-4603-a4bc-96a0a7b38446")
    SOURCE_ID: Final = _uuid("554ac39e-e3fe-47fe-b233-965d2a147832")
    UNIQUE_ID: Final = _uuid("96fdda7c-d067-4183-912e-bf5ee74998a8")
    LIMITED_METADATA: Final = _uuid("5003a9db-8d8d-49e6-bf0c-990e34ac7707")


class Folder:
    """Folder: rim:RegistryPackage (TF-3 4.2.5.4)."""

    NODE: Final = _uuid("d9d542f3-6cc4-48b6-8870-ea235fbc94c2")
    CODE: Final = _uuid("1ba97051-7806-41a8-a48b-8fce7af683c5")
    PATIENT_ID: Final = _uuid("f64ffdf0-4b97-4e06-b79f-a52b38ec2f8a")
    UNIQUE_ID: Final = _uuid("75df8f67-9973-4fbe-a900-df66cefecc5a")


class Kind:
    """Association types (TF-3 4.2.2)."""

    HAS_MEMBER: Final = "urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember"
    REPLACES: Final = "urn:ihe:iti:2007:AssociationType:RPLC"
    APPENDS: Final = "urn:ihe:iti:2007:AssociationType:APND"
    TRANSFORMS: Final = "urn:ihe:iti:2007:AssociationType:XFRM"
    TRANSFORMS_AND_REPLACES: Final = "urn:ihe:iti:2007:AssociationType:XFRM_RPLC"
    SIGNS: Final = "urn:ihe:iti:2007:AssociationType:signs"


APPROVED: Final = "urn:oasis:names:tc:ebxml-regrep:StatusType:Approved"
DEPRECATED: Final = "urn:oasis:names:tc:ebxml-regrep:StatusType:Deprecated"

SUCCESS: Final = "urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success"
FAILURE: Final = "urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Failure"
PARTIAL_SUCCESS: Final = "urn:ihe:iti:2007:ResponseStatusType:PartialSuccess"

ERROR: Final = "urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:Error"
WARNING: Final = "urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:Warning"

OBJECT_TYPE: Final = "urn:oasis:names:tc:ebxml-regrep:ObjectType:RegistryObject:"
"""Prefix of `objectType` on Classification, ExternalIdentifier, RegistryPackage, Association."""

REFERENCE_IDS: Final = "urn:ihe:iti:xds:2013:referenceIdList"
"""Slot name of referenceIdList."""


class Query:
    """Stored queries (TF-2 3.18.4.1.2.4)."""

    FIND_DOCUMENTS: Final = _uuid("14d4debf-8f97-4251-9a74-a90016b0af0d")
    FIND_DOCUMENTS_BY_REFERENCE_ID: Final = _uuid("12941a89-e02e-4be5-967c-ce4bfc8fe492")
    FIND_SUBMISSION_SETS: Final = _uuid("f26abbcb-ac74-4422-8a30-edb644bbc1a9")
    FIND_FOLDERS: Final = _uuid("958f3006-baad-4929-a4de-ff1114824431")
    GET_ALL: Final = _uuid("10b545ea-725c-446d-9b95-8aeb444eddf3")
    GET_DOCUMENTS: Final = _uuid("5c4f972b-d56b-40ac-a5fc-c8ca9b40b9d4")
    GET_FOLDERS: Final = _uuid("5737b14c-8a1a-4539-b659-e03a34a5e1e4")
    GET_ASSOCIATIONS: Final = _uuid("a7ae438b-4bc2-4642-93e9-be891f7bb155")
    GET_DOCUMENTS_AND_ASSOCIATIONS: Final = _uuid("bab9529a-4a10-40b3-a01f-f68a615d247a")
    GET_SUBMISSION_SETS: Final = _uuid("51224314-5390-4169-9b91-b1980040715a")
    GET_SUBMISSION_SET_AND_CONTENTS: Final = _uuid("e8e3cb2c-e39c-46b9-99e4-c12f57260b83")
    GET_FOLDER_AND_CONTENTS: Final = _uuid("b909a503-523d-4517-8acf-8e5834dfc4c7")
    GET_FOLDERS_FOR_DOCUMENT: Final = _uuid("10cae35a-c7f9-4cf5-b61e-fc3278ffb578")
    GET_RELATED_DOCUMENTS: Final = _uuid("d90e5407-b356-4d91-a89f-873917b4b0e6")


QUERY_NAMES: Final = {
    Query.FIND_DOCUMENTS: "FindDocuments",
    Query.FIND_DOCUMENTS_BY_REFERENCE_ID: "FindDocumentsByReferenceId",
    Query.FIND_SUBMISSION_SETS: "FindSubmissionSets",
    Query.FIND_FOLDERS: "FindFolders",
    Query.GET_ALL: "GetAll",
    Query.GET_DOCUMENTS: "GetDocuments",
    Query.GET_FOLDERS: "GetFolders",
    Query.GET_ASSOCIATIONS: "GetAssociations",
    Query.GET_DOCUMENTS_AND_ASSOCIATIONS: "GetDocumentsAndAssociations",
    Query.GET_SUBMISSION_SETS: "GetSubmissionSets",
    Query.GET_SUBMISSION_SET_AND_CONTENTS: "GetSubmissionSetAndContents",
    Query.GET_FOLDER_AND_CONTENTS: "GetFolderAndContents",
    Query.GET_FOLDERS_FOR_DOCUMENT: "GetFoldersForDocument",
    Query.GET_RELATED_DOCUMENTS: "GetRelatedDocuments",
}
