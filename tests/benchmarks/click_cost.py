"""What one answer click costs the server, against a bare Streamlit page with the same widgets and no logic."""

import asyncio
import itertools
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from assessments import bank, full_sheet, questions_query, store_in
from measured import Measured, milliseconds, percentile, print_table
from servers import Server, page, product
from visitor import Visitor

from detector.core.answers import Answer, AnswerState, answer_item, check_change, check_sheet
from detector.core.bank import Bank
from detector.store import Store

ROUNDS = 20
CLICKS_A_ROUND = 24
SAVES = 200
LEVELS = 4
REACH = 1.5
WIDGETS = ("radio", "selectbox", "button", "page_link", "progress")


@dataclass
class Clicked:
    """A page that is clicked on: what each click took, in seconds, on the clock and on the server's processors."""

    server: Server
    visitor: Visitor
    walls: list[float] = field(default_factory=list[float])
    cpu: list[float] = field(default_factory=list[float])
    clicks: "itertools.count[int]" = field(default_factory=itertools.count)

    async def round(self, clicks: int, *, counts: bool = True) -> None:
        """Click on one answer after the other, each time on another level than before."""
        keys = sorted(key for key in self.visitor.choices if key.startswith("answer-"))
        before, walls = self.server.cpu_seconds(), list[float]()
        for click in itertools.islice(self.clicks, clicks):
            choice = self.visitor.choices[keys[click % len(keys)]]
            levels = [level for level in choice.options[:LEVELS] if level != choice.chosen]
            walls.append(await self.visitor.choose(keys[click % len(keys)], levels[click // len(keys) % len(levels)]))
        if counts:
            self.walls += walls
            self.cpu.append((self.server.cpu_seconds() - before) / clicks)

    def widgets(self) -> str:
        """The widgets that the last run drew, counted."""
        drawn = self.visitor.drawn
        return ", ".join(f"{drawn[kind]} {kind}" for kind in WIDGETS) + f" of {drawn.total()} elements"


async def click_both(data_folder: Path, key: str, dimension_id: str) -> tuple[Clicked, Clicked]:
    """The product's page and the bare one, clicked on in turns."""
    with product(data_folder) as ours, page("bare_page.py") as bare:
        pages = (
            Clicked(ours, Visitor(ours.port, "questions", questions_query(key, dimension_id))),
            Clicked(bare, Visitor(bare.port)),
        )
        for each in pages:
            await each.visitor.open()
            await each.round(CLICKS_A_ROUND, counts=False)
        for number in range(ROUNDS):
            for each in pages if number % 2 else reversed(pages):
                await each.round(CLICKS_A_ROUND)
        for each in pages:
            await each.visitor.close()
    return pages


def saves(store: Store, asked: Bank, key: str, question_id: str) -> list[float]:
    """Seconds that keeping one changed answer takes by itself, with nothing drawn: what the bare page never does."""
    item = answer_item(question_id)
    taken: list[float] = []
    for number in range(SAVES):
        seen = store.load(key).revisions[item]
        answer = Answer(AnswerState.LEVEL, level=number % LEVELS, note=str(number))
        started = time.perf_counter()
        store.save(key, check_change(asked, item, answer), seen)
        taken.append(time.perf_counter() - started)
    return taken


def measure() -> list[Measured]:
    """A line for each page, and their ratios."""
    asked = bank()
    with tempfile.TemporaryDirectory() as folder:
        store = store_in(Path(folder))
        full = check_sheet(asked, full_sheet(asked))
        key = store.create(full)
        kept = saves(store, asked, store.create(full), asked.dimensions[0].questions[0].id)
        store.close()
        ours, bare = asyncio.run(click_both(Path(folder), key, asked.dimensions[0].id))
    return [
        *_row("click on an answer, the product", ours),
        *_row("click on an answer, bare page", bare),
        Measured(f"keeping one answer durably, by itself ({SAVES} times)", milliseconds(kept)),
        _ratio("clock, median", percentile(ours.walls, 0.5) / percentile(bare.walls, 0.5)),
        _ratio("clock, p95", percentile(ours.walls, 0.95) / percentile(bare.walls, 0.95)),
        _ratio("server processor time", sum(ours.cpu) / sum(bare.cpu)),
    ]


def _row(what: str, clicked: Clicked) -> list[Measured]:
    cpu = f"{sum(clicked.cpu) / len(clicked.cpu) * 1000:.1f} ms of processor time"
    errors = f", {len(clicked.visitor.errors)} errors" if clicked.visitor.errors else ""
    return [
        Measured(
            f"{what} ({len(clicked.walls)} clicks; {clicked.widgets()})",
            f"{milliseconds(clicked.walls)}, {cpu}{errors}",
        )
    ]


def _ratio(what: str, ratio: float) -> Measured:
    return Measured(f"product to bare page, {what}", f"{ratio:.2f}", f"at most {REACH}", ratio <= REACH)


if __name__ == "__main__":
    print_table(measure())
