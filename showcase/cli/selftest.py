"""``showcase selftest``: whether this copy of the program is whole.

Made for the packaged program, where a module that was not collected shows itself only when it is
needed. Every check really does the thing; nothing leaves this machine.
"""

import asyncio
import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import msgspec
import typer
from rich.text import Text

from showcase import __version__
from showcase.cli.listing import Listing
from showcase.cli.terminal import terminal
from showcase.support.machine import built, packaged
from showcase.support.sums import damaged


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one check.

    Attributes:
        words: What was seen, or why it failed.
    """

    name: str
    good: bool
    seconds: float
    words: str


def selftest(no_window: bool = typer.Option(False, help="Leave the window out.")) -> None:
    """Check that this copy is whole: every family, every story, the window, a run."""
    with tempfile.TemporaryDirectory(prefix="showcase-selftest-") as folder:
        run = Path(folder) / "run.ndjson"
        checks: dict[str, Callable[[], str]] = {
            "Files": _files,
            "HL7 v2": _hl7v2,
            "DICOM": _dicom,
            "SOAP": _soap,
            "Audit": _audit,
            "Stories": _stories,
            "A run": lambda: asyncio.run(_run(Path(folder), run)),
        }
        if not no_window:
            checks["Window"] = lambda: _window(Path(folder), run)
        results = [_check(name, work) for name, work in checks.items()]
    _print(results)
    raise typer.Exit(0 if all(each.good for each in results) else 1)


def _check(name: str, work: Callable[[], str]) -> Result:
    started = time.perf_counter()
    try:
        words, good = work(), True
    except Exception as error:  # noqa: BLE001 - whatever is missing, the table must say it
        words, good = f"{type(error).__name__}: {error}", False
    return Result(name=name, good=good, seconds=time.perf_counter() - started, words=words)


def _print(results: list[Result]) -> None:
    listing = Listing("Check", "Good", "Seconds", "Seen", title=f"Showcase {__version__}")
    for each in results:
        mark = Text("✓", "green") if each.good else Text("✗", "red")
        listing.add(each.name, mark, f"{each.seconds:.1f}", each.words)
    listing.show(terminal())


def _files() -> str:
    folder = packaged()
    if folder is None:
        return "run from source: there is nothing to compare with"
    if found := damaged(folder):
        raise RuntimeError(f"{len(found)} files, the first: {found[0]}; unpack the archive again")
    return f"as they were packed, {built()}"


def _hl7v2() -> str:
    codec = import_module("showcase.protocols.hl7v2.codec")
    dictionary = import_module("showcase.protocols.hl7v2.dictionary")
    raw = b"MSH|^~\\&|A|B|C|D|20261124||ADT^A04^ADT_A01|1|T|2.5\rPID|1||7^^^X&1.2&ISO\r"
    _same(codec.decode(raw).get("PID-3.4.2"), "1.2")
    names = [dictionary.field_name(version, "PID", 3) for version in ("2.3.1", "2.5")]
    _same(all(names), True)
    return f"a message read; the tables of 2.3.1 and 2.5 call PID-3 “{names[1]}”"


def _dicom() -> str:
    pixels = import_module("pydicom.pixels")
    uid = import_module("pydicom.uid")
    missing = [
        syntax.name
        for syntax in (uid.JPEG2000Lossless, uid.RLELossless)
        if not pixels.get_decoder(syntax).is_available
    ]
    _same(missing, [])
    import_module("showcase.protocols.dicom.scp")
    return "upper layer loaded; JPEG 2000 and RLE can be shown"


def _soap() -> str:
    import_module("showcase.protocols.soap.client").prepare()
    return "the WSDL of XDS.b is read by zeep"


def _audit() -> str:
    import_module("showcase.protocols.audit.message")
    import_module("showcase.protocols.audit.syslog")
    return "codec loaded"


def _stories() -> str:
    library = import_module("showcase.story.library")
    loader = import_module("showcase.story.loader")
    names = library.story_names()
    _same(bool(names), True)
    for name in names:
        loader.load_story(name)
    return f"{len(names)} stories without a fault"


async def _run(folder: Path, record: Path) -> str:
    """Play the short cut of chest-pain, and keep its events for the window."""
    journals = import_module("showcase.journal.journal")
    clocks = import_module("showcase.wire.clock")
    events = import_module("showcase.model.events")
    engines = import_module("showcase.api.engine")
    clock = clocks.SystemClock()
    async with await journals.open_journal(folder / "journal.db", clock) as journal:
        engine = engines.Engine(journal, clock, folder / "stand-ins")
        try:
            run = await engine.start_run("chest-pain", cut="short", fast=True)
            ended = await engine.play_through()
        finally:
            await engine.close()
        entries = await journal.entries(run)
    lines = b"".join(events.to_json(entry) + b"\n" for entry in entries)
    await asyncio.to_thread(record.write_bytes, lines)
    words = f"{ended.acknowledged} of {ended.hops} hops acknowledged in {ended.seconds:.1f} s"
    if not ended.held:
        raise RuntimeError(f"chest-pain did not hold: {words}")
    return words


def _window(folder: Path, run: Path) -> str:
    """Open the console and draw the end of that run on the wall, offscreen, by their own code."""
    if not run.exists():
        raise RuntimeError("there is no run to draw")
    pictures = folder / "pictures"
    stills = import_module("ui.stills")
    held = import_module("ui.app").rehearse()
    code: int = stills.main([str(pictures), "--run", str(run), "--size", "1280x720", "--at=-1"])
    drawn = [file for file in pictures.glob("*.png") if file.stat().st_size > 20_000]
    del held  # one application for both
    if code or not drawn:
        raise RuntimeError("the wall was not drawn")
    return "the console and the wall were drawn offscreen"


def _same(found: object, wanted: object) -> None:
    if found != wanted:
        raise RuntimeError(f"found {found!r} where {wanted!r} should be")
