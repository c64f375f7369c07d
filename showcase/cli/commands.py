"""Every command of ``showcase``: a new one is a function in its module, and a line here."""

from typing import NamedTuple


class Entry(NamedTuple):
    """A command: where it is, and what it is good for."""

    module: str
    function: str
    help: str


COMMANDS: dict[str, Entry] = {
    "play": Entry("play", "play", "Play a story in the terminal."),
    "check": Entry("check", "check", "Lint story and cast files."),
    "ready": Entry("ready", "ready", "Ask every system of a cast whether it can play a story."),
    "cert": Entry("cert", "cert", "The booth's certificate authority: TLS for everybody (ITI-19)."),
    "standins": Entry("standins", "standins", "Keep the stand-ins up for anyone to talk to."),
    "watch": Entry("watch", "watch", "Tell every exchange seen; no story is played."),
    "wall": Entry("wall", "wall", "Show the wall of an engine on another machine."),
    "lookout": Entry("lookout", "lookout", "Let walls on other machines look on."),
    "runs": Entry("runs", "runs", "List the runs in the journal."),
    "show": Entry("runs", "show", "Show a run's hops, or one hop's request and response."),
    "replay": Entry("runs", "replay", "Tell a recorded run again."),
    "search": Entry("inspecting", "search", "Search all runs: patient, order, UID, any text."),
    "follow": Entry("inspecting", "follow", "Follow a value through all exchanges of a run."),
    "compare": Entry("inspecting", "compare", "Compare two hops, line by line."),
    "export": Entry("inspecting", "export", "Take a run away: raw files, or one HTML page."),
    "transactions": Entry("transactions", "transactions", "List the catalogue of transactions."),
    "schema": Entry("schema", "schema", "Print the JSON Schema of stories or casts, for editors."),
    "selftest": Entry("selftest", "selftest", "Check that this copy of the program is whole."),
    "bundle": Entry("bundle", "bundle", "Gather what helps to find a fault, as one file."),
    "engine": Entry("engine", "engine", "Run the engine alone, for windows to attach to."),
}
"""Every command, in the order of the help."""
