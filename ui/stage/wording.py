"""The sentence of the wall, and the small line under it, in the language of the window."""

from collections.abc import Iterable

from showcase.model.events import HopEnded, HopStarted, RunEnded
from showcase.model.exchange import Outcome
from showcase.model.programme import Cue, Programme
from showcase.model.system import System
from showcase.model.transaction import Family, Thing
from ui.faults import told
from ui.translations import decimal, translate

_MOST_WORDS = 12
_LONGEST, _HEAD = 28, 12  # letters of a value that is followed; of its ends, where it is longer


def leaving(cue: Cue | None, start: HopStarted, thing: Thing, sender: str, receiver: str) -> str:
    """What is happening: the cue's title as a sentence, or one of ours where no cue has words."""
    if cue is not None and cue.title:
        return sentence(cue.title)
    said = _ours(thing).format(sender=sender, receiver=receiver, count=start.count)
    return sentence(said)


def headline(programme: Programme) -> str:
    """What stands above the stage: the story's title, or that there is none."""
    return translate("Wall", "On the wire") if programme.watches else programme.title


def watching() -> str:
    """What a wall says that tells no story, before anything was sent."""
    return translate("Wall", "Every message between these systems, as it is sent.")


def _ours(thing: Thing) -> str:
    return {
        Thing.SLIP: translate("Wall", "{sender} tells {receiver} who the patient is."),
        Thing.ORDER: translate("Wall", "{sender} passes the order on to {receiver}."),
        Thing.NOTE: translate("Wall", "{sender} keeps {receiver} informed."),
        Thing.QUESTION: translate("Wall", "{sender} asks {receiver}."),
        Thing.IMAGES: translate("Wall", "{sender} sends {count} images to {receiver}."),
        Thing.PAGE: translate("Wall", "{sender} hands a document to {receiver}."),
        Thing.SEAL: translate("Wall", "{sender} leaves a record of what it did."),
    }[thing]


def refused(end: HopEnded, receiver: str) -> str:
    """What has gone wrong: in the verdict's own plain words, where they are few enough."""
    words = told(end.verdict.words.strip())
    if words and len(words.split()) <= _MOST_WORDS:
        return sentence(words)
    if end.verdict.outcome is Outcome.REFUSED:
        return translate("Wall", "{receiver} says no.").format(receiver=receiver)
    return translate("Wall", "{receiver} does not answer.").format(receiver=receiver)


def reason(end: HopEnded) -> str:
    """What stands below that: the words that were too many, or the peer's own."""
    verdict = end.verdict
    if len(verdict.words.split()) > _MOST_WORDS:
        return told(verdict.words)
    return f"“{verdict.status}”" if verdict.status else ""


def missed(words: str) -> str:
    """Something came that was not what the story waits for."""
    said = told(words)
    few = said and len(said.split()) <= _MOST_WORDS
    return sentence(said) if few else translate("Wall", "Close, but not what was asked for.")


def passed(title: str, system: System) -> str:
    """Another system plays a role from now on."""
    if system.stand_in:
        return translate("Wall", "A stand-in plays {role} from now on.").format(role=title)
    name = system.vendor or system.product or system.key
    return translate("Wall", "{system} plays {role} from now on.").format(role=title, system=name)


def waits(title: str) -> str:
    """The story waits for the human at a system."""
    return translate("Wall", "Waiting for {role} …").format(role=title)


def followed(value: str, count: int) -> str:
    """A value is followed through all that carries it."""
    short = value if len(value) <= _LONGEST else f"{value[:_HEAD]}…{value[-_HEAD:]}"
    short = short.rstrip(".")
    if count == 0:
        return translate("Wall", "No message carries {value}.").format(value=short)
    if count == 1:
        return translate("Wall", "Only one message carries {value}.").format(value=short)
    return translate("Wall", "{count} messages carry {value}.").format(value=short, count=count)


def carriers(families: Iterable[Family], records: int) -> str:
    """Which standards carry it, and how many audit records speak of it."""
    told = list(dict.fromkeys(each.value for each in families))
    if records == 1:
        told.append(translate("Wall", "1 audit record"))
    elif records:
        told.append(translate("Wall", "{count} audit records").format(count=records))
    return " · ".join(told)


def closing(end: RunEnded) -> str:
    """The last sentence of a run."""
    if not end.finished:
        return translate("Wall", "The story was ended early.")
    if end.held and end.proofs:
        return translate("Wall", "One patient throughout, and every system knows it.")
    if end.held:
        return translate("Wall", "The story is at its end.")
    return translate("Wall", "The story is at its end, and something did not hold.")


def tally(end: RunEnded) -> str:
    """``34 messages · 34 acknowledged · 7 proofs hold``."""
    parts = [
        translate("Wall", "{count} messages").format(count=end.hops),
        translate("Wall", "{count} acknowledged").format(count=end.acknowledged),
    ]
    if end.refused:
        parts.append(translate("Wall", "{count} refused").format(count=end.refused))
    if end.failed:
        parts.append(translate("Wall", "{count} without answer").format(count=end.failed))
    if end.proofs:
        held = sum(proof.holds for proof in end.proofs)
        words = translate("Wall", "{held} of {count} proofs hold")
        parts.append(words.format(held=held, count=len(end.proofs)))
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
        counted = end is None and done
        parts.append(part_of_images(done, start.count) if counted else pictures(start.count))
    if end is not None:
        parts.append(milliseconds(end.exchange.milliseconds))
    return " · ".join(part for part in parts if part)


def pictures(count: int) -> str:
    """``24 images``."""
    if count == 1:
        return translate("Wall", "1 image")
    return translate("Wall", "{count} images").format(count=count)


def part_of_images(done: int, total: int) -> str:
    """``17 of 24 images``."""
    return translate("Wall", "{done} of {total} images").format(done=done, total=total)


def milliseconds(value: float) -> str:
    """``0.4 ms``, ``12 ms``, ``2.4 s``, ``31 s``; empty where no time was measured."""
    if not value:  # one datagram, which nobody answers
        return ""
    if value < 1000:
        return f"{decimal(value, 0 if value >= 1 else 1)} ms"
    return f"{decimal(value / 1000, 0 if value >= 10_000 else 1)} s"


def listed(titles: list[str]) -> str:
    """``A, B and C``."""
    if len(titles) < 2:
        return "".join(titles)
    words = translate("Wall", "{most} and {last}")
    return words.format(most=", ".join(titles[:-1]), last=titles[-1])


def sentence(words: str) -> str:
    """At most twelve words, with a full stop at its end."""
    said = words.strip().split()
    cut = said[:_MOST_WORDS]
    text = " ".join(cut).rstrip(".,;:") if len(said) > _MOST_WORDS else " ".join(cut)
    if len(said) > _MOST_WORDS:
        return f"{text} …"
    return text if not text or text[-1] in ".!?…" else f"{text}."
