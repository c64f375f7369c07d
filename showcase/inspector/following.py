"""Where a value occurs in a run, with its path even where no fact names it."""

import asyncio

import msgspec

from showcase.explain.readers import explain
from showcase.inspector.reading import kept
from showcase.journal import Journal
from showcase.model.answers import Mention
from showcase.model.fact import Side
from showcase.model.node import Node


async def followed(journal: Journal, run: str, value: str) -> list[Mention]:
    """Every exchange of a run in which a value occurs, in order of time.

    Args:
        journal: Where it is recorded.
        run: The run's full id.
        value: An identifier, a name.
    """
    mentions = await journal.follow(run, value)
    return [each if each.stated else await _placed(journal, each) for each in mentions]


async def _placed(journal: Journal, mention: Mention) -> Mention:
    exchange = (await journal.hop(mention.hop)).exchange
    digest = exchange.request if mention.side is Side.REQUEST else exchange.response
    raw = await kept(journal, digest)
    nodes = await asyncio.to_thread(explain, exchange.transport, raw)
    return msgspec.structs.replace(mention, path=place(nodes, mention.value))


def place(nodes: tuple[Node, ...], value: str) -> str:
    """How the standard addresses the innermost line that holds a value; empty: none does."""
    for node in nodes:
        inner = place(node.children, value)
        if inner and not inner.isdecimal():  # the number of a line says less than what it is in
            return inner
        if inner or value in node.value:
            return node.path or node.label
    return ""
