"""The ``showcase`` command.

``start``         the window, as fast as it can; or a command
``commands``      the visible list of commands
``app``           reads the command line; each command is imported only when it is called
``check``         lints stories and casts
``schema``        JSON Schemas for editors
``transactions``  the catalogue as a table
``play``          a run without a window
``standins``      keeps the stand-ins up for anyone to talk to
``runs``          the history: list, show, replay
``engine``        the engine as a process of its own
``console``       opens the window
``failing``       how a command ends when it cannot do what it was asked
``teller``        a run, told line by line
``logs``          what the program logs: to standard error
``terminal``      the terminal that a command prints to
``doors``         where one can talk to us, as it is printed
``recorded``      what every command about recorded runs takes
``inspecting``    search, follow, compare, export
``watch``         tells every exchange seen; no story is played
``ready``         asks every system of a cast whether it can play
``cert``          the booth's certificate authority
``selftest``      whether this copy of the program is whole
``places``        where things are kept on this machine
"""

from showcase.cli.start import main

__all__ = ["main"]
