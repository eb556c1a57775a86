"""Hundreds of interruptions, seeded, while somebody types: no finished word is lost, and the table says so."""

import random
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

import pytest
from journeys.conftest import MakeOfficer, MakeServer
from journeys.officer import READY, Officer
from journeys.servers import Server
from journeys.sheets import kept, sheet_of
from journeys.test_journey_keeping_faults import held_by_another_program
from journeys.test_journey_store_faults import files_no_larger_than
from journeys.text_boxes import (
    ABOUT,
    LINKS,
    NAME,
    NOTE,
    NUMBER,
    OWNER,
    REASON,
    TEXT,
    TextBox,
    begun,
    open_at,
    type_in,
)
from playwright.sync_api import Error, expect

pytestmark = [pytest.mark.browser, pytest.mark.long]

SEED, TURNS = 2026, 204
BOXES = (NOTE, LINKS, REASON, NUMBER, TEXT, NAME, ABOUT, OWNER)


@dataclass
class Desk:
    """Somebody at a window, who may close it and open another, and the numbers of what became of their words."""

    officer: Officer
    key: str
    chance: random.Random
    found: dict[str, Counter[str]] = field(default_factory=dict[str, Counter[str]])

    @property
    def server(self) -> Server:
        return self.officer.server

    def pause(self) -> None:
        """Nothing is waited for here: the interruption comes at whatever the page is doing by then."""
        self.officer.page.wait_for_timeout(self.chance.uniform(0, 1800))


def words_for(box: TextBox, turn: int) -> str:
    """What is typed in a turn, never the same twice."""
    if box is NUMBER:
        return str(100 + turn)
    if box is LINKS:
        return f"https://example.org/report-{turn}"
    return f"Turn {turn}, as the cabinet heard it"


def at_new_window(officer: Officer) -> Officer:
    """The same officer at another window of the same browser."""
    return Officer(officer.page.context.new_page(), officer.server, officer.watch)


def come_back(desk: Desk, box: TextBox) -> None:
    """Wait until the page is there again, as somebody does who sits before it."""
    with suppress(Error):
        desk.officer.page.locator(READY).wait_for(timeout=30_000)


def killed(desk: Desk, box: TextBox, words: str) -> None:
    type_in(desk.officer, box, words)
    desk.pause()
    desk.server.kill()
    desk.server.start()
    come_back(desk, box)


def stopped(desk: Desk, box: TextBox, words: str) -> None:
    type_in(desk.officer, box, words)
    desk.pause()
    desk.server.stop()
    desk.server.start()
    come_back(desk, box)


def reloaded(desk: Desk, box: TextBox, words: str) -> None:
    type_in(desk.officer, box, words)
    desk.pause()
    desk.officer.reload()


def closed(desk: Desk, box: TextBox, words: str) -> None:
    type_in(desk.officer, box, words)
    desk.pause()
    before = desk.officer.page
    desk.officer = at_new_window(desk.officer)
    before.close(run_before_unload=False)
    open_at(desk.officer, box, desk.key)


def disk_full(desk: Desk, box: TextBox, words: str) -> None:
    with files_no_larger_than(desk.server.process_id, 4096):
        type_in(desk.officer, box, words)
        desk.pause()
        if desk.chance.random() < 0.3:
            desk.officer.page.reload()


def locked(desk: Desk, box: TextBox, words: str) -> None:
    with held_by_another_program(desk.server):
        type_in(desk.officer, box, words)
        desk.pause()
        if desk.chance.random() < 0.3:
            desk.officer.page.reload()


KINDS: dict[str, Callable[[Desk, TextBox, str], None]] = {
    "killed": killed,
    "stopped and started": stopped,
    "reloaded": reloaded,
    "closed": closed,
    "disk full": disk_full,
    "locked by another program": locked,
}


def became(desk: Desk, box: TextBox, words: str) -> str:
    """What became of the words on return: saved, still in the box, or lost."""
    for _ in range(300):
        if box.kept(sheet_of(desk.server, desk.key)) == words:
            return "saved"
        desk.officer.page.wait_for_timeout(100)
    at = box.at(desk.officer)
    held = at.input_value() if at.count() else ""
    return "in the box" if held == words else "LOST"


@pytest.mark.timeout(3600)
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Only Linux limits the files of a running program.")
def test_no_finished_word_is_lost(
    make_server: MakeServer, make_officer: MakeOfficer, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(SEED)
    server = make_server()
    server.start()
    desk = Desk(at_new_window(make_officer(server)), kept(server, begun()), chance)
    kinds = [list(KINDS)[turn % len(KINDS)] for turn in range(TURNS)]
    chance.shuffle(kinds)

    for turn, kind in enumerate(kinds):
        box = chance.choice(BOXES)
        words = words_for(box, turn)
        with desk.officer.watch.paused():
            if not box.at(desk.officer).count() or chance.random() < 0.3:
                open_at(desk.officer, box, desk.key)
            box.at(desk.officer).wait_for()
            expect(box.at(desk.officer)).to_be_enabled(timeout=60_000)
            KINDS[kind](desk, box, words)
            outcome = became(desk, box, words)
        desk.found.setdefault(kind, Counter())[outcome] += 1
        if outcome != "saved" or turn % 20 == 0:
            with capsys.disabled():
                print(f"\nturn {turn}, {kind}, {box.name}: {outcome}", flush=True)

    total = sum(desk.found.values(), Counter[str]())
    with capsys.disabled():
        print(f"\n{'interruption':28}{'turns':>6}{'saved':>7}{'in the box':>12}{'lost':>6}")
        for kind, found in [*sorted(desk.found.items()), ("all", total)]:
            print(f"{kind:28}{found.total():>6}{found['saved']:>7}{found['in the box']:>12}{found['LOST']:>6}")
    assert total.total() == TURNS
    assert total["LOST"] == 0
