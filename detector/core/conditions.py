"""`when`: true, false, or unknown (None), by Kleene's three-valued logic."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from detector.core.answers import Answer, AnswerSheet, FactValue, counted_level
from detector.core.bank import AllOf, AnswerIs, AnyOf, Bank, Condition, ContractTest, FactQuestion
from detector.core.bank.index import find_fact, find_question
from detector.core.contracts import ContractFacts, contract_fact_ids, contract_truth, deciding_facts, mark_of

SubjectKind = Literal["question", "fact", "score"]
Mention = tuple[SubjectKind, str]


@dataclass(frozen=True)
class Interval:
    """Where a score (0-100) is certain to lie, whatever is learnt: from `low` to `high`, both included."""

    low: float
    high: float


Scores = Mapping[str, Interval | None]

NO_SCORES: Scores = {}
# A score is a quotient of sums: the last digits of one that is on the line are chance.
_SCORE_TOLERANCE = 1e-7


def truth(bank: Bank, condition: Condition, sheet: AnswerSheet, scores: Scores = NO_SCORES) -> bool | None:
    """Whether the condition holds, None where the answers so far leave it open.

    A question is compared by its counted level; don't know, not applicable and unanswered are all unknown. A
    question or fact whose own condition is false is not asked, so nothing about its answer holds: false, whatever
    was recorded before. A test of the contract is of several facts: `contract_truth` says how. The bank's conditions
    look back only, which bank_checks makes sure of. `scores` are by "overall", group id and dimension id; one that is
    None or missing is unknown, and so is a comparison that the interval does not settle.
    """
    match condition:
        case AnswerIs():
            return _answer_truth(bank, condition, sheet, scores)
        case AllOf():
            return all_true(truth(bank, part, sheet, scores) for part in condition.all)
        case AnyOf():
            return any_true(truth(bank, part, sheet, scores) for part in condition.any)


def applies(bank: Bank, when: Condition | None, sheet: AnswerSheet) -> bool:
    """Whether something with this condition is asked: always without one, and while it is unknown."""
    return when is None or truth(bank, when, sheet) is not False


def all_true(parts: Iterator[bool | None]) -> bool | None:
    """False where any part is false, else unknown where any is unknown, else true."""
    seen = set(parts)
    if False in seen:
        return False
    return None if None in seen else True


def any_true(parts: Iterator[bool | None]) -> bool | None:
    """True where any part is true, else unknown where any is unknown, else false."""
    seen = set(parts)
    if True in seen:
        return True
    return None if None in seen else False


def triggers(bank: Bank, condition: Condition, sheet: AnswerSheet, scores: Scores = NO_SCORES) -> tuple[str, ...]:
    """The ids of what makes a true condition true, once each, in reading order; nothing where it is not true."""
    return tuple(dict.fromkeys(_subjects(bank, condition, sheet, scores, is_known=True)))


def open_subjects(bank: Bank, condition: Condition, sheet: AnswerSheet, scores: Scores = NO_SCORES) -> tuple[str, ...]:
    """The ids of what must be known before an open condition is settled; nothing where it is settled."""
    return tuple(dict.fromkeys(_subjects(bank, condition, sheet, scores, is_known=False)))


def _subjects(
    bank: Bank, condition: Condition, sheet: AnswerSheet, scores: Scores, *, is_known: bool
) -> Iterator[str]:
    """What makes a condition true, or, where `is_known` is false, what leaves it open: found in the same way."""
    if truth(bank, condition, sheet, scores) is not (True if is_known else None):
        return
    match condition:
        case AnswerIs():
            yield from _subjects_of(bank, condition, sheet)
        case AllOf():
            for part in condition.all:
                yield from _subjects(bank, part, sheet, scores, is_known=is_known)
        case AnyOf():
            for part in condition.any:
                yield from _subjects(bank, part, sheet, scores, is_known=is_known)


def _subjects_of(bank: Bank, test: AnswerIs, sheet: AnswerSheet) -> Iterator[str]:
    if test.contract is not None:
        yield from deciding_facts(bank.contract_rules, test.contract, _contract_facts(bank, sheet))
    else:
        yield from (subject for _, subject in _mentioned(bank, test))


def mentions(bank: Bank, condition: Condition) -> tuple[Mention, ...]:
    """Every question, fact and score the condition depends on, as (kind, id), once each, in reading order."""
    return tuple(dict.fromkeys(mention for test in single_tests(condition) for mention in _mentioned(bank, test)))


def single_tests(condition: Condition) -> Iterator[AnswerIs]:
    """Every single test in the condition, in reading order."""
    match condition:
        case AnswerIs():
            yield condition
        case AllOf():
            for part in condition.all:
                yield from single_tests(part)
        case AnyOf():
            for part in condition.any:
                yield from single_tests(part)


def _mentioned(bank: Bank, test: AnswerIs) -> Iterator[Mention]:
    if test.question is not None:
        yield "question", test.question
    if test.fact is not None:
        yield "fact", test.fact
    if test.score is not None:
        yield "score", test.score
    if test.contract is not None:
        for fact_id in contract_fact_ids(bank.contract_rules, test.contract):
            yield "fact", fact_id


def _answer_truth(bank: Bank, test: AnswerIs, sheet: AnswerSheet, scores: Scores) -> bool | None:
    if test.score is not None:
        return _score_fits(test, scores.get(test.score))
    if test.contract is not None:
        return _contract_fits(bank, test, test.contract, sheet)
    subject = find_question(bank, test.question) if test.question is not None else find_fact(bank, test.fact or "")
    if subject is None:
        return None
    if not applies(bank, subject.when, sheet):
        return False
    if test.question is not None:
        return _level_fits(bank, test, sheet.answers.get(test.question))
    value = sheet.facts.get(subject.id)
    return _value_fits(test, value) if test.marked is None else _mark_fits(bank, test, value)


def _mark_fits(bank: Bank, test: AnswerIs, value: FactValue | None) -> bool | None:
    mark = mark_of(bank, value)
    return None if mark is None else mark is test.marked


def _contract_fits(bank: Bank, test: AnswerIs, asked: ContractTest, sheet: AnswerSheet) -> bool | None:
    found = contract_truth(bank.contract_rules, asked, _contract_facts(bank, sheet))
    return None if found is None else found is (test.is_so is not False)


def _contract_facts(bank: Bank, sheet: AnswerSheet) -> ContractFacts:
    def is_asked(fact: FactQuestion) -> bool:
        return applies(bank, fact.when, sheet)

    return ContractFacts(bank, sheet, is_asked)


def _score_fits(test: AnswerIs, score: Interval | None) -> bool | None:
    if score is None:
        return None
    ends = (score.low + _SCORE_TOLERANCE, score.high + _SCORE_TOLERANCE)
    parts: list[bool | None] = []
    if test.at_least is not None:
        parts.append(_if_agreed({end >= test.at_least for end in ends}))
    if test.under is not None:
        parts.append(_if_agreed({end < test.under for end in ends}))
    return all_true(iter(parts))


def _if_agreed(at_both_ends: set[bool]) -> bool | None:
    return at_both_ends.pop() if len(at_both_ends) == 1 else None


def _level_fits(bank: Bank, test: AnswerIs, answer: Answer | None) -> bool | None:
    level = None if answer is None else counted_level(bank, answer)
    return None if level is None else _number_fits(test, level)


def _value_fits(test: AnswerIs, value: FactValue | None) -> bool | None:
    match value:
        case None:
            return None
        case str() | bool():
            return value in (test.is_one_of or ())
        case tuple():
            return any(choice in (test.is_one_of or ()) for choice in value)
        case int() | float():
            return _number_fits(test, value)


def _number_fits(test: AnswerIs, number: float) -> bool:
    return (test.at_least is None or number >= test.at_least) and (test.under is None or number < test.under)
