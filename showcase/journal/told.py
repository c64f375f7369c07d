"""What people are told of a journal's rows: runs in a list, what a search has found."""

from showcase.journal import index
from showcase.journal.store import RunRow, Store
from showcase.model.answers import Found, RunBrief
from showcase.model.exchange import Outcome


def found(store: Store, text: str, limit: int) -> list[Found]:
    """What a search tells; see `Journal.search`."""
    entries = store.found(text, limit)
    starts = {run: store.started(run) for run in {entry.event.run for entry in entries} if run}
    patients = {run: start.patient.name for run, start in starts.items() if start}
    return [index.found(entry, text, patients.get(entry.event.run, "")) for entry in entries]


def brief(row: RunRow) -> RunBrief:
    """A run as a list of runs has it."""
    end = row.end
    return RunBrief(
        run=row.start.run,
        story=row.start.programme.key,
        title=row.start.programme.title,
        patient=row.start.patient.name,
        started=row.started.at,
        ended=row.ended.at if row.ended else None,
        hops=end.hops if end else sum(row.outcomes.values()),
        acknowledged=end.acknowledged if end else row.outcomes.get(Outcome.ACKNOWLEDGED, 0),
        refused=end.refused if end else row.outcomes.get(Outcome.REFUSED, 0),
        failed=end.failed if end else row.outcomes.get(Outcome.FAILED, 0),
        held=bool(end and end.held),
        bare=row.bare,
    )
