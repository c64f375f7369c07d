"""One module per IHE actor and protocol. A new one is a file here and a line in `BEHAVIOURS`."""

from showcase.standins.behaviour import Behaviour

BEHAVIOURS: tuple[type[Behaviour], ...] = ()
"""Every behaviour there is; a role gets those of the actors it plays."""
