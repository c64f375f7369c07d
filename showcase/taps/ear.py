"""What makes something out of the bytes that pass a tap."""

from typing import Protocol

from showcase.wire.failure import LineBroke

LARGEST_MESSAGE = 512 * 1024 * 1024
"""Bytes of one message that an ear holds; a larger one passes, but is not made out."""


class Ear(Protocol):
    """Hears both directions of one connection, in order, in whatever pieces."""

    @property
    def asked(self) -> bool:
        """Whether a request has been understood."""

    @property
    def patience(self) -> float | None:
        """Seconds of silence after which to call `lapse`; None: it waits for nothing."""

    async def hear(self, data: bytes, *, outward: bool) -> None:
        """Bytes have passed; `outward` from the initiator to the responder.

        Raises:
            Garbled: They are not its protocol. Nothing more need be said to it but `over`.
        """

    async def lapse(self) -> None:
        """Nothing has passed for as long as its patience."""

    async def over(self, failure: LineBroke | None) -> None:
        """Nothing more will come: every hop that is open ends, as failed where it was not answered.

        Args:
            failure: Why; None: both sides were done, or one has hung up.
        """
