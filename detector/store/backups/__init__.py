"""Backups: a whole database in one SQLite file that is complete by itself, and its way back."""

from detector.store.backups.backing_up import BackedUp, back_up, belongs_to_database, logs_of
from detector.store.backups.checking import Checked, check_backup, check_database
from detector.store.backups.contents import Contents
from detector.store.backups.erased import LeftOut
from detector.store.backups.restoring import Restored, restore

__all__ = [
    "BackedUp",
    "Checked",
    "Contents",
    "LeftOut",
    "Restored",
    "back_up",
    "belongs_to_database",
    "check_backup",
    "check_database",
    "logs_of",
    "restore",
]
