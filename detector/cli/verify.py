"""`verify`: whether what is kept, or a backup, is whole, and the heads of its histories."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from detector.app_settings import settings
from detector.cli.backup_words import contents_in_words, faults_in_words, latest_in_words
from detector.core.errors import StoreError
from detector.core.text import one_line
from detector.store.backups import Checked, check_backup, check_database
from detector.store.history_check import History
from detector.wording.plain import counted, day

FEW = 10


def verify(file: Path | None, *, heads: bool = False, head: str = "") -> int:
    """Tell that it is whole and what it holds; 1 where it is not, with each fault on standard error.

    The head of each history is told where there are few, or where `heads` asks for them. With `head`, as a document
    prints it, only the history that it belongs to is told.

    Raises:
        StoreError: if it cannot be read at all, or no history has that head.

    """
    checked = check_backup(file, head) if file else check_database(settings().database_url, head)
    for line in faults_in_words(checked.place, checked.faults):
        print(line, file=sys.stderr)
    if not checked.faults:
        print(f"{checked.place}: whole.")
        print(f"{contents_in_words(checked.contents)}{latest_in_words(checked.contents)}")
    if not checked.history_checked:
        print("Its tables are an earlier version's. Start the program once, then its history can be checked too.")
    for line in _where(checked, head) if head else _heads(checked, every=heads):
        print(line)
    return 1 if checked.faults else 0


def _where(checked: Checked, head: str) -> Iterator[str]:
    if not checked.found:
        raise StoreError(
            f"{head}: No history here has this head. The document was made from another database or a deleted "
            "assessment, or the history was written anew since."
        )
    for found in checked.found:
        yield f"{head}: {_name(checked, found.key)}, after {counted(found.changes, 'change')}."


def _heads(checked: Checked, *, every: bool) -> Iterator[str]:
    if len(checked.histories) > FEW and not every:
        yield "The head of each history: --heads."
        return
    for history in checked.histories:
        yield f"{history.head}  {_name(checked, history.key)}, {counted(history.changes, 'change')}{_erased(history)}"


def _erased(history: History) -> str:
    days = [
        f"{counted(count, 'value')} erased on {day(date.fromisoformat(on))}" for on, count in history.erased.items()
    ]
    return "".join(f", {each}" for each in days)


def _name(checked: Checked, key: str) -> str:
    return one_line(checked.names.get(key, "")) or key
