"""Forms that no answers can leave standing, or that none can take out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from detector.bank_files.checks.condition_order import looking_ahead
from detector.bank_files.tree import Path
from detector.core.answers import Answer, AnswerSheet, AnswerState, empty_sheet
from detector.core.bank import LEVELS, AnswerIs, Bank, Condition
from detector.core.bank.guidance import FormLayer, LegalForm
from detector.core.bank.index import find_fact
from detector.core.conditions import Interval, Mention, mentions, single_tests, truth
from detector.core.errors import Problem
from detector.core.legal_forms.alternative_values import other_values
from detector.core.marked_entries import form_of_none_yet

# A form that needs more tries than this is given the benefit of the doubt.
_MOST_TRIES = 20_000
_TOP_EVIDENCE = 3


@dataclass(frozen=True)
class _Tried:
    """Answers and scores (0-100) that are tried out."""

    sheet: AnswerSheet
    scores: Mapping[str, Interval]


def unreachable_forms(bank: Bank) -> Iterator[Problem[Path]]:
    """Every form that no answers leave standing, or that none take out; nothing while conditions look ahead."""
    # What goes round in a circle has no answer, and is said by itself.
    if any(looking_ahead(bank)):
        return
    none_yet = form_of_none_yet(bank)
    standing = {form.id for form in bank.forms if form.goes_with or _can_stand(bank, _exclusions(form))}
    for at, form in enumerate(bank.forms):
        vehicles = [other for other in bank.forms if other.id in form.goes_with and other.layer is FormLayer.VEHICLE]
        if form.layer is FormLayer.OVERLAY and not vehicles:
            continue
        ways = [_exclusions(form, vehicle) for vehicle in vehicles if vehicle.id in standing]
        if form.id not in standing or (ways and not any(_can_stand(bank, rules) for rules in ways)):
            yield Problem(("forms", at), "no answers leave this form standing.", "Narrow what excludes it.")
        if none_yet and form.id == none_yet.id:
            yield from _excluded_none_yet(("forms", at), form)
        elif none_yet:
            yield from _lasting(("forms", at), form, vehicles)


def _exclusions(*forms: LegalForm) -> tuple[Condition, ...]:
    return tuple(rule.when for form in forms for rule in form.excluded_when)


def _excluded_none_yet(path: Path, form: LegalForm) -> Iterator[Problem[Path]]:
    if form.excluded_when:
        fault = "this form is what is left when all others are out, so nothing may exclude it."
        yield Problem((*path, "excluded_when"), fault, "Take the rules away.")


def _lasting(path: Path, form: LegalForm, vehicles: Sequence[LegalForm]) -> Iterator[Problem[Path]]:
    # Each rule by itself can hold, which is checked elsewhere.
    can_go = form.excluded_when or (vehicles and all(vehicle.excluded_when for vehicle in vehicles))
    if not can_go:
        remedy = "Say under 'excluded_when' what law or logic rules it out."
        yield Problem(path, "no answers take this form out.", remedy)


def _can_stand(bank: Bank, rules: Sequence[Condition]) -> bool:
    """Whether some answers make all rules false, found by trying one subject after the other."""
    tests = [test for rule in rules for test in single_tests(rule)]
    subjects = list(dict.fromkeys(mention for rule in rules for mention in mentions(bank, rule)))
    waiting = [(0, _Tried(empty_sheet(bank), {}))]
    for tries in count():
        if not waiting or tries == _MOST_TRIES:
            break
        position, tried = waiting.pop()
        if any(truth(bank, rule, tried.sheet, tried.scores) for rule in rules):
            continue
        if position == len(subjects):
            return True
        waiting.extend((position + 1, other) for other in _each_way(bank, tried, subjects[position], tests))
    return bool(waiting)


def _each_way(bank: Bank, tried: _Tried, about: Mention, tests: Sequence[AnswerIs]) -> Iterator[_Tried]:
    """What is tried, with one more subject known, in every way that tests can tell apart."""
    kind, its_id = about
    sheet = tried.sheet
    if kind == "fact":
        fact = find_fact(bank, its_id)
        values = other_values(fact, None, tests) if fact else ()
        # A test that does not fit is reported by itself and rules nothing out here.
        if not values:
            yield tried
        for value in values:
            yield replace(tried, sheet=replace(sheet, facts={**sheet.facts, its_id: value}))
    elif kind == "question":
        for level in range(LEVELS):
            answer = Answer(AnswerState.LEVEL, level=level, evidence=_TOP_EVIDENCE)
            yield replace(tried, sheet=replace(sheet, answers={**sheet.answers, its_id: answer}))
    else:
        limits = [limit for test in tests if test.score == its_id for limit in (test.at_least, test.under)]
        for score in {0.0, *(limit for limit in limits if limit is not None)}:
            yield replace(tried, scores={**tried.scores, its_id: Interval(score, score)})
