"""The workshops people are in, looked up a few times a second however many phones ask."""

import asyncio
import re
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from starlette.concurrency import run_in_threadpool

from detector.store.workshops import UnknownWorkshop, Workshop, Workshops

MOST_WATCHED = 256
_DOOR = re.compile(r"[A-Za-z0-9_-]{22}")


@dataclass
class _Looked:
    workshop: Workshop | None
    at: float


class Watching:
    """The workshop behind each door, never older than it may be. For one event loop."""

    def __init__(self, workshops: Callable[[], Workshops], fresh_seconds: float) -> None:
        """Look nowhere yet; later, again once what is known is so old."""
        self._workshops, self._fresh_seconds = workshops, fresh_seconds
        self._looked: OrderedDict[str, _Looked] = OrderedDict()
        self._looking: dict[str, asyncio.Task[Workshop | None]] = {}

    async def behind(self, door: str) -> Workshop:
        """The workshop behind a door.

        Raises:
            UnknownWorkshop: there is none.
            StoreError: the store cannot be read.
        """
        if not _DOOR.fullmatch(door):
            raise UnknownWorkshop
        known = self._looked.get(door)
        found = known.workshop if known and monotonic() - known.at < self._fresh_seconds else await self._look(door)
        if found is None:
            raise UnknownWorkshop
        return found

    def forget(self, door: str) -> None:
        """Look anew at the next question."""
        self._looked.pop(door, None)

    async def _look(self, door: str) -> Workshop | None:
        """Ask the store once, however many wait for the answer."""
        task = self._looking.get(door)
        if task is None:
            task = asyncio.create_task(self._ask(door))
            self._looking[door] = task
            task.add_done_callback(lambda _: self._looking.pop(door, None))
        return await asyncio.shield(task)

    async def _ask(self, door: str) -> Workshop | None:
        try:
            found = await run_in_threadpool(lambda: self._workshops().behind(door=door))
        except UnknownWorkshop:
            found = None
        self._looked[door] = _Looked(found, monotonic())
        self._looked.move_to_end(door)
        if len(self._looked) > MOST_WATCHED:
            self._looked.popitem(last=False)
        return found
