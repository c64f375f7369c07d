"""Recorded bytes of hops, fetched from the journal and explained; two hops compared."""

import asyncio

from showcase.explain.compare import compare
from showcase.explain.readers import explain
from showcase.inspector.findings import findings, specified
from showcase.journal import Journal
from showcase.model.answers import Comparison, Explanation
from showcase.model.events import HopEnded
from showcase.model.node import Node, as_text


async def both_sides(journal: Journal, hop: HopEnded) -> tuple[bytes, bytes]:
    """What was recorded of a hop, request and response; nothing where nothing was kept."""
    exchange = hop.exchange
    return await kept(journal, exchange.request), await kept(journal, exchange.response)


async def kept(journal: Journal, digest: str) -> bytes:
    """The bytes with that digest; nothing when the journal has none such."""
    try:
        return await journal.blob(digest) if digest else b""
    except KeyError:
        return b""  # too large to keep when it was recorded, or let go since


async def explained(journal: Journal, hop_id: str) -> Explanation:
    """The recorded bytes of a hop, for people.

    Raises:
        KeyError: No such hop has ended.
    """
    hop = await journal.hop(hop_id)
    request, response = await _trees(journal, hop)
    remarks = await asyncio.to_thread(findings, hop, *await both_sides(journal, hop))
    return Explanation(
        hop=hop_id,
        request=request,
        response=response,
        request_text=as_text(request),
        response_text=as_text(response),
        findings=remarks,
        specified=specified(hop.transaction),
    )


async def compared(journal: Journal, a: str, b: str) -> Comparison:
    """In which lines two hops differ.

    Raises:
        KeyError: No such hop has ended.
    """
    one, two = await journal.hop(a), await journal.hop(b)
    (request, response), (other_request, other_response) = [
        await _trees(journal, hop) for hop in (one, two)
    ]
    there = await asyncio.to_thread(compare, request, other_request)
    back = await asyncio.to_thread(compare, response, other_response)
    return Comparison(
        a=a,
        b=b,
        request=there,
        response=back,
        same_request=one.exchange.request == two.exchange.request,
        same_response=one.exchange.response == two.exchange.response,
    )


async def _trees(journal: Journal, hop: HopEnded) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    request, response = await both_sides(journal, hop)
    transport = hop.exchange.transport
    # a series of images takes its time: nobody's heartbeat waits for it
    there = await asyncio.to_thread(explain, transport, request)
    return there, await asyncio.to_thread(explain, transport, response)
