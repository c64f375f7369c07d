"""The sentence of the wall, and the small line under it."""

from showcase.model.events import HopEnded, HopStarted, RunEnded
from showcase.model.exchange import Outcome
from showcase.model.programme import Cue
from showcase.model.transaction import Thing

_MOST_WORDS = 12

_SAYS = {
    Thing.SLIP: "{sender} tells {receiver} who she is.",
    Thing.ORDER: "{sender} passes the order on to {receiver}.",
    Thing.NOTE: "{sender} keeps {receiver} informed.",
    Thing.QUESTION: "{sender} asks {receiver}.",
    Thing.IMAGES: "{sender} sends {count} images to {receiver}.",
    Thing.PAGE: "{sender} hands a document to {receiver}.",
    Thing.SEAL: "{sender} leaves a record of what it did.",
}


def leaving(cue: Cue | None, start: HopStarted, thing: Thing, sender: str, receiver: str) -> str:
    """What is happening: the cue's title as a sentence, or one of ours where no cue has words."""
    if cue is not None and cue.title:
        return sentence(cue.title)
    words = _SAYS[thing].format(sender=sender, receiver=receiver, count=start.count)
    return sentence(words)


def refused(end: HopEnded, receiver: str) -> str:
    """What has gone wrong: in the verdict's own plain words, where they are few enough."""
    words = end.verdict.words.strip()
    if words and len(words.split()) <= _MOST_WORDS:
        return sentence(words)
    if end.verdict.outcome is Outcome.REFUSED:
        return f"{receiver} says no."
    return f"{receiver} does not answer."


def reason(end: HopEnded) -> str:
    """What stands below that: the words that were too many, or the peer's own."""
    verdict = end.verdict
    if len(verdict.words.split()) > _MOST_WORDS:
        return verdict.words
    return f"“{verdict.status}”" if verdict.status else ""


def closing(end: RunEnded) -> str:
    """The last sentence of a run."""
    if not end.finished:
        return "The story was ended early."
    if end.held and end.proofs:
        return "One patient throughout, and every system knows it."
    if end.held:
        return "The story is at its end."
    return "The story is at its end, and something did not hold."


def tally(end: RunEnded) -> str:
    """``34 messages · 34 acknowledged · 7 proofs hold``."""
    parts = [f"{end.hops} messages", f"{end.acknowledged} acknowledged"]
    parts += [f"{end.refused} refused"] if end.refused else []
    parts += [f"{end.failed} without answer"] if end.failed else []
    held = sum(proof.holds for proof in end.proofs)
    if end.proofs:
        parts.append(f"{held} of {len(end.proofs)} proofs hold")
    return " · ".join(parts)


def technical(
    name: str, start: HopStarted, *, images: bool, done: int, end: HopEnded | None
) -> str:
    """``DICOM C-STORE · 24 images · 212 ms``; the outcome stands beside it, as shape and word.

    Args:
        name: Standard and message: ``DICOM C-STORE``.
        start: The hop.
        images: Whether it carries images.
        done: How many of them have been acknowledged so far.
        end: How it ended; None while that is not known.
    """
    parts = [name]
    if images and start.count > 1:
        so_far = f"{done} of {start.count}" if end is None and done else str(start.count)
        parts.append(f"{so_far} images")
    if end is not None:
        parts.append(milliseconds(end.exchange.milliseconds))
    return " · ".join(parts)


def milliseconds(value: float) -> str:
    """``0.4 ms``, ``12 ms``, ``2.4 s``."""
    if value < 1:
        return f"{value:.1f} ms"
    return f"{value:.0f} ms" if value < 1000 else f"{value / 1000:.1f} s"


def sentence(words: str) -> str:
    """At most twelve words, with a full stop at its end."""
    said = words.strip().split()
    cut = said[:_MOST_WORDS]
    text = " ".join(cut).rstrip(".,;:") if len(said) > _MOST_WORDS else " ".join(cut)
    if len(said) > _MOST_WORDS:
        return f"{text} …"
    return text if not text or text[-1] in ".!?…" else f"{text}."
