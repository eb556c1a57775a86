"""Names of scores: a condition must know which score it tests."""

from collections.abc import Iterator

from detector.bank_files.checks.condition_subjects import OVERALL
from detector.bank_files.tree import Path
from detector.core.bank import Bank
from detector.core.errors import Problem

REMEDY = "Give it another id."


def double_scores(bank: Bank) -> Iterator[Problem[Path]]:
    """Groups and dimensions whose score could be taken for another one."""
    groups = {group.id for group in bank.groups}
    for key, entries in (("groups", bank.groups), ("dimensions", bank.dimensions)):
        for at, entry in enumerate(entries):
            if entry.id == OVERALL:
                yield Problem((key, at, "id"), f"'{OVERALL}' is the name of the score of everything.", REMEDY)
            elif key == "dimensions" and entry.id in groups:
                yield Problem((key, at, "id"), "a group has this id too, so a score of it could be either's.", REMEDY)
