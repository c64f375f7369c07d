"""What a status means, in plain words (PS3.7 Annex C, and the services of PS3.4)."""

import msgspec
from pynetdicom import status as tables

from showcase.model.exchange import Outcome, Verdict

SUCCESS = 0x0000
PENDING = 0xFF00
PENDING_WITHOUT_SOME_KEYS = 0xFF01
CANCELLED = 0xFE00
INVALID_ATTRIBUTE_VALUE = 0x0106
PROCESSING_FAILURE = 0x0110
DUPLICATE_INSTANCE = 0x0111
NO_SUCH_INSTANCE = 0x0112
NO_SUCH_EVENT = 0x0113
NO_SUCH_CLASS = 0x0118
MISSING_ATTRIBUTE = 0x0120
MISSING_VALUE = 0x0121
CLASS_NOT_SUPPORTED = 0x0122
NO_SUCH_ACTION = 0x0123
UNRECOGNISED_OPERATION = 0x0211
OUT_OF_RESOURCES = 0xA700
DESTINATION_UNKNOWN = 0xA801
CLASS_MISMATCH = 0xA900
CANNOT_UNDERSTAND = 0xC000
SOME_FAILED = 0xB000
ALL_FAILED = 0xA702
NOT_IN_PROGRESS = 0xA710
"""Error ID (0000,0903) of an N-SET to a step that has ended (PS3.4 F.7.2.2.2)."""

_TABLES = (
    tables.GENERAL_STATUS,
    tables.STORAGE_SERVICE_CLASS_STATUS,
    tables.QR_FIND_SERVICE_CLASS_STATUS,
    tables.QR_MOVE_SERVICE_CLASS_STATUS,
    tables.PROCEDURE_STEP_STATUS,
)

_WORDS: dict[int, tuple[str, str]] = {
    0x0106: ("does not accept a value we sent", "Compare the dataset with its log."),
    0x0110: ("failed while it processed this", "Look into that system's log."),
    0x0111: ("already has an object of this identity", "Start again with a fresh patient."),
    0x0112: ("does not know the object this is about", "Send it the object first."),
    0x0118: ("does not know this kind of object", "Enable the service there."),
    0x0120: ("misses an attribute", "Compare the dataset with its log."),
    0x0121: ("misses a value", "Compare the dataset with its log."),
    0x0122: ("does not offer this service", "Enable the service there."),
    0x0123: ("does not offer this action", "Enable the service there."),
    0x0124: ("does not allow us this", "Add our AE title to those it trusts."),
    0x0211: ("does not know this operation", "Enable the service there."),
    0x0212: ("says the request was malformed", "Look into that system's log."),
    0x0213: ("is out of resources", "Free space there, then retry."),
    0xA801: (
        "does not know the AE title that the images shall go to",
        "Enter our AE title, host and port among its destinations.",
    ),
    0xA701: ("could not count the matching images", "Look into that system's log."),
    0xA702: ("could not send the images on", "Check its entry for the destination."),
    0xB000: ("could not do all of it", "Look into that system's log."),
    0xFE00: ("stopped because it was asked to", "Retry when you are ready."),
}

_RANGES: tuple[tuple[int, int, str, str], ...] = (
    (0xA700, 0xA7FF, "is out of resources", "Free space there, then retry."),
    (0xA900, 0xA9FF, "found the dataset not to fit its class", "Compare it with its log."),
    (0xC000, 0xCFFF, "cannot understand what we sent", "Look into that system's log."),
)


class Status(msgspec.Struct, frozen=True):
    """The status of a response, with what the peer said to it.

    Attributes:
        code: (0000,0900).
        comment: Error Comment (0000,0902).
        error_id: (0000,0903); 0 when absent.
    """

    code: int
    comment: str = ""
    error_id: int = 0

    @property
    def category(self) -> str:
        """``Success``, ``Warning``, ``Failure``, ``Cancel``, ``Pending`` (PS3.7 C.1)."""
        if 0xC000 <= self.code <= 0xCFFF or self.code >> 8 in {0xA7, 0xA8, 0xA9}:
            return "Failure"
        return tables.code_to_category(self.code)

    @property
    def good(self) -> bool:
        """Success or warning: it was done."""
        return self.category in {"Success", "Warning"}

    @property
    def pending(self) -> bool:
        """More will come."""
        return self.category == "Pending"

    @property
    def text(self) -> str:
        """``0xA700 Refused: Out of resources (disk full)``."""
        meaning = next((t[self.code][1] for t in _TABLES if self.code in t), "")
        parts = [f"0x{self.code:04X}", meaning or self.category]
        if self.error_id:
            parts.append(f"error id 0x{self.error_id:04X}")
        return " ".join(parts) + (f" ({self.comment})" if self.comment else "")


def judge(status: Status, who: str) -> Verdict:
    """What the final status of a request means.

    Args:
        status: What came.
        who: The peer, as people know it: ``ARCHIVE``.
    """
    if status.category == "Success":
        return Verdict(outcome=Outcome.ACKNOWLEDGED, status="0x0000 Success")
    if status.category == "Warning":
        return Verdict(outcome=Outcome.ACKNOWLEDGED, status=status.text)
    words, remedy = _explain(status.code)
    return Verdict(
        outcome=Outcome.REFUSED, status=status.text, words=f"{who} {words}.", remedy=remedy
    )


def _explain(code: int) -> tuple[str, str]:
    if code in _WORDS:
        return _WORDS[code]
    for low, high, words, remedy in _RANGES:
        if low <= code <= high:
            return words, remedy
    return "said no", "Look up the status in that system's conformance statement."
