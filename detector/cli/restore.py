"""`restore`: a backup put back where the program keeps assessments."""

import sys
from collections.abc import Iterator
from pathlib import Path

from detector.app_settings import settings
from detector.cli.backup_words import contents_in_words, faults_in_words, latest_in_words
from detector.store.backups import LeftOut, Restored, restore
from detector.wording.plain import counted, day


def restore_backup(file: Path, *, force: bool = False) -> int:
    """Put it back, and tell what is there now; 1 where what was wrong in the backup is wrong there too.

    Raises:
        StoreError: if the backup or the database cannot be used, or the program is running.

    """
    done = restore(settings().database_url, file, force=force)
    print(f"Restored: {done.place}")
    print(f"{contents_in_words(done.contents)}{latest_in_words(done.contents)}")
    for line in _more(done):
        print(line)
    for line in faults_in_words(done.place, done.faults):
        print(line, file=sys.stderr)
    return 1 if done.faults else 0


def _erased(left_out: LeftOut) -> list[str]:
    kinds = (
        (left_out.assessments, "assessment"),
        (left_out.workshops, "workshop"),
        (left_out.values, "earlier value"),
        (left_out.names, "name"),
    )
    return [counted(len(keys), noun) for keys, noun in kinds if keys]


def _more(done: Restored) -> Iterator[str]:
    if done.kept and done.kept_until:
        yield f"What was there before is kept until {day(done.kept_until)} in: {done.kept}"
    if erased := _erased(done.left_out):
        yield f"Left out, as erased here since the backup was made: {', '.join(erased)}."
    if done.untold:
        yield "Not all that was erased here since the backup was made can be told: look for it, and erase it again."
    if done.to_join_again:
        workshops = counted(done.to_join_again, "running workshop")
        yield f"People have to join {workshops} again: their single answers are not in this backup."
    if done.overdue:
        workshops = counted(done.overdue, "workshop")
        kept = "erases what people answered once it runs and its clock can be trusted"
        yield f"The last day of {workshops} has passed: the program {kept}."
