"""What a window, or a test, needs to talk to an engine.

``door``     where an engine can be found: the door file
``starting`` how an engine is started, ahead of the window where there is none
``engine``   `EngineClient`: every verb of the API, and the stream of events
``program``  how this very program is started once more
``failure``  what can go wrong on the way, in plain words

A window that loses its engine gets `EngineGone`, looks for the door again, and goes on with
``events(after=<the last entry it saw>)``: no gap, no duplicate.
"""

from showcase.client.door import alive, door_path, read_door, remove_door, write_door
from showcase.client.engine import EngineClient
from showcase.client.failure import EngineGone, EngineRefused
from showcase.client.starting import Starting, head_start, launch

__all__ = [
    "EngineClient",
    "EngineGone",
    "EngineRefused",
    "Starting",
    "alive",
    "door_path",
    "head_start",
    "launch",
    "read_door",
    "remove_door",
    "write_door",
]
