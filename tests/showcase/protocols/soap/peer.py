"""A web service that is not ours: Python's own http.server, answering what it was told to."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer


class Peer:
    """What it answers, and what it was asked.

    Attributes:
        answer: Status, Content-Type and body; or, as bytes, everything it writes.
    """

    def __init__(self) -> None:
        self.answer: tuple[int, str, bytes] | bytes = b""
        self.asked: list[tuple[dict[str, str], bytes]] = []
        self.headers: dict[str, str] = {}
        self.port = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/xds"


@contextmanager
def peer() -> Iterator[Peer]:
    """Listens on loopback in a thread of its own."""
    told = Peer()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            size = int(self.headers.get("Content-Length", "0"))
            told.asked.append((dict(self.headers.items()), self.rfile.read(size)))
            if isinstance(told.answer, bytes):
                self.wfile.write(told.answer)
                self.close_connection = True
                return
            status, content_type, body = told.answer
            self.send_response(status)
            for name, value in {"Content-Type": content_type, **told.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            del args

    server = HTTPServer(("127.0.0.1", 0), Handler)
    told.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield told
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
