import asyncio

import pytest

from showcase.wire.limits import Limits
from tests.showcase.wire.http_talk import HEAD, Reads, listening, talk


async def test_every_byte_is_on_the_line() -> None:
    reads = Reads(Limits())
    async with listening(reads.handle, Limits()) as port:
        sent = HEAD + b"Content-Length: 3\r\n\r\nabc"
        answer = await talk(port, *(sent[n : n + 1] for n in range(len(sent))))
        recording = reads.lines[0].recording()
    assert (recording.request, recording.response) == (sent, answer)
    assert recording.responder == f"127.0.0.1:{port}"
    assert reads.bodies == [b"abc"]


@pytest.mark.parametrize("noise", [HEAD, b"\x16\x03\x01 no HTTP, 100 %d at all\r\n\r\n"])
async def test_what_came_to_no_request_is_told_in_one_line(
    noise: bytes, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    reads = Reads(Limits())
    async with listening(reads.handle, Limits()) as port:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        caller = writer.get_extra_info("sockname")[1]
        writer.write(noise)
        writer.write_eof()
        told = ""
        async with asyncio.timeout(5):
            while f"127.0.0.1:{caller}" not in told:
                await asyncio.sleep(0)
                told += capsys.readouterr().out
        writer.close()
    assert "no request was answered" in told
    assert not [record for record in caplog.records if record.exc_info]
