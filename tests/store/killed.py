"""Programs that are killed in the middle of what they do, as `kill -9` or a power cut does."""

import os
import signal
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from threading import Thread
from typing import NoReturn

from sqlalchemy import Engine, event


def at_later_and_later_statements(act: Callable[[], object], step: int) -> Iterator[int]:
    """A number after each kill, a few statements later than the one before, until one is not killed any more."""
    for number in count():
        if not _killed(act, lambda passed=number * step: _kill_after(passed)):
            return
        yield number


def once_there(file: Path, act: Callable[[], object]) -> bool:
    """Whether what was done was killed as soon as the file was there; it may have been done by then."""
    return _killed(act, lambda: Thread(target=_kill_once_there, args=(file,), daemon=True).start())


def _killed(act: Callable[[], object], prepare: Callable[[], object]) -> bool:
    child = os.fork()
    if child == 0:
        _do(act, prepare)
    status = os.waitpid(child, 0)[1]
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) != 0:
        raise AssertionError("it failed before it was killed")
    return os.WIFSIGNALED(status)


def _do(act: Callable[[], object], prepare: Callable[[], object]) -> NoReturn:
    code = 1
    try:
        prepare()
        act()
        code = 0
    finally:
        os._exit(code)


def _kill_after(statements: int) -> None:
    passed = count()

    def kill_in_time(*_args: object) -> None:
        if next(passed) == statements:
            _kill()

    event.listen(Engine, "before_cursor_execute", kill_in_time)


def _kill_once_there(file: Path) -> None:
    while not file.exists():
        pass
    _kill()


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
