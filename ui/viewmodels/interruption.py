"""What staff have to decide when the engine had stopped in a run, and is back."""

from showcase.model.exchange import Outcome
from showcase.model.programme import Cue, Programme
from ui.translations import translate
from ui.viewmodels.failure import Failure, Ways, title_of


def interrupted(cue: Cue, programme: Programme) -> Failure:
    """About a cue that was under way: it may have arrived, so nobody sends it again unasked."""
    sender = title_of(cue.sender, programme)
    receivers = ", ".join(title_of(each, programme) for each in cue.receivers)
    return Failure(
        cue=cue.id,
        hop="",
        outcome=Outcome.FAILED,
        title=translate("Interruption", "The engine stopped during “{cue}”").format(cue=cue.title),
        where=f"{cue.number} · {cue.transaction} · {sender} → {receivers}",
        why=translate(
            "Interruption",
            "It is back, and nothing that was shown is lost. This step was sent, and no "
            "acknowledgement was seen: it may have arrived. Send it again, or go on without it?",
        ),
        status="",
        remedy="",
        say=_say(),
        first=Ways.Out.AGAIN,
        second=Ways.Out.GO_ON,
    )


def interruption(standby: Cue | None) -> Failure:
    """Nothing was under way: the run goes on with the standby cue."""
    return Failure(
        cue=standby.id if standby else "",
        hop="",
        outcome=Outcome.SENT,
        title=translate("Interruption", "The engine stopped, and is back"),
        where="",
        why=translate(
            "Interruption",
            "Nothing was under way, and nothing that was shown is lost. "
            "Continue from step {number}, {title}?",
        ).format(number=standby.number, title=standby.title)
        if standby
        else translate(
            "Interruption", "Every step has been told, and nothing that was shown is lost."
        ),
        status="",
        remedy="",
        say=_say(),
        first=Ways.Out.CONTINUE if standby else Ways.Out.NEXT_TOUR,
        second=Ways.Out.NEXT_TOUR if standby else Ways.Out.NONE,
    )


def _say() -> str:
    return translate(
        "Interruption",
        "One of our own programs had to start again. The systems have kept everything, and we go "
        "on where we were.",
    )
