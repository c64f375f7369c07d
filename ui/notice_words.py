"""What staff are told beside the run, for `ui.faults`: see `ui.fault_words`."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

_SENTENCES = (
    # ports
    QT_TRANSLATE_NOOP("Fault", "Usual ports are taken: {who} listens elsewhere."),
    QT_TRANSLATE_NOOP("Fault", "Usual ports are taken: {who} listen elsewhere."),
    QT_TRANSLATE_NOOP("Fault", "Usual ports are taken: {count} stand-ins listen elsewhere."),
    QT_TRANSLATE_NOOP(
        "Fault", "Is another copy of Showcase running? Vendors expect the usual ports."
    ),
    QT_TRANSLATE_NOOP("Fault", "The stand-ins move to the other network with the next patient."),
    QT_TRANSLATE_NOOP("Fault", "Press New patient (N) when this tour is over."),
    # the journal
    QT_TRANSLATE_NOOP(
        "Fault",
        "The disk is full: the show goes on, and what happens is kept in memory until there is "
        "room.",
    ),
    QT_TRANSLATE_NOOP("Fault", "Free some space on the disk of {where}."),
    QT_TRANSLATE_NOOP("Fault", "Free some memory."),
    QT_TRANSLATE_NOOP(
        "Fault",
        "The journal cannot be written: the show goes on, and what happens is kept in memory until "
        "it can.",
    ),
    QT_TRANSLATE_NOOP("Fault", "Make {path} and its folder writable again."),
    QT_TRANSLATE_NOOP(
        "Fault",
        "Another program holds the journal: the show goes on, and what happens is kept in memory "
        "until it lets go.",
    ),
    QT_TRANSLATE_NOOP("Fault", "Close whatever else has {path} open."),
    QT_TRANSLATE_NOOP(
        "Fault",
        "The journal's file is damaged: the show goes on, and what happens is kept in memory until "
        "there is a new one.",
    ),
    QT_TRANSLATE_NOOP("Fault", "Nothing needs to be done."),
    QT_TRANSLATE_NOOP(
        "Fault",
        "The disk fails ({error}): the show goes on, and what happens is kept in memory until it "
        "works.",
    ),
    QT_TRANSLATE_NOOP("Fault", "Look after the disk of {where}; plug it in again, if it can be."),
    QT_TRANSLATE_NOOP(
        "Fault", "The journal is being written again, and holds everything that was shown."
    ),
    QT_TRANSLATE_NOOP("Fault", "Memory was full as well: {count} exchanges have lost their bytes."),
    QT_TRANSLATE_NOOP("Fault", "The journal was damaged."),
    QT_TRANSLATE_NOOP("Fault", "The journal was damaged while it was in use."),
    QT_TRANSLATE_NOOP("Fault", "It was set aside as {name}, and a new journal begun."),
    QT_TRANSLATE_NOOP("Fault", "Keep that file, should its runs be wanted; it is in {folder}."),
    QT_TRANSLATE_NOOP(
        "Fault",
        "Nothing can be written to {folder}: the show goes on, and what happens is kept in memory, "
        "until the program ends.",
    ),
    QT_TRANSLATE_NOOP(
        "Fault",
        "Make that folder writable, or free its disk; or name a journal with --journal.",
    ),
    QT_TRANSLATE_NOOP(
        "Fault",
        "The journal is larger than {size} GB: the recorded bytes of the oldest tour were let go.",
    ),
    QT_TRANSLATE_NOOP(
        "Fault",
        "The journal is larger than {size} GB: the recorded bytes of the {count} oldest tours were "
        "let go.",
    ),
    QT_TRANSLATE_NOOP("Fault", "What happened in them is still there."),
    QT_TRANSLATE_NOOP("Fault", "Nothing to do."),
    QT_TRANSLATE_NOOP(
        "Fault", "To keep more, set SHOWCASE_JOURNAL_GB; `showcase export` keeps a tour whole."
    ),
    # who takes over, and who comes back
    QT_TRANSLATE_NOOP("Fault", "{who} ({role}) did not receive: {what}."),
    QT_TRANSLATE_NOOP(
        "Fault", "To send it again, choose {steps} and press GO; or play on without it."
    ),
    QT_TRANSLATE_NOOP("Fault", "Have it sent again, or play on without it."),
    QT_TRANSLATE_NOOP("Fault", "The engine stopped in the middle of {step}."),
    QT_TRANSLATE_NOOP("Fault", "The engine stopped between two steps."),
    QT_TRANSLATE_NOOP("Fault", "It is back; nothing that was shown is lost."),
    QT_TRANSLATE_NOOP("Fault", "The tour of {who} was cut off, and cannot go on: {why}"),
    QT_TRANSLATE_NOOP("Fault", "Begin the next tour (N)."),
    QT_TRANSLATE_NOOP(
        "Fault",
        "The story was changed on disk after this tour began; the tour goes on as it began.",
    ),
    QT_TRANSLATE_NOOP(
        "Fault", "The cast was changed on disk: {role} is now played by {who}, as the file says."
    ),
    # what only staff see
    QT_TRANSLATE_NOOP("Fault", "The answer to {transaction} may not have arrived."),
    QT_TRANSLATE_NOOP("Fault", "It may be sent once more; that is harmless."),
    QT_TRANSLATE_NOOP("Fault", "{who} turned a caller away."),
    QT_TRANSLATE_NOOP("Fault", "A tap cannot follow what {who} says."),
    QT_TRANSLATE_NOOP("Fault", "It is passed on unseen."),
    QT_TRANSLATE_NOOP("Fault", "The story {name} has faults and cannot be played."),
    QT_TRANSLATE_NOOP("Fault", "A translation of the story {name} has faults."),
)

# PySide says of a marked text only that it is an object
SENTENCES: tuple[str, ...] = tuple(map(str, _SENTENCES))
