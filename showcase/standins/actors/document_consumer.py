"""The document consumer: asks the registry what there is, and fetches it."""

import hashlib
from typing import TYPE_CHECKING

from showcase.model.clearance import Holding
from showcase.model.events import HopEnded
from showcase.model.exchange import Outcome, Verdict
from showcase.protocols.soap import message, query
from showcase.protocols.soap.metadata import Cx, DocumentEntry
from showcase.protocols.soap.verdict import Answer
from showcase.protocols.soap.vocabulary import APPROVED
from showcase.standins.behaviour import Behaviour, CannotAct, Prompt, act
from showcase.standins.registration import known
from showcase.standins.xds.posting import post
from showcase.standins.xds.region import regional
from showcase.transactions import iti18, iti43
from showcase.transactions.iti43 import Retrieved, Wanted

if TYPE_CHECKING:
    from showcase.standins.standin import StandIn

_OF_NOTHING = hashlib.sha1(b"", usedforsecurity=False).hexdigest()


class DocumentConsumer(Behaviour):
    """Starts ITI-18 and ITI-43."""

    actor = "Document Consumer"

    def __init__(self, me: "StandIn") -> None:
        """Nothing found yet."""
        super().__init__(me)
        self._found: tuple[DocumentEntry, ...] = ()

    async def forget(self) -> dict[Holding, int]:
        """Nothing found."""
        self._found = ()
        return {}

    @act("ITI-18")
    async def find(self, prompt: Prompt) -> None:
        """Ask for all current documents of a patient."""
        person = known(self.me, prompt.type("patient"))
        self._found = ()
        for receiver in prompt.receivers:
            shared = regional(self.me, person, receiver, "ITI-18")
            asked = query.find_documents(
                str(Cx(shared.id, shared.authority_oid)), statuses=(APPROVED,)
            )
            async with self.me.hop(
                "ITI-18", receiver, transport="http", cue=prompt.cue, label=person.name
            ) as hop:
                answer = await post(self.me, iti18.call(asked), receiver, hop)
                hop.judge(iti18.judge(answer))
                found = iti18.documents(answer)
                self._found += found
                hop.shows(label=_titles(found))

    @act("ITI-43")
    async def fetch(self, prompt: Prompt) -> None:
        """Fetch the documents just found, and check each byte of them."""
        if not self._found:
            raise CannotAct(
                "no document has been found that could be fetched",
                remedy="Ask the registry first (ITI-18), once a document has been shared.",
            )
        call = iti43.call(_wanted(entry) for entry in self._found)
        for receiver in prompt.receivers:
            async with self.me.hop(
                "ITI-43",
                receiver,
                transport="http",
                cue=prompt.cue,
                count=len(self._found),
                label=_titles(self._found),
            ) as hop:
                answer = await post(self.me, call, receiver, hop)
                verdict = iti43.judge(answer)
                given = iti43.documents(answer)
                hop.judge(self._checked(given) or verdict if _is_good(verdict) else verdict)
                if given:
                    shown = given[-1]
                    hop.shows(document=shown.content, document_type=shown.media_type)

    async def recall(self, hop: HopEnded, request: bytes, response: bytes) -> None:  # noqa: ARG002 - what was asked leaves nothing
        """The documents that were found."""
        if hop.transaction == iti18.TRANSACTION.id:
            answer = Answer(http_status=200, reason="", message=message.recorded(response))
            self._found = iti18.documents(answer)

    def _checked(self, given: tuple[Retrieved, ...]) -> Verdict | None:
        """What is wrong with the bytes that came; None when they are what was registered."""
        contents = {each.document: each.content for each in given}
        for entry in self._found:
            content = contents.get(entry.unique_id)
            if content is None:
                return _wrong(entry, "is not among what came", "document missing")
            if not _is_that_of(entry.hash.lower(), content):
                return _wrong(entry, "is not the one that was registered", "SHA-1 differs")
        return None


def _is_that_of(registered: str, content: bytes) -> bool:
    """Whether a hash is the content's, or says nothing of it.

    That of nothing at all stands for a document that is assembled when it is asked for, and is no
    means to check it (Delayed Document Assembly, TF-2 3.43.4.2.3.2).
    """
    if registered in {"", _OF_NOTHING}:
        return True
    return hashlib.sha1(content, usedforsecurity=False).hexdigest() == registered


def _is_good(verdict: Verdict) -> bool:
    return verdict.outcome is Outcome.ACKNOWLEDGED


def _wrong(entry: DocumentEntry, fault: str, status: str) -> Verdict:
    return Verdict(
        outcome=Outcome.FAILED,
        status=status,
        words=f"The document {entry.title or entry.unique_id} {fault}.",
        remedy="Compare the document at its source with the one in the repository.",
    )


def _wanted(entry: DocumentEntry) -> Wanted:
    return Wanted(repository=entry.repository_unique_id, document=entry.unique_id, home=entry.home)


def _titles(found: tuple[DocumentEntry, ...]) -> str:
    titles = [entry.title or entry.unique_id for entry in found]
    more = f" and {len(titles) - 1} more" if len(titles) > 1 else ""
    return f"{titles[-1]}{more}" if titles else ""
