"""What stands behind the cast page: the sheet, the drafts, and what the engine makes of them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from showcase.model.casting import CastBrief, CastChange, CastRole, CastSaved, CastSheet, CastWanted
from showcase.model.readiness import Check
from ui.questions import Cancel, SystemAsked
from ui.rows import Rows
from ui.translations import translate
from ui.viewmodels import casting_sight as sight
from ui.viewmodels.caster import Caster
from ui.viewmodels.casting_draft import Draft, changes_of, form_of, missing
from ui.viewmodels.casting_form import Form, hosts_of
from ui.viewmodels.casting_groups import Groups
from ui.viewmodels.casting_rows import CastChoiceRow, CastRoleRow, PeerRow, PlayerRow, TakeRow
from ui.viewmodels.certificates import CertificatesModel

_LARGEST = 512 * 1024
_NOWHERE = CastRole(role="", title="", place="", actors=())


class CastingDesk(QObject):
    """One cast beside one story, and what was typed about it."""

    changed = Signal()
    chosen = Signal(str)  # path of the cast that runs begin with from now on

    def __init__(self, caster: Caster, parent: QObject | None = None) -> None:
        """Nothing known yet."""
        super().__init__(parent)
        self.caster = caster
        self.story = ""
        self.briefs: list[CastBrief] = []
        self.sheet = CastSheet(file="", story="")
        self.role = ""
        self.drafts: dict[str, Draft] = {}
        self.busy = False
        self.wanted_test: str | None = None
        self.give_up: Cancel | None = None
        self.trouble = ""
        self.under_way = False
        self.casts = Rows(CastChoiceRow, parent=self)
        self.roles = Rows(CastRoleRow, parent=self)
        self.players = Rows(PlayerRow, parent=self)
        self.takes = Rows(TakeRow, parent=self)
        self.peers = Rows(PeerRow, parent=self)
        self.groups = Groups(self)
        self.certificates = CertificatesModel(caster, self)

    def look(self, file: str, *, anew: bool = True) -> None:
        """Show that cast; what was typed about it is forgotten, unless it is shown already."""
        if anew:
            self.drafts.clear()
            self.groups.forget()
        self.caster.casts(self.story, self._listed, self.failed)
        self.caster.cast_sheet(file, self.story, self._seen, self.failed)

    def _listed(self, briefs: list[CastBrief]) -> None:
        self.briefs = briefs
        self.draw()

    def _seen(self, sheet: CastSheet) -> None:
        self.sheet = sheet
        if sheet.roles and self.role not in {each.role for each in sheet.roles}:
            self.role = next((r.role for r in sheet.roles if r.system), sheet.roles[0].role)
        self.draw()

    def switch(self, file: str, *, look: bool = False) -> None:
        """Have runs begin with that cast, and show it if that shall be."""

        def switched() -> None:
            self.chosen.emit(file)
            if look:
                self.look(file)
            self.draw()

        self.caster.switch_cast(file, self.story, switched, self.failed)

    def failed(self, words: str) -> None:
        """The engine refused, or is not there."""
        self.busy, self.trouble = False, words
        self.groups.failed(words)
        self.draw()

    def send(self) -> None:
        """Have the draft of this role written."""
        draft, role = self.draft(), self.current()
        if self.busy:
            return
        form = self.form()
        if draft.fresh and not form.text("vendor"):
            self._stay()
            return
        draft.key, sent = form.key if draft.fresh else "", dict(draft.values)
        changes = tuple(changes_of(self.sheet, role, draft))
        self.write(self.sheet.file, changes, lambda saved: self._sent(draft, sent, saved))

    def _sent(self, draft: Draft, sent: dict[str, str], saved: CastSaved) -> None:
        newer = draft.values != sent
        if saved.faults:
            draft.faults = saved.faults
            if not newer:
                self._stay()
        else:
            draft.written(sent)
            self.taken(saved)
        draft.key = ""
        if newer:
            self.send()
        elif not saved.faults:
            self.run_test()
        self.draw()

    def _stay(self) -> None:
        """It cannot be written, so it cannot be tested either."""
        if self.wanted_test is not None:
            self.wanted_test = None
            self.groups.failed(self.pending())
        self.draw()

    def remove(self) -> None:
        """Take the system that is shown out of the cast, and out of every role."""
        key = self.current().system
        if not key:
            return
        self.drafts.pop(self.role, None)
        roles = [each.role for each in self.sheet.roles if each.system == key]
        self._change(*(CastChange(at=f"roles.{role}", text="") for role in roles),
                     CastChange(at=f"systems.{key}", text=""))  # fmt: skip

    def write_one(self, at: str, text: str) -> None:
        """Change one value that is no system's."""
        self._change(CastChange(at=at, text=text))

    def _change(self, *changes: CastChange) -> None:

        def written(saved: CastSaved) -> None:
            if saved.faults:
                first = saved.faults[0]
                self.trouble = f"{first.words}. {first.remedy}"
            else:
                self.taken(saved)
            if self.draft().values:  # typed while this was on its way
                self.send()
            self.draw()

        title = CastChange(at="title", text=translate("Casting", "Morning"))
        titled = () if self.sheet.file else (title,)
        self.write(self.sheet.file, (*titled, *changes), written)

    def write(
        self, file: str, changes: tuple[CastChange, ...], then: Callable[[CastSaved], None]
    ) -> None:
        """Have the engine change a cast.

        Args:
            file: Empty: a new one.
            changes: All that shall change.
            then: What to do with what became of it.
        """

        def done(saved: CastSaved) -> None:
            self.busy = False
            then(saved)

        self.busy, self.trouble = True, ""
        wanted = CastWanted(file=file, story=self.story, changes=changes)
        self.caster.change_cast(wanted, done, self.failed)

    def taken(self, saved: CastSaved) -> None:
        """A change is in the file; a new file is the cast that runs begin with."""
        moved = saved.sheet.file != self.sheet.file
        self._seen(saved.sheet)
        if moved:
            self.switch(saved.sheet.file)
        self.caster.casts(self.story, self._listed, self.failed)

    def bring(self, path: Path, then: Callable[[str], None]) -> None:
        """Put a file of this machine beside the cast, and hear what it is called there."""
        try:
            with path.open("rb") as file:
                data = file.read(_LARGEST + 1)
        except OSError as error:
            words = translate("Casting", "“{file}” cannot be read: {why}.")
            self.failed(words.format(file=path.name, why=error.strerror))
            return
        self.caster.bring(self.sheet.file, (path.name, data), then, self.failed)

    # --- What is shown ------------------------------------------------------------------------

    def current(self) -> CastRole:
        """The role that is shown."""
        return next((each for each in self.sheet.roles if each.role == self.role), _NOWHERE)

    def draft(self) -> Draft:
        """What was typed about its system."""
        return self.drafts.setdefault(self.role, Draft())

    def form(self) -> Form:
        """Its system as it stands on the page."""
        return form_of(self.sheet, self.current(), self.draft())

    def pending(self) -> str:
        """Why what was typed is not in the file yet; empty: it is."""
        draft, form = self.draft(), self.form()
        if not draft.pending:
            return ""
        new = translate("Casting", "Not in the cast yet.")
        words = [new if draft.fresh else translate("Casting", "Not saved yet.")]
        if lacking := ", ".join(missing(draft, form, self.groups.labels)):
            words.append(translate("Casting", "Still missing: {what}.").format(what=lacking))
        elif form.faults:
            words.append(translate("Casting", "Look at what is marked below."))
        elif draft.faults:
            words.append(f"{draft.faults[0].words}. {draft.faults[0].remedy}")
        return " ".join(words)

    def draw(self) -> None:
        """Show all of it."""
        role, draft = self.current(), self.draft()
        name = draft.values.get("vendor", "") if draft.fresh else None
        self.casts.show(tuple(sight.choices(self.briefs, self.sheet.file)))
        self.roles.show(tuple(sight.roles(self.sheet, self.role, fresh=name)))
        self.players.show(tuple(sight.players(self.sheet, role, fresh=draft.fresh)))
        self.takes.show(tuple(sight.takes(role)) if role.system and not draft.fresh else ())
        self.peers.show(tuple(sight.peers(role)))
        self.groups.show(self.form() if role.system or draft.fresh else None)
        self.certificates.show("" if draft.fresh else role.system, hosts_of(self.form()))
        self.changed.emit()

    # --- Tests ----------------------------------------------------------------------------------

    def run_test(self) -> None:
        """Ask what was wanted to be asked."""
        subject, self.wanted_test = self.wanted_test, None
        if subject is None:
            return
        asked = SystemAsked(self.sheet.file, self.story, self.role, subject)
        self.give_up = self.caster.test_system(asked, self.answered, self._unanswered)

    def answered(self, checks: list[Check]) -> None:
        """Show what was found; nothing: it was given up."""
        self.give_up = None
        self.groups.found(tuple(sight.results(checks)))
        self.draw()

    def _unanswered(self, words: str) -> None:
        self.give_up = None
        self.groups.failed(words)
        self.draw()
