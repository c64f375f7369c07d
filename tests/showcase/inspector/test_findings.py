from datetime import UTC, datetime

from msgspec import structs

from showcase.inspector.findings import findings, specified
from showcase.model.events import HopEnded
from showcase.model.exchange import Outcome, Verdict
from showcase.model.fact import Side
from showcase.protocols.hl7v2.ack import Fault, refuse
from showcase.protocols.hl7v2.codec import decode
from showcase.protocols.hl7v2.frame import framed
from tests.showcase.conductor.players import hop_ended

WHOLE = (
    b"MSH|^~\\&|DESK|ALBA|RIS|ALBA|20261124090000||ADT^A04|1|T|2.3.1\rEVN|A04|20261124090000\r"
    b"PID|||40213^^^ALBA&1.2.3&ISO^PI||Quill^Rosa||19610402|F\rPV1||O\r"
)
NAMELESS = WHOLE.replace(b"Quill^Rosa", b"")


def feed(outcome: Outcome = Outcome.ACKNOWLEDGED) -> HopEnded:
    return hop_ended("ITI-8", "desk", "index", verdict=Verdict(outcome=outcome, status="AE"))


def test_what_a_request_lacks_is_remarked_though_it_was_accepted() -> None:
    assert findings(feed(), framed(WHOLE), b"") == ()
    (one,) = findings(feed(), framed(NAMELESS), b"")
    assert (one.side, one.theirs) == (Side.REQUEST, False)
    assert one.path.startswith("PID-5")
    assert one.clause == "IHE ITI TF-2, 3.8"


def test_the_field_that_a_peer_names_is_remarked_in_its_words() -> None:
    request = decode(WHOLE)
    no = refuse(request, [Fault("204", "PID-3.1", "nobody of that number")], datetime.now(UTC))
    found = findings(feed(Outcome.REFUSED), framed(WHOLE), framed(no.raw))
    assert [(each.path, each.theirs) for each in found] == [("PID-3", True)]


def test_noise_and_strangers_are_not_remarked_upon() -> None:
    assert findings(feed(), b"\x00noise", b"\xff") == ()
    stray = structs.replace(feed(), transaction="ADT^A99")
    assert findings(stray, framed(NAMELESS), b"") == ()


def test_a_transaction_says_where_it_is_specified() -> None:
    assert specified("ITI-8") == "Patient Identity Feed · IHE ITI TF-2, 3.8"
    assert specified("C-ECHO") == ""
