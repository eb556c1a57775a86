"""Whether every delivery model comes first on some sheet: a model that never can is not compared, but only shown.

No search can try every sheet. This one begins with nothing answered, and changes one answer after another for as long
as that helps the model.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from detector.core.answers import Answer, AnswerSheet, AnswerState, FactValue, empty_sheet
from detector.core.bank import LEVELS, Bank, FactKind, FactQuestion
from detector.core.bank.index import index_of
from detector.core.conditions import Mention, mentions, single_tests
from detector.core.marked_entries import bands_too_early_for_form
from detector.core.options.drawing import Draws, draw, valued
from detector.core.options.levels import appraised_levels
from detector.core.options.standing import is_choice, standings

_DRAWS, _SEED, _ROUNDS = 100, 1, 3
_SUMS = (1, 10_000_000)
Margin = tuple[float, float]
_NEVER: Margin = (-1.0, -1.0)


@dataclass(frozen=True)
class _Search:
    """What is searched for one model: the draws, and the verdict (id) with which most models are a choice."""

    bank: Bank
    model_id: str
    draws: Draws
    verdict_id: str | None


def never_first(bank: Bank) -> tuple[str, ...]:
    """The models (ids) that no answers tried put first, and that do not say so with 'never_first'."""
    return tuple(
        model.id
        for model in bank.models
        if bank.appraisal and not model.never_first and first_sheet(bank, model.id) is None
    )


def first_sheet(bank: Bank, model_id: str) -> AnswerSheet | None:
    """A sheet on which a model comes first among all that are a choice; None where none was found."""
    early = bands_too_early_for_form(bank)
    verdict_id = next((band.id for band in bank.bands if band.id not in early), None)
    search = _Search(bank, model_id, draw(bank, len(bank.appraisal), _SEED, draws=_DRAWS), verdict_id)
    sheet = empty_sheet(bank)
    margin = _margin(search, sheet)
    for _ in range(_ROUNDS):
        before = margin
        for changed in _subjects(bank):
            sheet, margin = max(
                ((each, _margin(search, each)) for each in (sheet, *_changed(bank, sheet, changed))),
                key=lambda found: found[1],
            )
        if margin[0] > 0 or margin == before:
            break
    return sheet if margin[0] > 0 else None


def _subjects(bank: Bank) -> Iterable[Mention]:
    rules = (*bank.shifts, *bank.out_when)
    return dict.fromkeys(subject for rule in rules for subject in mentions(bank, rule.when))


def _margin(search: _Search, sheet: AnswerSheet) -> Margin:
    """By how much of all draws the model leads the next, and by how much of its value on average."""
    found = standings(search.bank, sheet, {}, search.verdict_id)
    levels = appraised_levels(search.bank, sheet, {})
    appraised = [each.model for each in search.bank.appraisal]
    choices = [model for model in appraised if is_choice(found[model])]
    if search.model_id not in choices:
        return _NEVER
    worth = valued(search.draws, [[each.levels for each in levels[model]] for model in appraised]).values
    values = worth[[appraised.index(model) for model in choices]]
    shares = [float((values.argmax(axis=0) == row).mean()) for row in range(len(choices))]
    means = [float(row.mean()) for row in values]
    return _lead(shares, choices.index(search.model_id)), _lead(means, choices.index(search.model_id))


def _lead(numbers: list[float], at: int) -> float:
    return numbers[at] - max((number for place, number in enumerate(numbers) if place != at), default=0.0)


def _changed(bank: Bank, sheet: AnswerSheet, subject: Mention) -> Iterator[AnswerSheet]:
    """The sheet with each other answer to one question or fact."""
    kind, its_id = subject
    if kind == "question":
        for level in range(LEVELS):
            answer = Answer(AnswerState.LEVEL, level, evidence=bank.scale.top_level_needs_evidence)
            yield replace(sheet, answers={**sheet.answers, its_id: answer})
    elif kind == "fact":
        for value in _values(bank, index_of(bank).facts[its_id]):
            yield replace(sheet, facts={**sheet.facts, its_id: value})


def _values(bank: Bank, fact: FactQuestion) -> Iterable[FactValue]:
    options = [option.id for option in fact.options]
    match fact.kind:
        case FactKind.CHOICE:
            return options
        case FactKind.CHOICES:
            return [(option,) for option in options]
        case FactKind.YES_NO:
            return [True, False]
        case FactKind.MONEY:
            return _SUMS
        case FactKind.PERCENT | FactKind.COUNT | FactKind.DECIMAL:
            return sorted(_tested(bank, fact.id))
        case _:
            return ()


def _tested(bank: Bank, fact_id: str) -> set[int]:
    """Whole numbers on both sides of every line that a rule draws through a number."""
    rules = (*bank.shifts, *bank.out_when)
    lines = [
        line
        for rule in rules
        for test in single_tests(rule.when)
        if test.fact == fact_id
        for line in (test.at_least, test.under)
        if line is not None
    ]
    return {number for line in lines for number in (max(int(line) - 1, 0), int(line) + 1)}
