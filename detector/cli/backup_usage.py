"""The words of the commands on backups: their options, and the help on each."""

import argparse
from pathlib import Path

from detector.cli.backup import backup
from detector.cli.restore import restore_backup
from detector.cli.verify import verify


class AskedOfBackups(argparse.Namespace):
    """What was asked for of a backup."""

    backup: Path
    checked: Path | None
    heads: bool
    head: str
    force: bool
    with_running_answers: bool


def backup_words(command: argparse.ArgumentParser) -> None:
    """What `backup` takes."""
    command.description = (
        "Writes everything that is kept into one file, from SQLite or PostgreSQL, while the app may be running. The "
        "file is checked before it takes its name. People's single answers in workshops that have not ended stay out."
    )
    command.add_argument("backup", metavar="OUT", type=Path, help="the file to write, best on another disk")
    answers_help = "take the single answers of running workshops along: keep such a backup as you would the answers"
    command.add_argument("--with-running-answers", action="store_true", help=answers_help)
    command.add_argument(
        "--force", action="store_true", help="write over OUT, and a log of SQLite beside it, if it is there already"
    )
    command.set_defaults(run=_backup)


def restore_words(command: argparse.ArgumentParser) -> None:
    """What `restore` takes."""
    command.description = (
        "Puts a backup where the app keeps assessments: all of it or nothing. Stop the app first. What was erased "
        "there since the backup was made does not come back."
    )
    command.add_argument("backup", metavar="FILE", type=Path, help="the backup")
    force_help = (
        "replace the assessments in an SQLite file: they are kept in a file beside it; and restore a backup whose "
        "history was changed, with exit code 1"
    )
    command.add_argument("--force", action="store_true", help=force_help)
    command.set_defaults(run=_restore)


def verify_words(command: argparse.ArgumentParser) -> None:
    """What `verify` takes."""
    command.description = (
        "Checks that what is kept is whole: the file itself, its tables and the history in them. The app may be "
        "running."
    )
    command.add_argument(
        "checked", metavar="FILE", nargs="?", type=Path, help="a backup (default: what the app keeps)"
    )
    command.add_argument("--heads", action="store_true", help="tell the head of every history, however many")
    head_help = "find the history that a document was made from, by the head it prints"
    command.add_argument("--head", metavar="HEAD", default="", help=head_help)
    command.set_defaults(run=_verify)


def _backup(asked: AskedOfBackups) -> int:
    return backup(asked.backup, with_running_answers=asked.with_running_answers, force=asked.force)


def _restore(asked: AskedOfBackups) -> int:
    return restore_backup(asked.backup, force=asked.force)


def _verify(asked: AskedOfBackups) -> int:
    return verify(asked.checked, heads=asked.heads, head=asked.head)
