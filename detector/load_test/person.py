"""One simulated person: joins by the code, answers what is open, and has a page that looks for news as phones do."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from random import Random
from time import monotonic

from detector.core.workshop.workshop import QuestionRound
from detector.light.phone.participant import COOKIE, person_of
from detector.light.phone.requests import DONT_KNOW
from detector.load_test.browser import Browser
from detector.load_test.record import Level, Record
from detector.load_test.wire import Dropped, Reply

LEVELS: tuple[Level, ...] = (0, 1, 2, 3, None)
_HOME = re.compile(rb'action="(/w/[\w-]+)/(?:join|answer)"')
_GROUP = re.compile(rb'name="group" value="([^"]+)"')
_QUESTION = re.compile(rb'id="([^"]+)-([12])" data-saved="([^"]*)"')
_CHANGES = re.compile(rb'data-changes="(\d+)"')


class Person:
    """Somebody with a browser; `number` makes people differ, and `patience` is how long until they try again."""

    def __init__(self, number: int, browser: Browser, record: Record, patience: float) -> None:
        """Begin outside."""
        self._browser, self._record, self._patience = browser, record, patience
        self._number, self._chance = number, Random(number)  # noqa: S311 - people differ, nothing is kept secret
        self._home, self._changes, self._next = "", "0", number
        self.rounds: tuple[QuestionRound, ...] = ()

    @property
    def name(self) -> str:
        """What the store knows this person by."""
        return person_of(self._home.removeprefix("/w/"), self._browser.cookie(COOKIE))

    async def join(self, code: str) -> None:
        """From the code to the questions."""
        welcome = await self._until_done(lambda: self._browser.get(f"/j/{code}"))
        home, groups = _HOME.search(welcome.body), _GROUP.findall(welcome.body)
        if home is None or not groups:
            self._record.errors["no welcome page"] += 1
            return
        self._home = home[1].decode()
        group = groups[self._number % len(groups)].decode()
        self._read(await self._until_done(lambda: self._browser.submit(f"{self._home}/join", {"group": group})))

    async def answer(self) -> None:
        """Answer the next open question, and go on until it is acknowledged."""
        if not self.rounds:
            self._record.errors["no question open"] += 1
            return
        self._next += 1
        question_round, level, name = (
            self.rounds[self._next % len(self.rounds)],
            self._chance.choice(LEVELS),
            self.name,
        )
        sent = {
            "question": question_round.question_id,
            "round": str(question_round.round),
            "level": DONT_KNOW if level is None else str(level),
        }
        since = monotonic()
        self._record.send(name, question_round, level, since)
        reply = await self._until_done(lambda: self._browser.send(f"{self._home}/answer", sent))
        if reply.status == 200:
            self._record.confirm(name, question_round, level, since, monotonic())

    async def look_for_news(self) -> None:
        """Ask every two seconds or so whether anything has changed, as the page's script does; until cancelled."""
        await asyncio.sleep(self._chance.random() * 2)
        while True:
            reply = await self._until_done(lambda: self._browser.get(f"{self._home}/state?seen={self._changes}"))
            if b"true" in reply.body:
                self._read(await self._until_done(lambda: self._browser.get(self._home)))
            await asyncio.sleep(2 + self._chance.random() / 2)

    async def saved(self) -> dict[QuestionRound, str]:
        """What this person's own page shows: each open question, with the answer as its form writes it, or ""."""
        page = await self._until_done(lambda: self._browser.get(self._home))
        return {_round(question, number): value.decode() for question, number, value in _QUESTION.findall(page.body)}

    def leave(self) -> None:
        """Close the browser."""
        self._browser.close()

    def _read(self, page: Reply) -> None:
        self.rounds = tuple(_round(question, number) for question, number, _ in _QUESTION.findall(page.body))
        changes = _CHANGES.search(page.body)
        self._changes = changes[1].decode() if changes else self._changes

    async def _until_done(self, ask: Callable[[], Awaitable[Reply]]) -> Reply:
        """The reply, asked for again while the server is away, overwhelmed or holds this person up."""
        wait = self._patience
        while True:
            self._record.requests += 1
            try:
                reply = await ask()
                if reply.status < 400:
                    return reply
                self._record.errors[f"status {reply.status}"] += 1
                if reply.status != 429 and reply.status < 500:
                    return reply
            except Dropped:
                self._record.errors["connection lost"] += 1
            await asyncio.sleep(wait)
            wait = min(wait * 2, self._patience * 8)


def _round(question: bytes, number: bytes) -> QuestionRound:
    return QuestionRound(question.decode(), int(number))
