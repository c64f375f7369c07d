"""How the window asks its engine: in the order of asking, or at once; never from outside a task.

A question that fails becomes a notice in plain words; what it was for never learns of it.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from showcase.client import EngineClient, EngineGone, EngineRefused
from ui.translations import translate

_T = TypeVar("_T")


class Asking(QObject):
    """Questions to one engine, while there is one."""

    noticed = Signal(str, str)  # words, remedy

    def __init__(self, parent: QObject | None = None) -> None:
        """No engine yet."""
        super().__init__(parent)
        self._engine: EngineClient | None = None
        self._group: asyncio.TaskGroup | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._asked: asyncio.Queue[Callable[[], Awaitable[None]]] = asyncio.Queue()

    def _ask(
        self,
        verb: Callable[[EngineClient], Awaitable[_T]],
        then: Callable[[_T], None] | None = None,
    ) -> None:
        """In the order of asking: *stand-in, then retry* must arrive like that."""
        self._asked.put_nowait(lambda: self._do(verb, then))

    def _at_once(
        self,
        verb: Callable[[EngineClient], Awaitable[_T]],
        then: Callable[[_T], None] | None = None,
    ) -> asyncio.Task[None] | None:
        """Behind nothing; the task, for who wants to cancel it."""
        return self._own(self._do(verb, then)) if self._group else None

    async def _do(
        self, verb: Callable[[EngineClient], Awaitable[_T]], then: Callable[[_T], None] | None
    ) -> None:
        if self._engine is None:
            self.noticed.emit(
                translate("Link", "The engine is not there yet."),
                translate("Link", "It is being looked for."),
            )
            return
        try:
            answer = await verb(self._engine)
        except (EngineGone, EngineRefused) as error:
            self.noticed.emit(error.words, error.remedy)
            return
        if then:
            then(answer)

    async def _answer_in_order(self) -> None:
        while True:
            await (await self._asked.get())()

    def _own(self, work: Coroutine[object, object, None]) -> asyncio.Task[None]:
        assert self._group
        task = self._group.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task
