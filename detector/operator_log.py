"""What happened, for whoever runs the server: one line an event, and nothing in it about anybody.

A line holds the time (UTC), the event and short words. Names, codes, tokens, keys, addresses and typed text never go
in: what is not a short word is left out, so that a mistake here tells nothing either.
"""

import logging
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from enum import StrEnum
from threading import Lock

NAME = "detector.operator"
LONGEST_WORD = 40
LINES_AT_ONCE, LINES_A_SECOND = 60, 1.0
"""A flood of refusals must not fill the disk: so many lines of an event at once, and so many a second after that."""
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.]*")


class Event(StrEnum):
    """What is told: the README explains each in words."""

    STARTED = "started"
    STOPPED = "stopped"
    FAULT = "fault"
    SIGN_IN = "sign_in"
    REFUSED = "refused"
    HELD = "held"
    DELETED = "deleted"
    EXPORTED = "exported"
    ERASED = "erased"


class OperatorLog:
    """Lines for the operator, held back where one event floods; what was held back is counted and told."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with nothing told."""
        self._clock, self._lock = clock, Lock()
        self._left: dict[Event, tuple[float, float]] = {}
        self._held_back: Counter[Event] = Counter()

    def tell(self, event: Event, **words: str | int) -> None:
        """Tell of an event, with short words: letters, digits, dots and underscores only."""
        with self._lock:
            if not self._may_tell(event):
                self._held_back[event] += 1
                return
            held_back = self._held_back.pop(event, 0)
        told = {name: str(word) for name, word in words.items()}
        if held_back:
            told["lines_left_out"] = str(held_back)
        said = (f"{name}={word if _is_short_word(word) else '-'}" for name, word in told.items())
        logging.getLogger(NAME).info(" ".join((event.value, *said)))

    def _may_tell(self, event: Event) -> bool:
        left, at = self._left.get(event, (LINES_AT_ONCE, self._clock()))
        now = self._clock()
        left = min(LINES_AT_ONCE, left + (now - at) * LINES_A_SECOND)
        self._left[event] = (max(0.0, left - 1) if left >= 1 else left, now)
        return left >= 1


_log = OperatorLog()


def tell(event: Event, **words: str | int) -> None:
    """Tell the operator of an event of this process: see `OperatorLog.tell`."""
    _log.tell(event, **words)


def write_to_stderr() -> None:
    """Have the lines written to standard error, each with its time; once, however often this is asked for."""
    logger = logging.getLogger(NAME)
    if logger.handlers:
        return
    lines = logging.Formatter("%(asctime)sZ %(message)s", "%Y-%m-%dT%H:%M:%S")
    lines.converter = time.gmtime
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(lines)
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False


def _is_short_word(word: str) -> bool:
    return len(word) <= LONGEST_WORD and _WORD.fullmatch(word) is not None
