"""All taps of a cast, and the pairs that are seen by audit: opened and closed together."""

import errno

from showcase.standins.troupe import Troupe
from showcase.story.cast import Cast
from showcase.taps.audits import Audits
from showcase.taps.tap import Tap


class Taps:
    """The taps in front of one troupe.

    Attributes:
        all: Each of them.
    """

    def __init__(self, casting: Cast, troupe: Troupe, *, host: str = "") -> None:
        """Nobody listens yet.

        Args:
            casting: Says what shall be tapped.
            troupe: The stand-ins, one behind each role, and the book of everybody's addresses.
            host: Interface to listen on instead of the cast's; empty: the cast's.
        """
        receivers = ((each, troupe.stand_in(each.receiver)) for each in casting.taps)
        self.all = tuple(
            Tap(
                receiver,
                each.protocol,
                host=host or casting.host,
                port=each.port,
                sender=each.sender,
            )
            for each, receiver in receivers
            if receiver
        )
        self._audits = Audits(troupe.book, troupe.hops, casting.audited)

    async def start(self) -> None:
        """Open every port.

        Raises:
            OSError: One is taken; nobody listens then.
        """
        self._audits.start()
        for each in self.all:
            try:
                await each.open()
            except OSError as error:
                await self.stop()
                said = f"tap to {each.receiver}: port {each.port}: {error.strerror or error}"
                raise OSError(error.errno or errno.EADDRINUSE, said) from error

    async def stop(self) -> None:
        """Close every port and drop every connection."""
        for each in self.all:
            await each.close()
        await self._audits.stop()
