"""No migration carries an answer up: what an old level counts as, and how many levels a question had."""

from collections.abc import Iterator
from itertools import pairwise

from detector.bank_files.tree import Path
from detector.core.bank import LEVELS, Migration
from detector.core.errors import Problem


def level_problems(migration: Migration, path: Path) -> Iterator[Problem[Path]]:
    """Levels that a migration raises or lets fall out of order, and questions described by some levels only."""
    for question_id, levels in migration.relevel.items():
        where = (*path, "relevel", question_id)
        raised = [old for old, new in enumerate(levels) if new > old]
        if raised:
            fault = f"level {raised[0]} would count as {levels[raised[0]]}: an answer never gains by a new version."
            yield Problem(where, fault, "Write the same level or a lower one.")
        elif any(after < before for before, after in pairwise(levels)):
            yield Problem(
                where, "a better answer would count as a worse one.", "Let no level fall below the one before."
            )
    for position, gone in enumerate(migration.gone):
        if len(gone.levels) not in {0, LEVELS}:
            fault = f"it has {len(gone.levels)} levels, not {LEVELS}."
            yield Problem((*path, "gone", position, "levels"), fault, "Write all of them, worst first, or none.")
