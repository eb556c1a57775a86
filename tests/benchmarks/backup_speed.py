"""How long a backup, a check and restoring take for 100,000 changes, and how much memory. Not part of `run.py`.

Run it as `python tests/benchmarks/backup_speed.py`; several minutes go into making the changes.
"""

import multiprocessing
import resource
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

from assessments import bank, store_in
from measured import Measured, print_table

from detector.core.answers import Answer, AnswerState, answer_item, check_change, check_sheet, empty_sheet
from detector.store import Edit
from detector.store.backups import back_up, check_database, restore
from detector.store.location import FILE_NAME, sqlite_url

CHANGES = 100_000
ASSESSMENTS = 50
AT_ONCE = 500


def fill(folder: Path) -> None:
    """Put so many changes into a new database, some at once, an answer changed again and again."""
    asked, store = bank(), store_in(folder)
    item = answer_item(asked.dimensions[0].questions[0].id)
    levels = [Answer(AnswerState.LEVEL, level, note=f"As it was thought of on day {level}") for level in range(4)]
    changes = [check_change(asked, item, level) for level in levels]
    for _ in range(ASSESSMENTS):
        key = store.create(check_sheet(asked, empty_sheet(asked)))
        for first in range(0, CHANGES // ASSESSMENTS, AT_ONCE):
            edits = [Edit(changes[number % 4], number) for number in range(first, first + AT_ONCE)]
            store.save_all(key, edits, "Ann")
    store.close()


def timed(act: Callable[[], object]) -> tuple[float, float]:
    """The seconds that something took in a process of its own, and the megabytes that process grew by."""
    context = multiprocessing.get_context("fork")
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_time, args=(act, sending))
    process.start()
    seconds, grown = receiving.recv()
    process.join()
    return seconds, grown


def _time(act: Callable[[], object], tell: Connection) -> None:
    before, began = _peak(), time.perf_counter()
    act()
    tell.send((time.perf_counter() - began, _peak() - before))


def _peak() -> float:
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kilobytes / 1024


def measure() -> list[Measured]:
    """A line for each command."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        url, out = sqlite_url(folder / FILE_NAME), folder / "backup.sqlite3"
        sys.stderr.write(f"making {CHANGES:,} changes ...\n")
        fill(folder)
        acts = {
            "backup": lambda: back_up(url, out),
            "verify": lambda: check_database(url),
            "restore": lambda: restore(sqlite_url(folder / "other" / FILE_NAME), out),
        }
        taken = {what: timed(act) for what, act in acts.items()}
        size = out.stat().st_size / 1e6
    return [
        Measured(f"{what}, {CHANGES:,} changes, {size:.0f} MB", f"{seconds:.1f} s, {grown:.0f} MB of memory")
        for what, (seconds, grown) in taken.items()
    ]


if __name__ == "__main__":
    print_table(measure())
