"""What a stand-in listens on: one module per protocol.

Each module defines its endpoint, and the base class of behaviours that answer there. An endpoint
is *wanted* when the stand-in has such a behaviour.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from showcase.standins.endpoints.dicom import DicomEndpoint
from showcase.standins.endpoints.hl7v2 import Hl7v2Endpoint
from showcase.standins.endpoints.soap import SoapEndpoint
from showcase.standins.endpoints.syslog import SyslogEndpoint

if TYPE_CHECKING:
    from showcase.standins.standin import StandIn


class Endpoint(Protocol):
    """A listening port of one stand-in."""

    @property
    def wanted(self) -> bool:
        """Whether any behaviour answers there."""

    async def open(self) -> object:
        """Listen; return the address as `showcase.model.system` writes it.

        Raises:
            OSError: The port is taken.
        """

    async def close(self) -> None:
        """Stop listening and drop every connection."""


ENDPOINTS: dict[str, Callable[["StandIn"], Endpoint]] = {
    "dicom": DicomEndpoint,
    "hl7v2": Hl7v2Endpoint,
    "soap": SoapEndpoint,
    "syslog": SyslogEndpoint,
}
"""Every endpoint there is, by its name in `showcase.model.system.Endpoints`."""
