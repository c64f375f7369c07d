"""Roles, transactions and actors: does everybody exist, and may they do that?"""

import re
from collections import Counter
from collections.abc import Collection, Iterator

from showcase.model.transaction import Transaction
from showcase.story.fault import Fault
from showcase.story.raw import Word
from showcase.story.sketch import CueSketch, Sketch
from showcase.story.spelling import one_of, suggest
from showcase.transactions.catalogue import CATALOGUE

_AS_IHE_WRITES = re.compile(r"[A-Z]{2,6}-[0-9]{1,3}")
"""What is written in another way is a matter of shape."""


def unknown_names(story: Sketch) -> Iterator[Fault]:
    """Places and roles that the story does not have."""
    for role in story.roles.values():
        yield from _known(story, role.place, "place", story.places)
    for cue in story.cues:
        for word in (cue.sender, *cue.receivers):
            yield from _known(story, word, "role", story.roles)


def doubled_cues(story: Sketch) -> Iterator[Fault]:
    """Two cues with one id; receivers named twice; a sender that is its own receiver."""
    first: dict[str, CueSketch] = {}
    for cue in story.cues:
        if cue.id is None:
            continue
        if cue.id.text in first:
            line = story.source.line((*first[cue.id.text].at, "id"))
            words = f"the id `{cue.id.text}` is taken by the cue in line {line}"
            yield story.source.fault(cue.id.at, words, "Give it another id.")
        first.setdefault(cue.id.text, cue)
    for cue in story.cues:
        yield from _doubled_receivers(story, cue)


def unknown_transactions(story: Sketch) -> Iterator[Fault]:
    """Transactions that are neither in the catalogue nor marked as planned."""
    for cue in story.cues:
        word = cue.transaction
        if word is None or cue.planned or not _AS_IHE_WRITES.fullmatch(word.text):
            continue
        if word.text not in CATALOGUE:
            remedy = f"{suggest(word.text, CATALOGUE)} Or say `planned: true`, to draw it only."
            yield story.source.fault(word.at, f"unknown transaction `{word.text}`", remedy)


def wrong_actors(story: Sketch) -> Iterator[Fault]:
    """Roles that start or answer what none of their actors may."""
    for cue in story.cues:
        transaction = CATALOGUE.get(cue.transaction.text) if cue.transaction else None
        if transaction is None:
            continue
        if cue.sender:
            yield from _may(story, cue.sender, transaction, starts=True)
        for receiver in cue.receivers:
            yield from _may(story, receiver, transaction, starts=False)


def _may(story: Sketch, word: Word, transaction: Transaction, *, starts: bool) -> Iterator[Fault]:
    role = story.roles.get(word.text)
    if role is None or not role.plays:
        return
    actors = transaction.initiators if starts else transaction.responders
    if not {actor.text for actor in role.plays}.intersection(actors):
        verb = "start" if starts else "answer"
        words = f"role `{word.text}` plays no actor that may {verb} {transaction.id}"
        yield story.source.fault(word.at, words, f"Add to its `plays:` {one_of(actors)}.")


def _known(story: Sketch, word: Word | None, what: str, known: Collection[str]) -> Iterator[Fault]:
    if word and word.text not in known:
        yield story.source.fault(
            word.at, f"unknown {what} `{word.text}`", suggest(word.text, known)
        )


def _doubled_receivers(story: Sketch, cue: CueSketch) -> Iterator[Fault]:
    for word, times in Counter(receiver.text for receiver in cue.receivers).items():
        if times > 1:
            words = f"`{word}` is named {times} times as receiver"
            yield story.source.fault((*cue.at, "to"), words, "Name it once.")
    if cue.sender and cue.sender.text in {receiver.text for receiver in cue.receivers}:
        words = f"`{cue.sender.text}` sends to itself"
        yield story.source.fault((*cue.at, "to"), words, "Name another role.")
