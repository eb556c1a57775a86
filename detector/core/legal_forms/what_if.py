"""The fewest facts whose change would put another legal form first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from detector.core.answers import AnswerSheet
from detector.core.bank import Bank, Condition
from detector.core.conditions import Scores, mentions, single_tests
from detector.core.flow import asked_facts
from detector.core.legal_forms.alternative_values import other_values
from detector.core.legal_forms.case import Case
from detector.core.legal_forms.form_order import Merit, in_order, is_choice, open_ways, without_vehicle
from detector.core.legal_forms.results import FactChange, FormChange, Ways
from detector.core.marked_entries import form_of_none_yet

Changes = tuple[FactChange, ...]


@dataclass(frozen=True)
class _Rule:
    """One rule of a form: its points, or None where it excludes; `facts` are all that can change its truth."""

    form_id: str
    when: Condition
    unless: Condition | None
    points: int | None
    facts: frozenset[str]


@dataclass(frozen=True)
class _Found:
    """Whether a rule holds, and what could still make an exclusion hold."""

    holds: bool
    open_subjects: tuple[str, ...]


@dataclass(frozen=True)
class _Race:
    """All rules with what is found of each as things are, and which of them each fact moves.

    `runners` are the forms (ids) that are compared with each other.
    """

    bank: Bank
    sheet: AnswerSheet
    scores: Scores
    rules: tuple[_Rule, ...]
    found: tuple[_Found, ...]
    moved_by: Mapping[str, frozenset[int]]
    runners: frozenset[str]


def form_changes(bank: Bank, sheet: AnswerSheet, scores: Scores, ways: Ways | None = None) -> tuple[FormChange, ...]:
    """Every single fact change that puts another form first; where there is none, every pair; else nothing.

    A change gives a fact another value, or a first one where it is unknown: `other_values` says which. Of changes to
    the same facts that bring the same form only the first stands here. Forms that need no new body are left aside,
    because whether to set up anything is not for facts to say; so are those that none of the `ways` uses, where they
    are told. Scores stay as they are. Nothing is first, and nothing found, before the deciding facts are known.
    """
    if any(fact.decides_form and fact.id not in sheet.facts for fact in asked_facts(bank, sheet)):
        return ()
    race = _race(bank, sheet, scores, ways)
    now = _first(race, race.found)
    changes = tuple(_changes(race))
    singly = _with_another_first(race, now, [(change,) for change in changes])
    return singly or _with_another_first(race, now, _pairs(changes))


def _race(bank: Bank, sheet: AnswerSheet, scores: Scores, ways: Ways | None) -> _Race:
    rules = tuple(_rules(bank))
    facts = dict.fromkeys(fact_id for rule in rules for fact_id in rule.facts)
    none_yet = form_of_none_yet(bank)
    return _Race(
        bank=bank,
        sheet=sheet,
        scores=scores,
        rules=rules,
        found=tuple(_judged(Case(bank, sheet, scores), rule) for rule in rules),
        moved_by={
            fact_id: frozenset(number for number, rule in enumerate(rules) if fact_id in rule.facts)
            for fact_id in facts
        },
        runners=frozenset(
            form.id
            for form in bank.forms
            if is_choice(form) and form != none_yet and (ways is None or form.id in ways.forms)
        ),
    )


def _judged(case: Case, rule: _Rule) -> _Found:
    holds = case.holds(rule.when, rule.unless)
    return _Found(holds, case.open_subjects(rule.when) if rule.points is None else ())


def _rules(bank: Bank) -> Iterator[_Rule]:
    for form in bank.forms:
        for rule in form.excluded_when:
            yield _Rule(form.id, rule.when, None, None, _facts_behind(bank, rule.when))
        for favour in form.favoured_when:
            behind = _facts_behind(bank, favour.when, *([favour.unless] if favour.unless else []))
            yield _Rule(form.id, favour.when, favour.unless, favour.points, behind)


def _facts_behind(bank: Bank, *whens: Condition) -> frozenset[str]:
    """The facts that conditions depend on, and those that decide whether what it depends on is asked."""
    conditions = {("fact", fact.id): fact.when for fact in bank.facts}
    conditions |= {("question", each.id): each.when for dimension in bank.dimensions for each in dimension.questions}
    behind = dict.fromkeys(mention for when in whens for mention in mentions(bank, when))
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
    conditions += [rule.unless for rule in race.rules if rule.unless]
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
        first = _first(race, _found_after(race, changes))
        if first is not None and first != now:
            key = (first, *(change.fact_id for change in changes))
            found.setdefault(key, FormChange(changes, first))
    return tuple(found.values())


def _found_after(race: _Race, changes: Changes) -> Sequence[_Found]:
    found = list(race.found)
    facts = {**race.sheet.facts, **{change.fact_id: change.value for change in changes}}
    case = Case(race.bank, replace(race.sheet, facts=facts), race.scores)
    for number in frozenset[int]().union(*(race.moved_by[change.fact_id] for change in changes)):
        found[number] = _judged(case, race.rules[number])
    return found


def _first(race: _Race, found: Sequence[_Found]) -> str | None:
    points = {form.id: 0 for form in race.bank.forms}
    could_exclude: dict[str, list[str]] = {form.id: [] for form in race.bank.forms}
    excluded: set[str] = set()
    for rule, judged in zip(race.rules, found, strict=True):
        could_exclude[rule.form_id] += judged.open_subjects
        if judged.holds and rule.points is None:
            excluded.add(rule.form_id)
        elif judged.holds:
            points[rule.form_id] += rule.points or 0
    gone = excluded | without_vehicle(race.bank.forms, excluded)
    left = {form_id: subjects for form_id, subjects in could_exclude.items() if form_id not in gone}
    merits = {
        form.id: Merit(points[form.id], len(open_ways(left, form)))
        for form in race.bank.forms
        if form.id in left and form.id in race.runners
    }
    return next(iter(in_order(race.bank, merits)), None)
