"""What is erased by itself when its day has come, unless the clock jumped."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine

from detector.core.retention import Clock, is_held, look, needs_word
from detector.core.workshop.workshop import end
from detector.store.bin import to_be_erased
from detector.store.clock import read_clock, write_clock
from detector.store.engine import reading
from detector.store.eraser import Eraser
from detector.store.error_messages import in_plain_words
from detector.store.revisions import UnknownAssessment
from detector.store.safety_copy import remove_old_copies
from detector.store.workshops import UnknownWorkshop, Workshops

_operator = logging.getLogger("detector.operator")


@dataclass(frozen=True)
class Waiting:
    """What is due and not erased, because the clock jumped from `believed` to a later time.

    `needs_word`: it is so far ahead that an officer has to say that the date is right.
    """

    believed: datetime
    due: int
    needs_word: bool


class Retention:
    """Ends and erases what is due. Safe to share between threads."""

    def __init__(self, engine: Engine, place: str, workshops: Workshops, eraser: Eraser) -> None:
        """Use the `retention` of an open store."""
        self._engine, self._place, self._reader = engine, place, reading(engine)
        self._workshops, self._eraser = workshops, eraser
        self._ran: float | None = None
        self._told = False

    def erase_due(self, now: datetime, running: float) -> int:
        """End the workshops whose last day has passed, erase what is kept no longer; how much was erased.

        What cannot be done now is left for the next time. A clock that jumped ends and erases nothing.

        Args:
            now: what the clock says, with its zone.
            running: seconds by a clock that nobody can set.

        Raises:
            StoreError: the store cannot be read.
        """
        today = now.date()
        if self._is_held(now, running):
            return 0
        _each("end_workshop", self._workshops.left_open(today), lambda key: self._workshops.change(key, end))
        erased = _each("erase_workshop", self._workshops.overdue(today), self._eraser.workshop)
        erased += _each("erase_assessment", self._in_bin(today), lambda key: self._eraser.from_bin(key, today))
        if self._engine.dialect.name == "sqlite":
            with in_plain_words(self._place):
                remove_old_copies(Path(self._place), today)
        return erased

    def waiting(self, now: datetime) -> Waiting | None:
        """What is due and held up by a clock that jumped, None where nothing is.

        Raises:
            StoreError: the store cannot be read.
        """
        with in_plain_words(self._place), self._reader.connect() as connection:
            known = Clock(read_clock(connection, now).believed, now)
        if not is_held(known):
            return None
        due = len({*self._workshops.overdue(now.date()), *self._in_bin(now.date())})
        return Waiting(known.believed, due, needs_word(known)) if due else None

    def believe(self, now: datetime) -> None:
        """Take an officer's word that the clock is right: what is due is erased the next time.

        Raises:
            StoreError: it cannot be kept.
        """
        with in_plain_words(self._place), self._engine.begin() as connection:
            write_clock(connection, Clock(now, now))

    def _is_held(self, now: datetime, running: float) -> bool:
        ran = None if self._ran is None else timedelta(seconds=running - self._ran)
        with in_plain_words(self._place), self._engine.begin() as connection:
            known = look(read_clock(connection, now), now, ran)
            write_clock(connection, known)
        self._ran = running
        held = is_held(known)
        if held and not self._told:
            _operator.warning("held what=erasing clock=%s believed=%s", known.seen.date(), known.believed.date())
        self._told = held
        return held

    def _in_bin(self, today: date) -> tuple[str, ...]:
        with in_plain_words(self._place), self._reader.connect() as connection:
            return to_be_erased(connection, today)


def _each(task: str, keys: Iterable[str], do: Callable[[str], object]) -> int:
    """How many it was done to; one that fails holds up no other, is told to the operator, and is tried again later.

    One that is gone was erased by somebody else in between, such as another server.
    """
    done = 0
    for key in keys:
        try:
            done += do(key) is not None
        except (UnknownAssessment, UnknownWorkshop):
            continue
        except Exception as error:  # noqa: BLE001 - a fault of one is none of the next
            _operator.warning("fault task=%s kind=%s", task, type(error).__name__)
    return done
