"""Whether the server can do its work now: asked by whatever sends people to it, and open to everybody."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from time import monotonic

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from detector.operator_log import Event, tell

READY, NOT_READY = "yes", "no"
GOOD_FOR_SECONDS = 1.0
LONGEST_SECONDS = 3.0


class Readiness:
    """Asks what the server needs, at most once a second however many ask, and waits for it only so long."""

    def __init__(self, needs: Callable[[], object], longest_seconds: float = LONGEST_SECONDS) -> None:
        """Ask nothing yet; `needs` raises where something that is needed is away."""
        self._needs, self._longest_seconds = needs, longest_seconds
        self._known, self._at = False, float("-inf")
        self._asking: asyncio.Task[bool] | None = None

    async def answer(self, _request: Request) -> Response:
        """200 and "yes", or 503 and "no"; why not is told to the operator alone."""
        is_ready = self._known if monotonic() - self._at < GOOD_FOR_SECONDS else await self._ask()
        words, status = (READY, 200) if is_ready else (NOT_READY, 503)
        return PlainTextResponse(words, status, {"Cache-Control": "no-store"})

    async def _ask(self) -> bool:
        """Ask once, however many wait. What takes too long is not ready, and is not asked a second time meanwhile."""
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._look())
        with suppress(TimeoutError):
            return await asyncio.wait_for(asyncio.shield(self._asking), self._longest_seconds)
        self._note(is_ready=False, kind="TimeoutError")
        return False

    async def _look(self) -> bool:
        try:
            await run_in_threadpool(self._needs)
        except Exception as error:  # noqa: BLE001 - whatever is wrong, the answer is that it is not ready
            self._note(is_ready=False, kind=type(error).__name__)
            return False
        self._note(is_ready=True, kind="")
        return True

    def _note(self, *, is_ready: bool, kind: str) -> None:
        if self._known and not is_ready:
            tell(Event.FAULT, task="readiness", kind=kind)
        self._known, self._at = is_ready, monotonic()
