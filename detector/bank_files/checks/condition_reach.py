"""Conditions that no answers can make true."""

from collections.abc import Iterator

from detector.bank_files.checks.condition_types import problems_of
from detector.bank_files.checks.conditions import Asked, can_hold, each_test, everything_asked, subject
from detector.bank_files.checks.guidance_entries import conditions
from detector.bank_files.tree import Path
from detector.core.bank import AllOf, AnswerIs, AnyOf, Bank, Condition
from detector.core.conditions import Mention
from detector.core.errors import Problem

# One way is a row of tests that must all pass; a condition holds where one of its ways does.
Way = tuple[AnswerIs, ...]
Ways = tuple[Way, ...]
ALWAYS: Ways = ((),)
_MOST_WAYS = 200


def never_true(bank: Bank) -> Iterator[Problem[Path]]:
    """Conditions whose tests fit one by one but can never all pass, with what they depend on counted in."""
    asked = everything_asked(bank)
    ways: dict[Mention, Ways] = {}
    found = [((*entry.path, "when"), entry.mention, entry.when) for entry in asked.values() if entry.when is not None]
    for path, mention, when in (*found, *((path, None, when) for path, when in conditions(bank))):
        possible = _ways(when, asked, ways)
        if mention is not None:
            ways[mention] = possible
        if not possible and not _has_own_fault(when, asked):
            yield Problem(path, "this can never be true.", "Change it, or take the entry away.")


def _has_own_fault(when: Condition, asked: dict[Mention, Asked]) -> bool:
    return any(
        test.score is None and test.contract is None and not _fits(test, asked) for _, test in each_test((), when)
    )


def _fits(test: AnswerIs, asked: dict[Mention, Asked]) -> bool:
    about = subject(test)
    return about in asked and not any(problems_of((), test, asked[about]))


def _ways(condition: Condition, asked: dict[Mention, Asked], known: dict[Mention, Ways]) -> Ways:
    match condition:
        case AnswerIs():
            about = subject(condition)
            before = ALWAYS if about is None else known.get(about, ALWAYS)
            # A test that does not fit is reported by itself and rules nothing out here.
            return _possible(before, (((condition,),) if _fits(condition, asked) else ALWAYS), asked)
        case AnyOf():
            return tuple(way for part in condition.any for way in _ways(part, asked, known))[: _MOST_WAYS + 1]
        case AllOf():
            ways = ALWAYS
            for part in condition.all:
                ways = _possible(ways, _ways(part, asked, known), asked)
            return ways


def _possible(ways: Ways, more: Ways, asked: dict[Mention, Asked]) -> Ways:
    """Each way joined with each of the others, as far as one sheet can pass it; "always" where there are too many."""
    if len(ways) * len(more) > _MOST_WAYS:
        return ALWAYS
    return tuple(way + other for way in ways for other in more if _can_pass(way + other, asked))


def _can_pass(way: Way, asked: dict[Mention, Asked]) -> bool:
    by_subject: dict[Mention, list[AnswerIs]] = {}
    for test in way:
        if about := subject(test):
            by_subject.setdefault(about, []).append(test)
    return all(can_hold(asked[about], tests) for about, tests in by_subject.items())
