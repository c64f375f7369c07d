"""The cast page: who plays what, from which file; every change goes to the engine at once.

What the engine does not take stays on the page as a draft, with its reason; the file is never
half a system.
"""

from pathlib import Path

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from showcase.model.casting import CastChange
from showcase.model.events import Entry, RunEnded, RunStarted
from ui.translations import translate
from ui.viewmodels.caster import Caster
from ui.viewmodels.casting_desk import CastingDesk
from ui.viewmodels.casting_draft import Draft, taking
from ui.viewmodels.casting_form import tls_change
from ui.viewmodels.casting_sight import first_fault
from ui.viewmodels.certificates import CertificatesModel

QML_IMPORT_NAME = "Showcase.Cast"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The window makes it.")
class CastingModel(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """Casts, and the one that is edited."""

    changed = Signal()
    chosen = Signal(str)  # path of the cast that runs begin with from now on
    startAgain = Signal()  # a new system: the first field wants the keyboard

    def __init__(self, caster: Caster, parent: QObject | None = None) -> None:
        """Nothing known yet."""
        super().__init__(parent)
        self._desk = CastingDesk(caster, self)
        self._desk.changed.connect(self.changed)
        self._desk.chosen.connect(self.chosen)

    def apply(self, entry: Entry) -> None:
        """A run keeps its cast until its end; nothing else matters here."""
        if isinstance(entry.event, RunStarted | RunEnded):
            self._desk.under_way = isinstance(entry.event, RunStarted)
            self.changed.emit()

    # --- Casts ------------------------------------------------------------------------------------

    @Slot(str)
    def open(self, story: str) -> None:
        """Show the cast that runs begin with, beside that story; what was typed last is kept."""
        desk = self._desk
        same = (desk.story, desk.sheet.file) == (story, desk.caster.cast)
        desk.story, desk.trouble = story, ""
        desk.look(desk.caster.cast, anew=not same)

    @Slot(str)
    def choose(self, file: str) -> None:
        """Runs begin with that cast from now on; one that cannot be played is only shown."""
        self._desk.trouble = ""
        if any(each.file == file and each.faults for each in self._desk.briefs):
            self._desk.look(file)
        else:
            self._desk.switch(file, look=True)

    @Slot()
    def create(self) -> None:
        """A new cast, with nobody in it."""
        taken = {brief.title for brief in self._desk.briefs}
        names = (translate("Casting", "Morning"), translate("Casting", "Afternoon"))
        more = (translate("Casting", "Cast {number}").format(number=n) for n in range(3, 100))
        title = next((each for each in (*names, *more) if each not in taken), names[0])
        change = CastChange(at="title", text=title)
        self._desk.drafts.clear()
        self._desk.write("", (change,), self._desk.taken)

    @Slot(str)
    def rename(self, title: str) -> None:
        """Call the cast that."""
        if title.strip() and title != self._desk.sheet.title and self._desk.sheet.file:
            self._desk.write_one("title", title.strip())

    @Slot(str)
    def listenAt(self, host: str) -> None:
        """Our stand-ins listen at that address of this machine."""
        if host.strip() != self._desk.sheet.values.get("standins.host", ""):
            self._desk.write_one("standins.host", host.strip())

    # --- Roles ------------------------------------------------------------------------------------

    @Slot(str)
    def show(self, role: str) -> None:
        """That role is on the page."""
        self._desk.role = role
        self._desk.groups.forget()
        self._desk.draw()

    @Slot(str)
    def play(self, system: str) -> None:
        """Give the role to that system, or (empty) to our stand-in."""
        self._desk.drafts.pop(self._desk.role, None)
        self._desk.groups.forget()
        if system != self._desk.current().system:
            self._desk.write_one(f"roles.{self._desk.role}", system)
        self._desk.draw()

    @Slot()
    def fresh(self) -> None:
        """Give the role to a system that nobody has entered yet."""
        self._desk.drafts[self._desk.role] = Draft(fresh=True)
        self._desk.groups.forget()
        self._desk.draw()
        self.startAgain.emit()

    # --- What is entered --------------------------------------------------------------------------

    @Slot(str, str)
    def enter(self, at: str, text: str) -> None:
        """That stands in a field now."""
        form = self._desk.form()
        if self._desk.draft().enter(at, text.strip(), form.saved):
            self._desk.draw()  # whoever types fast is ahead of the engine
            self._desk.send()

    @Slot(str, int)
    def pick(self, at: str, index: int) -> None:
        """One of several."""
        form, draft = self._desk.form(), self._desk.draft()
        news = [draft.enter(a, text, form.saved) for a, text in tls_change(at, index).items()]
        if any(news):
            self._desk.send()

    @Slot(str, str)
    def mark(self, at: str, option: str) -> None:
        """One of some: in, or out again."""
        names = [each.strip() for each in self._desk.form().text(at).split(",") if each.strip()]
        (names.remove if option in names else names.append)(option)
        self.enter(at, ", ".join(names))

    @Slot(str)
    def take(self, transaction: str) -> None:
        """The system takes that transaction of its role, or the stand-in does again."""
        desk = self._desk
        wanted = taking(desk.sheet, desk.current().system, transaction)
        if wanted is not None:
            self.enter("takes", wanted)

    @Slot()
    def remove(self) -> None:
        """The system that is shown leaves the cast; stand-ins play what it played."""
        self._desk.remove()

    @Slot(str, str)
    def bring(self, at: str, place: str) -> None:
        """Put a file of this machine beside the cast, and name it there."""
        path = Path(QUrl(place).toLocalFile() or place).expanduser()
        if not place.strip():
            self.enter(at, "")
        elif not path.is_absolute():
            self.enter(at, place)
        else:
            self._desk.bring(path, lambda name: self.enter(at, name))

    # --- Tests ------------------------------------------------------------------------------------

    @Slot(str)
    def test(self, subject: str) -> None:
        """Ask the system, at that address."""
        if self._desk.give_up:
            return
        self._desk.wanted_test = subject
        self._desk.groups.asking(subject)
        if self._desk.busy:
            return
        if self._desk.draft().pending:
            self._desk.send()
        else:
            self._desk.run_test()
        self._desk.draw()

    @Slot()
    def cancel(self) -> None:
        """Stop asking."""
        if self._desk.give_up:
            self._desk.give_up()
            self._desk.answered([])

    # --- What is shown ------------------------------------------------------------------------

    @Property(QObject, constant=True)
    def casts(self) -> QObject:
        """Every cast there is."""
        return self._desk.casts

    @Property(QObject, constant=True)
    def roles(self) -> QObject:
        """Every role of the story."""
        return self._desk.roles

    @Property(QObject, constant=True)
    def players(self) -> QObject:
        """Who could play the role that is shown."""
        return self._desk.players

    @Property(QObject, constant=True)
    def groups(self) -> QObject:
        """What is to be entered about its system."""
        return self._desk.groups.rows

    @Property(QObject, constant=True)
    def takes(self) -> QObject:
        """What its system takes of the role."""
        return self._desk.takes

    @Property(QObject, constant=True)
    def peers(self) -> QObject:
        """What the vendor's engineer has to enter about the others."""
        return self._desk.peers

    @Property(CertificatesModel, constant=True)
    def certificates(self) -> CertificatesModel:
        """The certificate of its system."""
        return self._desk.certificates

    @Property(str, notify=changed)
    def title(self) -> str:
        """Of the cast."""
        return self._desk.sheet.title if self._desk.sheet.file else ""

    @Property(bool, notify=changed)
    def named(self) -> bool:
        """There is a file, so it has a title."""
        return bool(self._desk.sheet.file)

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """There is something to show."""
        return bool(self._desk.sheet.roles)

    @Property(str, notify=changed)
    def roleTitle(self) -> str:
        """Of the role that is shown."""
        return self._desk.current().title

    @Property(str, notify=changed)
    def actors(self) -> str:
        """The IHE actors it plays."""
        return " · ".join(self._desk.current().actors)

    @Property(bool, notify=changed)
    def isFresh(self) -> bool:
        """A system is being entered that is not in the cast yet."""
        return self._desk.draft().fresh

    @Property(str, notify=changed)
    def removable(self) -> str:
        """Maker's name of the system that is shown; empty: our stand-in, or a new one."""
        desk = self._desk
        fresh = desk.draft().fresh or not desk.current().system
        return "" if fresh else desk.form().text("vendor")

    @Property(bool, notify=changed)
    def asking(self) -> bool:
        """A system is being asked."""
        return self._desk.give_up is not None

    @Property(str, notify=changed)
    def pending(self) -> str:
        """Why what was typed is not in the file yet; empty: it is."""
        return self._desk.pending()

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """What went wrong, or is wrong with the file; empty: nothing."""
        return self._desk.trouble or first_fault(self._desk.sheet)

    @Property(bool, notify=changed)
    def underWay(self) -> bool:
        """A run is on stage: changes count from the next one."""
        return self._desk.under_way

    @Property(str, notify=changed)
    def host(self) -> str:
        """Where our stand-ins listen."""
        return self._desk.sheet.values.get("standins.host", "127.0.0.1")

    @Property(bool, notify=changed)
    def secluded(self) -> bool:
        """Nobody but this machine reaches our stand-ins."""
        host = self._desk.sheet.values.get("standins.host", "127.0.0.1")
        return host in {"127.0.0.1", "localhost"}

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]  # Qt's type, by its name
    def here(self) -> list[str]:
        """Addresses of this machine."""
        return list(self._desk.sheet.here)
