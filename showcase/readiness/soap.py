"""Questions that no web service acts on: is there SOAP at this URL?

A registry is asked FindDocuments (ITI-18) for a patient whom nobody has: a query changes nothing.
Every other service gets an envelope whose action and body are nobody's: it can only answer with a
fault (SOAP 1.2 part 1, 5.4; WS-Addressing SOAP binding 6.4.4), and a fault proves that SOAP is
spoken there. Whoever answers anything else in an envelope speaks it as well.
"""

from collections.abc import AsyncIterator, Callable

from lxml import etree

from showcase.model.oid import ROOT
from showcase.model.readiness import CheckState, Job
from showcase.protocols.soap import envelope, message
from showcase.protocols.soap.client import call
from showcase.protocols.soap.query import find_documents
from showcase.protocols.soap.vocabulary import APPROVED, SOAP12
from showcase.readiness import clock
from showcase.readiness.path import Finding, Path, ready
from showcase.transactions import iti18
from showcase.wire import http_client
from showcase.wire.failure import Garbled
from showcase.wire.http_client import HttpReply
from showcase.wire.line import Line

NOBODY = f"READINESS-CHECK^^^&{ROOT}.9.9&ISO"
"""A patient identifier that no registry can know, of a domain that none has."""

ACTION = "urn:showcase:readiness"
"""A wsa:Action that is nobody's."""

_OLD = "VersionMismatch"

_MTOM = frozenset({"ITI-41", "ITI-43"})
"""Transactions that travel as MTOM, even without attachments (TF-2 V.3.6)."""


def asks(transaction: str, url: str) -> Callable[[Path], AsyncIterator[Finding]]:
    """The question to the service at a URL."""

    async def ask_registry(path: Path) -> AsyncIterator[Finding]:
        line = Line("http", initiated=True, clock=path.clock)
        question = iti18.call(find_documents(NOBODY, statuses=(APPROVED,)))
        answer = await call(question, url, line, deadline=path.seconds, tls=path.tls)
        if answer.message is None:
            yield _no_soap(answer.http_status, answer.reason, url, answer.location)
            return
        fault = answer.message.envelope.fault
        if fault and fault.code == _OLD:
            yield _old_soap()
            return
        said = f" (“{fault.reason}”)" if fault else ""
        yield ready("answer", f"Answers a query for a patient whom nobody has{said}.")

    async def ask(path: Path) -> AsyncIterator[Finding]:
        now = path.clock.now()
        reply = await _post(path, url, as_mtom=transaction in _MTOM)
        try:
            said = message.read(reply.content_type, reply.body)
        except Garbled:
            yield _no_soap(reply.status, reply.reason, url, reply.location)
            return
        fault = said.envelope.fault
        if fault and fault.code == _OLD:
            yield _old_soap()
            return
        yield ready("answer", f"Speaks SOAP: {fault.reason if fault else 'it answered'}.")
        if finding := clock.of_date(reply.date, now):
            yield finding

    return ask_registry if transaction == iti18.TRANSACTION.id else ask


async def _post(path: Path, url: str, *, as_mtom: bool) -> HttpReply:
    root = etree.Element(f"{{{SOAP12}}}Envelope", nsmap={"s": SOAP12})
    body = etree.SubElement(root, f"{{{SOAP12}}}Body")
    etree.SubElement(body, f"{{{ACTION}}}AreYouThere", nsmap={"r": ACTION})
    envelope.address(root, action=ACTION, to=url)
    content_type, data = message.pack(root, as_mtom=as_mtom, action=ACTION)
    line = Line("http", initiated=True, clock=path.clock)
    return await http_client.post(
        url,
        headers={"Content-Type": content_type},
        body=data,
        line=line,
        deadline=path.seconds,
        tls=path.tls,
    )


def _old_soap() -> Finding:
    return Finding(
        question="answer",
        state=CheckState.FAILED,
        words="It speaks SOAP 1.1 and no newer one.",
        remedy="Have them set it to SOAP 1.2 (IHE ITI TF-2 V.3.1).",
        job=Job.VENDOR,
    )


def _no_soap(status: int, reason: str, url: str, location: str = "") -> Finding:
    if location and 300 <= status < 400:
        return Finding(
            question="answer",
            state=CheckState.FAILED,
            words=f"A web server answers, and sends us to another address (HTTP {status}).",
            remedy=f"Correct the URL in the cast: {location}.",
            job=Job.STAFF,
        )
    words, remedy, job = _MEANING.get(
        status,
        (
            f"It answers with HTTP {status} {reason}, and no SOAP.",
            "Look into that system's log, and check the URL in the cast.",
            Job.VENDOR,
        ),
    )
    return Finding(
        question="answer",
        state=CheckState.FAILED,
        words=words.format(url=url),
        remedy=remedy,
        job=job,
    )


_MEANING = {
    404: (
        "A web server answers, but there is nothing at {url}.",
        "Correct the path of the URL in the cast.",
        Job.STAFF,
    ),
    401: ("It wants a login (HTTP 401).", "Have them open it to our address.", Job.VENDOR),
    403: ("It lets us in nowhere (HTTP 403).", "Have them open it to our address.", Job.VENDOR),
    200: (
        "It answers with a page, and no SOAP.",
        "Correct the URL in the cast: this one is for people.",
        Job.STAFF,
    ),
}
