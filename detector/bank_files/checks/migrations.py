"""The way from every older bank to this one."""

from collections.abc import Iterator

from detector.bank_files.checks.migration_levels import level_problems
from detector.bank_files.checks.problem import question_entries, right_word
from detector.bank_files.tree import Path
from detector.core.bank import Bank, Migration
from detector.core.errors import Problem
from detector.core.messages import shown


def migration_problems(bank: Bank) -> Iterator[Problem[Path]]:
    """Migrations that do not lead to this bank, and ids they rename, remove or name wrongly."""
    starts: set[str] = set()
    for position, migration in enumerate(bank.migrations):
        path = ("migrations", position)
        if migration.from_version in starts:
            yield Problem(path, "another migration begins there too.", "Keep one for each version.")
        starts.add(migration.from_version)
        yield from _way(bank, migration, path)
    questions = {question.id for _, question in question_entries(bank)}
    ids = questions | {fact.id for fact in bank.facts}
    for position, migration in enumerate(bank.migrations):
        path = ("migrations", position)
        yield from _ids(bank, migration, path, ids)
        yield from _named(bank, migration, path, questions)
        yield from level_problems(migration, path)


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
    published = "An id once published never gets another meaning."
    for old in (*migration.renamed, *migration.removed):
        if old in ids:
            key = "renamed" if old in migration.renamed else "removed"
            yield Problem((*path, key), f"{shown(old)} is still in the bank.", published)
    still = ids | {action.id for action in bank.actions}
    for position, gone in enumerate(migration.gone):
        where = (*path, "gone", position)
        if gone.id in still:
            yield Problem(where, f"{shown(gone.id)} is still in the bank.", published)
        elif gone.id in migration.renamed or gone.id in migration.removed:
            yield Problem(where, f"{shown(gone.id)} is renamed or removed too.", "Keep one of them.")


def _named(bank: Bank, migration: Migration, path: Path, questions: set[str]) -> Iterator[Problem[Path]]:
    """Questions, dimensions and facts of this bank that a migration names and that are not there."""
    dimensions = {dimension.id for dimension in bank.dimensions}
    facts = {fact.id for fact in bank.facts}
    now_in = [((*path, "gone", at, "now_in"), each) for at, gone in enumerate(migration.gone) for each in gone.now_in]
    gates = {gate.id for gate in bank.gates}
    uses = (
        *(((*path, "new_gates"), each, "gate", gates) for each in migration.new_gates),
        *((where, question, "question", questions) for where, question in now_in),
        *(((*path, "relevel", each), each, "question", questions) for each in migration.relevel),
        *(((*path, "read_again"), each, "question", questions) for each in migration.read_again),
        *(((*path, "new"), each, "question", questions) for each in migration.new),
        *(((*path, "weights_before", each), each, "dimension", dimensions) for each in migration.weights_before),
        *(((*path, "checked_anew"), each, "fact", facts) for each in migration.checked_anew),
    )
    for where, name, kind, known in uses:
        if not _lives_on(bank, migration, name, known):
            yield Problem(where, f"there is no {kind} {shown(name)}.", right_word(name, sorted(known), kind))


def _lives_on(bank: Bank, migration: Migration, new: str, ids: set[str]) -> bool:
    """Whether an id is in the bank, or a later migration says what becomes of it."""
    later = [
        one for one in bank.migrations if (_number(one.from_version) or ()) > (_number(migration.from_version) or ())
    ]
    return new in ids or any(
        new in one.renamed or new in one.removed or new in {gone.id for gone in one.gone} for one in later
    )
