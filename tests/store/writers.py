"""What other programs do to a database at the same time. Few imports: each of them is a new process."""

import multiprocessing
from collections.abc import Callable, Generator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext

from store.store_builders import EMPTY, checked, checked_sheet, fact, level, question

from detector.store import Edit, Store, open_store

Acknowledged = tuple[int, int]
Writing = Callable[[str, str, str, Connection], None]
_SLOW_IMPORTS = ["alembic.command", "pydantic_settings", "psycopg", "sqlalchemy.dialects.postgresql.psycopg"]


def other_programs() -> ForkServerContext | SpawnContext:
    """The quickest way to start new processes that share nothing with this one."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_SLOW_IMPORTS)
    return context


def open_and_create(url: str) -> str:
    """The key of a new assessment in a database that may still have to be made."""
    store = open_store(url)
    key = store.create(checked_sheet(EMPTY))
    store.close()
    return key


def save_many(store: Store, key: str, editor: str, times: int) -> list[int]:
    """Answer a question of one's own again and again; the numbers that were acknowledged."""
    seen = 0
    numbers: list[int] = []
    for turn in range(times):
        seen = store.save(key, checked(question(editor), level(turn % 4, f"turn {turn}")), seen, by=editor).number
        numbers.append(seen)
    return numbers


def open_and_save_many(url: str, key: str, editor: str, times: int) -> list[int]:
    """The same in a program of its own."""
    store = open_store(url)
    try:
        return save_many(store, key, editor, times)
    finally:
        store.close()


def save_for_ever(url: str, key: str, editor: str, acknowledge: Connection) -> None:
    """Save until killed, and tell the number and turn of each change as soon as it is acknowledged."""
    store = open_store(url)
    seen = turn = 0
    while True:
        turn += 1
        seen = store.save(key, checked(question(editor), level(turn % 4, f"turn {turn}")), seen).number
        acknowledge.send((seen, turn))


def save_pairs_for_ever(url: str, key: str, editor: str, acknowledge: Connection) -> None:
    """Save an answer and a fact together until killed, and tell as soon as both are acknowledged."""
    store = open_store(url)
    count = len(store.history(key, fact("staff")))
    while True:
        count += 1
        seen = store.load(key).revisions
        wanted = (checked(question(editor), level(count % 4, f"turn {count}")), checked(fact("staff"), count))
        edits = [Edit(change, seen.get(change.item, 0)) for change in wanted]
        saved = store.save_all(key, edits)
        acknowledge.send((saved[0].number, count))


def killed_writer(
    url: str, key: str, editor: str, acknowledgements: int, writing: Writing = save_for_ever
) -> list[Acknowledged]:
    """What a writer acknowledged before it was killed without warning, which was after so many or a few more."""
    with running_writer(url, key, editor, writing) as receiving:
        told: list[Acknowledged] = [receiving.recv() for _ in range(acknowledgements)]
    try:
        while True:
            told.append(receiving.recv())
    except EOFError:
        return told


@contextmanager
def running_writer(url: str, key: str, editor: str, writing: Writing = save_for_ever) -> Generator[Connection]:
    """Where a writer in a process of its own acknowledges what it wrote, until it is killed at the end.

    Where it dies by itself, receiving raises EOFError rather than waiting for ever; its fault is on standard error.
    """
    context = other_programs()
    receiving, sending = context.Pipe(duplex=False)
    writer = context.Process(target=writing, args=(url, key, editor, sending))
    writer.start()
    # While this end is open too, nobody is told that the writer's is gone.
    sending.close()
    try:
        yield receiving
    finally:
        writer.kill()
        writer.join()
