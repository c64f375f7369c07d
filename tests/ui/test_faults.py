"""What the engine says went wrong is said in German, too."""

import errno
import socket
import sqlite3
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QGuiApplication

from showcase.api import gates
from showcase.conductor.todo import _OTHER, _TASKS
from showcase.journal import files, retention
from showcase.journal.trouble import trouble_of
from showcase.model.fact import FactKind
from showcase.model.readiness import Check, CheckState, RoleReadiness
from showcase.protocols.dicom import acse, status
from showcase.protocols.dicom.scu import Rejected
from showcase.protocols.dicom.status import Status
from showcase.protocols.hl7v2.ack import Fault, judge_ack, refuse
from showcase.protocols.hl7v2.codec import decode
from showcase.protocols.soap import verdict
from showcase.protocols.soap.envelope import Fault as SoapFault
from showcase.protocols.soap.verdict import Answer
from showcase.readiness import clock, report, soap
from showcase.wire import distrust
from showcase.wire.distrust import Presented
from showcase.wire.failure import LineBroke, hung_up, silent, unreachable
from tests.showcase.protocols.hl7v2.samples import A04
from ui import translations
from ui.fault_words import SENTENCES
from ui.faults import _END, _known, piece, told

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
SHOWN = Presented(
    version="TLSv1.3", subject="acme", issuer="Acme CA", since=NOW, until=NOW, asks=True
)


@pytest.fixture
def _german(qapp: QGuiApplication) -> Iterator[None]:
    translations.install(qapp, "de")
    yield
    translations.remove(qapp)


def _line() -> Iterator[LineBroke]:
    yield hung_up("10.4.0.21:104")
    yield silent("10.4.0.21:104", 10)
    yield silent("10.4.0.21:104", 1)
    yield unreachable("pacs.example:104", socket.gaierror(-2, "Name or service not known"))
    for number in (errno.ECONNREFUSED, errno.EHOSTUNREACH, errno.ENETUNREACH, errno.EACCES):
        yield unreachable("10.4.0.21:104", OSError(number, "x"))


def _unverified(code: int) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, "certificate verify failed")
    error.verify_code, error.verify_message = code, "unable to get local issuer"
    return error


def _tls() -> Iterator[LineBroke]:
    for days in (-1, 0, -5):
        until = NOW + timedelta(days=days)
        shown = Presented(
            version="", subject="", issuer="Acme CA", since=NOW, until=until, asks=True
        )
        yield distrust.refused(_unverified(10), "Acme", shown=shown, now=NOW)
    for code in (9, 10, 18, 99):
        yield distrust.refused(_unverified(code), "Acme")
        yield distrust.refused(_unverified(code), "Acme", shown=SHOWN)
    for _, _, reasons in distrust._REASONS:
        error = ssl.SSLError(1, "x")
        error.reason = min(reasons)
        yield distrust.refused(error, "Acme")
    yield distrust.refused(ConnectionResetError(), "Acme", calling=True)
    yield distrust.turned_away("Acme", ConnectionResetError())
    yield distrust.no_answer("Acme", 10)


def _verdicts() -> Iterator[tuple[str, str]]:
    for condition in ("100", "101", "102", "103", *(str(n) for n in range(200, 208))):
        said = judge_ack(refuse(decode(A04), (Fault(condition, "PID-3"),), NOW))
        yield said.words, said.remedy
    for code in (*status._WORDS, 0xA700, 0xA900, 0xC000, 0x0999):
        said = status.judge(Status(code), "ARCHIVE")
        yield said.words, said.remedy
    for reject in (acse.CALLED_UNKNOWN, acse.TOO_MANY):
        said = Rejected(reject, "ARCHIVE").verdict
        yield said.words, said.remedy
    for name in ("Sender", "Receiver", "MustUnderstand", "VersionMismatch"):
        said = verdict.of_fault(SoapFault(code=name, reason="x"), "Acme")
        yield said.words, said.remedy
    for code, location in ((404, ""), (500, ""), (301, ""), (301, "http://10.4.0.9/xds/")):
        said = verdict.of(Answer(http_status=code, reason="x", who="Acme", location=location))
        yield said.words, said.remedy


def _ready() -> Iterator[str]:
    for question in report._CAUSES:
        lost = RoleReadiness(role="a", title="Archiv", system="Acme", stand_in=False, ready=False)
        asked = Check(
            role="a",
            system="Acme",
            subject="DICOM",
            question=question,
            address="10.4.0.21:104",
            state=CheckState.FAILED,
            words="x",
        )
        other = msgspec.structs.replace(lost, role="b", title="Befunder")
        yield report.verdict((lost,), (asked,))
        yield report.verdict((lost, other), (asked, msgspec.structs.replace(asked, role="b")))
    findings = [clock.compare(NOW + timedelta(seconds=each), NOW) for each in (90, -90, 600, -9000)]
    findings += [soap._no_soap(code, "OK", "http://10.4.0.9/x") for code in (*soap._MEANING, 500)]
    findings += [soap._no_soap(307, "x", "http://a/x", "http://a/y"), soap._old_soap()]
    for each in findings:
        yield from (each.words, each.remedy)
    gone = clock._no_time("10.4.0.1:123", "not synchronised")
    yield from (gone.words, gone.remedy)


@pytest.mark.usefixtures("_german")
def test_the_verdict_on_a_cast_is_said_in_german() -> None:
    assert told("Ready: 9 of 11. Archiv unreachable, Befunder not found, stand-ins will play.") == (
        "Bereit: 9 von 11. Archiv nicht erreichbar, Befunder nicht gefunden; Ersatzsysteme spielen."
    )
    assert told("Our clock is 3.0 hours behind its clock.") == (
        "Unsere Uhr geht 3.0 Stunden nach gegenüber seiner Uhr."
    )


def _noticed() -> Iterator[str]:
    path = Path("/booth/journal.db")
    for name in ("FULL", "READONLY", "BUSY", "CORRUPT", "IOERR_WRITE"):
        error = sqlite3.OperationalError("x")
        error.sqlite_errorname = f"SQLITE_{name}"
        for where in (path, None) if name == "FULL" else (path,):
            found = trouble_of(error, where)
            yield from (found.words, found.remedy)
    notices = [gates.elsewhere(["Archiv"] * count) for count in (1, 2, 9)]
    notices += [retention._told(runs, 20 * 10**9) for runs in (1, 7)]
    notices.append(files.told(path, path.with_name("journal-2.db"), "The journal was damaged."))
    for each in notices:
        yield from (each.words, each.remedy)


def _said() -> Iterator[str]:
    yield from _ready()
    yield from _noticed()
    for broken in (*_line(), *_tls()):
        yield from (broken.words, broken.remedy)
    for words, remedy in _verdicts():
        yield from (words, remedy)
    for each in (*_TASKS.values(), _OTHER):
        whom = "ARCHIVE at 10.4.0.2:104"
        said = each.format(patient="Rosa Quill", whom=whom, transaction="RAD-9")
        yield f"Acme PACS 4.1: {said}."


@pytest.mark.usefixtures("_german")
def test_the_common_faults_are_said_in_german() -> None:
    english = {
        each for words in _said() for each in _END.split(words) if each and each in told(words)
    }
    assert not english


def test_what_is_english_stays_as_it_is(qapp: QGuiApplication) -> None:
    del qapp
    assert told("Nobody listens at 10.4.0.21:104.") == "Nobody listens at 10.4.0.21:104."
    assert piece("Accession number") == "Accession number"


@pytest.mark.usefixtures("_german")
@pytest.mark.parametrize(
    ("english", "german"),
    [
        (
            "Acme's certificate expired yesterday (23 Nov 2026). They have to install a new one.",
            "Das Zertifikat von Acme ist gestern abgelaufen (23 Nov 2026). "
            "Dort muss ein neues installiert werden.",
        ),
        (
            "HIS refused the message: it does not know an identifier in it (PID-3).",
            "HIS hat die Nachricht abgelehnt: eine Kennung darin ist dort unbekannt (PID-3).",
        ),
        (
            "Scanner sent the right message, but accession number A1 instead of A2, "
            "patient Max instead of Rosa Quill.",
            "Scanner hat die richtige Nachricht gesendet, aber: Auftragsnummer A1 statt A2, "
            "Patientin Max statt Rosa Quill.",
        ),
        ("A sentence of tomorrow. Look into that system's log.", None),
        ("", ""),
    ],
)
def test_values_stay_and_words_change(english: str, german: str | None) -> None:
    said = told(english)
    if german is None:
        assert said == "A sentence of tomorrow. Das Protokoll jenes Systems ansehen."
    else:
        assert said == german


@pytest.mark.usefixtures("_german")
def test_what_a_value_means_is_said_in_german() -> None:
    same = {FactKind.STUDY, FactKind.INSTANCE, FactKind.STATUS}
    assert not [kind for kind in FactKind if piece(kind) == kind and kind not in same]


@pytest.mark.usefixtures("_german")
def test_every_sentence_keeps_its_values() -> None:
    for source in SENTENCES:
        known = _known(SENTENCES, source)
        assert known is not None
        assert sorted(_values(known)) == sorted(_values(source)), source


def _values(text: str) -> list[str]:
    return [each.partition("}")[0] for each in text.split("{")[1:]]
