"""What a stand-in shows over TLS, whom it believes, and who hears when that fails (ITI-19)."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from showcase.model.system import Soap, Tls
from showcase.wire.addresses import host_of
from showcase.wire.failure import TlsRefused
from showcase.wire.tls import Context, Credentials, client_context, server_context

if TYPE_CHECKING:
    from showcase.standins.standin import StandIn


class Security:
    """The TLS of one stand-in."""

    def __init__(self, me: "StandIn") -> None:
        """Certificates are read when first needed."""
        self._me = me
        self._towards = cache(self._make)

    @property
    def clear(self) -> bool:
        """Whether its ports take what is not encrypted."""
        return not self._me.listening.secure

    @property
    def address(self) -> Tls | None:
        """What its partners need to know: None, or that its ports take TLS and nothing else."""
        return None if self.clear else Tls()

    def door(self) -> Context | None:
        """For its ports; None where they are in the clear.

        Raises:
            OSError: A certificate cannot be read.
        """
        return None if self.clear else self.syslog_door()

    def syslog_door(self) -> Context | None:
        """For its TLS port for audit records, which may stand beside one in the clear.

        Raises:
            OSError: A certificate cannot be read.
        """
        credentials = self._me.listening.tls
        return server_context(credentials, told=self._lost) if credentials else None

    def towards(self, tls: Tls | None, role: str) -> Context | None:
        """For a call to a role's address; None where that is in the clear.

        Raises:
            TlsRefused: We have no certificate to show, or one that we need cannot be read.
        """
        if tls is None:
            return None
        try:
            return self._towards(tls, self._me.book.called(role))
        except OSError as error:
            raise _unusable(error) from error

    def failed(self, role: str, failure: TlsRefused) -> None:
        """A handshake that we began has failed: for the audit trail; the hop tells everybody."""
        for behaviour in self._me.behaviours:
            behaviour.handshake_failed(role, "", failure)

    def _lost(self, remote: str, failure: TlsRefused) -> None:
        """A caller's handshake has failed: nothing else would tell of it."""
        role = self._me.book.identify(remote)
        called = self._me.book.called_at(host_of(remote))
        who = f"{called} ({remote})" if called else remote
        words = f"{self._me.role.title} turned a caller away. {failure.words}"
        self._me.hops.notice(words.replace(remote, who), failure.remedy, role=self._me.role.key)
        for behaviour in self._me.behaviours:
            behaviour.handshake_failed(role, remote, failure)

    def _make(self, tls: Tls, who: str) -> Context:
        credentials = self._me.listening.tls
        if credentials is None:
            raise TlsRefused(
                f"{who} wants TLS, and {self._me.role.title} has no certificate to show.",
                remedy="Start again with a cast that says `tls`: our stand-ins get one then.",
                status="TLS: no certificate",
            )
        return client_context(believing(tls, credentials), who=who)


def tls_of(soap: Soap | None, url: str) -> Tls | None:
    """What a URL's scheme asks for, and whom the cast has us believe there."""
    if not url.startswith("https:"):
        return None
    return (soap.tls if soap else None) or Tls()


def believing(tls: Tls, credentials: Credentials) -> Credentials:
    """Credentials for one peer: who we are, and whom we believe there."""
    named = tuple(Path(each) for each in (tls.ca, tls.pinned) if each)
    # without a name it is the booth's authority, which comes first
    return msgspec.structs.replace(credentials, trusted=named or credentials.trusted[:1])


def _unusable(error: OSError) -> TlsRefused:
    return TlsRefused(
        f"A certificate that we need cannot be used: {error}.",
        remedy="Run “showcase check” on the cast; “showcase cert list” tells of ours.",
        status="TLS: certificate unusable",
    )
