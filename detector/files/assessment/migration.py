"""Bringing the answers of an older bank to this one, and saying what changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from detector.core.bank import Bank, Migration
from detector.files.assessment.carrying_over import Carried
from detector.files.assessment.json_tree import Json
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
    steps = [*_steps(version, bank, problems)]
    if not steps:
        return Migrated(members, (), {})
    carried = Carried(bank, members, version)
    for position, migration in enumerate(steps):
        carried.take(migration, steps[position + 1 :], problems)
    return Migrated(carried.finished(), tuple(carried.report), carried.former)


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
