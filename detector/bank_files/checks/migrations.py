"""The way from every older bank to this one."""

from collections.abc import Iterator

from detector.bank_files.checks.problem import question_entries, right_word
from detector.bank_files.tree import Path
from detector.core.bank import Bank, Migration
from detector.core.errors import Problem
from detector.core.messages import shown


def migration_problems(bank: Bank) -> Iterator[Problem[Path]]:
    """Migrations that do not lead to this bank, and ids they rename or remove wrongly."""
    starts: set[str] = set()
    for position, migration in enumerate(bank.migrations):
        path = ("migrations", position)
        if migration.from_version in starts:
            yield Problem(path, "another migration begins there too.", "Keep one for each version.")
        starts.add(migration.from_version)
        yield from _way(bank, migration, path)
    ids = {question.id for _, question in question_entries(bank)} | {fact.id for fact in bank.facts}
    for position, migration in enumerate(bank.migrations):
        yield from _ids(bank, migration, ("migrations", position), ids)


def _way(bank: Bank, migration: Migration, path: Path) -> Iterator[Problem[Path]]:
    start, end = _number(migration.from_version), _number(migration.to_version)
    for key, version, number in (
        ("from_version", migration.from_version, start),
        ("to_version", migration.to_version, end),
    ):
        if number is None:
            yield Problem((*path, key), f"{shown(version)} is not a version.", "Write it like '2026.1'.")
    if start is None or end is None:
        return
    if start >= end:
        yield Problem((*path, "to_version"), "this leads back, not on.", "Name a version after 'from_version'.")
    elif migration.to_version != bank.version and migration.to_version not in _starts(bank):
        fault = f"no migration leads on from {migration.to_version} to {bank.version}."
        yield Problem((*path, "to_version"), fault, "Add the missing one, or lead to another version.")


def _starts(bank: Bank) -> set[str]:
    return {migration.from_version for migration in bank.migrations}


def _number(version: str) -> tuple[int, ...] | None:
    parts = version.split(".")
    return tuple(int(part) for part in parts) if len(parts) == 2 and all(map(_is_digits, parts)) else None


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10


def _ids(bank: Bank, migration: Migration, path: Path, ids: set[str]) -> Iterator[Problem[Path]]:
    for old, new in migration.renamed.items():
        where = (*path, "renamed", old)
        if old in migration.removed:
            yield Problem(where, f"{shown(old)} is both renamed and removed.", "Keep one of them.")
        if not _lives_on(bank, migration, new, ids):
            fault = f"there is no question or fact {shown(new)}."
            yield Problem(where, fault, right_word(new, sorted(ids), "question"))
    for old in (*migration.renamed, *migration.removed):
        if old in ids:
            key = "renamed" if old in migration.renamed else "removed"
            fault = f"{shown(old)} is still in the bank."
            yield Problem((*path, key), fault, "An id once published never gets another meaning.")


def _lives_on(bank: Bank, migration: Migration, new: str, ids: set[str]) -> bool:
    """Whether an id is in the bank, or a later migration says what becomes of it."""
    later = [
        one for one in bank.migrations if (_number(one.from_version) or ()) > (_number(migration.from_version) or ())
    ]
    return new in ids or any(new in one.renamed or new in one.removed for one in later)
