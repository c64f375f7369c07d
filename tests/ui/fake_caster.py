"""`FakeCaster` imitates the link's side of casts: real files, no engine process, at once."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

import msgspec

from showcase.api.casting import Casting
from showcase.api.house import House
from showcase.api.registrar import Registrar
from showcase.api.stagehand import Refused
from showcase.model.casting import CastBrief, CastSaved, CastSheet, CastWanted
from showcase.model.certificates import Certificates, CertificateWanted
from showcase.model.readiness import Check
from showcase.story.cast_shelf import CastShelf
from showcase.wire.authority import Authority
from showcase.wire.clock import SystemClock
from ui.questions import SystemAsked


class Calendar(SystemClock):
    """A clock that is so many days ahead."""

    days = 0

    def now(self) -> datetime:
        return super().now() + timedelta(days=self.days)


class FakeCaster:
    """Casts in a folder; a test of a system ends when `answer` is called."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Calendar()
        self.cast = ""
        self.told_in = ""
        self.asked: list[SystemAsked] = []
        self.cancelled = 0
        self.refusal = ""
        self.wanted: list[CastWanted] = []
        self.answer: Callable[[list[Check]], None] = lambda _checks: None
        self._registrar = Registrar(Authority(folder / "certificates", self.clock))
        self.casting = Casting(CastShelf(folder), cast("House", None), lambda: False)

    def casts(
        self, story: str, then: Callable[[list[CastBrief]], None], failed: Callable[[str], None]
    ) -> None:
        """Those in the folder, and those that ship."""
        del failed
        then(asyncio.run(self.casting.casts(story, self.cast)))

    def cast_sheet(
        self,
        file: str,
        story: str,
        then: Callable[[CastSheet], None],
        failed: Callable[[str], None],
    ) -> None:
        """What stands in one."""
        del failed
        then(asyncio.run(self.casting.sheet(file, story, self.told_in)))

    def change_cast(
        self,
        wanted: CastWanted,
        then: Callable[[CastSaved], None],
        failed: Callable[[str], None],
    ) -> None:
        """A real change of a real file."""
        self.wanted.append(wanted)
        if self.refusal:
            failed(self.refusal)
        else:
            told = msgspec.structs.replace(wanted, language=self.told_in)
            then(asyncio.run(self.casting.change(told)))

    def bring(
        self,
        file: str,
        found: tuple[str, bytes],
        then: Callable[[str], None],
        failed: Callable[[str], None],
    ) -> None:
        """A real file beside a real cast."""
        try:
            name = asyncio.run(self.casting.bring(file, *found))
        except Refused as error:
            failed(f"{error.words} {error.remedy}")
        else:
            then(name)

    def certificates(
        self, then: Callable[[Certificates], None], failed: Callable[[str], None]
    ) -> None:
        """A real authority's."""
        del failed
        then(asyncio.run(self._registrar.certificates()))

    def issue(
        self,
        wanted: CertificateWanted,
        then: Callable[[Certificates], None],
        failed: Callable[[str], None],
    ) -> None:
        """A real certificate in a real folder."""
        try:
            then(asyncio.run(self._registrar.issue(wanted)))
        except Refused as error:
            failed(f"{error.words} {error.remedy}")

    def switch_cast(
        self, file: str, story: str, then: Callable[[], None], failed: Callable[[str], None]
    ) -> None:
        """Done, unless it shall be refused."""
        del story
        if self.refusal:
            failed(self.refusal)
            return
        self.cast = file
        then()

    def test_system(
        self,
        asked: SystemAsked,
        then: Callable[[list[Check]], None],
        failed: Callable[[str], None],
    ) -> Callable[[], None]:
        """Written down."""
        del failed
        self.asked.append(asked)
        self.answer = then

        def give_up() -> None:
            self.cancelled += 1

        return give_up
