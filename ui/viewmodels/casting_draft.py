"""What was typed about a system and is not in the file yet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from showcase.model.casting import CastChange, CastFault, CastRole, CastSheet
from ui.translations import translate
from ui.viewmodels.casting_form import UNNAMED, Form, by_field, defaults, key_of, system_of


@dataclass(slots=True)
class Draft:
    """One role's, until the engine has written it.

    Attributes:
        fresh: It is about a system that is new.
        values: By field; an empty one shall be removed.
        faults: Why it was not written.
        key: Under which key of a new system it was tried.
    """

    fresh: bool = False
    values: dict[str, str] = field(default_factory=dict)
    faults: tuple[CastFault, ...] = ()
    key: str = ""

    @property
    def pending(self) -> bool:
        """Something is not in the file yet."""
        return self.fresh or bool(self.values)

    def enter(self, at: str, text: str, saved: Mapping[str, str]) -> bool:
        """Take in what was typed; False when it is what stood there already."""
        if text == self.values.get(at, saved.get(at, "")):
            return False
        if text == saved.get(at, ""):
            del self.values[at]
        else:
            self.values[at] = text
        return True

    def written(self, sent: Mapping[str, str]) -> None:
        """That much is in the file now; what was typed meanwhile is not."""
        self.values = {at: text for at, text in self.values.items() if sent.get(at) != text}
        self.fresh, self.faults = False, ()


def form_of(sheet: CastSheet, role: CastRole, draft: Draft) -> Form:
    """The system of a role as it stands on the page."""
    taken = [each.key for each in sheet.systems]
    if draft.fresh:
        key = draft.key or key_of(draft.values.get("vendor", ""), taken)
        faults = _entered(by_field(draft.faults, key), {}, draft)
        return Form(role=role, key=key, draft=draft.values, faults=faults)
    system = system_of(sheet, role.system)
    saved = system.values if system else {}
    faults = by_field((*sheet.faults, *draft.faults), role.system)
    return Form(
        role=role,
        key=role.system,
        saved=saved,
        draft=draft.values,
        faults=_entered(faults, saved, draft),
        logo=system.logo if system and "logo" not in draft.values else "",
    )


def _entered(faults: Mapping[str, str], saved: Mapping[str, str], draft: Draft) -> dict[str, str]:
    """Faults of what was entered; what is only missing is told in another place, and calmly."""
    return {at: words for at, words in faults.items() if draft.values.get(at, saved.get(at, ""))}


def changes_of(sheet: CastSheet, role: CastRole, draft: Draft) -> Iterator[CastChange]:
    """What the engine shall write."""
    form = form_of(sheet, role, draft)
    if not sheet.file:
        yield CastChange(at="title", text=translate("Casting", "Morning"))
    if draft.fresh:
        yield CastChange(at=f"roles.{role.role}", text=form.key)
    values = {**draft.values, **defaults(form)}
    for at, text in sorted(values.items(), key=lambda each: each[0].count(".")):
        # what holds something comes before it: `tls` is emptied, then `tls.ca` is put in
        yield CastChange(at=f"systems.{form.key}.{at}", text=text)


def missing(draft: Draft, form: Form, labels: Mapping[str, str]) -> tuple[str, ...]:
    """What still has to be entered before it can be written, by its label."""
    found = [] if form.text("vendor") else ["vendor"]
    start = f"systems.{form.key}."
    for each in draft.faults:
        at = each.at.removeprefix(start)
        if each.at == start[:-1]:
            found.append("")  # it has no address
        elif at in labels and form.text(at) in {"", UNNAMED}:
            found.append(at)
    places = list(labels)
    found.sort(key=lambda at: places.index(at) if at in labels else -1)
    address = translate("Casting", "an address")
    return tuple(dict.fromkeys(labels.get(at, address) for at in found))


def taking(sheet: CastSheet, key: str, transaction: str) -> str | None:
    """What `takes:` says once a transaction has changed hands; None: it would be nothing at all.

    The file has one list for all that a system plays.
    """
    played = [each for role in sheet.roles if role.system == key for each in role.transactions]
    taken = [each.id for each in played if each.taken != (each.id == transaction)]
    if not taken:
        return None  # with none of it the role would not be the system's
    return "" if len(taken) == len(played) else ", ".join(dict.fromkeys(taken))
