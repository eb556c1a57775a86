"""Whether each test in a condition is about something there is, in a way that fits it."""

from collections.abc import Iterator

from detector.bank_files.checks.conditions import (
    Asked,
    asked_conditions,
    can_hold,
    each_test,
    everything_asked,
    is_number,
    subject,
)
from detector.bank_files.checks.problem import item_problem, right_word
from detector.bank_files.tree import Path
from detector.core.bank import LEVELS, AnswerIs, Bank, FactKind
from detector.core.conditions import Mention
from detector.core.errors import Problem
from detector.core.messages import one_of, shown


def unfit_tests(bank: Bank) -> Iterator[Problem[Path]]:
    """Every test that names nothing or something unknown, or does not fit what it names."""
    asked = everything_asked(bank)
    for around, condition in asked_conditions(asked.values()):
        for path, test in each_test(around, condition):
            about = subject(test)
            if about is None:
                remedy = "Write either 'question: ...' or 'fact: ...'."
                yield Problem(path, "a test names one question or one fact.", remedy)
            elif about in asked:
                yield from problems_of(path, test, asked[about])
            else:
                yield unknown_subject(path, about, asked)


def unknown_subject(path: Path, about: Mention, asked: dict[Mention, Asked]) -> Problem[Path]:
    """A test of something that there is not."""
    kind, wanted = about
    known = [its_id for its_kind, its_id in asked if its_kind == kind]
    return Problem((*path, kind), f"there is no {kind} {shown(wanted)}.", right_word(wanted, known, kind))


def problems_of(path: Path, test: AnswerIs, asked: Asked) -> Iterator[Problem[Path]]:
    """What is wrong with a test of something that is asked."""
    if asked.fact is not None and asked.fact.kind is FactKind.TEXT:
        yield Problem(path, f"{asked.words} is a text, which no condition can test.", "Test something else.")
        return
    keys = {"at_least": test.at_least, "under": test.under, "is_one_of": test.is_one_of}
    given = [key for key, value in keys.items() if value is not None]
    right = ["at_least", "under"] if is_number(asked) else ["is_one_of"]
    if not given:
        yield Problem(path, "nothing is tested.", f"Add {' or '.join(map(shown, right))}.")
    for key in given:
        if key not in right:
            remedy = f"Use {' or '.join(map(shown, right))}."
            yield Problem((*path, key), f"'{key}' does not fit {asked.words}.", remedy)
    if given and set(given) <= set(right):
        yield from _value_problems(path, test, asked)


def _value_problems(path: Path, test: AnswerIs, asked: Asked) -> Iterator[Problem[Path]]:
    problems = list(_level_problems(path, test) if asked.fact is None else _choice_problems(path, test, asked))
    yield from problems
    if not problems and not can_hold(asked, [test]):
        yield Problem(path, "this can never be true.", "Make 'under' larger than 'at_least' and the smallest answer.")


def _level_problems(path: Path, test: AnswerIs) -> Iterator[Problem[Path]]:
    for key, value in (("at_least", test.at_least), ("under", test.under)):
        if value is not None and value not in range(LEVELS):
            yield Problem((*path, key), f"{value:g} is not a level.", "Levels are 0, 1, 2 and 3.")


def _choice_problems(path: Path, test: AnswerIs, asked: Asked) -> Iterator[Problem[Path]]:
    if asked.fact is None or test.is_one_of is None:
        return
    if not test.is_one_of:
        yield Problem((*path, "is_one_of"), "the list is empty.", "Name at least one answer.")
    options = [option.id for option in asked.fact.options]
    for position, value in enumerate(test.is_one_of):
        where = (*path, "is_one_of", position)
        if value in test.is_one_of[:position]:
            yield item_problem(where, value)
        elif asked.fact.kind is FactKind.YES_NO:
            if not isinstance(value, bool):
                fault = f"{asked.words} takes true or false, not {shown(value)}."
                yield Problem(where, fault, "Write true or false, without quotes.")
        elif isinstance(value, bool):
            fault = f"{asked.words} takes an option, not {str(value).lower()}."
            yield Problem(where, fault, one_of(options))
        elif value not in options:
            fault = f"{asked.words} has no option {shown(value)}."
            yield Problem(where, fault, right_word(value, options, "option"))
