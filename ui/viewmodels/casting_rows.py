"""What the cast page lists: casts, roles, players, groups of fields, results, peers."""

from dataclasses import dataclass

from PySide6.QtCore import QObject


@dataclass(frozen=True, slots=True, kw_only=True)
class CastChoiceRow:
    """A cast that can be chosen.

    Attributes:
        file: Empty: our own stand-ins.
        detail: Who is in it, or what is wrong with it.
        shown: It is the one on the page.
        faulty: It cannot be played.
    """

    file: str
    title: str
    detail: str
    shown: bool
    faulty: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CastRoleRow:
    """A role, and who plays it.

    Attributes:
        player: The maker's name; empty for our stand-in.
        badge: ``stand-in``, ``assisted``, ``vendor`` or ``new``.
        shown: The page shows this one.
    """

    role: str
    title: str
    place: str
    player: str
    badge: str
    shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayerRow:
    """A system that could play the role.

    Attributes:
        key: Empty: our stand-in.
        plays: It does.
    """

    key: str
    title: str
    plays: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """One thing to enter.

    Attributes:
        at: ``dicom.port``.
        kind: ``text``, ``choice`` (one of `options`), ``many`` (some of them) or ``file``.
        hint: What stands there while nothing does.
        fault: What is wrong with it.
        share: How many twelfths of the width it takes.
        options: What one can choose.
        marks: Which of them are chosen.
        subject: What a test of this alone asks; empty: it is tested with its group.
        picture: Digest of the logo that the file holds.
    """

    at: str
    label: str
    text: str
    hint: str = ""
    fault: str = ""
    kind: str = "text"
    share: int = 6
    options: tuple[str, ...] = ()
    marks: tuple[bool, ...] = ()
    subject: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """Fields that belong together: a protocol, the system itself, the rarer things.

    Attributes:
        family: Whose colour it has; empty: none's.
        subject: What *Test* asks; empty: there is nothing to test.
        folded: It is shown on demand.
        faulty: Something in it is wrong: then it is shown.
        fields: Rows of `FieldRow`.
        results: Rows of `ResultRow`.
    """

    key: str
    title: str
    words: str
    family: str
    subject: str
    folded: bool
    faulty: bool
    fields: QObject
    results: QObject


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRow:
    """What a test found.

    Attributes:
        outcome: ``ready``, ``warning``, ``failed``, ``busy``.
        owner: Whose job it is; empty: nobody's.
    """

    key: str
    outcome: str
    words: str
    remedy: str
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeRow:
    """A transaction of the role.

    Attributes:
        direction: What the role does in it.
        taken: The vendor's system does it; else the stand-in.
    """

    transaction: str
    title: str
    family: str
    direction: str
    taken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerRow:
    """What a vendor's engineer has to enter about one of the others.

    Attributes:
        name: AE title, application and facility.
        address: Host and port, or URL; empty where nobody calls it.
        purpose: Who calls whom, and for which transactions.
    """

    key: str
    title: str
    protocol: str
    family: str
    name: str
    name_label: str
    address: str
    purpose: str
