"""The ear for HTTP: a hop for each request and its response; SOAP is told by its wsa:Action.

h11 knows where a message ends; that is all it is asked.
"""

from collections.abc import Iterator

import h11

from showcase.protocols.soap import http
from showcase.protocols.soap import message as soap
from showcase.protocols.soap.message import Message
from showcase.protocols.soap.verdict import Answer
from showcase.taps import judging
from showcase.taps.ear import LARGEST_MESSAGE
from showcase.taps.naming import Naming
from showcase.taps.scribe import Heard, Scribe
from showcase.taps.tape import Span
from showcase.wire.failure import Garbled, LineBroke, hung_up

_LARGEST_HEAD = 256 * 1024

_Head = h11.Request | h11.Response


class _Reader:
    """Reads one message, and stops behind it."""

    def __init__(self, role: type[h11.CLIENT] | type[h11.SERVER]) -> None:
        self._parser = h11.Connection(role, max_incomplete_event_size=_LARGEST_HEAD)
        self._body: list[bytes] = []
        self._size = 0
        self.head: _Head | None = None
        self.done = False

    @classmethod
    def of_answer(cls, request: _Head) -> "_Reader":
        """A reader of the response: whether it has a body depends on the request's method."""
        reader = cls(h11.CLIENT)
        method = request.method if isinstance(request, h11.Request) else b"GET"
        reader._parser.send(h11.Request(method=method, target="/", headers=[("Host", "-")]))
        reader._parser.send(h11.EndOfMessage())
        return reader

    @property
    def rest(self) -> bytes:
        """What came behind the message."""
        return bytes(self._parser.trailing_data[0]) if self.done else b""

    @property
    def body(self) -> bytes:
        """Without its transfer coding."""
        return b"".join(self._body)

    def header(self, name: bytes) -> str:
        """The value of a header field; empty where there is none."""
        headers = self.head.headers if self.head else ()
        return next((value.decode("latin-1") for key, value in headers if key == name), "")

    def feed(self, data: bytes) -> None:
        """Take bytes; none: the connection has ended, and with it a body of unknown length.

        Raises:
            Garbled: They are not HTTP, or go on for too long.
        """
        try:
            self._parser.receive_data(data)
            for event in self._events():
                self._take(event)
        except h11.RemoteProtocolError as error:
            raise _garbled(f"not HTTP ({error})") from error

    def _events(self) -> Iterator[h11.Event]:
        while not self.done:
            event = self._parser.next_event()
            if isinstance(event, type):  # NEED_DATA, PAUSED
                return
            yield event

    def _take(self, event: h11.Event) -> None:
        match event:
            case h11.Request() | h11.Response():
                self.head = event
            case h11.Data():
                self._body.append(bytes(event.data))
                self._size += len(event.data)
                if self._size > LARGEST_MESSAGE:
                    raise _garbled(f"a message larger than {LARGEST_MESSAGE} bytes")
            case h11.EndOfMessage():
                self.done = True
            case _:
                pass  # an interim response is followed by the real one


class HttpEar:
    """Hears one HTTP connection: one exchange after the other."""

    def __init__(self, scribe: Scribe, naming: Naming) -> None:
        """Nothing heard yet."""
        self._scribe = scribe
        self._naming = naming
        self._request = _Reader(h11.SERVER)
        self._answer: _Reader | None = None
        self._heard: Heard | None = None
        self._early = {True: b"", False: b""}
        self._heard_of = {True: 0, False: 0}
        self._taken = {True: 0, False: 0}

    @property
    def asked(self) -> bool:
        """Whether a request has come whole."""
        return self._heard is not None

    @property
    def patience(self) -> float | None:
        """It waits for nothing: HTTP says itself where a message ends."""
        return None

    async def hear(self, data: bytes, *, outward: bool) -> None:
        """Bytes have passed."""
        self._early[outward] += data
        self._heard_of[outward] += len(data)
        while await self._step():
            pass

    async def lapse(self) -> None:
        """Never asked for."""

    async def over(self, failure: LineBroke | None) -> None:
        """Nothing more will come."""
        if self._answer and failure is None and self._answer.head and not self._answer.done:
            try:
                self._answer.feed(b"")
            except Garbled:
                self._answer = None
        answered = self._answer if self._answer and self._answer.done else None
        if self._heard is None and (self._request.head is None or not answered):
            return
        heard = self._heard or await self._begin()
        tape = self._scribe.tape
        spans = [Span(self._taken[way], tape.end(outward=way)) for way in (True, False)]
        if answered:
            await heard.end(
                judging.http(heard.hop.started.transaction, _said(answered, self._scribe.receiver)),
                *spans,
            )
        else:
            fault = failure or hung_up(self._scribe.receiver)
            await heard.end(judging.broken(fault), *spans)

    async def _step(self) -> bool:
        """Make out what can be made out; whether there may be more."""
        if not self._request.done:
            self._feed(self._request, outward=True)
        if self._answer is None and self._request.head:
            self._answer = _Reader.of_answer(self._request.head)
        if self._request.done and self._heard is None:
            self._heard = await self._begin()
        if self._answer and not self._answer.done:
            self._feed(self._answer, outward=False)
        if not (self._heard and self._answer and self._answer.done):
            return False
        await self._end(self._heard, self._answer)
        return any(self._early.values())

    def _feed(self, reader: _Reader, *, outward: bool) -> None:
        data, self._early[outward] = self._early[outward], b""
        if data:
            reader.feed(data)
            self._early[outward] = reader.rest

    async def _begin(self) -> Heard:
        request = self._request
        assert isinstance(request.head, h11.Request)
        method, target = (
            request.head.method.decode("latin-1"),
            request.head.target.decode("latin-1"),
        )
        asked = _message(request)
        action = asked.envelope.action if asked else ""
        carrier = f"{method} {target.partition('?')[0]}"
        transaction = self._naming.soap(action, self._scribe.sender(""), carrier)
        return await self._scribe.begin(transaction, name="")

    async def _end(self, heard: Heard, answer: _Reader) -> None:
        ends = {way: self._heard_of[way] - len(self._early[way]) for way in (True, False)}
        spans = [Span(self._taken[way], ends[way]) for way in (True, False)]
        verdict = judging.http(heard.hop.started.transaction, _said(answer, self._scribe.receiver))
        self._taken, self._heard, self._answer = ends, None, None
        self._request = _Reader(h11.SERVER)
        await heard.end(verdict, *spans)


def _said(reader: _Reader, who: str) -> Answer:
    assert isinstance(reader.head, h11.Response)
    return Answer(
        http_status=reader.head.status_code,
        reason=bytes(reader.head.reason).decode("latin-1"),
        message=_message(reader),
        who=who,
    )


def _message(reader: _Reader) -> Message | None:
    """The SOAP message in a body; None where it holds none."""
    try:
        body = http.unpacked(reader.body, reader.header(b"content-encoding"))
        return soap.read(reader.header(b"content-type"), body)
    except Garbled:
        return None


def _garbled(fault: str) -> Garbled:
    return Garbled(
        f"What crossed the tap is {fault}.",
        remedy="See that an HTTP client, and no other program, uses this port.",
        status=fault,
    )
