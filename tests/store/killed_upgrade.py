"""Upgrades of one older file, each killed a few statements later than the one before, until one is done."""

import os
import shutil
import signal
import sys
from itertools import count
from pathlib import Path
from typing import NoReturn

from sqlalchemy import Engine, event

from detector.store import open_store
from detector.store.location import sqlite_url

# Every statement has been tried by hand: 1 here kills at each, and takes three times as long.
_STEP = 3


def kill_at_later_and_later_statements(older: Path, folder: Path) -> int:
    """How many upgrades were killed; the file of each is in the folder under its number, with what lies beside it."""
    for number in count():
        file = folder / str(number) / "detector.sqlite3"
        file.parent.mkdir()
        shutil.copy(older, file)
        child = os.fork()
        if child == 0:
            _upgrade(file, number * _STEP)
        if os.waitpid(child, 0)[1] == 0:
            return number
    raise AssertionError("unreachable")


def _upgrade(file: Path, statements: int) -> NoReturn:
    passed = count()

    def kill_in_time(*_args: object) -> None:
        if next(passed) == statements:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", kill_in_time)
    open_store(sqlite_url(file))
    os._exit(0)


if __name__ == "__main__":
    print(kill_at_later_and_later_statements(Path(sys.argv[1]), Path(sys.argv[2])))
