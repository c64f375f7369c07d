"""curl through a tap: to the stand-in for a registry, and to a server of Python's own."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from showcase.model.system import Endpoints, Soap, System
from tests.journeys.relay import relay
from tests.showcase.standins.xds import by_hand
from tests.showcase.standins.xds.region_of_four import region
from tests.showcase.taps.listening import Hearsay, tapped

pytestmark = pytest.mark.peer("curl")


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        size = len(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self.wfile.write(b"%x\r\n%d\r\n0\r\n\r\n" % (len(str(size)), size))

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def stdlib_server() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


async def curl(url: str, body: bytes, *options: str) -> bytes:
    child = await asyncio.create_subprocess_exec(
        "curl", "-sS", "--max-time", "20", "-H", f"Content-Type: {by_hand.SIMPLE}", *options,
        "--data-binary", "@-", url,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    said, complained = await child.communicate(body)
    assert child.returncode == 0, complained.decode()
    return said


async def test_curl_asks_our_registry_through_a_tap(tmp_path: Path) -> None:
    async with region(tmp_path) as four:
        four.know_rosa()
        hearsay = Hearsay(four.hops)
        async with (
            tapped(four.stand_ins["registry"], "soap", sender="gp") as tap,
            relay(tap.port) as (door, witness),
        ):
            said = await curl(f"http://127.0.0.1:{door}/iti-18", by_hand.find_documents())
            assert b"ResponseStatusType:Success" in said
            await hearsay.first()
        assert hearsay.outcomes == [("ITI-18", "gp", "registry", "acknowledged")]
        assert [hearsay.bytes] == witness.captured()


async def test_a_large_body_and_a_chunked_answer_pass_unaltered(tmp_path: Path) -> None:
    body = b"x" * 3_000_000
    with stdlib_server() as port:
        async with region(tmp_path) as four:
            four.book.vendors["repository"] = System(
                key="acme",
                vendor="Acme",
                stand_in=False,
                endpoints=Endpoints(soap=Soap(urls={"ITI-41": f"http://127.0.0.1:{port}/xds"})),
            )
            hearsay = Hearsay(four.hops)
            async with (
                tapped(four.stand_ins["repository"], "soap") as tap,
                relay(tap.port) as (door, witness),
            ):
                assert await curl(f"http://127.0.0.1:{door}/xds", body) == b"3000000"
                ((hop, _),) = await hearsay.first()
            assert hop.transaction == "POST /xds"
            assert [hearsay.bytes] == witness.captured()
