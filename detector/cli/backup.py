"""`backup`: everything that is kept, in one file, while the program may be running."""

import os
import sys
from pathlib import Path
from time import monotonic

from detector.app_settings import settings
from detector.cli.backup_words import contents_in_words, faults_in_words, size_in_words
from detector.cli.output_file import in_place_of, is_no_file, refuse_taken, said_where_written
from detector.core.errors import FileError, Problem
from detector.store.backups import back_up, belongs_to_database, logs_of
from detector.wording.plain import counted


def backup(to: Path, *, with_running_answers: bool = False, force: bool = False) -> int:
    """Write the backup and tell what is in it; 1 where what was wrong in the database already is wrong in it too.

    Raises:
        FileError: if there is a file already, or none can be written there.
        StoreError: if the database cannot be read.

    """
    began = monotonic()
    url = settings().database_url
    with said_where_written(to):
        _refuse(to, url, force=force)
        file = Path(os.path.realpath(to))
        with in_place_of(file, without=logs_of(file) if force else ()) as unfinished:
            done = back_up(url, unfinished, with_running_answers=with_running_answers)
        size = file.stat().st_size
    print(f"Written: {to}")
    print(f"{contents_in_words(done.checked.contents)} {size_in_words(size)}, in {monotonic() - began:.1f} seconds.")
    if done.running:
        print(_of_running(done.running, taken=with_running_answers))
    for line in faults_in_words(str(to), done.checked.faults):
        print(line, file=sys.stderr)
    return 1 if done.checked.faults else 0


def _refuse(to: Path, url: str, *, force: bool) -> None:
    if belongs_to_database(url, to):
        remedy = "Choose another name, best on another disk."
        raise FileError([Problem(str(to), "This is the database itself.", remedy)])
    refuse_taken(to, force=force)
    if is_no_file(to):
        raise FileError([Problem(str(to), "This is no file.", "Name a file to write.")])
    left = [log.name for log in logs_of(Path(os.path.realpath(to))) if os.path.lexists(log)]
    if left and not force:
        fault = f"{left[0]} lies beside it: it is of another database, and would be read as part of the backup."
        raise FileError([Problem(str(to), fault, f"Choose another name, or add --force to remove {left[0]}.")])


def _of_running(count: int, *, taken: bool) -> str:
    whose = f"The single answers of {counted(count, 'running workshop')} are"
    if taken:
        return f"{whose} in this backup: keep it as you would the answers."
    return (
        f"{whose} not in this backup. If this disk fails before {'it ends' if count == 1 else 'they end'} they are "
        "lost. --with-running-answers takes them along: keep such a backup as you would the answers."
    )
