"""The ear for HL7 v2: a hop for each message, and the acknowledgement that names it (MSA-2)."""

import msgspec

from showcase.model.exchange import Verdict
from showcase.protocols.hl7v2.codec import Message, decode
from showcase.protocols.hl7v2.frame import Frame, Framer
from showcase.protocols.hl7v2.header import sender_of
from showcase.protocols.hl7v2.person import read_pid
from showcase.taps import judging
from showcase.taps.ear import LARGEST_MESSAGE
from showcase.taps.naming import Naming
from showcase.taps.scribe import Heard, Scribe
from showcase.taps.tape import Span
from showcase.wire.failure import Garbled, LineBroke, hung_up

_CR = 0x0D
_LATE_CR = 0.05
"""Seconds in which the CR may come that belongs behind a frame; some senders leave it out."""


class _Asked(msgspec.Struct, kw_only=True):
    """A message that was sent, and its place on the tape."""

    control_id: str
    heard: Heard
    start: int
    end: int
    verdict: Verdict | None = None
    answered_at: int = 0


class MllpEar:
    """Hears one MLLP connection."""

    def __init__(self, scribe: Scribe, naming: Naming) -> None:
        """Nothing heard yet."""
        self._scribe = scribe
        self._naming = naming
        self._framers = {way: Framer(LARGEST_MESSAGE) for way in (True, False)}
        self._waiting: list[_Asked] = []
        self._cursors = {True: 0, False: 0}
        self.asked = False

    @property
    def patience(self) -> float | None:
        """A moment, while an answer's last byte may still come."""
        return _LATE_CR if any(each.verdict for each in self._waiting) else None

    async def hear(self, data: bytes, *, outward: bool) -> None:
        """Bytes have passed."""
        framer = self._framers[outward]
        framer.feed(data)
        for frame in framer.frames():
            if outward:
                await self._sent(frame)
            else:
                self._came(frame)
        await self._settle(late=False)

    async def lapse(self) -> None:
        """No CR came: it was left out."""
        await self._settle(late=True)

    async def over(self, failure: LineBroke | None) -> None:
        """Nothing more will come."""
        await self._settle(late=True)
        tape = self._scribe.tape
        unanswered, self._waiting = self._waiting, []
        for number, each in enumerate(unanswered, 1):
            last = number == len(unanswered)
            outward = Span(each.start, tape.end(outward=True) if last else each.end)
            inward = Span(self._cursors[False], tape.end(outward=False) if last else 0)
            fault = failure or hung_up(self._scribe.receiver)
            await each.heard.end(judging.broken(fault), outward, inward)

    async def _sent(self, frame: Frame) -> None:
        start = self._begin_of_next()
        self._cursors[True] = frame.end
        control_id, name, label, transaction = "", "", "", "HL7"
        try:
            message = decode(frame.payload)
        except Garbled:
            pass  # it is passed on, and the receiver says what it makes of it
        else:
            control_id, name = message.control_id, sender_of(message).application
            label = read_pid(message).name
            transaction = self._naming.hl7v2(message, self._scribe.sender(name))
        heard = await self._scribe.begin(transaction, name=name, label=label)
        self._waiting.append(_Asked(control_id=control_id, heard=heard, start=start, end=frame.end))
        self.asked = True

    def _came(self, frame: Frame) -> None:
        open_ones = [each for each in self._waiting if each.verdict is None]
        if not open_ones:
            return  # nobody asked; its bytes go with the next exchange
        try:
            answer = decode(frame.payload)
        except Garbled as fault:
            self._answer(open_ones[0], frame, judging.broken(fault))
            return
        meant = _meant(open_ones, answer)
        transaction = meant.heard.hop.started.transaction
        self._answer(meant, frame, judging.hl7v2(transaction, answer, meant.control_id))

    def _answer(self, asked: _Asked, frame: Frame, verdict: Verdict) -> None:
        asked.verdict, asked.answered_at = verdict, frame.end

    async def _settle(self, *, late: bool) -> None:
        """End the hops that were answered, once their last byte has come."""
        answered = [each for each in self._waiting if each.verdict]
        for each in sorted(answered, key=lambda each: each.answered_at):
            whole = self._scribe.tape.end(outward=False) > each.answered_at
            if each.verdict and (whole or late):
                self._waiting.remove(each)
                await each.heard.end(each.verdict, self._span(each), self._answer_span(each))

    def _begin_of_next(self) -> int:
        """Where the next message begins: behind the CR of the one before, which has come now."""
        for each in self._waiting:
            each.end = self._behind(each.end, outward=True)
        return max([self._cursors[True], *(each.end for each in self._waiting)])

    def _span(self, asked: _Asked) -> Span:
        end = self._behind(asked.end, outward=True)
        self._cursors[True] = max(self._cursors[True], end)
        return Span(asked.start, end)

    def _answer_span(self, asked: _Asked) -> Span:
        start, end = self._cursors[False], self._behind(asked.answered_at, outward=False)
        self._cursors[False] = max(start, end)
        return Span(start, end)

    def _behind(self, end: int, *, outward: bool) -> int:
        return end + 1 if self._scribe.tape.byte(end, outward=outward) == _CR else end


def _meant(waiting: list[_Asked], answer: Message) -> _Asked:
    """The message that an answer names; the oldest where it names none that waits."""
    named = answer.get("MSA-2")
    return next((each for each in waiting if each.control_id == named), waiting[0])
