"""What XDS metadata and stored queries must state, in requests (IHE ITI TF-3 4.3.1, TF-2 3.18)."""

from collections.abc import Iterator

from showcase.model.answers import Finding
from showcase.model.fact import Side
from showcase.protocols.soap import message, metadata_reader, metadata_rules
from showcase.protocols.soap.message import Message
from showcase.protocols.soap.metadata import Submission
from showcase.protocols.soap.query import REQUIRED, StoredQuery
from showcase.protocols.soap.vocabulary import QUERY_NAMES
from showcase.transactions import iti18, iti41, iti42
from showcase.wire.failure import Garbled

METADATA = "IHE ITI TF-3, 4.3.1"
QUERIES = "IHE ITI TF-2, 3.18.4.1.2.3.7"


def lacking(transaction: str, request: bytes) -> Iterator[Finding]:
    """What a request lacks; nothing where it cannot be read, which its tree says by itself."""
    try:
        found = tuple(_lacking(transaction, message.recorded(request)))
    except Garbled:
        return
    yield from found


def _lacking(transaction: str, request: Message) -> Iterator[Finding]:
    match transaction:
        case "ITI-41":
            yield from _metadata(iti41.read(request).submission, registering=False)
        case "ITI-42":
            submission = metadata_reader.submission(iti42.read(request))
            yield from _metadata(submission, registering=True)
        case "ITI-18":
            yield from _question(iti18.read(request))
        case _:
            return


def _metadata(submission: Submission, *, registering: bool) -> Iterator[Finding]:
    for fault in metadata_rules.faults(submission, registering=registering):
        yield Finding(side=Side.REQUEST, path=fault.path, words=fault.words, clause=METADATA)


def _question(asked: StoredQuery) -> Iterator[Finding]:
    """A parameter is remarked upon at the query's own line: it has none itself."""
    for name in REQUIRED.get(asked.id, ()):
        if not asked.values(name):
            words = f"{QUERY_NAMES[asked.id]} must say {name}"
            yield Finding(side=Side.REQUEST, path="@id", words=words, clause=QUERIES)
