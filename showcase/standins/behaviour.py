"""What an IHE actor does: it acts when prompted, and it answers.

A behaviour is a class for one actor and one protocol. To answer, it also derives from the base
class that the protocol's endpoint defines (``endpoints.hl7v2.AnswersHl7`` and its cousins).
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, ClassVar, TypeVar

import msgspec

from showcase.model.clearance import Holding
from showcase.model.events import HopEnded
from showcase.wire.failure import TlsRefused

if TYPE_CHECKING:
    from showcase.standins.standin import StandIn


class Prompt(msgspec.Struct, frozen=True, kw_only=True):
    """What a stand-in's human is asked to do.

    Attributes:
        transaction: Catalogue id.
        trigger: Trigger event, where the transaction has several.
        receivers: Role keys; one hop for each.
        typed: What the human types, by name; placeholders already filled in.
        cue: The cue that asks.
    """

    transaction: str
    receivers: tuple[str, ...]
    trigger: str = ""
    typed: dict[str, str] = {}
    cue: str = ""

    def type(self, name: str) -> str:
        """What the human types for `name`.

        Raises:
            CannotAct: The cue does not say.
        """
        if name not in self.typed:
            raise CannotAct(
                f"the cue {self.cue} does not say what to type for {name}",
                remedy=f"Add {name} to the cue's `with:`.",
            )
        return self.typed[name]


class CannotAct(Exception):
    """The human at the system cannot do what the cue asks; nothing was sent.

    Attributes:
        words: Why, in plain language, without a capital and a full stop.
        remedy: What to do.
    """

    def __init__(self, words: str, *, remedy: str = "") -> None:
        """Keep both texts."""
        super().__init__(words)
        self.words = words
        self.remedy = remedy


Act = Callable[[Prompt], Awaitable[None]]

_Method = TypeVar("_Method", bound=Callable[..., Awaitable[None]])


def act(transaction: str) -> Callable[[_Method], _Method]:
    """Mark a method ``async def name(self, prompt: Prompt) -> None`` as starting a transaction."""

    def mark(method: _Method) -> _Method:
        method.__dict__["starts_transaction"] = transaction
        return method

    return mark


class Behaviour:
    """What one IHE actor does over one protocol. Subclass, set `actor`, mark acts with `@act`."""

    actor: ClassVar[str]
    """The IHE actor, as the Technical Framework writes it."""

    def __init__(self, me: "StandIn") -> None:
        """Belong to a stand-in: its memory, its book, its hops are at hand as ``self.me``."""
        self.me = me

    async def recall(self, hop: HopEnded, request: bytes, response: bytes) -> None:
        """Know what it would know, had it been the one who started this hop.

        Called when it takes the role over from a vendor's system, and, where it plays a part of a
        role, for what that system has started. Override where an act leaves something behind.

        Args:
            hop: A hop of its role, acknowledged.
            request: The bytes that its role has sent.
            response: The bytes that came back.
        """

    async def forget(self) -> Mapping[Holding, int]:
        """Forget everything but its settings, for the next patient; tell how much that was.

        What the system's `Memory` holds is forgotten there. Override where a behaviour keeps more.
        """
        return {}

    def tell_again(self, role: str) -> None:
        """Called when another system gets `role` back: it knows nothing of what we told the role.

        Override where a behaviour tells everybody once, by itself. Nothing is sent yet: it is when
        the same occasion comes again.
        """

    def handshake_failed(self, peer: str, caller: str, failure: TlsRefused) -> None:
        """Called when a TLS handshake of this system has failed; who cares, says so.

        Args:
            peer: Role key of the other side; its ``host:port`` where that is all we know.
            caller: ``host:port`` of whoever called us; empty: we called.
            failure: Why.
        """

    def acts(self) -> dict[str, Act]:
        """The transactions it can start, by catalogue id."""
        names = (name for name in dir(type(self)) if not name.startswith("__"))
        methods = ((name, getattr(type(self), name)) for name in names)
        return {
            method.__dict__["starts_transaction"]: getattr(self, name)
            for name, method in methods
            if "starts_transaction" in getattr(method, "__dict__", {})
        }
