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

# Why no test can be made of these kinds of facts.
_UNTESTED = {
    FactKind.TEXT: "a text, which no condition can test.",
    FactKind.DATE: "a day, which only a test of the contract can compare.",
}


def unfit_tests(bank: Bank) -> Iterator[Problem[Path]]:
    """Every test that names nothing or something unknown, or does not fit what it names."""
    asked = everything_asked(bank)
    for around, condition in asked_conditions(asked.values()):
        for path, test in each_test(around, condition):
            about = subject(test)
            if test.contract is not None:
                yield from contract_problems(path, test, bank)
            elif about is None:
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
    if asked.fact is not None and asked.fact.kind in _UNTESTED:
        yield Problem(path, f"{asked.words} is {_UNTESTED[asked.fact.kind]}", "Test something else.")
        return
    given = _given(test)
    right = _right_keys(asked)
    if not given:
        yield Problem(path, "nothing is tested.", f"Add {' or '.join(map(shown, right))}.")
    for key in given:
        if key not in right:
            remedy = f"Use {' or '.join(map(shown, right))}."
            yield Problem((*path, key), f"'{key}' does not fit {asked.words}.", remedy)
    if given and set(given) <= set(right):
        yield from _value_problems(path, test, asked)


def contract_problems(path: Path, test: AnswerIs, bank: Bank) -> Iterator[Problem[Path]]:
    """What is wrong with a test of the planned contract."""
    if test.question is not None or test.fact is not None or test.score is not None:
        yield Problem(path, "a test of the contract names nothing else.", "Keep 'contract' and 'is' only.")
    elif _given(test) != ["is"]:
        yield Problem(path, "a test of the contract is true or false.", "Write 'is: true' or 'is: false' beside it.")
    elif bank.contract_rules is None:
        fault = "no facts are named that describe the contract."
        yield Problem(path, fault, "Name them under 'contract_rules' in service_codes.yaml.")


def _given(test: AnswerIs) -> list[str]:
    keys = {
        "at_least": test.at_least,
        "under": test.under,
        "is_one_of": test.is_one_of,
        "marked": test.marked,
        "is": test.is_so,
    }
    return [key for key, value in keys.items() if value is not None]


def _right_keys(asked: Asked) -> list[str]:
    if is_number(asked):
        return ["at_least", "under"]
    return ["marked"] if asked.fact is not None and asked.fact.kind is FactKind.CODE else ["is_one_of"]


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
