"""The one way answers are written: a thread that keeps many at once, and tells each when it is on the disk."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from time import monotonic, sleep

from detector.core.errors import StoreError
from detector.store.workshops.records import Ballot, NotInWorkshop

LARGEST_BATCH = 400
# A lone answer is kept at once. While many arrive, each transaction takes those of so long along: a hundred a second
# is the most, whatever the room sends.
SECONDS_BETWEEN_BATCHES = 0.01

Keep = Callable[[Sequence[Ballot]], Sequence[NotInWorkshop | None]]
"""Keeps some answers in one transaction; None for each that is kept, or why it was not taken.

Raises StoreError where nothing at all could be kept.
"""


class Writer:
    """Answers in, each with a promise that is kept once its answer is on the disk. Safe to share between threads."""

    def __init__(self, keep: Keep) -> None:
        """Begin with the first answer: no thread runs before."""
        self._keep = keep
        self._waiting: SimpleQueue[tuple[Ballot, Future[None]] | None] = SimpleQueue()
        self._starting = Lock()
        self._thread: Thread | None = None

    def submit(self, cast: Ballot) -> Future[None]:
        """A promise that ends when the answer is on the disk.

        It raises NotInRoom where the answer was not taken, and StoreError where nothing could be kept.
        """
        promise: Future[None] = Future()
        self._waiting.put((cast, promise))
        with self._starting:
            if self._thread is None or not self._thread.is_alive():
                self._thread = Thread(target=self._run, name="workshop-writer", daemon=True)
                self._thread.start()
        return promise

    def stop(self) -> None:
        """Keep what is still waiting, then end."""
        with self._starting:
            if self._thread is not None:
                self._waiting.put(None)
                self._thread.join()
                self._thread = None

    def _run(self) -> None:
        began = -SECONDS_BETWEEN_BATCHES
        while (first := self._waiting.get()) is not None:
            sleep(max(0.0, began + SECONDS_BETWEEN_BATCHES - monotonic()))
            began = monotonic()
            batch = [first, *self._more()]
            self._write([pair for pair in batch if pair is not None])
            if None in batch:
                return

    def _more(self) -> list[tuple[Ballot, "Future[None]"] | None]:
        """Whatever else is waiting now, up to the largest batch."""
        more: list[tuple[Ballot, Future[None]] | None] = []
        while len(more) < LARGEST_BATCH - 1:
            try:
                more.append(self._waiting.get_nowait())
            except Empty:
                break
        return more

    def _write(self, batch: Sequence[tuple[Ballot, "Future[None]"]]) -> None:
        try:
            refused = self._keep([cast for cast, _ in batch])
        except BaseException as error:
            # Whatever happened, nobody may be left waiting for a promise.
            for _, promise in batch:
                promise.set_exception(error)
            if isinstance(error, StoreError):
                return
            raise
        for (_, promise), why in zip(batch, refused, strict=True):
            if why is None:
                promise.set_result(None)
            else:
                promise.set_exception(why)
