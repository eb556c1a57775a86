"""`verify`: whether what is kept, or a backup, is whole."""

import sys
from pathlib import Path

from detector.app_settings import settings
from detector.cli.backup_words import contents_in_words, faults_in_words, latest_in_words
from detector.store.backups import check_backup, check_database


def verify(file: Path | None) -> int:
    """Tell that it is whole and what it holds; 1 where it is not, with each fault on standard error.

    Raises:
        StoreError: if it cannot be read at all.

    """
    checked = check_backup(file) if file else check_database(settings().database_url)
    for line in faults_in_words(checked.place, checked.faults):
        print(line, file=sys.stderr)
    if checked.faults:
        return 1
    print(f"{checked.place}: whole.")
    print(f"{contents_in_words(checked.contents)}{latest_in_words(checked.contents)}")
    return 0
