"""Codes that people type: a right one passes unless a machine floods from there, and guessing stays hopeless.

A hall or an office sends from one address, so what one person there types wrong must not keep out the next. So every
code that people type is looked at. Who has typed many wrong ones waits for that: from one such address a few codes a
second are looked at, and from all of them together a few more; while everybody together types too many wrong ones, all
wait.

An access code has 8 of 27 letters, a join code 6. At 20 a second for all, half of the 282,000,000,000 access codes are
tried in 220 years; at 100 a second, half of the 387,000,000 join codes in 22 days, and in a workshop of three hours
one in 360 is: what it opens is a seat in a room.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from time import monotonic

from detector.light.phone.rate_limit import MOST_SENDERS, Limit
from detector.operator_log import Event, tell

EVERYBODY = "everybody"
CROWDED = "Very many codes are being typed at this moment, so yours was not looked at. Wait a minute, then try again."
LONGEST_WAIT_SECONDS = 30.0
"""Only who sends so many codes at the same moment that the last would wait longer is turned away unheard."""


@dataclass(frozen=True)
class Pace:
    """How many wrong codes are taken without waiting, and how many codes a second are looked at after that.

    `what` names the codes for the operator. `wrong` and `again` count for one sender: so many at once, and so many a
    second after that; `all_wrong` and `all_again` for everybody together. `looks` is how many a second are looked at
    from one who must wait, `all_looks` from all.
    """

    what: str
    wrong: int
    again: float
    all_wrong: int
    all_again: float
    looks: float
    all_looks: float


ACCESS = Pace("access_codes", wrong=10, again=0.1, all_wrong=100, all_again=1, looks=10, all_looks=20)
JOINING = Pace("join_codes", wrong=20, again=0.2, all_wrong=200, all_again=2, looks=50, all_looks=100)


class Guesses:
    """Who has typed how many wrong codes, and when the next of theirs may be looked at."""

    def __init__(
        self,
        pace: Pace,
        clock: Callable[[], float] = monotonic,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """Begin with nobody having typed anything."""
        self._pace, self._clock, self._pause = pace, clock, pause
        self._wrong = Limit(pace.wrong, pace.again, clock)
        self._all_wrong = Limit(pace.all_wrong, pace.all_again, clock)
        self._next: OrderedDict[str, float] = OrderedDict()

    async def may_look(self, sender: str) -> bool:
        """Whether to look at a code of this sender, after the wait that is due: False only in a flood of theirs."""
        if not self._must_wait(sender):
            return True
        if await self._turn(sender, self._pace.looks) and await self._turn(EVERYBODY, self._pace.all_looks):
            return True
        tell(Event.HELD, what=self._pace.what)
        return False

    def _must_wait(self, sender: str) -> bool:
        return self._wrong.is_spent(sender) or self._all_wrong.is_spent(EVERYBODY)

    def were_too_many(self, sender: str) -> bool:
        """Count a wrong code: whether too many came before it already."""
        if self._must_wait(sender):
            tell(Event.HELD, what=self._pace.what)
            return True
        self._wrong.allows(sender)
        self._all_wrong.allows(EVERYBODY)
        return False

    async def _turn(self, lane: str, a_second: float) -> bool:
        now = self._clock()
        mine = max(now, self._next.get(lane, now))
        if mine - now > LONGEST_WAIT_SECONDS:
            return False
        self._next[lane] = mine + 1 / a_second
        self._next.move_to_end(lane)
        if len(self._next) > MOST_SENDERS:
            self._next.popitem(last=False)
        await self._pause(mine - now)
        return True
