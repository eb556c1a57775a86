"""The fewest facts whose change would put another legal form first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from detector.core.answers import AnswerSheet
from detector.core.bank import Bank, Condition
from detector.core.conditions import Scores, mentions, single_tests, truth
from detector.core.legal_forms.alternative_values import other_values
from detector.core.legal_forms.form_order import in_order, without_vehicle
from detector.core.legal_forms.results import FactChange, FormChange
from detector.core.marked_entries import form_of_none_yet

Changes = tuple[FactChange, ...]


@dataclass(frozen=True)
class _Rule:
    """One rule of a form: its points, or None where it excludes; `facts` are all that can change its truth."""

    form_id: str
    when: Condition
    points: int | None
    facts: frozenset[str]


@dataclass(frozen=True)
class _Race:
    """All rules with whether each holds as things are, and which of them each fact moves.

    `none_yet` is the form (id) of setting up nothing.
    """

    bank: Bank
    sheet: AnswerSheet
    scores: Scores
    rules: tuple[_Rule, ...]
    holds: tuple[bool, ...]
    moved_by: Mapping[str, frozenset[int]]
    none_yet: str | None


def form_changes(bank: Bank, sheet: AnswerSheet, scores: Scores) -> tuple[FormChange, ...]:
    """Every single fact change that puts another form first; where there is none, every pair; else nothing.

    A change gives a fact another value, or a first one where it is unknown: `other_values` says which. Of changes to
    the same facts that bring the same form only the first stands here. Setting up nothing is left aside,
    because whether to set up anything is not for facts to say, and scores stay as they are.
    """
    race = _race(bank, sheet, scores)
    now = _first(race, race.holds)
    changes = tuple(_changes(race))
    singly = _with_another_first(race, now, [(change,) for change in changes])
    return singly or _with_another_first(race, now, _pairs(changes))


def _race(bank: Bank, sheet: AnswerSheet, scores: Scores) -> _Race:
    rules = tuple(_rules(bank))
    facts = dict.fromkeys(fact_id for rule in rules for fact_id in rule.facts)
    none_yet = form_of_none_yet(bank)
    return _Race(
        bank=bank,
        sheet=sheet,
        scores=scores,
        rules=rules,
        holds=tuple(truth(bank, rule.when, sheet, scores) is True for rule in rules),
        moved_by={
            fact_id: frozenset(number for number, rule in enumerate(rules) if fact_id in rule.facts)
            for fact_id in facts
        },
        none_yet=none_yet.id if none_yet else None,
    )


def _rules(bank: Bank) -> Iterator[_Rule]:
    for form in bank.forms:
        for rule in form.excluded_when:
            yield _Rule(form.id, rule.when, None, _facts_behind(bank, rule.when))
        for favour in form.favoured_when:
            yield _Rule(form.id, favour.when, favour.points, _facts_behind(bank, favour.when))


def _facts_behind(bank: Bank, when: Condition) -> frozenset[str]:
    """The facts that a condition depends on, and those that decide whether what it depends on is asked."""
    conditions = {("fact", fact.id): fact.when for fact in bank.facts}
    conditions |= {("question", each.id): each.when for dimension in bank.dimensions for each in dimension.questions}
    behind = dict.fromkeys(mentions(bank, when))
    waiting = list(behind)
    while waiting:
        condition = conditions.get(waiting.pop())
        new = [mention for mention in mentions(bank, condition) if mention not in behind] if condition else []
        behind.update(dict.fromkeys(new))
        waiting.extend(new)
    return frozenset(its_id for kind, its_id in behind if kind == "fact")


def _changes(race: _Race) -> Iterator[FactChange]:
    bank, sheet = race.bank, race.sheet
    conditions = [*(rule.when for rule in race.rules), *(fact.when for fact in bank.facts if fact.when)]
    tests = [test for condition in conditions for test in single_tests(condition)]
    for fact in bank.facts:
        if fact.id in race.moved_by:
            for value in other_values(fact, sheet.facts.get(fact.id), tests):
                yield FactChange(fact.id, value)


def _pairs(changes: Sequence[FactChange]) -> Iterator[Changes]:
    return ((one, other) for one, other in combinations(changes, 2) if one.fact_id != other.fact_id)


def _with_another_first(race: _Race, now: str | None, tried: Iterable[Changes]) -> tuple[FormChange, ...]:
    found: dict[tuple[str, ...], FormChange] = {}
    for changes in tried:
        first = _first(race, _holds_after(race, changes))
        if first is not None and first != now:
            key = (first, *(change.fact_id for change in changes))
            found.setdefault(key, FormChange(changes, first))
    return tuple(found.values())


def _holds_after(race: _Race, changes: Changes) -> Sequence[bool]:
    holds = list(race.holds)
    facts = {**race.sheet.facts, **{change.fact_id: change.value for change in changes}}
    sheet = replace(race.sheet, facts=facts)
    for number in frozenset[int]().union(*(race.moved_by[change.fact_id] for change in changes)):
        holds[number] = truth(race.bank, race.rules[number].when, sheet, race.scores) is True
    return holds


def _first(race: _Race, holds: Sequence[bool]) -> str | None:
    points = {form.id: 0 for form in race.bank.forms}
    excluded: set[str] = set()
    for rule, is_so in zip(race.rules, holds, strict=True):
        if is_so and rule.points is None:
            excluded.add(rule.form_id)
        elif is_so:
            points[rule.form_id] += rule.points or 0
    gone = excluded | without_vehicle(race.bank.forms, excluded)
    left = {form_id: part for form_id, part in points.items() if form_id not in gone and form_id != race.none_yet}
    return next(iter(in_order(race.bank, left)), None)
