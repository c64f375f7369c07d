"""A vendor's system that misbehaves: the hop ends in plain words, and the run stops as it says."""

from pathlib import Path

import pytest

from showcase.model.exchange import Outcome
from tests.journeys.bad_peers import (
    A_ABORT,
    A_ASSOCIATE_RJ,
    SOAP_FAULT,
    Behaviour,
    acknowledges,
    answers,
    hangs_up,
    http,
    peer,
    resets,
    says_nothing,
)
from tests.journeys.relay import free_port
from tests.journeys.staging import Played, played

HL7 = "hl7v2: {{host: 127.0.0.1, port: {port}, application: BAD, facility: PEER}}"
DICOM = "dicom: {{host: 127.0.0.1, port: {port}, ae_title: BAD}}"
SOAP = 'soap: {{{takes}: "http://127.0.0.1:{port}/x"}}'
CAST = """\
format: 1
title: A bad vendor
systems:
  bad:
    vendor: Bad Peer
    deadline: 0.5
    takes: [{takes}]
    {address}
roles: {{{role}: bad}}
"""


def cast(folder: Path, role: str, takes: str, address: str, port: int) -> str:
    text = CAST.format(role=role, takes=takes, address=address.format(port=port, takes=takes))
    file = folder / "cast.yaml"
    file.write_text(text)
    return str(file)


def check(run: Played, transaction: str, outcome: Outcome, said: str) -> None:
    hop = next(h for h in run.hops(transaction) if h.verdict.outcome is not Outcome.ACKNOWLEDGED)
    assert hop.verdict.outcome is outcome
    assert said.lower() in f"{hop.verdict.status} {hop.verdict.words}".lower()
    assert hop.verdict.words
    assert hop.verdict.remedy
    assert not run.cue(hop.cue).held
    assert not run.ended.held
    assert run.ended.refused + run.ended.failed == 1


@pytest.mark.parametrize(
    ("behaviour", "outcome", "said"),
    [
        (says_nothing, Outcome.FAILED, "did not answer within 0.5 seconds"),
        (hangs_up, Outcome.FAILED, "closed the connection"),
        (resets, Outcome.FAILED, "closed the connection"),
        (answers(b"HTTP/1.1 200 OK\r\n\r\n"), Outcome.FAILED, "not a whole HL7 v2 message"),
        (answers(b"\x0bMSH|^~\\&|damaged\x1c\r"), Outcome.FAILED, ""),
        (acknowledges("AE", "No such patient here."), Outcome.REFUSED, "No such patient here."),
        (acknowledges("AR"), Outcome.REFUSED, "AR"),
        (acknowledges("AA", control_id=b"SOMEBODY-ELSE"), Outcome.FAILED, "SOMEBODY-ELSE"),
    ],
    ids=["silent", "hangs up", "resets", "garbage", "damaged", "AE", "AR", "foreign ack"],
)
async def test_bad_hl7_receiver_is_told_in_words(
    behaviour: Behaviour, outcome: Outcome, said: str, tmp_path: Path
) -> None:
    async with (
        peer(behaviour) as port,
        played(tmp_path, "chest-pain", cast=cast(tmp_path, "ehr", "ITI-31", HL7, port)) as run,
    ):
        check(run, "ITI-31", outcome, said)


async def test_vendor_who_is_not_there_is_told_in_words(tmp_path: Path) -> None:
    port = free_port()
    async with played(
        tmp_path, "chest-pain", cast=cast(tmp_path, "ehr", "ITI-31", HL7, port)
    ) as run:
        check(run, "ITI-31", Outcome.FAILED, f"Nobody listens at 127.0.0.1:{port}")


@pytest.mark.parametrize(
    ("behaviour", "outcome", "said"),
    [
        (says_nothing, Outcome.FAILED, "did not answer"),
        (hangs_up, Outcome.FAILED, "closed"),
        (answers(b"220 mail.example ESMTP\r\n"), Outcome.FAILED, ""),
        (answers(A_ABORT), Outcome.FAILED, "abort"),
        (answers(A_ASSOCIATE_RJ), Outcome.REFUSED, "AE title"),
    ],
    ids=["silent", "hangs up", "garbage", "aborts", "rejects"],
)
async def test_bad_archive_is_told_in_words(
    behaviour: Behaviour, outcome: Outcome, said: str, tmp_path: Path
) -> None:
    async with (
        peer(behaviour) as port,
        played(tmp_path, "chest-pain", cast=cast(tmp_path, "archive", "RAD-8", DICOM, port)) as run,
    ):
        check(run, "RAD-8", outcome, said)


@pytest.mark.parametrize(
    ("behaviour", "outcome", "said"),
    [
        (says_nothing, Outcome.FAILED, "did not answer"),
        (hangs_up, Outcome.FAILED, "closed"),
        (answers(b"\x00\x01\x02\r\n\r\n"), Outcome.FAILED, "is not HTTP"),
        (answers(b"\xff\xfe and no line end"), Outcome.FAILED, "is not HTTP"),
        (http("500 Internal Server Error", b"boom"), Outcome.REFUSED, "500"),
        (
            http("500 Internal Server Error", SOAP_FAULT, "application/soap+xml"),
            Outcome.REFUSED,
            "The shelf is full.",
        ),
        (http("200 OK", b"<html>", "text/html"), Outcome.FAILED, ""),
    ],
    ids=["silent", "hangs up", "garbage", "noise", "HTTP 500", "fault", "web page"],
)
async def test_bad_repository_is_told_in_words(
    behaviour: Behaviour, outcome: Outcome, said: str, tmp_path: Path
) -> None:
    async with (
        peer(behaviour) as port,
        played(
            tmp_path, "chest-pain", cast=cast(tmp_path, "repository", "ITI-41", SOAP, port)
        ) as run,
    ):
        check(run, "ITI-41", outcome, said)


async def test_an_audit_repository_that_is_not_there_spoils_no_run(tmp_path: Path) -> None:
    syslog = "syslog: {{host: 127.0.0.1, port: {port}}}"
    casting = cast(tmp_path, "audit", "ITI-20", syslog, free_port())
    async with played(tmp_path, "chest-pain", cast=casting, cut="short") as run:
        assert run.ended.held
    (proof,) = [each for each in run.ended.proofs if "audit" in each.claim]
    assert proof.claim == "Every stand-in that took part wrote its audit records"
    assert "Nobody listens at" in proof.evidence
