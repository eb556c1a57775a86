"""How long things are kept, and the time that automatic erasing goes by: a clock that jumps erases nothing."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

BIN_DAYS = 30
"""For so many whole days an assessment can be put back, after the day on which it was deleted."""
COPY_DAYS = 30
"""For so many days a copy stays that was made before the tables were changed."""

JUMP = timedelta(hours=24)
"""A clock further than this from the time believed in is doubted."""
STEADY = timedelta(hours=24)
"""A doubted clock is believed once the program has run for so long in all and the clock has gone with it."""
LONGEST_AWAY = timedelta(weeks=6)
"""Further ahead than this no clock is believed by itself: an officer has to say that the date is right."""
UNEVEN = timedelta(hours=2)
"""By so much a clock may fall behind between two looks and still go steadily: two servers look by turns."""


def bin_ends(binned_on: date) -> date:
    """The last day (UTC) on which what was put into the bin can be put back; after it, it is erased for good."""
    return binned_on + timedelta(days=BIN_DAYS)


def copy_ends(made_on: date) -> date:
    """The day on which a copy made before the tables were changed is removed."""
    return made_on + timedelta(days=COPY_DAYS)


@dataclass(frozen=True)
class Clock:
    """What is known of the computer's clock.

    `believed` is the time that was last believed in, `seen` what the clock said at the last look, and `steady` for how
    long a doubted clock has gone steadily so far.
    """

    believed: datetime
    seen: datetime
    steady: timedelta = timedelta()


def is_held(clock: Clock) -> bool:
    """Whether nothing may be erased by itself: the clock is further ahead than it can be believed.

    A clock that is behind holds nothing up: what is due by it was due already.
    """
    return clock.seen > clock.believed + JUMP


def needs_word(clock: Clock) -> bool:
    """Whether the clock is so far ahead that only an officer can say that it is right."""
    return clock.seen > clock.believed + LONGEST_AWAY


def look(before: Clock, now: datetime, running: timedelta | None) -> Clock:
    """What is known after one more look at the clock.

    Args:
        before: what was known at the look before, by this program or by one that ran earlier.
        now: what the clock says.
        running: how long this program has run since its own last look, by a clock that nobody can set; None at its
            first look.
    """
    if abs(now - before.believed) <= JUMP:
        return Clock(max(before.believed, now), now)
    moved = now - before.seen - (running or timedelta())
    # Switched off in between is no jump, but tells nothing of the clock: only time that ran along counts.
    goes_on = -UNEVEN <= moved <= (LONGEST_AWAY if running is None else JUMP)
    ran = max(min(running or timedelta(), now - before.seen), timedelta())
    steady = before.steady + ran if goes_on else timedelta()
    if steady >= STEADY and now <= before.believed + LONGEST_AWAY:
        return Clock(now, now)
    return Clock(before.believed, now, steady)
