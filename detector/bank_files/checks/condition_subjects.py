"""Whether the conditions of forms, conflicts, models and exit tests fit what they test, and can be true."""

from collections.abc import Iterator

from detector.bank_files.checks.condition_types import contract_problems, problems_of, unknown_subject
from detector.bank_files.checks.conditions import TOP_PERCENT, each_test, everything_asked, subject
from detector.bank_files.checks.guidance_entries import conditions
from detector.bank_files.checks.problem import right_word
from detector.bank_files.tree import Path
from detector.core.bank import AnswerIs, Bank
from detector.core.errors import Problem
from detector.core.messages import shown

OVERALL = "overall"
RENAME = "Give it another id."


def unfit_knowledge(bank: Bank) -> Iterator[Problem[Path]]:
    """Every test that names nothing or something unknown, or does not fit what it names."""
    asked = everything_asked(bank)
    for around, when in conditions(bank):
        for path, test in each_test(around, when):
            about = subject(test)
            if test.contract is not None:
                yield from contract_problems(path, test, bank)
            elif test.score is not None and test.question is None and test.fact is None:
                yield from _score_problems(path, test, bank)
            elif about is None:
                remedy = "Write one of 'question: ...', 'fact: ...' and 'score: ...'."
                yield Problem(path, "a test names one question, one fact or one score.", remedy)
            elif about in asked:
                yield from problems_of(path, test, asked[about])
            else:
                yield unknown_subject(path, about, asked)


def _score_problems(path: Path, test: AnswerIs, bank: Bank) -> Iterator[Problem[Path]]:
    known = [OVERALL, *(group.id for group in bank.groups), *(dimension.id for dimension in bank.dimensions)]
    score = test.score or ""
    if score not in known:
        yield Problem((*path, "score"), f"there is no score {shown(score)}.", right_word(score, known, "group"))
    if test.is_one_of is not None:
        yield Problem((*path, "is_one_of"), "'is_one_of' does not fit a score.", "Use 'at_least' or 'under'.")
    elif test.at_least is None and test.under is None:
        yield Problem(path, "nothing is tested.", "Add 'at_least' or 'under'.")
    elif not _can_hold(max(test.at_least or 0, 0), TOP_PERCENT + 1 if test.under is None else test.under):
        yield Problem(path, "this can never be true.", "Scores go from 0 to 100. Make 'under' larger than 'at_least'.")


def double_scores(bank: Bank) -> Iterator[Problem[Path]]:
    """Groups and dimensions whose score could be taken for another one: a condition must know which it tests."""
    groups = {group.id for group in bank.groups}
    for key, entries in (("groups", bank.groups), ("dimensions", bank.dimensions)):
        for at, entry in enumerate(entries):
            if entry.id == OVERALL:
                yield Problem((key, at, "id"), f"'{OVERALL}' is the name of the score of everything.", RENAME)
            elif key == "dimensions" and entry.id in groups:
                yield Problem((key, at, "id"), "a group has this id too, so a score of it could be either's.", RENAME)


def _can_hold(at_least: float, under: float) -> bool:
    return at_least <= TOP_PERCENT and at_least < under
