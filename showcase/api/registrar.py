"""The booth's certificate authority through the API: what it has issued, and one more."""

import asyncio
from pathlib import Path

from aiohttp import web

from showcase.api.answering import body, json_answer
from showcase.api.stagehand import Refused
from showcase.model.certificates import Certificates, CertificateWanted
from showcase.wire.authority import Authority, BadName


class Registrar:
    """Issues certificates to whoever stands at the console."""

    def __init__(self, authority: Authority) -> None:
        """Nothing is created before it is asked for."""
        self._authority = authority
        self._issuing = asyncio.Lock()

    def routes(self) -> tuple[web.RouteDef, ...]:
        """The question, and the verb."""
        return (
            web.get("/certificates", self._seen),
            web.post("/certificates", self._issued),
        )

    async def _seen(self, _request: web.Request) -> web.StreamResponse:
        return json_answer(await self.certificates())

    async def _issued(self, request: web.Request) -> web.StreamResponse:
        return json_answer(await self.issue(await body(request, CertificateWanted)))

    async def certificates(self) -> Certificates:
        """The authority's own certificate, and all it has issued.

        Raises:
            Refused: Its folder cannot be read.
        """
        return await asyncio.to_thread(self._list)

    async def issue(self, wanted: CertificateWanted) -> Certificates:
        """Issue a certificate, and hand it over in a folder; create the authority if need be.

        Raises:
            Refused: The folder cannot be written, or an address is none.
        """
        async with self._issuing:
            await asyncio.to_thread(self._issue, wanted)
        return await self.certificates()

    def _list(self) -> Certificates:
        try:
            listed = self._authority.list()
        except (OSError, ValueError) as error:
            raise Refused(
                f"The booth's certificates cannot be read: {error}.",
                f"Mend or remove the folder {self._authority.certificate.parent}.",
            ) from error
        return Certificates(
            authority=listed[0] if listed else None,
            issued=listed[1:],
        )

    def _issue(self, wanted: CertificateWanted) -> None:
        folder = Path(wanted.folder).expanduser()
        if not wanted.folder or not folder.is_absolute():
            raise Refused("The folder to hand over is missing.", "Name one, from the root on.")
        try:
            self._authority.issue(wanted.name, wanted.hosts, to=folder)
        except BadName as error:
            words = f"“{wanted.name}” cannot be a file's name."
            raise Refused(words, "Use letters, digits, dots and hyphens.") from error
        except OSError as error:
            raise Refused(
                f"{error.filename or folder}: {error.strerror or error}.",
                "Name a folder that can be written.",
            ) from error
        except ValueError as error:
            raise Refused(f"{error}.", "Look at the addresses of the system.") from error
