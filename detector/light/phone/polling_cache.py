"""The workshops people are in, looked up a few times a second however many phones ask."""

import asyncio
import re
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from starlette.concurrency import run_in_threadpool

from detector.store.workshops import StoredWorkshop, UnknownWorkshop, Workshops

MOST_WATCHED = 256
_DOOR = re.compile(r"[A-Za-z0-9_-]{22}")


@dataclass
class _Looked:
    workshop: StoredWorkshop | None
    at: float


class Watching:
    """The workshop behind each join token, never older than it may be. For one event loop."""

    def __init__(self, workshops: Callable[[], Workshops], fresh_seconds: float) -> None:
        """Look nowhere yet; later, again once what is known is so old."""
        self._workshops, self._fresh_seconds = workshops, fresh_seconds
        self._looked: OrderedDict[str, _Looked] = OrderedDict()
        self._looking: dict[str, asyncio.Task[StoredWorkshop | None]] = {}

    async def behind(self, join_token: str) -> StoredWorkshop:
        """The workshop behind a join token.

        Raises:
            UnknownWorkshop: there is none.
            StoreError: the store cannot be read.
        """
        if not _DOOR.fullmatch(join_token):
            raise UnknownWorkshop
        known = self._looked.get(join_token)
        found = (
            known.workshop if known and monotonic() - known.at < self._fresh_seconds else await self._look(join_token)
        )
        if found is None:
            raise UnknownWorkshop
        return found

    def forget(self, join_token: str) -> None:
        """Look anew at the next question."""
        self._looked.pop(join_token, None)

    async def _look(self, join_token: str) -> StoredWorkshop | None:
        """Ask the store once, however many wait for the answer."""
        task = self._looking.get(join_token)
        if task is None:
            task = asyncio.create_task(self._ask(join_token))
            self._looking[join_token] = task
            task.add_done_callback(lambda _: self._looking.pop(join_token, None))
        return await asyncio.shield(task)

    async def _ask(self, join_token: str) -> StoredWorkshop | None:
        try:
            found = await run_in_threadpool(lambda: self._workshops().behind(join_token=join_token))
        except UnknownWorkshop:
            found = None
        self._looked[join_token] = _Looked(found, monotonic())
        self._looked.move_to_end(join_token)
        if len(self._looked) > MOST_WATCHED:
            self._looked.popitem(last=False)
        return found
