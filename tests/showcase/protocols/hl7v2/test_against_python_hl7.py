"""Our server against python-hl7's client, our client against python-hl7's server."""

import asyncio

import hl7
import pytest
from hl7.mllp import HL7StreamReader, HL7StreamWriter, open_hl7_connection, start_hl7_server

from showcase.model.exchange import Outcome
from showcase.model.system import Mllp
from showcase.protocols.hl7v2.ack import Fault, accept, judge_ack, refuse
from showcase.protocols.hl7v2.client import exchange
from showcase.protocols.hl7v2.codec import Message, decode
from showcase.protocols.hl7v2.server import Server
from showcase.transactions import iti8, iti31
from showcase.wire.clock import SystemClock
from showcase.wire.line import Line
from tests.showcase.protocols.hl7v2.samples import A04, AT, ROSA, envelope

pytestmark = pytest.mark.peer("hl7")


async def agree(request: Message) -> Message:
    if request.get("PID-8") == "X":
        return refuse(request, (Fault("103", "PID-8"),), AT)
    return accept(request, AT)


@pytest.mark.parametrize("count", [1, 50])
async def test_its_client_is_answered(count: int) -> None:
    server = Server(agree, SystemClock())
    port = await server.open("127.0.0.1", 0)
    reader, writer = await open_hl7_connection("127.0.0.1", port, encoding="utf-8")
    request = hl7.parse(A04.decode())
    for _ in range(count):
        writer.writemessage(request)
        await writer.drain()
        answer = await asyncio.wait_for(reader.readmessage(), 5)
        assert str(answer.segment("MSA")) == "MSA|AA|C1"
        assert str(answer.segment("MSH")[9]) == "ACK^A04^ACK"
    writer.close()
    await server.close()


async def test_its_client_understands_a_refusal() -> None:
    server = Server(agree, SystemClock())
    port = await server.open("127.0.0.1", 0)
    reader, writer = await open_hl7_connection("127.0.0.1", port, encoding="utf-8")
    writer.writemessage(hl7.parse(A04.decode().replace("|F\r", "|X\r")))
    answer = await asyncio.wait_for(reader.readmessage(), 5)
    assert str(answer.segment("MSA")[1]) == "AE"
    assert answer.extract_field("ERR", 1, 2, 1, 3) == "8"
    assert answer.extract_field("ERR", 1, 3, 1, 1) == "103"
    writer.close()
    await server.close()


async def test_its_server_understands_and_answers() -> None:
    heard: list[hl7.Message] = []

    async def serve(reader: HL7StreamReader, writer: HL7StreamWriter) -> None:
        message = await reader.readmessage()
        heard.append(message)
        writer.writemessage(message.create_ack("AA"))
        await writer.drain()
        writer.close()

    server = await start_hl7_server(serve, "127.0.0.1", 0, encoding="utf-8")
    port = server.sockets[0].getsockname()[1]
    to = Mllp(host="127.0.0.1", port=port, application="RIS", facility="ALBA")
    for request in (
        iti31.event(envelope(), ROSA, iti31.Encounter()),
        iti8.feed(envelope(), ROSA),
    ):
        answer = await exchange(to, request, Line("mllp", initiated=True), deadline=5)
        assert judge_ack(answer).outcome is Outcome.ACKNOWLEDGED
    server.close()
    await server.wait_closed()
    assert [m.extract_field("PID", 1, 3, 1, 1) for m in heard] == ["40213", "40213"]
    assert [m.extract_field("PID", 1, 3, 1, 4, 2) for m in heard] == ["1.2.3", "1.2.3"]
    assert [m.extract_field("PID", 1, 5, 1, 2) for m in heard] == ["Rosa", "Rosa"]


def test_both_read_the_same_out_of_a_message() -> None:
    theirs, ours = hl7.parse(A04.decode()), decode(A04)
    for path in ("PID-3[2].4.2", "PID-5.1", "MSH-9.3", "PV1-3.4"):
        segment, _, rest = path.partition("-")
        field, *parts = rest.replace("[2]", "").split(".")
        repetition = 2 if "[2]" in path else 1
        numbers = [int(part) for part in parts]
        assert ours.get(path) == theirs.extract_field(segment, 1, int(field), repetition, *numbers)
