"""`Caster`: what the cast page asks of the link."""

from collections.abc import Callable
from typing import Protocol

from showcase.model.casting import CastBrief, CastSaved, CastSheet, CastWanted
from showcase.model.certificates import Certificates, CertificateWanted
from showcase.model.readiness import Check
from ui.questions import Cancel, SystemAsked


class Caster(Protocol):
    """What the page asks of the link.

    Attributes:
        cast: Path of the cast that runs begin with; empty: our own stand-ins.
    """

    cast: str

    def casts(
        self, story: str, then: Callable[[list[CastBrief]], None], failed: Callable[[str], None]
    ) -> None:
        """Every cast there is."""

    def cast_sheet(
        self,
        file: str,
        story: str,
        then: Callable[[CastSheet], None],
        failed: Callable[[str], None],
    ) -> None:
        """What stands in one."""

    def change_cast(
        self,
        wanted: CastWanted,
        then: Callable[[CastSaved], None],
        failed: Callable[[str], None],
    ) -> None:
        """Change it, unless that would make it worse."""

    def bring(
        self,
        file: str,
        found: tuple[str, bytes],
        then: Callable[[str], None],
        failed: Callable[[str], None],
    ) -> None:
        """Put a file beside it."""

    def certificates(
        self, then: Callable[[Certificates], None], failed: Callable[[str], None]
    ) -> None:
        """All that the booth's certificate authority has issued."""

    def issue(
        self,
        wanted: CertificateWanted,
        then: Callable[[Certificates], None],
        failed: Callable[[str], None],
    ) -> None:
        """Have one more issued, and handed over."""

    def switch_cast(
        self, file: str, story: str, then: Callable[[], None], failed: Callable[[str], None]
    ) -> None:
        """Runs begin with it from now on."""

    def test_system(
        self,
        asked: SystemAsked,
        then: Callable[[list[Check]], None],
        failed: Callable[[str], None],
    ) -> Cancel:
        """Ask one of its systems."""
