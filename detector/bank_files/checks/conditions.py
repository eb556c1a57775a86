"""Where conditions stand, and what each test in them is about."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil, inf

from detector.bank_files.checks.problem import question_entries
from detector.bank_files.tree import Path
from detector.core.bank import TOP_LEVEL, AllOf, AnswerIs, AnyOf, Bank, Condition, FactKind, FactQuestion
from detector.core.conditions import Mention

TOP_PERCENT = 100


@dataclass(frozen=True)
class Asked:
    """Something asked, in the order of asking, with its condition."""

    path: Path
    mention: Mention
    when: Condition | None
    fact: FactQuestion | None = None

    @property
    def words(self) -> str:
        """What it is called."""
        kind, its_id = self.mention
        return f"{kind} {its_id}" if kind == "question" else f"{kind} '{its_id}'"


def everything_asked(bank: Bank) -> dict[Mention, Asked]:
    """All facts, then all questions, in the order of asking; of two with one id the first."""
    asked: dict[Mention, Asked] = {}
    for position, fact in enumerate(bank.facts):
        asked.setdefault(("fact", fact.id), Asked(("facts", position), ("fact", fact.id), fact.when, fact))
    for path, question in question_entries(bank):
        mention: Mention = ("question", question.id)
        asked.setdefault(mention, Asked(path, mention, question.when))
    return asked


def asked_conditions(asked: Iterable[Asked]) -> Iterator[tuple[Path, Condition]]:
    """Every condition of what is asked, with its path: when it is asked, and where a fact's limit does not count."""
    for entry in asked:
        if entry.when is not None:
            yield (*entry.path, "when"), entry.when
        limit = entry.fact.at_most if entry.fact else None
        if limit and limit.unless is not None:
            yield (*entry.path, "at_most", "unless"), limit.unless


def each_test(path: Path, condition: Condition) -> Iterator[tuple[Path, AnswerIs]]:
    """Every single test in a condition, with its path."""
    match condition:
        case AnswerIs():
            yield path, condition
        case AllOf():
            for position, part in enumerate(condition.all):
                yield from each_test((*path, "all", position), part)
        case AnyOf():
            for position, part in enumerate(condition.any):
                yield from each_test((*path, "any", position), part)


def subject(test: AnswerIs) -> Mention | None:
    """What a test is about, or None where it names nothing that is asked, several facts, or two things."""
    if test.score is not None or test.contract is not None:
        return None
    if test.question is not None and test.fact is None:
        return "question", test.question
    if test.fact is not None and test.question is None:
        return "fact", test.fact
    return None


def is_number(asked: Asked) -> bool:
    """Whether a test compares it with numbers."""
    return asked.fact is None or asked.fact.kind in {
        FactKind.MONEY,
        FactKind.COUNT,
        FactKind.DECIMAL,
        FactKind.PERCENT,
    }


def can_hold(asked: Asked, tests: list[AnswerIs]) -> bool:
    """Whether one answer can pass all of these tests, which fit what is asked."""
    if is_number(asked):
        return _some_number(asked, tests)
    if asked.fact is not None and asked.fact.kind is FactKind.CODE:
        return len({test.marked for test in tests}) == 1
    if asked.fact is not None and asked.fact.kind is FactKind.CHOICES:
        # Several choices can be made at once, so that tests on them never contradict each other.
        return all(test.is_one_of for test in tests)
    return bool(set[str | bool].intersection(*(set(test.is_one_of or ()) for test in tests)))


def _some_number(asked: Asked, tests: list[AnswerIs]) -> bool:
    least = max([0.0, *(test.at_least for test in tests if test.at_least is not None)])
    under = min([inf, *(test.under for test in tests if test.under is not None)])
    if asked.fact is None or asked.fact.kind is FactKind.COUNT:
        least = ceil(least)
    top = TOP_LEVEL if asked.fact is None else TOP_PERCENT if asked.fact.kind is FactKind.PERCENT else inf
    return least < under and least <= top
