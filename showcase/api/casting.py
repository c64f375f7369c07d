"""Casts through the API: which there are, what stands in one, a change, a test, a switch.

A file is never made worse than it was: a change that would bring a new fault is not written, and
comes back with the fault in the words of ``showcase check``. So a system that is still being
typed in stays with whoever types, until it is one.
"""

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from showcase.api.cast_sheet import sheet_of, told
from showcase.api.house import House
from showcase.api.registrar import Registrar
from showcase.api.stagehand import Refused
from showcase.model.casting import CastBrief, CastFault, CastSaved, CastSheet, CastWanted
from showcase.model.programme import Programme
from showcase.model.readiness import Check
from showcase.story.cast import Cast, cast_from
from showcase.story.cast_edit import Edit, edited
from showcase.story.cast_shelf import CastShelf
from showcase.story.cast_takes import takes_edits
from showcase.story.fault import Fault, Faults
from showcase.story.loader import load_story
from showcase.story.logo import Unfit, judged
from showcase.story.yaml_source import Source, parse_source

_UNTITLED = "Our cast"
_CERTIFICATE = b"-----BEGIN CERTIFICATE-----"
_KEY = b"PRIVATE KEY-----"
MOST_BROUGHT = 512 * 1024
"""Bytes of a logo or a certificate that is brought."""


class _Read(NamedTuple):
    """A cast's text, understood as far as it can be."""

    source: Source
    casting: Cast
    faults: tuple[Fault, ...]


class Casting:
    """Reads and changes casts, one change at a time."""

    def __init__(
        self,
        shelf: CastShelf,
        house: House,
        under_way: Callable[[], bool],
        registrar: Registrar | None = None,
    ) -> None:
        """Nothing read yet.

        Args:
            shelf: Where casts are kept.
            house: Which asks systems, and opens the ports of a cast.
            under_way: Whether a run is on stage.
            registrar: Who issues certificates to the systems of a cast; None: nobody does.
        """
        self.registrar = registrar
        self.logos: dict[str, bytes] = {}
        self._shelf = shelf
        self._house = house
        self._under_way = under_way
        self._changing = asyncio.Lock()

    async def casts(self, story: str, also: str = "") -> list[CastBrief]:
        """Every cast there is, with what keeps it from playing that story.

        Args:
            story: Name or file; empty: no story is asked for.
            also: One more file, wherever it lies.
        """
        return await asyncio.to_thread(self._casts, story, also)

    async def sheet(self, file: str, story: str, language: str = "") -> CastSheet:
        """What stands in a cast, beside a story told in a language (empty: its own).

        Raises:
            Faults: There is no such story.
        """
        return await asyncio.to_thread(self._sheet, file, story, language)

    async def change(self, wanted: CastWanted) -> CastSaved:
        """Change a cast, unless that would make it worse.

        Raises:
            Faults: There is no such story, or the file is no YAML.
            Refused: The file cannot be read or written.
        """
        async with self._changing:
            return await asyncio.to_thread(self._change, wanted)

    async def bring(self, file: str, name: str, data: bytes) -> str:
        """Put a logo or a certificate beside a cast, and return what to call it there.

        Raises:
            Refused: It is neither, or cannot be written.
        """
        return await asyncio.to_thread(self._bring, file, name, data)

    async def test(self, file: str, story: str, role: str, subject: str) -> list[Check]:
        """Ask one system, at one address or all, whether it can play its role.

        Args:
            file: The cast.
            story: Name or file.
            role: Which role's system.
            subject: ``HL7 v2``, ``DICOM``, ``ITI-18``, ``Audit``; empty: all of its addresses.

        Raises:
            Faults: Story or cast have faults, or do not go together.
            Refused: The booth's certificates cannot be used.
        """
        report = await self._house.readiness(story, file, role=role, subject=subject)
        return list(report.checks)

    async def switch(self, file: str, story: str) -> None:
        """Open the ports of a cast; the next run plays with it.

        Raises:
            Refused: A run is under way, or a port that the cast asks for is taken.
            Faults: Story or cast have faults, or do not go together.
        """
        if self._under_way():
            raise Refused(
                "A tour is under way, and its cast stays until its end.",
                "Let it end, or press N twice to begin anew; then change the cast.",
            )
        await self._house.prepare(story, file, "")

    def _casts(self, story: str, also: str) -> list[CastBrief]:
        programme = load_story(story).programme() if story else None
        files = list(self._shelf.files())
        if also and all(Path(also).resolve() != each.resolve() for each in files):
            files.insert(0, Path(also))
        return [self._brief(file, programme) for file in files]

    def _brief(self, file: Path, programme: Programme | None) -> CastBrief:
        try:
            read = self._read(self._shelf.text(file), file, programme)
        except (OSError, ValueError) as error:
            fault = CastFault(words=f"cannot be read: {error}", remedy="Look at the file.")
            return CastBrief(file=str(file), title=file.stem, faults=(fault,))
        except Faults as error:
            return CastBrief(file=str(file), title=file.stem, faults=told(error.faults))
        title = read.source.data.get("title") if isinstance(read.source.data, dict) else ""
        return CastBrief(
            file=str(file),
            title=str(title or file.stem),
            shipped=self._shelf.is_shipped(file),
            vendors=tuple(dict.fromkeys(each.vendor for each in read.casting.vendors.values())),
            faults=told(read.faults),
        )

    def _sheet(self, file: str, story: str, language: str) -> CastSheet:
        programme = load_story(story, language).programme()
        try:
            read = self._read(self._text(file), Path(file), programme)
        except Faults as error:
            return CastSheet(
                file=file, story=story, title=Path(file).stem, faults=told(error.faults)
            )
        return self._shown(read, programme, file)

    def _shown(self, read: _Read, programme: Programme, file: str) -> CastSheet:
        self.logos.update(read.casting.logos)
        return sheet_of(
            read.source,
            read.casting,
            programme,
            shipped=bool(file) and self._shelf.is_shipped(Path(file)),
            faults=read.faults,
        )

    def _change(self, wanted: CastWanted) -> CastSaved:
        programme = load_story(wanted.story, wanted.language).programme()
        text = self._text(wanted.file)
        edits = [Edit(tuple(each.at.split(".")), each.text) for each in wanted.changes]
        file = Path(wanted.file) if wanted.file else self._shelf.fresh(_title(edits))
        target = self._shelf.own(file)
        before = self._read(text, target, programme)
        after_text, after = self._edited(text, edits, before, target, programme)
        if worse := _worse(before.faults, after.faults):
            return CastSaved(sheet=self._shown(before, programme, wanted.file), faults=told(worse))
        try:
            self._shelf.write(target, after_text.encode())
        except OSError as error:
            raise _unwritable(target, error) from error
        return CastSaved(sheet=self._shown(after, programme, str(target)))

    def _edited(
        self, text: str, edits: list[Edit], before: _Read, target: Path, programme: Programme
    ) -> tuple[str, _Read]:
        """The text with the edits, and with what follows from them."""
        changed = edited(text, edits)
        after = self._read(changed, target, programme)
        if more := list(takes_edits(edits, before.casting, after.casting, programme)):
            changed = edited(changed, more)
            after = self._read(changed, target, programme)
        return changed, after

    def _bring(self, file: str, name: str, data: bytes) -> str:
        _fit(name, data)
        plain = "".join(each for each in Path(name).name if each.isalnum() or each in "-_.")
        folder = self._shelf.own(Path(file)).parent if file else self._shelf.folder
        wanted = folder / (plain.lstrip(".") or "logo")
        if wanted.suffix in {".yaml", ".yml"}:
            raise Refused(f"“{name}” has the name of a cast.", "Rename it.")
        try:
            target = self._shelf.beside(wanted, data)
            self._shelf.write(target, data)
        except OSError as error:
            raise _unwritable(wanted, error) from error
        return target.name

    def _text(self, file: str) -> str:
        if not file:
            return self._shelf.text(self._shelf.fresh(_UNTITLED))
        if not Path(file).exists():
            words = f"The cast {Path(file).name} is not there any more."
            raise Refused(words, "Choose another one, or put the file back.")
        try:
            return self._shelf.text(Path(file))
        except (OSError, UnicodeDecodeError) as error:
            raise Refused(f"The cast cannot be read: {error}.", "Look at the file.") from error

    def _read(self, text: str, file: Path, programme: Programme | None) -> _Read:
        """The cast in a text; one that leaves all to stand-ins where it has faults.

        Raises:
            Faults: It is no YAML.
        """
        source = parse_source(text.encode(), "" if file == Path() else str(file))
        try:
            casting = cast_from(source)
        except Faults as error:
            return _Read(source, Cast(), error.faults)
        return _Read(source, casting, casting.check(programme) if programme else ())


def _fit(name: str, data: bytes) -> None:
    """See that something that is brought is a certificate or a logo; keys have no place here.

    Raises:
        Refused: It is neither.
    """
    if _CERTIFICATE not in data:
        try:
            judged(data)
        except Unfit as error:
            raise Refused(f"“{name}” {error.words}.", error.remedy) from error
    elif len(data) > MOST_BROUGHT:
        raise Refused(f"“{name}” is too large.", "Bring one certificate in PEM.")
    elif _KEY in data:
        words = f"“{name}” holds a private key, which nobody but its owner shall have."
        raise Refused(words, "Bring the certificate alone.")


def _worse(before: Iterable[Fault], after: Iterable[Fault]) -> list[Fault]:
    """Faults that a change has brought."""
    known = {(each.words, each.at) for each in before}
    return [each for each in after if (each.words, each.at) not in known]


def _title(edits: Iterable[Edit]) -> str:
    return next((each.text for each in edits if each.at == ("title",)), _UNTITLED)


def _unwritable(file: Path, error: OSError) -> Refused:
    return Refused(
        f"“{file.name}” cannot be written: {error.strerror or error}.",
        f"Make room, or make {file.parent} writable.",
    )
