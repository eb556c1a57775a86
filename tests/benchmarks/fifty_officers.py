"""Fifty officers answering at once, each on an assessment of their own: how long, how many errors, all kept?"""

import asyncio
import random
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from assessments import bank, questions_query, store_in
from measured import Measured, milliseconds, print_table
from servers import Server, product
from visitor import PageError, Visitor

from detector.core.answers import answer_item, check_sheet, empty_sheet
from detector.core.bank import Bank

OFFICERS = 50
SECONDS = 60
EVERY = 5
LEVELS = 4


@dataclass
class Officer:
    """One person at work: what they clicked, question by question, and how long each click took in seconds."""

    key: str
    visitor: Visitor
    clicked: dict[str, list[int]] = field(default_factory=dict[str, list[int]])
    opened: float = 0.0
    walls: list[float] = field(default_factory=list[float])
    errors: list[str] = field(default_factory=list[str])

    async def work(self, number: int) -> None:
        """Open the page, then click on an answer about every five seconds."""
        chance = random.Random(number)
        await asyncio.sleep(EVERY * number / OFFICERS)
        end = time.monotonic() + SECONDS
        try:
            self.opened = await self.visitor.open()
            while True:
                await asyncio.sleep(chance.uniform(0.5, 1.5) * EVERY)
                if time.monotonic() > end:
                    break
                await self._click(chance)
        except PageError as error:
            self.errors.append(str(error))
        self.errors += self.visitor.errors
        await self.visitor.close()

    async def _click(self, chance: random.Random) -> None:
        """Choose another level of some question than the one chosen now."""
        key = chance.choice([key for key in self.visitor.choices if key.startswith("answer-")])
        choice = self.visitor.choices[key]
        level = chance.choice([n for n in range(LEVELS) if choice.options[n] != choice.chosen])
        self.clicked.setdefault(key.removeprefix("answer-"), []).append(level)
        self.walls.append(await self.visitor.choose(key, choice.options[level]))


def hire(server: Server, keys: list[str], asked: Bank) -> list[Officer]:
    """An officer for each assessment, spread over the dimensions."""
    parts = [dimension.id for dimension in asked.dimensions]
    return [
        Officer(key, Visitor(server.port, "questions", questions_query(key, parts[number % len(parts)])))
        for number, key in enumerate(keys)
    ]


async def all_at_work(officers: list[Officer]) -> None:
    """Everybody works at the same time."""
    await asyncio.gather(*(officer.work(number) for number, officer in enumerate(officers)))


def kept(folder: Path, officers: list[Officer]) -> int:
    """How many of the clicks the store has, each as a change of its own, in the order they were made."""
    store = store_in(folder)
    found = 0
    for officer in officers:
        for question_id, levels in officer.clicked.items():
            history = store.history(officer.key, answer_item(question_id))
            stored = [getattr(revision.value, "level", None) for revision in history]
            found += len(levels) if stored == levels else sum(a == b for a, b in zip(stored, levels, strict=False))
    store.close()
    return found


def measure() -> list[Measured]:
    """A line for the clicks, one for what was kept, one for the server."""
    asked = bank()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = store_in(folder)
        keys = [store.create(check_sheet(asked, empty_sheet(asked))) for _ in range(OFFICERS)]
        store.close()
        with product(folder) as server:
            officers, before, started = hire(server, keys, asked), server.cpu_seconds(), time.monotonic()
            asyncio.run(all_at_work(officers))
            busy = (server.cpu_seconds() - before) / (time.monotonic() - started)
        found = kept(folder, officers)
    walls = [wall for officer in officers for wall in officer.walls]
    errors = [error for officer in officers for error in officer.errors]
    clicks = sum(len(levels) for officer in officers for levels in officer.clicked.values())
    what = f"{OFFICERS} officers, each answering every {EVERY} s for {SECONDS} s"
    first = f"{len(errors)} errors" + (f", the first: {errors[0]}" if errors else "")
    return [
        Measured(f"{what}: a click", f"{milliseconds(walls)}, {first}", "no errors", not errors),
        Measured(f"{what}: opening the page", milliseconds([officer.opened for officer in officers])),
        Measured(f"{what}: answers found in the store", f"{found} of {clicks}", "all", found == clicks),
        Measured(f"{what}: the server", f"{busy * 100:.0f} % of a core"),
    ]


if __name__ == "__main__":
    print_table(measure())
