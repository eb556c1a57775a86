"""Bringing the answers of an older bank to this one, and saying what changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from detector.core.bank import Bank, Migration
from detector.files.assessment.dropped_answers import SECTIONS, dropped_line, renamed_line
from detector.files.assessment.json_tree import Json, named
from detector.files.assessment.problems import ProblemList


@dataclass(frozen=True)
class Migrated:
    """The members of a file under today's ids, what was changed, and by today's id the one in the file."""

    members: dict[str, Json]
    report: tuple[str, ...]
    former: Mapping[str, str]


def migrate(members: dict[str, Json], version: str, bank: Bank, problems: ProblemList) -> Migrated:
    """The file as this bank's, by way of every bank between.

    Raises:
        FileError: if the bank does not say how to get there.

    """
    report: list[str] = []
    former: dict[str, str] = {}
    for migration in _steps(version, bank, problems):
        report.append(f"Question bank {migration.from_version} to {migration.to_version}: {migration.note}")
        for section in SECTIONS:
            entries = members.get(section)
            if isinstance(entries, dict):
                members = {**members, section: _renamed(section, entries, migration, report, problems)}
        moved = {new: former.get(old, old) for old, new in migration.renamed.items()}
        former = {**former, **moved}
    return Migrated(members, tuple(report), former)


def _steps(version: str, bank: Bank, problems: ProblemList) -> Iterator[Migration]:
    by_start = {migration.from_version: migration for migration in bank.migrations}
    at = version
    while at != bank.version:
        # Taken out, so that banks pointing at each other cannot go round for ever.
        migration = by_start.pop(at, None)
        if migration is None:
            fault = (
                f"The file was made with question bank {version}, and bank {bank.version} does not say how to read it."
            )
            problems.add("bank_version", fault, "Ask whoever keeps the question bank for a migration.")
            problems.refuse_any()
            return
        yield migration
        at = migration.to_version


def _renamed(
    section: str, entries: dict[str, Json], migration: Migration, report: list[str], problems: ProblemList
) -> dict[str, Json]:
    """The entries of one section under their new ids."""
    kept: dict[str, Json] = {}
    for key, value in entries.items():
        new = migration.renamed.get(key, key)
        if key in migration.removed:
            report.append(dropped_line(section, key, value))
            continue
        if new in kept:
            problems.add(f"{section}.{key}", f"Both {named(key)} and another entry are now {named(new)}.", "Keep one.")
        elif new != key:
            report.append(renamed_line(section, key, new))
        kept[new] = value
    return kept
