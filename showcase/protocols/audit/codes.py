"""The coded values of audit messages: DICOM PS3.16 CID 400 to 404, RFC 3881 5.5."""

import msgspec


class Code(msgspec.Struct, frozen=True):
    """A coded value (PS3.15 A.5.1): ``csd-code``, ``codeSystemName``, ``originalText``."""

    code: str
    system: str
    text: str = ""


def _dcm(code: int, text: str) -> Code:
    return Code(str(code), "DCM", text)


APPLICATION_ACTIVITY = _dcm(110100, "Application Activity")
BEGIN_TRANSFERRING = _dcm(110102, "Begin Transferring DICOM Instances")
INSTANCES_ACCESSED = _dcm(110103, "DICOM Instances Accessed")
INSTANCES_TRANSFERRED = _dcm(110104, "DICOM Instances Transferred")
EXPORT = _dcm(110106, "Export")
IMPORT = _dcm(110107, "Import")
ORDER_RECORD = _dcm(110109, "Order Record")
PATIENT_RECORD = _dcm(110110, "Patient Record")
PROCEDURE_RECORD = _dcm(110111, "Procedure Record")
QUERY = _dcm(110112, "Query")
SECURITY_ALERT = _dcm(110113, "Security Alert")

NODE_AUTHENTICATION = _dcm(110126, "Node Authentication")

APPLICATION = _dcm(110150, "Application")
DESTINATION = _dcm(110152, "Destination Role ID")
SOURCE = _dcm(110153, "Source Role ID")

PATIENT_NUMBER = Code("2", "RFC-3881", "Patient Number")
REPORT_NUMBER = Code("9", "RFC-3881", "Report Number")
STUDY = _dcm(110180, "Study Instance UID")
SOP_CLASS = _dcm(110181, "SOP Class UID")
SUBMISSION_SET = Code(
    "urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd",
    "IHE XDS Metadata",
    "submission set classificationNode",
)


def transaction(number: str, name: str) -> Code:
    """The EventTypeCode of an IHE transaction (IHE ITI TF-2 3.20.7)."""
    return Code(number, "IHE Transactions", name)
