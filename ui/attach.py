"""How the window finds an engine: the one whose door is open, else one of its own."""

import asyncio
from pathlib import Path

from showcase.client import EngineClient, Starting, alive, door_path, read_door
from showcase.client.engine import library
from showcase.model.answers import Door


class Attachment:
    """Finds an engine, or starts one.

    Attributes:
        ours: This window started it, so it ends with this window.
    """

    def __init__(self, journal: Path | None = None, begun: Starting | None = None) -> None:
        """Nothing looked for yet.

        Args:
            journal: A journal of our own; then the engine is one of its own as well.
            begun: The engine that was started ahead of the window; None: there was one.
        """
        self._begun = begun
        self.ours = False
        self._door: Door | None = None
        self._journal = journal

    async def __call__(self) -> EngineClient:
        """The engine.

        Raises:
            EngineGone: There is none, and none could be started.
        """
        # its import takes half a second, during which the window goes on drawing
        await asyncio.to_thread(library)
        begun, self._begun = self._begun, None
        door = None if begun else self._door or read_door(door_path(self._journal))
        if door is None or not await alive(door):
            argv = ["--journal", str(self._journal)] if self._journal else []
            door = await (begun or Starting(argv)).door()
            self.ours = True
        self._door = door  # should the line break, the same engine is asked first
        return EngineClient(door)
