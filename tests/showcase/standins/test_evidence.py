from showcase.model.fact import Fact, FactKind
from showcase.standins.evidence import digest, gather
from showcase.wire.line import Line


def facts(transaction: str, request: bytes, response: bytes) -> tuple[Fact, ...]:
    said = f"{transaction} {request.decode()} {response.decode()}"
    return (Fact(kind=FactKind.STATUS, value=said, path=""),)


def test_both_directions_are_read_and_named() -> None:
    line = Line("mllp", initiated=False, local="a:1", remote="b:2")
    line.received(b"before")
    since = line.mark()
    line.received(b"ask")
    line.sent(b"tell")
    found = gather(line, facts, "ITI-31", since=since)
    assert found.facts[0].value == "ITI-31 ask tell"
    assert found.blobs == {digest(b"ask"): b"ask", digest(b"tell"): b"tell"}
    assert (found.exchange.request, found.exchange.response) == tuple(found.blobs)


def test_a_direction_without_bytes_has_no_name() -> None:
    line = Line("syslog-udp", initiated=True)
    line.sent(b"told")
    found = gather(line, facts, "ITI-20")
    assert found.exchange.response == ""
    assert list(found.blobs.values()) == [b"told"]


def test_a_reader_at_fault_loses_no_exchange() -> None:
    line = Line("dicom", initiated=True)
    line.sent(b"told")

    def broken(transaction: str, request: bytes, response: bytes) -> tuple[Fact, ...]:
        raise AttributeError(transaction, request, response)

    found = gather(line, broken, "RAD-10")
    assert found.facts == ()
    assert list(found.blobs.values()) == [b"told"]
