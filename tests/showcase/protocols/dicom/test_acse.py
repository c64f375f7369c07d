import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.model.oid import IMPLEMENTATION_CLASS
from showcase.protocols.dicom import acse
from showcase.protocols.dicom.acse import Abort, Accept, Granted, Reject, Request
from showcase.protocols.dicom.pdu import Framer, Kind, Pdu
from showcase.wire.failure import Garbled
from tests.showcase.protocols.dicom.strategies import requests


def only(data: bytes) -> Pdu:
    (pdu,) = Framer().feed(data)
    return pdu


@given(requests())
def test_a_request_comes_back(request: Request) -> None:
    assert acse.decode_request(only(acse.encode_request(request))) == request


def test_an_acceptance_comes_back() -> None:
    accept = Accept(
        calling="CT",
        called="RIS",
        contexts=(Granted(1, 0, "1.2.840.10008.1.2"), Granted(3, 4, "1.2.840.10008.1.2")),
        roles={"1.2.840.10008.1.20.1": (False, True)},
    )
    found = acse.decode_accept(only(acse.encode_accept(accept)))
    assert found == accept
    assert found.implementation == IMPLEMENTATION_CLASS


@given(requests(), st.data())
def test_damage_is_one_fault(request: Request, data: st.DataObject) -> None:
    sent = bytearray(acse.encode_request(request))
    for _ in range(3):
        sent[data.draw(st.integers(6, len(sent) - 1))] = data.draw(st.integers(0, 255))
    for decode in (acse.decode_request, acse.decode_accept):
        try:
            decode(Pdu(Kind.ASSOCIATE_RQ, 0, bytes(sent[6:])))
        except Garbled:
            continue


@given(st.binary(min_size=68, max_size=200))
def test_noise_is_one_fault(noise: bytes) -> None:
    try:
        acse.decode_request(Pdu(Kind.ASSOCIATE_RQ, 0, noise))
    except Garbled:
        return


@pytest.mark.parametrize(
    ("reject", "words"),
    [
        (acse.CALLED_UNKNOWN, "called AE title not recognised"),
        (Reject(1, 1, 3), "calling AE title not recognised"),
        (acse.TOO_MANY, "local limit exceeded"),
        (Reject(1, 9, 9), "reason 9"),
    ],
)
def test_a_rejection_says_why(reject: Reject, words: str) -> None:
    assert acse.decode_reject(only(acse.encode_reject(reject))) == reject
    assert reject.words == words
    assert reject.lasting == f"rejected-{'transient' if reject.result == 2 else 'permanent'}"


def test_an_abort_says_whose_it_is() -> None:
    assert acse.decode_abort(only(acse.encode_abort(Abort(2, 1)))).words.endswith(
        "unrecognised PDU"
    )
    assert "application" in Abort(0, 0).words
