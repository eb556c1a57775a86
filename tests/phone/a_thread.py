"""Work that runs an event loop of its own: the thread of the browser tests has one already."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Made = TypeVar("Made")


def in_a_thread_of_its_own(work: Callable[[], Made]) -> Made:
    """What the work gives, done in a thread where no event loop runs."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(work).result()
